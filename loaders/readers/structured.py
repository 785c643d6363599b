"""The reader of XML: the root element tells the vocabulary, and each vocabulary has a reader of its own."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from loaders.readers import articles, labels, questions
from loaders.readers.reading import Reading
from loaders.readers.trees import parse
from ontology.errors import SourceError

#: The root element of each vocabulary that can be read.
ROOTS: dict[str, Callable[[Element], Reading]] = {
    "document": labels.read,
    articles.ARTICLE: articles.read,
    **dict.fromkeys(articles.RECORDS, articles.read_record),
    **dict.fromkeys(articles.SETS, articles.read_set),
    "Document": questions.read,
    "doc": questions.read,
}

#: How the vocabularies are called where a message lists them.
KNOWN = "an FDA label (SPL), JATS, PubMed or MedQuAD"


def read(text: str, name: str) -> Reading:
    """Return the blocks of an XML document of a known vocabulary."""
    root = parse(text, name)
    reader = ROOTS.get(root.tag)
    if reader is None:
        message = f"{name}: is XML of an unknown vocabulary (<{root.tag}>); give {KNOWN}, or save it as text"
        raise SourceError(message)
    return reader(root)


def is_set(head: str) -> bool:
    """Tell by its first words a document that holds several articles."""
    return any(f"<{tag}" in head for tag in articles.SETS)


def parts(text: str, name: str) -> list[bytes]:
    """Return the articles of a set, each as a document of its own."""
    return [articles.alone(article) for article in articles.articles(parse(text, name))]
