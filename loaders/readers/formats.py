"""Formats: which media type a source has, told by a server, by the ending of its name, else by its first words."""

import re

from ontology.errors import SourceError

TEXT, MARKDOWN, HTML, XML = "text/plain", "text/markdown", "text/html", "application/xml"
CSV, TSV, JSON, JSON_LINES = "text/csv", "text/tab-separated-values", "application/json", "application/x-ndjson"
PDF, EPUB = "application/pdf", "application/epub+zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP, TAR, GZIP = "application/zip", "application/x-tar", "application/gzip"

#: The endings of file names that can be read, and what they say the file is.
ENDINGS = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".xml": XML,
    ".csv": CSV,
    ".tsv": TSV,
    ".tab": TSV,
    ".json": JSON,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
    ".pdf": PDF,
    ".docx": DOCX,
    ".epub": EPUB,
    ".zip": ZIP,
    ".tar": TAR,
    ".tgz": TAR,
    ".gz": GZIP,
}

#: Files that hold other files, and files that hold records, each a document of its own.
ARCHIVES = frozenset({ZIP, TAR})
TABLES = frozenset({CSV, TSV, JSON, JSON_LINES})

#: Other names for the media types, as servers send them.
SAME = {
    "application/xhtml+xml": HTML,
    "text/x-markdown": MARKDOWN,
    "text/xml": XML,
    "application/jsonl": JSON_LINES,
    "application/x-gzip": GZIP,
    "application/x-zip-compressed": ZIP,
}

#: What servers send for files that they know nothing about.
UNTOLD = frozenset(
    {"application/octet-stream", "binary/octet-stream", "application/download", "application/x-download"}
)

#: Types whose lines may be of any number, since they hold marks or whole records.
MANY_LINES = frozenset({HTML, XML, CSV, TSV, JSON, JSON_LINES})

#: How the formats are called where a message lists them.
KNOWN = "text, Markdown, HTML, XML, PDF, DOCX, EPUB, CSV or JSON"

#: The first bytes of files that hold others, for sources that have no name.
MAGIC = ((b"%PDF-", PDF), (b"\x1f\x8b", GZIP), (b"PK\x03\x04", ZIP))
#: The names of members by which a zip file is told to be one document; they stand in it to the letter.
PACKAGES = ((b"mimetypeapplication/epub+zip", EPUB), (b"word/document.xml", DOCX))

ENDING = re.compile(r"[^/?#]+(\.[A-Za-z][A-Za-z0-9]{0,9})(?:[?#].*)?$")
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
#: The encodings that a server may name; what is left out is told by the bytes, or is no encoding of texts.
CHARSET = re.compile(
    r"""charset\s*=\s*["']?\s*((?:iso|windows|cp|latin|koi8|shift|euc|gb|big5|mac|us-|ascii)[\w-]{0,20})""",
    re.IGNORECASE,
)
MARK_UP = re.compile(r"<(?:p|div|h[1-6]|body|table|ul)\b[^<>]*>", re.IGNORECASE)
RECORDS = re.compile(r'\s*(?:\[\s*)?\{\s*"[^"\n]{0,200}"\s*:')
DECLARED_XML = re.compile(r"\s*<\?xml\s")


def told(name: str, media_type: str) -> str:
    """Return the media type that a server or the name's ending tells, or nothing where neither does."""
    sent = media_type.partition(";")[0].strip().lower()
    sent = "" if sent in UNTOLD else SAME.get(sent, sent)
    if sent and sent not in ENDINGS.values():
        message = f"{name}: cannot read {sent}; give {KNOWN}"
        raise SourceError(message)
    ending = ENDING.search(name) if "://" not in name or name.count("/") > 2 else None
    by_name = ENDINGS.get(ending[1].lower(), "") if ending else ""
    if not sent and ending and not by_name and "://" not in name:
        message = f"{name}: cannot read files that end in {ending[1]}; give one of {' '.join(ENDINGS)}"
        raise SourceError(message)
    return by_name if sent in ("", TEXT) and by_name else sent


def letters(media_type: str) -> str:
    """Return the encoding that a server tells beside the media type, or nothing."""
    found = CHARSET.search(media_type)
    return found[1].lower() if found else ""


def ending_type(name: str) -> str:
    """Return the media type that a file's name tells; of a packed file it is that of what it holds."""
    ending = ENDING.search(name)
    kind = ENDINGS.get(ending[1].lower(), "") if ending else ""
    if kind != GZIP:
        return kind
    inner = ending_type(name[: -len(".gz")])
    return "" if inner in (ZIP, GZIP) else inner


def of_bytes(data: bytes, kind: str) -> str:
    """Return the media type of bytes whose name tells `kind`; those without a name are told by their first bytes."""
    if kind:
        return kind
    found = next((known for magic, known in MAGIC if data.startswith(magic)), "")
    return next((known for member, known in PACKAGES if member in data), found) if found == ZIP else found


def readable_types() -> tuple[str, ...]:
    """Return the media types that a server may send, by all their names."""
    return tuple(dict.fromkeys((*ENDINGS.values(), *SAME)))


def of_text(text: str, kind: str, sent: bool) -> str:
    """Return the media type of a text for which `kind` is told; pages are saved under any name, so its words count."""
    if kind == HTML or PAGE.match(text, 0, 10_000):
        return HTML
    if kind in ("", TEXT) and not sent and DECLARED_XML.match(text):
        return XML
    if not kind and RECORDS.match(text):
        # A list of objects is one value; objects on lines of their own have each its end before the next begins.
        return JSON_LINES if re.search(r"\}[ \t]*\n\s*\{", text) and not text.lstrip().startswith("[") else JSON
    if not kind:
        return HTML if MARK_UP.search(text, 0, 2_000) else TEXT
    return kind
