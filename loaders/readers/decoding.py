"""Bytes become text: the encoding is told by a mark, proved by UTF-8, declared or guessed, or a source is refused."""

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from ontology.errors import SourceError

#: A larger source is no document: it would hold memory and time that other sources need.
MAX_BYTES = 20_000_000
#: More lines are data, not prose.
MAX_LINES = 500_000

#: The first bytes of formats that are often found under a text file's name, and what they are.
MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)

#: UTF-32 stands first, because its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: What is guessed where neither UTF-8 nor Western European letters fit.
GUESSES = ["cp1250", "cp1251", "cp1253", "koi8_r", "shift_jis", "gb18030", "big5", "euc_kr"]

#: Fewer foreign bytes than this fit any of them, so that a guess is none.
FEWEST = 40

DECLARED = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*((?:iso|windows|cp|latin|koi8|shift|euc|gb|big5|mac|us-|ascii)[\w-]{0,20})""",
    re.IGNORECASE,
)
#: UTF-8's own sequences of two and three bytes: where they stand, a stray byte is damage and not another encoding.
SEQUENCE = re.compile(rb"[\xc3-\xdf][\x80-\xbf](?![\x80-\xbf])|[\xe1-\xef][\x80-\xbf]{2}(?![\x80-\xbf])")
#: What no kept text holds: controls that are no line end or tab, halves of characters.
UNPRINTABLE = {
    **dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"),
}
UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
FOREIGN_LETTERS = re.compile(r"[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ffŠŒŽšœžŸƒ]+")
REMEDY = "save it as UTF-8 text"


def decode(data: bytes, name: str, most: int = MAX_BYTES, declared: str = "") -> str:
    """Return the text with its line ends made one kind, or raise a SourceError that says what the bytes are.

    What a server declares counts like what the text itself does: where the bytes are no UTF-8.
    """
    if len(data) > most:
        message = f"{name}: larger than {most // 1_000_000} MB; split it into documents"
        raise SourceError(message)
    for magic, kind in MAGIC:
        if data.startswith(magic):
            message = f"{name}: is {kind}, not text; export it as text, Markdown or HTML"
            raise SourceError(message)
    text = _text(data, name, declared).replace("\r\n", "\n").replace("\r", "\n")
    controls = sum(1 for _ in CONTROLS.finditer(text))
    if "\0" in text or controls * 50 > len(text):
        message = f"{name}: is binary, not text; export it as text, Markdown or HTML"
        raise SourceError(message)
    if not any(character.isalnum() for character in text):
        message = f"{name}: is empty; give a file that has text in it"
        raise SourceError(message)
    return clean(text)


def clean(text: str) -> str:
    """Return a text with a blank for each control character, so that places in it stay where they are."""
    return text.translate(UNPRINTABLE) if UNPRINTED.search(text) else text


def check_lines(text: str, name: str) -> None:
    """Refuse a text whose lines are too many to be prose."""
    if text.count("\n") >= MAX_LINES:
        message = f"{name}: has more than {MAX_LINES:,} lines; split it into documents"
        raise SourceError(message)


def _text(data: bytes, name: str, declared: str) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data, name, encoding)
    if b"\0" in data:
        # Only UTF-16 without its mark has zero bytes in every other place; anything else is told as binary.
        even, odd = data[::2].count(0), data[1::2].count(0)
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        one_sided = min(even, odd) * 50 < max(even, odd) and max(even, odd) * 5 > len(data)
        return data.decode(encoding if one_sided else "latin-1", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        bad = error.start
    for encoding in _candidates(data, declared):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if encoding != "cp1252" or _is_western(text):
            return text
    if not SEQUENCE.search(data) and sum(byte > 127 for byte in data) >= FEWEST:
        guess = from_bytes(data, cp_isolation=GUESSES, threshold=0.1).best()
        if guess is not None and CONTROLS.search(str(guess)) is None:
            return str(guess)
    line = data.count(b"\n", 0, bad) + 1
    message = f"{name}, line {line}: byte {bad} (0x{data[bad]:02x}) fits no known encoding; {REMEDY}"
    raise SourceError(message)


def _marked(data: bytes, name: str, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"{name}: starts as {encoding.upper()} but byte {error.start} does not fit; {REMEDY}"
        raise SourceError(message) from None
    if not any(character.isascii() for character in text):
        # Two random bytes can look like a mark; a real text has a space, a digit or a line end somewhere.
        message = f"{name}: starts as {encoding.upper()} but holds no words in it; {REMEDY}"
        raise SourceError(message)
    return text.removeprefix("\ufeff")


def _candidates(data: bytes, sent: str) -> Iterator[str]:
    """Yield the encodings that may be tried before guessing; damaged UTF-8 has none but the one it declares."""
    declared = DECLARED.search(data, 0, 4096)
    names = [sent] if sent else []
    if declared is not None:
        names.append(declared[1].decode("ascii").lower())
    for name in names:
        # Pages that declare Latin-1 are read as its Windows superset, as browsers do.
        yield "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name
    if not SEQUENCE.search(data):
        yield "cp1252"


def _is_western(text: str) -> bool:
    """Tell Western European prose: a foreign letter stands in or beside a word of plain ones, hardly ever in a row."""
    for run in FOREIGN_LETTERS.finditer(text):
        before = text[max(run.start() - 1, 0) : run.start()]
        after = text[run.end() : run.end() + 1]
        alone = len(run[0]) == 1 and run[0] in "àÀéÉóÓöÖ"
        beside = any(side.isascii() and side.isalpha() for side in (before, after))
        if not alone and (len(run[0]) > 2 or not beside):
            return False
    return True
