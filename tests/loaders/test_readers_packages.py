"""PDF, DOCX and EPUB: their text with headings, lists and tables, or one line that says why there is none."""

import io
import sys
import zipfile
from collections.abc import Mapping

import pytest

from loaders.readers import read
from ontology.errors import SourceError
from ontology.values import Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def outline(document: Document) -> list[tuple[str, int, str]]:
    """Return kind, level and words of each block."""
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


def zipped(members: Mapping[str, str]) -> bytes:
    """Return a zip file of texts, which is the same each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def paged(*pages: list[str], extra: bytes = b"") -> bytes:
    """Return a PDF file whose pages show the lines."""
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = list[str]()
    for lines in pages:
        shown = "".join(f"({line}) Tj T*\n" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td\n{shown}ET".encode("latin-1")
        bodies.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        kids.append(f"{len(bodies) + 1} 0 R")
        resources = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 612 792]"
        bodies.append(f"<< /Type /Page /Parent 2 0 R {resources} /Contents {len(bodies)} 0 R >>".encode())
    bodies[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    out, places = b"%PDF-1.4\n", list[int]()
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, extra, len(out))
    return out + head + table + trailer


def test_a_pdf_is_its_text_without_what_each_page_repeats() -> None:
    """Running titles and page numbers are left out, and words broken at a line's end are whole again."""
    pages = [
        [
            "Example Leaflet",
            f"About {word}",
            "",
            f"{word} is a muscle relax-",
            "ant and a non-",
            "opioid.",
            f"{word} is not sold here.",
            f"{number}",
        ]
        for number, word in enumerate(("Baclofen", "Tizanidine", "Dantrolene"), 1)
    ]
    document = read(paged(*pages), "leaflet.pdf")
    assert document.text.count("Example Leaflet") == 0
    assert "Baclofen is a muscle relaxant and a non-opioid." in document.text
    assert document.source.media_type == "application/pdf"


def test_the_cells_of_a_printed_table_are_cells() -> None:
    """What stands on one height is a row."""
    rows = ((700, "Drug", "Effect"), (680, "Baclofen", "sedation"))
    placed = [
        f"ET q 1 0 0 1 {x} {y} cm BT /F1 12 Tf 14 TL ({words}) Tj T* ET Q BT"
        for y, *cells in rows
        for x, words in zip((72, 300), cells, strict=True)
    ]
    document = read(paged([f"x) Tj T* {' '.join(placed)} (y"]), "table.pdf")
    assert [words for kind, _, words in outline(document) if kind == "row"] == ["Drug\tEffect", "Baclofen\tsedation"]


