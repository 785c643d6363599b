"""The reader of PDF: the text layer page by page, without the lines that each page repeats; pictures hold no text."""

import io
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from loaders.readers import outline
from loaders.readers.columns import in_order
from loaders.readers.decoding import MAX_BYTES, clean
from loaders.readers.reading import Reading
from loaders.readers.typeset import CELLS, Print, marked
from ontology.errors import SourceError

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

#: A change of place and scale, as PDF writes it.
Matrix: TypeAlias = Sequence[float]

MAX_PAGES = 2_000
#: A page that draws more than this is a map or an attack; reading it would take minutes.
MAX_DRAWN = 20_000_000
#: How much lower than the one before it a piece of the next line stands, in the size of its letters.
LOWER = 0.8
#: What moves the pen in a text, and a change of place that changes nothing.
MOVES, NOWHERE = frozenset((b"Td", b"TD", b"Tm", b"T*", b"'", b'"')), ([1, 0, 0, 1, 0, 0], b"cm")


def read(data: bytes, name: str) -> Reading:
    """Return the text of all pages with its blocks, or raise a SourceError that says why there is none."""
    title, pages = _pages(data, name)
    if not any(map(str.isalnum, "".join(line.words for page in pages for line in page))):
        message = f"{name}: holds no text, only pictures of pages; run text recognition (OCR) over it"
        raise SourceError(message)
    text = marked(pages)
    return Reading(text, outline.blocks(text, 0, plain=True), title=title)


def _pages(data: bytes, name: str) -> tuple[str, list[list[Print]]]:
    try:
        from pypdf import PdfReader  # noqa: PLC0415  (an extra: everything else reads without it)
    except ImportError:
        message = f"{name}: reading PDF needs pypdf; pip install 'dispensatory[pdf]', or save it as text"
        raise SourceError(message) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells each flaw of a file that it reads all the same
    try:
        reader = PdfReader(io.BytesIO(data))
        _check(reader, name)
        title = reader.metadata.title if reader.metadata is not None else None
        pages = list(_texts(reader, name))
    except SourceError:
        raise
    except Exception as error:
        # The library fails in any way where a file is broken: with its own errors, and those of whatever it then does.
        reason = " ".join(str(error).split())[:100] or type(error).__name__
        raise SourceError(f"{name}: is a broken PDF ({reason}); print it to PDF again") from None
    return " ".join(clean(str(title or "")).split())[:300], pages


def _check(reader: "PdfReader", name: str) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise SourceError(f"{name}: is locked with a password; save it without one")
    if len(reader.pages) > MAX_PAGES:
        raise SourceError(f"{name}: has more than {MAX_PAGES:,} pages; split it")


def _texts(reader: "PdfReader", name: str) -> Iterator[list[Print]]:
    size = 0
    for number, page in enumerate(reader.pages, 1):
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > MAX_DRAWN:
            raise SourceError(f"{name}, page {number}: draws too much to be a text; leave the page out")
        _tell_moves(page)
        shown = _Page()
        size += len(page.extract_text(visitor_text=shown.add))
        if size > MAX_BYTES:
            raise SourceError(f"{name}: holds more than {MAX_BYTES // 1_000_000} MB of text; split it")
        yield shown.lines()


def _tell_moves(page: "PageObject") -> None:
    """Have the library tell the words before and after each move of the pen as pieces, so that it tells their places.

    It tells them together up to the end of the line, but for a change of the place of all.
    """
    from pypdf.generic import ContentStream, NameObject  # noqa: PLC0415  (see above)

    if (contents := page.get_contents()) is not None:
        moved = ContentStream(contents, page.pdf, "bytes")
        moved.operations = [
            each for told in moved.operations for each in ((NOWHERE, told) if told[1] in MOVES else (told,))
        ]
        page[NameObject("/Contents")] = moved


class _Page:
    """The pieces of text of a page, put together to lines."""

    def __init__(self) -> None:
        self.pieces: list[Print] = []

    def add(self, text: str, place: Matrix, inner: Matrix, font: Mapping[str, object] | None, size: float) -> None:
        """Take in a piece as the library tells it: its text, where it is drawn, and in which letters."""
        scale = max(abs(inner[3]), abs(inner[1])) * max(abs(place[3]), abs(place[1]))
        bold = re.search("bold|black|heavy", str((font or {}).get("/BaseFont", "")), re.IGNORECASE) is not None
        left, height = inner[4] * place[0] + place[4], inner[5] * place[3] + place[5]
        self.pieces.append(Print(clean(text), round(float(size or 0) * scale, 1), bold, height, left))

    def lines(self) -> list[Print]:
        """Return the lines that have words, each in the letters of most of them; lines of one height are a row."""
        rows = list[Print]()
        for each in (line for pieces in in_order(self._drawn()) for line in _line(pieces)):
            if rows and abs(rows[-1].height - each.height) < 1:
                rows[-1] = replace(rows[-1], words=f"{rows[-1].words}{CELLS}{each.words}")
            else:
                rows.append(each)
        return rows

    def _drawn(self) -> list[list[Print]]:
        """Return the pieces of each line in the order of the drawing; the library tells most ends of lines, not all."""
        found, last = [list[Print]()], None
        for piece in self.pieces:
            first, *rest = piece.words.split("\n")
            if first.strip():
                if last is not None and abs(last.height - piece.height) > LOWER * max(last.size, piece.size):
                    found.append([])
                last = piece
            found[-1].append(replace(piece, words=first))
            found.extend([replace(piece, words=words)] for words in rest)
        return found


def _line(pieces: Sequence[Print]) -> list[Print]:
    words = " ".join("".join(piece.words for piece in pieces).split())
    if not words:
        return []
    main = max(pieces, key=lambda piece: len(piece.words.strip()))
    bold = all(piece.bold for piece in pieces if any(map(str.isalnum, piece.words)))
    return [Print(words, main.size, bold, main.height, pieces[0].left)]
