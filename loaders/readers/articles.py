"""The reader of research articles: JATS, as publishers and PubMed Central write it, and PubMed's records."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, tostring

from loaders.readers.frontmatter import iso_date
from loaders.readers.markup import SAME_IN_HTML, Markup, translate
from loaders.readers.reading import Reading, joined
from loaders.readers.trees import words

#: Elements that hold several articles, and the articles themselves.
SETS = ("PubmedArticleSet", "pmc-articleset")
RECORDS = ("PubmedArticle", "PubmedBookArticle")
ARTICLE = "article"

TAGS = {
    **SAME_IN_HTML,
    "bold": "b",
    "boxed-text": "div",
    "break": "br",
    "caption": "div",
    "def": "dd",
    "def-list": "dl",
    "disp-quote": "blockquote",
    "fig": "div",
    "fn": "p",
    "list": "ul",
    "list-item": "li",
    "p": "p",
    "statement": "div",
    "table-wrap": "div",
    "term": "dt",
    "title": "p",
}
#: What holds no prose, or prose that is not the authors'.
LEFT_OUT = {
    *(
        "label",
        "tex-math",
        "math",
        "graphic",
        "media",
        "supplementary-material",
        "object-id",
        "alternatives",
        "ref-list",
    ),
    *("permissions", "sub-article", "response", "disp-formula", "inline-graphic"),
}
DATE = ("year", "month", "day")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_set(root: Element) -> Reading:
    """Return the articles of a set, each under its title; a set of one tells what its article tells."""
    readings = [read(article) if article.tag == ARTICLE else read_record(article) for article in articles(root)]
    if len(readings) == 1:
        return readings[0]
    return Reading(*joined(reading for reading in readings if reading.blocks))


def articles(root: Element) -> list[Element]:
    """Return the articles of a set."""
    return [child for child in root if child.tag in RECORDS or child.tag == ARTICLE]


def alone(article: Element) -> bytes:
    """Return one article of a set as a document of its own."""
    article.tail = None
    return tostring(article, encoding="unicode").encode()


def read(root: Element) -> Reading:
    """Return the abstract and the body of a JATS article."""
    about = root.find("front/article-meta")
    about = root if about is None else about
    title = words(about.find("title-group/article-title"))
    markup = Markup()
    markup.heading(title, 1)
    for abstract in about.iterfind("abstract"):
        markup.heading(words(abstract.find("title")) or "Abstract", 2)
        _section(abstract, 2, markup)
    body = root.find("body")
    if body is not None:
        _section(body, 1, markup)
    text, blocks = markup.blocks()
    licensed = about.find("permissions/license")
    return Reading(
        text,
        blocks,
        title=title[:300],
        date=next((date for date in map(_date, about.iterfind("pub-date")) if date), ""),
        license="" if licensed is None else licensed.get("href", "") or words(licensed)[:300],
        publisher=words(root.find("front/journal-meta//journal-title")),
        identifier=_identifier(about.findall("article-id"), "pub-id-type"),
    )


def read_record(root: Element) -> Reading:
    """Return the abstract of a PubMed record, its labelled parts as sections."""
    article = next(
        (found for path in ("MedlineCitation/Article", "BookDocument") for found in root.iterfind(path)), root
    )
    title = words(article.find("ArticleTitle")) or words(article.find("Book/BookTitle"))
    markup = Markup()
    markup.heading(title.strip("[]").removesuffix("."), 1)
    for part in article.iterfind("Abstract/AbstractText"):
        markup.heading(part.get("Label", "").capitalize(), 2)
        markup.raw(f"<p>{translate(part, _tag)}</p>")
    text, blocks = markup.blocks()
    return Reading(
        text,
        blocks,
        title=title[:300],
        date=next((date for date in map(_date, article.iterfind("Journal/JournalIssue/PubDate")) if date), ""),
        publisher=words(article.find("Journal/Title")),
        identifier=_identifier(root.findall(".//ArticleIdList/ArticleId"), "IdType") or words(root.find(".//PMID")),
    )


def _section(section: Element, level: int, markup: Markup) -> None:
    """Add what a section holds besides its title; sections in it are one level below."""
    for child in section:
        if child.tag == "sec":
            markup.heading(words(child.find("title")), level + 1)
            _section(child, level + 1, markup)
        elif child.tag != "title" and (tag := _tag(child)) is not None:
            tag = tag or "div"
            markup.raw(f"<{tag}>{translate(child, _tag)}</{tag}>")


def _tag(element: Element) -> str | None:
    if element.tag in LEFT_OUT:
        return None
    if element.tag == "sup" and not (element.text or "").strip() and element.find("xref") is not None:
        return None  # a raised number that points to a reference
    return TAGS.get(element.tag, "")


def _date(element: Element) -> str:
    # JATS writes the parts in small letters, PubMed with a capital; months are numbers or names.
    year, month, day = (words(element.find(part)) or words(element.find(part.capitalize())) for part in DATE)
    name = month[:3].lower()
    told = [year, str(MONTHS.index(name) + 1) if name in MONTHS else month, day]
    return iso_date("-".join(part.zfill(2) for part in told[: told.index("") if "" in told else 3]))


def _identifier(found: Sequence[Element], kind: str) -> str:
    known = {element.get(kind, ""): words(element) for element in reversed(found)}
    return next((known[name] for name in ("doi", "pmid", "pubmed", "pmc", "pmcid") if known.get(name)), "")