def test_a_scan_says_that_it_holds_no_text() -> None:
    """A page without a text layer is a picture."""
    with pytest.raises(SourceError, match=r"scan.pdf: holds no text, only pictures of pages; run text recognition"):
        read(paged([], []), "scan.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"%PDF-1.4\n" + b"<<" * 5_000, b"no pdf at all", b"%PDF-"])
def test_a_broken_pdf_is_refused(data: bytes) -> None:
    """Whatever the library raises is one line."""
    with pytest.raises(SourceError) as caught:
        read(data, "a.pdf")
    assert str(caught.value).startswith("a.pdf: ")
    assert "\n" not in str(caught.value)


def test_without_the_library_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """All other formats are read without it."""
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(SourceError, match=r"a.pdf: reading PDF needs pypdf; pip install 'dispensatory\[pdf\]'"):
        read(paged(["Words."]), "a.pdf")


def worded(body: str, **parts: str) -> bytes:
    """Return a DOCX document."""
    styles = (
        f'<w:styles {W}><w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Own"><w:name w:val="Mine"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>'
    )
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return zipped({"[Content_Types].xml": "<x/>", "word/document.xml": document, "word/styles.xml": styles, **parts})


def said(text: str, about: str = "") -> str:
    """Return a paragraph of DOCX."""
    return f"<w:p><w:pPr>{about}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize("name", ["leaflet.docx", "stdin"])
def test_a_docx_document_becomes_its_headings_lists_and_tables(name: str) -> None:
    """Styles tell headings, numbering tells lists; what was deleted is gone."""
    row = "".join(
        f"<w:tr><w:tc>{said(a)}</w:tc><w:tc>{said(b)}</w:tc></w:tr>" for a, b in (("Effect", "Rate"), ("rash", "1%"))
    )
    deep = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    body = (
        said("On baclofen", '<w:pStyle w:val="T"/>')
        + said("Uses", '<w:pStyle w:val="H2"/>')
        + "<w:p><w:r><w:t>It relaxes </w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del>"
        + "<w:hyperlink><w:r><w:rPr><w:b/></w:rPr><w:t>muscles.</w:t></w:r></w:hyperlink></w:p>"
        + said("spasms", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        + said("at night", deep)
        + said("Rates", '<w:pStyle w:val="Own"/>')
        + f"<w:tbl>{row}</w:tbl>"
    )
    assert outline(read(worded(body), name)) == [
        ("heading", 1, "On baclofen"),
        ("heading", 2, "Uses"),
        ("paragraph", 0, "It relaxes muscles."),
        ("item", 1, "spasms"),
        ("item", 2, "at night"),
        ("heading", 3, "Rates"),
        ("row", 0, "Effect | Rate"),
        ("row", 0, "rash | 1%"),
    ]


def test_a_docx_document_tells_its_title_and_date() -> None:
    """The title of its properties counts where it has no heading."""
    core = "<p><title>On baclofen</title><modified>2024-05-06T07:08:09Z</modified></p>"
    source = read(worded(said("Words."), **{"docProps/core.xml": core}), "a.docx").source
    assert (source.title, source.date) == ("On baclofen", "2024-05-06")


CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
BOOK = """<package xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>A book</dc:title><dc:date>2011</dc:date><dc:publisher>Press</dc:publisher>
<dc:rights>CC0</dc:rights><dc:identifier>urn:isbn:1</dc:identifier></metadata>
<manifest><item id="b" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="a" href="one%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="lost" href="lost.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="lost"/></spine></package>"""


@pytest.mark.parametrize("name", ["book.epub", "stdin"])
def test_a_book_is_its_chapters_in_order(name: str) -> None:
    """The spine tells the order; tables of different chapters stay apart."""
    table = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    data = zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": BOOK,
            "OEBPS/nav.xhtml": "<html><body><p>Contents</p></body></html>",
            "OEBPS/two.xhtml": f"<html><body><h1>Two</h1>{table}</body></html>",
            "OEBPS/one a.xhtml": f"<html><body><h1>One</h1><p>Words.</p>{table}</body></html>",
        }
    )
    document = read(data, name)
    assert [words for _, _, words in outline(document)] == ["One", "Words.", "a | b", "c | d", "Two", "a | b", "c | d"]
    assert [block.table for block in document.blocks if block.cells] == [0, 0, 1, 1]
    source = document.source
    assert (source.title, source.date, source.license, source.publisher, source.identifier) == (
        "A book",
        "2011",
        "CC0",
        "Press",
        "urn:isbn:1",
    )


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"PK\x03\x04 broken", "a.docx", "a.docx: is broken (File is not a zip file); save it again"),
        (zipped({"x": "y"}), "a.docx", "a.docx: is no DOCX document (word/document.xml is missing)"),
        (zipped({"word/document.xml": "<a>b"}), "a.docx", "a.docx!/word/document.xml, line 1: the XML is broken"),
        (
            zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "a.docx",
            "a.docx!/word/document.xml: the XML defines an entity of its own (b)",
        ),
        (zipped({"x": "y"}), "a.epub", "a.epub: is no EPUB book (META-INF/container.xml is missing)"),
        (zipped({"META-INF/container.xml": "<a>b</a>"}), "a.epub", "is no EPUB book (its list of chapters is missing)"),
        (zipped({"META-INF/container.xml": CONTAINER}), "a.epub", "is no EPUB book (OEBPS/book.opf is missing)"),
        (worded(""), "a.docx", "a.docx: no text found in it"),
    ],
)
def test_a_package_that_cannot_be_read_is_refused(data: bytes, name: str, reason: str) -> None:
    """The message names the part that is wrong."""
    with pytest.raises(SourceError) as caught:
        read(data, name)
    assert reason in str(caught.value)
