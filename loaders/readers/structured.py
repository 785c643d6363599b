"""The reader of XML: the root element tells the vocabulary, and each vocabulary has a reader of its own."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from loaders.readers import labels
from loaders.readers.reading import Reading
from loaders.readers.trees import parse
from ontology.errors import SourceError

#: The root element of each vocabulary that can be read.
ROOTS: dict[str, Callable[[Element], Reading]] = {"document": labels.read}


def read(text: str, name: str) -> Reading:
    """Return the blocks of an XML document of a known vocabulary."""
    root = parse(text, name)
    reader = ROOTS.get(root.tag)
    if reader is None:
        message = f"{name}: is XML of an unknown vocabulary (<{root.tag}>); give an FDA label or save it as text"
        raise SourceError(message)
    return reader(root)
