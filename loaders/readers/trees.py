"""XML becomes a tree: nothing is fetched, no entity of its own expanded, what would exhaust memory refused."""

from html.entities import html5
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from ontology.errors import SourceError

#: Documents that people write are some 60 elements deep; walkers may recurse this far.
DEEPEST = 200
MOST = 1_000_000

#: What parts a namespace from a name; no name holds it.
BETWEEN = " "


class _Builder:
    """What the parser tells becomes elements, named without their namespaces."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.tree = TreeBuilder()
        self.depth = self.count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth, self.count = self.depth + 1, self.count + 1
        if self.depth > DEEPEST:
            raise SourceError(f"{self.name}: the XML is nested more than {DEEPEST} elements deep; save it as text")
        if self.count > MOST:
            raise SourceError(f"{self.name}: the XML has more than {MOST:,} elements; split it into documents")
        self.tree.start(_local(tag), {_local(key): value for key, value in attributes.items()})

    def end(self, tag: str) -> None:
        self.depth -= 1
        self.tree.end(_local(tag))

    def skipped(self, entity: str, is_parameter: bool) -> None:
        """Put the character for an entity that HTML knows; the file's own definitions lie elsewhere and stay unread."""
        if not is_parameter:
            self.tree.data(html5.get(f"{entity};", " "))

    def refuse(self, entity: str, *_: object) -> None:
        message = f"{self.name}: the XML defines an entity of its own ({entity}); save it with the entities replaced"
        raise SourceError(message)


def parse(text: str, name: str) -> Element:
    """Return the root of an XML text, its elements and attributes named without namespaces."""
    builder = _Builder(name)
    # The text is decoded already: whatever encoding its first line declares no longer holds.
    parser = expat.ParserCreate("utf-8", BETWEEN)
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
    parser.CharacterDataHandler = builder.tree.data
    parser.SkippedEntityHandler, parser.EntityDeclHandler = builder.skipped, builder.refuse
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        message = f"{name}, line {error.lineno}: the XML is broken ({reason}); save the whole file again"
        raise SourceError(message) from None
    return builder.tree.close()


def words(element: Element | None) -> str:
    """Return all text inside an element, blanks made one."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _local(name: str) -> str:
    return name.rpartition(BETWEEN)[2]
