"""The reader of DOCX: paragraphs with the headings, lists and tables that their styles and numbering tell."""

from collections.abc import Mapping
from html import escape
from xml.etree.ElementTree import Element

from loaders.readers import archives, trees
from loaders.readers.decoding import decode
from loaders.readers.frontmatter import iso_date
from loaders.readers.markup import Markup
from loaders.readers.reading import Reading
from loaders.readers.trees import words
from ontology.errors import SourceError

DOCUMENT, STYLES, ABOUT = "word/document.xml", "word/styles.xml", "docProps/core.xml"

#: What is no text of the document: what was deleted, drawings, code of fields, a second form of the same.
LEFT_OUT = {"del", "moveFrom", "drawing", "pict", "object", "instrText", "delText", "Fallback", "pPr", "rPr", "sectPr"}
OFF = ("0", "false", "none")


def read(data: bytes, name: str) -> Reading:
    """Return the text of a document with its blocks, and the title and date that its properties tell."""
    archive = archives.package(data, name)
    body = _part(archive, DOCUMENT, name).find("body")
    levels = _levels(_part(archive, STYLES, name)) if STYLES in archive.members else {}
    markup = Markup()
    for element in () if body is None else body:
        markup.raw(_block(element, levels))
    text, blocks = markup.blocks()
    about = _part(archive, ABOUT, name) if ABOUT in archive.members else None
    headed = any(block.kind == "heading" for block in blocks)
    return Reading(
        text,
        blocks,
        title="" if about is None or headed else words(about.find("title"))[:300],
        date="" if about is None else iso_date(words(about.find("modified"))),
    )


def _part(archive: archives.Archive, path: str, name: str) -> Element:
    if path not in archive.members:
        message = f"{name}: is no DOCX document ({path} is missing); save it again from its program"
        raise SourceError(message)
    place = f"{name}!/{path}"
    return trees.parse(decode(archive.read(path), place), place)


def _levels(styles: Element) -> dict[str, int]:
    """Return the rank of each style that is a heading, told by its outline level or by being the title's."""
    found = dict[str, int]()
    for style in styles.iterfind("style"):
        outline = style.find("pPr/outlineLvl")
        named = style.find("name")
        called = "" if named is None else named.get("val", "").lower()
        if called == "title":
            found[style.get("styleId", "")] = 1
        elif called.startswith("heading ") and called[8:].isdigit():
            found[style.get("styleId", "")] = int(called[8:])
        elif outline is not None and outline.get("val", "").isdigit() and int(outline.get("val", "")) < 9:
            found[style.get("styleId", "")] = int(outline.get("val", "")) + 1
    return found


def _block(element: Element, levels: Mapping[str, int]) -> str:
    if element.tag == "p":
        return _paragraph(element, levels)
    if element.tag == "tbl":
        return f"<table>{''.join(_row(row, levels) for row in _rows(element))}</table>"
    if element.tag in LEFT_OUT:
        return ""
    return "".join(_block(child, levels) for child in element)


def _paragraph(element: Element, levels: Mapping[str, int]) -> str:
    text = _runs(element)
    style, depth = element.find("pPr/pStyle"), element.find("pPr/numPr/ilvl")
    level = levels.get(style.get("val", ""), 0) if style is not None else 0
    if level:
        rank = min(level, 6)
        return f"<h{rank}>{text}</h{rank}>"
    if element.find("pPr/numPr") is not None:
        told = "" if depth is None else depth.get("val", "")
        lists = 1 + (min(int(told), 8) if told.isdigit() else 0)
        return f"{'<ul>' * lists}<li>{text}</li>{'</ul>' * lists}"
    return f"<p>{text}</p>"


def _rows(table: Element) -> list[Element]:
    """Return the rows of a table, but not those of tables in its cells; forms wrap rows in content controls."""
    return [row for child in table for row in ([child] if child.tag == "tr" else child.findall("sdtContent/tr"))]


def _row(row: Element, levels: Mapping[str, int]) -> str:
    cells = list[str]()
    for cell in row.iterfind("tc"):
        span = cell.find("tcPr/gridSpan")
        wide = "" if span is None else f' colspan="{escape(span.get("val", ""))}"'
        cells.append(f"<td{wide}>{''.join(_block(child, levels) for child in cell)}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _runs(element: Element) -> str:
    parts = list[str]()
    for child in element:
        if child.tag == "t":
            parts.append(escape(child.text or "", quote=False))
        elif child.tag in ("tab", "noBreakHyphen"):
            parts.append(" " if child.tag == "tab" else "-")
        elif child.tag in ("br", "cr"):
            parts.append("<br>")
        elif child.tag == "r":
            parts.append(_run(child))
        elif child.tag not in LEFT_OUT:
            parts.append(_runs(child))
    return "".join(parts)


def _run(run: Element) -> str:
    text = _runs(run)
    bold, raised = run.find("rPr/b"), run.find("rPr/vertAlign")
    if raised is not None and raised.get("val") == "superscript":
        text = f"<sup>{text}</sup>"
    return f"<b>{text}</b>" if text and bold is not None and bold.get("val", "1") not in OFF else text
