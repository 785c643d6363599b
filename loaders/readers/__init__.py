"""Readers: the bytes of a source become a Document, one module a format, each a pure function."""

import re
from collections.abc import Callable
from hashlib import sha256

from loaders.readers import html, markdown, text
from loaders.readers.decoding import check_lines, decode
from loaders.readers.reading import Reading
from ontology.errors import SourceError
from ontology.values import Document, Source

TEXT, MARKDOWN, HTML = "text/plain", "text/markdown", "text/html"

READERS: dict[str, Callable[[str, str], Reading]] = {TEXT: text.read, MARKDOWN: markdown.read, HTML: html.read}

#: The endings of file names that can be read, and what they say the file is.
ENDINGS = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
}

#: Other names for the media types, as servers send them.
SAME = {"application/xhtml+xml": HTML, "text/x-markdown": MARKDOWN}

ENDING = re.compile(r"[^/?#]+(\.[A-Za-z][A-Za-z0-9]{0,9})(?:[?#].*)?$")
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
MARK_UP = re.compile(r"<(?:p|div|h[1-6]|body|table|ul)\b[^<>]*>", re.IGNORECASE)


def read(data: bytes, name: str, media_type: str = "") -> Document:
    """Read a source: its format is told by the media type, else by the name's ending, else by its first words."""
    kept = decode(data, name)
    kind = _kind(kept, name, media_type)
    if kind != HTML:
        check_lines(kept, name)
    reading = READERS[kind](kept, name)
    if not reading.blocks:
        message = f"{name}: no text found in it; give a document with sentences"
        raise SourceError(message)
    source = Source(
        sha256=sha256(data).hexdigest(),
        name=name,
        media_type=kind,
        title=reading.title or _first_heading(reading),
        date=reading.date,
        license=reading.license,
        references=reading.references,
    )
    return Document(source, reading.text, reading.blocks)


def _kind(kept: str, name: str, media_type: str) -> str:
    told = media_type.partition(";")[0].strip().lower()
    told = SAME.get(told, told)
    ending = ENDING.search(name) if "://" not in name or name.count("/") > 2 else None
    by_name = ENDINGS.get(ending[1].lower(), "") if ending else ""
    if told and told not in READERS:
        message = f"{name}: cannot read {told}; give text, Markdown or HTML"
        raise SourceError(message)
    if not told and ending and not by_name and "://" not in name:
        message = f"{name}: cannot read files that end in {ending[1]}; give one of {' '.join(ENDINGS)}"
        raise SourceError(message)
    # Servers send Markdown as plain text, and pages are saved under any name: the words themselves decide then.
    if told == HTML or (not told and by_name == HTML) or PAGE.match(kept, 0, 10_000):
        return HTML
    if told in ("", TEXT):
        return by_name or (HTML if not told and MARK_UP.search(kept, 0, 2_000) else TEXT)
    return told


def _first_heading(reading: Reading) -> str:
    headings = [block for block in reading.blocks if block.kind == "heading"]
    best = next((block for block in headings if block.level == 1), headings[0] if headings else None)
    if best is None:
        return ""
    words = re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)", r"\1", reading.text[best.start : best.end])
    return " ".join(re.sub(r"[*_`]+", "", words).split())[:300]
