"""One extractor over the real ontology, and what it reads of a text as short strings."""

from collections.abc import Callable

import pytest

from loaders.extraction.extractor import Extractor
from loaders.extraction.reference import Focus, topic_mentions
from loaders.extraction.sentence import Sentence
from loaders.readers import read
from ontology import files
from ontology.cues import Cues
from ontology.lexicon import Lexicon
from ontology.values import Document, Evidence, Literal, Node


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """Return the extractor that the ontology's own names and cues make."""
    store = files.load()
    return Extractor(Lexicon.of(store), Cues.of(store))


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Return what makes a Markdown text, and a title over it, a document."""

    def make(text: str, title: str = "") -> Document:
        page = f"# {title}\n\n{text}\n" if title else f"{text}\n"
        return read(page.encode(), "page.md")

    return make


@pytest.fixture(scope="session")
def evidence(extractor: Extractor, document: Callable[..., Document]) -> Callable[..., tuple[Evidence, ...]]:
    """Return what reads the evidence of a text; each quote is the text between its offsets."""

    def extract(text: str, title: str = "") -> tuple[Evidence, ...]:
        page = document(text, title)
        found = extractor.extract(page)
        assert [each.quote for each in found] == [page.text[each.start : each.end] for each in found]
        return found

    return extract


@pytest.fixture(scope="session")
def facts(extractor: Extractor, evidence: Callable[..., tuple[Evidence, ...]]) -> Callable[..., set[str]]:
    """Return what reads a text as strings such as `zolpidem isA hypnotic +`, with the qualifiers in brackets."""

    def name(node: Node) -> str:
        if isinstance(node, Literal):
            return node.value
        entity = extractor.lexicon.entities.get(node)
        return entity.label if entity else node

    def told(each: Evidence) -> str:
        claim = each.proposition
        qualifiers = ", ".join(f"{key}={name(value)}" for key, value in claim.qualifiers)
        words = f"{name(claim.subject)} {claim.predicate} {name(claim.object)} {each.polarity}"
        return f"{words} [{qualifiers}]" if qualifiers else words

    return lambda text, title="": {told(each) for each in evidence(text, title)}


@pytest.fixture(scope="session")
def sentence(extractor: Extractor) -> Callable[..., Sentence]:
    """Return what makes a stretch of text a sentence under reading, on a page about the drug given."""

    def make(text: str, about: str = "") -> Sentence:
        focus = Focus()
        if about:
            focus.page = (next(iter(extractor.lexicon.lookup((about,)))).entity,)
        ready = extractor.analyse(text, 0, len(text), extractor.define(text), focus)
        ready.topic = topic_mentions(focus.topic)
        return ready

    return make
