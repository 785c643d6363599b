"""Formats: which media type a source has, told by a server, by the ending of its name, else by its first words."""

import re

from ontology.errors import SourceError

TEXT, MARKDOWN, HTML, XML = "text/plain", "text/markdown", "text/html", "application/xml"

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
}

#: Other names for the media types, as servers send them.
SAME = {"application/xhtml+xml": HTML, "text/x-markdown": MARKDOWN, "text/xml": XML}

#: Types whose lines may be of any length, since they hold pictures or whole records.
LONG_LINES = frozenset({HTML, XML})

#: How the formats are called where a message lists them.
KNOWN = "text, Markdown, HTML or XML"

ENDING = re.compile(r"[^/?#]+(\.[A-Za-z][A-Za-z0-9]{0,9})(?:[?#].*)?$")
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
MARK_UP = re.compile(r"<(?:p|div|h[1-6]|body|table|ul)\b[^<>]*>", re.IGNORECASE)
DECLARED_XML = re.compile(r"\s*<\?xml\s")


def told(name: str, media_type: str) -> str:
    """Return the media type that a server or the name's ending tells, or nothing where neither does."""
    sent = media_type.partition(";")[0].strip().lower()
    sent = SAME.get(sent, sent)
    if sent and sent not in ENDINGS.values():
        message = f"{name}: cannot read {sent}; give {KNOWN}"
        raise SourceError(message)
    ending = ENDING.search(name) if "://" not in name or name.count("/") > 2 else None
    by_name = ENDINGS.get(ending[1].lower(), "") if ending else ""
    if not sent and ending and not by_name and "://" not in name:
        message = f"{name}: cannot read files that end in {ending[1]}; give one of {' '.join(ENDINGS)}"
        raise SourceError(message)
    return by_name if sent in ("", TEXT) and by_name else sent


def of_text(text: str, kind: str, sent: bool) -> str:
    """Return the media type of a text for which `kind` is told; pages are saved under any name, so its words count."""
    if kind == HTML or PAGE.match(text, 0, 10_000):
        return HTML
    if kind in ("", TEXT) and not sent and DECLARED_XML.match(text):
        return XML
    if not kind:
        return HTML if MARK_UP.search(text, 0, 2_000) else TEXT
    return kind
