"""Structured formats become HTML in memory, so that one reader knows headings, lists and tables for all of them."""

from collections.abc import Callable, Collection
from html import escape
from xml.etree.ElementTree import Element

from selectolax.lexbor import LexborHTMLParser

from loaders.readers.flow import Flow
from ontology.values import Block

#: What a table's cell needs to keep its place.
SPANS = ("colspan", "rowspan")

#: What several vocabularies call as HTML does.
SAME_IN_HTML = {
    tag: tag for tag in ("br", "caption", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr")
}


class Markup:
    """HTML that grows by headings, paragraphs and translated elements."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def heading(self, words: str, level: int) -> None:
        """Add a heading, unless it has no words."""
        if words.strip():
            rank = min(max(level, 1), 6)
            self.parts.append(f"<h{rank}>{escape(words)}</h{rank}>")

    def paragraph(self, words: str) -> None:
        """Add a paragraph."""
        self.parts.append(f"<p>{escape(words)}</p>")

    def items(self, lines: Collection[str]) -> None:
        """Add a list."""
        self.parts.append("".join(("<ul>", *(f"<li>{escape(line)}</li>" for line in lines), "</ul>")))

    def raw(self, html: str) -> None:
        """Add HTML as it stands."""
        self.parts.append(html)

    def blocks(self) -> tuple[str, tuple[Block, ...]]:
        """Return the text and its blocks."""
        parser = LexborHTMLParser(f"<body>{''.join(self.parts)}</body>")
        flow = Flow(inside=True)
        if parser.body is not None:
            flow.read(parser.body)
        return flow.text(), tuple(flow.blocks)


def translate(element: Element, tag_of: Callable[[Element], str | None]) -> str:
    """Return what an element holds as HTML: `tag_of` tells the tag of each, "" for none of its own, None to skip it."""
    parts: list[str] = []
    _inside(element, tag_of, parts)
    return "".join(parts)


def _inside(element: Element, tag_of: Callable[[Element], str | None], parts: list[str]) -> None:
    parts.append(escape(element.text or "", quote=False))
    for child in element:
        tag = tag_of(child)
        if tag is not None:
            spans = "".join(f' {key}="{escape(child.get(key, ""))}"' for key in SPANS if child.get(key))
            parts.append(f"<{tag}{spans}>" if tag else "")
            _inside(child, tag_of, parts)
            parts.append(f"</{tag}>" if tag and tag != "br" else "")
        parts.append(escape(child.tail or "", quote=False))
