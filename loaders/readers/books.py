"""The reader of EPUB: the chapters in the order of the book, each a page of HTML."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from loaders.readers import archives, html, trees
from loaders.readers.decoding import decode
from loaders.readers.frontmatter import iso_date
from loaders.readers.reading import Reading, joined
from loaders.readers.trees import words
from ontology.errors import SourceError

CONTAINER = "META-INF/container.xml"
PAGES = ("application/xhtml+xml", "text/html")


def read(data: bytes, name: str) -> Reading:
    """Return the chapters of a book as one text, and what its metadata tell."""
    archive = archives.package(data, name)
    rootfile = _part(archive, CONTAINER, name).find("rootfiles/rootfile")
    path = "" if rootfile is None else rootfile.get("full-path", "")
    book = _part(archive, path, name)
    text, blocks = joined(_chapters(archive, book, path, name))
    about = {child.tag: words(child) for child in reversed(book.findall("metadata/*"))}
    return Reading(
        text,
        blocks,
        title=about.get("title", "")[:300],
        date=iso_date(about.get("date", "")),
        license=about.get("rights", ""),
        publisher=about.get("publisher", ""),
        identifier=about.get("identifier", ""),
    )


def _chapters(archive: archives.Archive, book: Element, path: str, name: str) -> Iterator[Reading]:
    items = {item.get("id", ""): item for item in book.iterfind("manifest/item")}
    size = 0
    for reference in book.iterfind("spine/itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or item.get("media-type") not in PAGES or "nav" in item.get("properties", "").split():
            continue
        chapter = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(item.get("href", ""))))
        if chapter not in archive.members:
            continue
        content = archive.read(chapter)
        size += len(content)
        if size > archives.MAX_UNPACKED:
            raise SourceError(f"{name}: holds more than {archives.MAX_UNPACKED // 1_000_000} MB of text; split it")
        place = f"{name}!/{chapter}"
        reading = html.read(decode(content, place), place) if content.strip() else Reading("", ())
        if reading.blocks:
            yield reading


def _part(archive: archives.Archive, path: str, name: str) -> Element:
    if path not in archive.members:
        message = f"{name}: is no EPUB book ({path or 'its list of chapters'} is missing); save it again"
        raise SourceError(message)
    place = f"{name}!/{path}"
    return trees.parse(decode(archive.read(path), place), place)
