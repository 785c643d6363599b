"""The reader of HTML: the main text of a page, one block a line, without what the page has around it.

selectolax is used for its tree: it reads any broken page as browsers do, at some 50 MB/s, and leaves to us what a block
is. Libraries that return a page's main text as a string lose nested lists, table cells and definition lists.
"""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from loaders.readers import pages
from loaders.readers.flow import Flow
from loaders.readers.frontmatter import iso_date
from loaders.readers.reading import Reading

#: How pages name what they say about themselves, the most exact vocabulary first.
TITLES = ("dcterms.title", "dc.title", "citation_title")
SHARED_TITLES = ("og:title", "twitter:title")
DATES = (
    "dcterms.modified",
    "dcterms.date",
    "dcterms.issued",
    "dc.date",
    "article:modified_time",
    "article:published_time",
    "citation_date",
    "citation_publication_date",
    "date",
)
LICENSES = ("dcterms.license", "dcterms.rights", "dc.rights")
REFERENCES = ("dcterms.references", "citation_reference")


def read(text: str, name: str) -> Reading:
    """Return the main text of a page with its blocks, and what its head says about it."""
    pages.check_nesting(text, name)
    pages.check_whole(text, name)
    parser = LexborHTMLParser(text)
    meta = _meta(parser)
    heading = _words(parser.css_first("h1"))
    license_link = parser.css_first('link[rel~="license"], a[rel~="license"]')
    license_address = (license_link.attributes.get("href") or "") if license_link is not None else ""
    shared = _first(meta, SHARED_TITLES) or _words(parser.css_first("head > title"))
    title = _first(meta, TITLES) or heading or shared
    pages.strip(parser)
    flow = _flow(parser)
    return Reading(
        text=flow.text(),
        blocks=tuple(flow.blocks),
        title=title[:300],
        date=next((date for date in (iso_date(_first(meta, (key,))) for key in DATES) if date), ""),
        license=_first(meta, LICENSES) or license_address,
        references=tuple(value for key in REFERENCES for value in meta.get(key, ())),
    )


def _flow(parser: LexborHTMLParser) -> Flow:
    body = parser.body
    if body is None:
        return Flow()
    root = pages.main_part(body)
    flow = Flow(inside=root.mem_id != body.mem_id)
    outer = body.css_first("h1") if root.mem_id != body.mem_id and root.css_first("h1") is None else None
    if outer is not None:
        flow.read(outer)
    flow.read(root)
    if not flow.blocks and root.mem_id != body.mem_id:
        flow = Flow()
        flow.read(body)
    return flow


def _meta(parser: LexborHTMLParser) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in parser.css("meta[content]"):
        key = (node.attributes.get("name") or node.attributes.get("property") or "").lower()
        value = " ".join((node.attributes.get("content") or "").split())
        if key and value:
            found.setdefault(key, []).append(value)
    return found


def _first(meta: dict[str, list[str]], keys: tuple[str, ...]) -> str:
    return next((meta[key][0] for key in keys if key in meta), "")


def _words(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node is not None else ""
