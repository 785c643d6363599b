"""Readers: the bytes of a source become a Document, one module a format, each a pure function."""

import re
from collections.abc import Callable
from dataclasses import fields
from hashlib import sha256

from loaders.readers import archives, books, formats, html, markdown, office, pdf, records, structured, text
from loaders.readers.decoding import check_lines, decode
from loaders.readers.formats import DOCX, ENDINGS, EPUB, GZIP, HTML, MARKDOWN, PDF, TEXT, XML
from loaders.readers.reading import Reading
from ontology.errors import SourceError
from ontology.values import Document, Source

__all__ = ["BINARY", "ENDINGS", "READERS", "read"]

READERS: dict[str, Callable[[str, str], Reading]] = {
    TEXT: text.read,
    MARKDOWN: markdown.read,
    HTML: html.read,
    XML: structured.read,
    **{kind: records.Reader(kind) for kind in sorted(formats.TABLES)},
}

#: The readers of formats that are no text until they are unpacked.
BINARY: dict[str, Callable[[bytes, str], Reading]] = {PDF: pdf.read, DOCX: office.read, EPUB: books.read}

#: What a reading and a source both tell, field by field.
ABOUT = tuple(field.name for field in fields(Reading) if field.name not in ("text", "blocks", "title"))


def read(data: bytes, name: str, media_type: str = "") -> Document:
    """Read a source: its format is told by the media type, else by the name's ending, else by its first words."""
    inner, kind = _unpacked(data, name, formats.of_bytes(data, formats.told(name, media_type)))
    if kind in BINARY:
        reading = BINARY[kind](inner, name)
    else:
        kept = decode(inner, name, declared=formats.letters(media_type))
        kind = formats.of_text(kept, kind, sent=bool(media_type))
        if kind not in formats.MANY_LINES:
            check_lines(kept, name)
        reading = READERS[kind](kept, name)
    if not reading.blocks:
        message = f"{name}: no text found in it; give a document with sentences"
        raise SourceError(message)
    about = {field: getattr(reading, field) for field in ABOUT}
    title = reading.title or _first_heading(reading)
    source = Source(sha256=sha256(data).hexdigest(), name=name, media_type=kind, title=title, **about)
    return Document(source, reading.text, reading.blocks)


def _unpacked(data: bytes, name: str, kind: str) -> tuple[bytes, str]:
    """Return what a packed source holds and its media type, if that is one document; any other source as it is."""
    if kind == GZIP:
        inner = formats.ending_type(name)
        if inner not in formats.ARCHIVES:
            return archives.gunzip(data, name) if data.startswith(archives.GZIP_HEAD) else data, inner
        kind = inner
    if kind not in formats.ARCHIVES:
        return data, kind
    archive = archives.opened(data, name)
    if len(archive.members) > 1:
        message = f"{name}: holds {len(archive.members)} documents; save it and give the file, or its folder unpacked"
        raise SourceError(message)
    member = next(iter(archive.members))
    return archive.read(member), formats.ending_type(member)


def _first_heading(reading: Reading) -> str:
    headings = [block for block in reading.blocks if block.kind == "heading"]
    best = next((block for block in headings if block.level == 1), headings[0] if headings else None)
    if best is None:
        return ""
    words = re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)", r"\1", reading.text[best.start : best.end])
    return " ".join(re.sub(r"[*_`]+", "", words).split())[:300]
