"""What of a page is its text: the main part is found; navigation, footers, notices and hidden parts are left out."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ontology.errors import SourceError

#: Parts that hold no prose, cut out of the tree before anything is read.
EMPTY_OF_PROSE = [
    *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "audio", "video"),
    *("input", "select", "textarea", "datalist", "dialog", "nav", "footer"),
]
ROLES = {
    "navigation",
    "contentinfo",
    "banner",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "tablist",
    "toolbar",
}

#: Words in a class or an identifier that mark what stands around the text of a page.
MARKERS = {
    *("ad", "ads", "advert", "advertisement", "breadcrumb", "breadcrumbs", "byline", "catlinks", "comments", "consent"),
    *("cookie", "cookies", "editsection", "footer", "gdpr", "hatnote", "menu", "modal", "nav", "navbar", "navbox"),
    *("navigation", "newsletter", "noprint", "pagination", "popup", "printfooter", "promo", "reflist", "related"),
    *("share", "sharing", "sidebar", "skip", "social", "subscribe", "toc"),
}
WORD = re.compile(r"[A-Za-z][a-z]*")
CONCEALED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MAIN = ("main", '[role="main"]', "article", "#mw-content-text", "#main-content", "#content")

#: Elements that stay open until they are closed; a tree of them that is deep and wide costs the parser its square.
OPEN = re.compile(
    r"<(/?)(?:a|article|aside|b|big|blockquote|center|code|dd|details|div|dl|em|fieldset|font|form|h[1-6]|i|main|nav|ol|pre|s"
    r"|section|small|span|strong|sub|sup|table|tt|u|ul)\b",
    re.IGNORECASE,
)
COST = 20_000_000
#: A tag with so many attributes; each is compared to all before it.
CROWDED = re.compile(
    r"""<[A-Za-z][^\s/>]*+(?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]++))?+){2000}"""
)


def check_whole(text: str, name: str) -> None:
    """Refuse a page that breaks off inside a tag: its rest is lost, and nobody would notice."""
    opened = text.rfind("<")
    if opened > text.rfind(">") and text[opened + 1 : opened + 2].isalpha():
        line = text.count("\n", 0, opened) + 1
        raise SourceError(f"{name}, line {line}: the HTML breaks off inside a tag; save the whole page again")


def check_nesting(text: str, name: str) -> None:
    """Refuse a page that is nested so deep that reading it would take minutes; no page that a person wrote is."""
    depth, deepest, tags = 0, 0, 0
    for tag in OPEN.finditer(text):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest, tags = max(deepest, depth), tags + 1
    if deepest * tags > COST:
        message = f"{name}: the HTML is nested {deepest:,} elements deep; save the page as text"
        raise SourceError(message)
    if crowded := CROWDED.search(text):
        line = text.count("\n", 0, crowded.start()) + 1
        raise SourceError(f"{name}, line {line}: a tag has thousands of attributes; save the page as text")


def strip(parser: LexborHTMLParser) -> None:
    """Cut out of a page what can hold no prose."""
    parser.strip_tags(EMPTY_OF_PROSE, recursive=True)


def main_part(body: LexborNode) -> LexborNode:
    """Return the part of a page that holds its text: the first marked one that has a good share of all words."""
    whole = len(body.text())
    for selector in MAIN:
        found = body.css(selector)
        if len(found) == 1 and len(found[0].text()) * 4 >= whole:
            return found[0]
    return body


def is_left_out(node: LexborNode, inside: bool) -> bool:
    """Tell an element that is hidden or belongs to the page rather than to its text; `inside` the main part less is."""
    attributes = node.attributes
    tag = node.tag
    if tag == "header" and not inside:
        return node.css_first("h1") is None
    if tag == "aside" and not inside:
        return True
    if tag in ("ul", "ol") and not inside and _is_link_list(node):
        return True
    if not attributes:
        return False
    if "hidden" in attributes and (attributes["hidden"] or "").lower() != "until-found":
        return True
    if attributes.get("aria-hidden") == "true" or attributes.get("role") in ROLES:
        return True
    if CONCEALED.search(attributes.get("style") or ""):
        return True
    names = WORD.findall(f"{attributes.get('class') or ''} {attributes.get('id') or ''}")
    if MARKERS.isdisjoint(word.lower() for word in names):
        return False
    # A wrapper of the whole page often names the bars that it has; what holds the main heading is no bar.
    return tag not in ("html", "body", "main", "article") and node.css_first("main, article, h1") is None


def is_footnote(node: LexborNode) -> bool:
    """Tell a raised number that only points to a reference."""
    link = node.css_first("a[href]")
    return link is not None and "#" in (link.attributes.get("href") or "") and len(node.text().strip()) <= 8


def _is_link_list(node: LexborNode) -> bool:
    links = node.css("a")
    words = "".join(node.text().split())
    linked = sum(len("".join(link.text().split())) for link in links)
    return len(links) > 2 and linked * 10 > len(words) * 9
