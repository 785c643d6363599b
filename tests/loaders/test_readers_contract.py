"""One contract for the readers of every format, held against documents that are whole, random, damaged and huge."""

import gzip
import io
import json
import re
import tarfile
import zipfile
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from loaders.extraction.extractor import Extractor
from loaders.readers import BINARY, ENDINGS, READERS, formats, read
from ontology.cues import Cues
from ontology.errors import SourceError
from ontology.files import load
from ontology.lexicon import Lexicon
from ontology.values import Document

HEADING = "On baclofen"
SENTENCES = ("Baclofen is a GABA-B receptor agonist.", "Baclofen may cause drowsiness.")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
WORD_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(members: dict[str, str]) -> bytes:
    """Return a zip file that is the same each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def tar(text: str) -> bytes:
    """Return a tar file of one text."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(text.encode())
        archive.addfile(info, io.BytesIO(text.encode()))
    return out.getvalue()


def printed(*lines: str) -> bytes:
    """Return a PDF file of one page of lines."""
    return drawn("BT /F1 12 Tf 14 TL 72 720 Td\n" + "".join(f"({line}) Tj T*\n" for line in lines) + "ET")


def drawn(stream: str) -> bytes:
    """Return a PDF file of one page; its table of places is left to the reader to rebuild."""
    bodies = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 5 0 R >> >> /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    objects = "".join(f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(bodies, 1))
    return f"%PDF-1.4\n{objects}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n".encode("latin-1")


PLAIN = "\n\n".join((HEADING, *SENTENCES))
MARKED = "\n\n".join((f"# {HEADING}", *SENTENCES))
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
PAGE = f"<html><body><h1>{HEADING}</h1>{PARAGRAPHS}</body></html>"
LABEL = (
    f"<document><title>{HEADING}</title><component><structuredBody><component><section><text>"
    f"{PARAGRAPHS.replace('<p>', '<paragraph>').replace('</p>', '</paragraph>')}"
    "</text></section></component></structuredBody></component></document>"
)
RECORD = json.dumps({"title": HEADING, "text": "\n\n".join(SENTENCES)})
WORDED = "".join(f"<w:p><w:r><w:t>{sentence}</w:t></w:r></w:p>" for sentence in (HEADING, *SENTENCES))
CHAPTER = {
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
    "b.opf": '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>',
    "a.xhtml": PAGE,
}

ARTICLE = (
    f"<article><front><article-meta><title-group><article-title>{HEADING}</article-title></title-group></article-meta>"
    f"</front><body><sec>{PARAGRAPHS}</sec></body></article>"
)
ABSTRACT = (
    f"<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>{HEADING}</ArticleTitle><Abstract>"
    f"<AbstractText>{' '.join(SENTENCES)}</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>"
    "</PubmedArticleSet>"
)
#: An answer under its question, as MedQuAD keeps them; what the document is about stands in an element of its own.
ASKED = (
    f"<Document id='1' source='Example' url='https://example.org/baclofen'><Focus>{HEADING}</Focus><FocusAnnotations>"
    "<UMLS><CUIs><CUI>C0004609</CUI></CUIs><SemanticGroup>Chemicals</SemanticGroup></UMLS></FocusAnnotations><QAPairs>"
    "<QAPair pid='1'><Question qid='1-1' qtype='information'>What is (are) Baclofen ?</Question>"
    f"<Answer>{(chr(10) + ' ' * 16 + chr(10)).join(SENTENCES)}</Answer></QAPair></QAPairs></Document>"
)
LABEL_RECORD = json.dumps(
    {
        "set_id": "1",
        "effective_time": "20200102",
        "openfda": {"brand_name": [HEADING]},
        "mechanism_of_action": [SENTENCES[0]],
        "adverse_reactions": [SENTENCES[1]],
    }
)
#: A page as a browser saves it, with what stands around its text.
SAVED = (
    f"<!DOCTYPE html>\n<!-- saved from url=(0031)https://example.org/baclofen -->\n<html><head><title>{HEADING}</title>"
    '<script src="./On baclofen_files/a.js"></script></head><body><nav><a href="/">Home</a></nav>'
    f"<main><h1>{HEADING}</h1>{PARAGRAPHS}</main><footer>About us</footer></body></html>"
)
#: A page of two columns below a heading, which lie side by side and are drawn one after the other.
COLUMNS = drawn(
    f"BT /F1 18 Tf 72 720 Td ({HEADING}) Tj ET "
    + " ".join(f"BT /F1 10 Tf {x} 690 Td ({words}) Tj ET" for x, words in zip((72, 330), SENTENCES, strict=True))
)

#: The same, each sentence at the top of a column, drawn line by line across both.
LEFT = (
    "Baclofen is a GABA-B receptor",
    "agonist. It relaxes the muscles",
    "of the legs and the back, and",
    "is taken with milk.",
)
RIGHT = (SENTENCES[1], "It goes by after some days if", "the dose is low, and should not", "be a reason to stop.")
ACROSS = drawn(
    f"BT /F1 18 Tf 1 0 0 1 72 720 Tm ({HEADING}) Tj /F1 10 Tf "
    + " ".join(
        f"1 0 0 1 {x} {690 - 12 * row} Tm ({words}) Tj"
        for row, both in enumerate(zip(LEFT, RIGHT, strict=True))
        for x, words in zip((72, 330), both, strict=True)
    )
    + " ET"
)

#: The same words in every format, by the ending that tells it.
SAMPLES: dict[str, bytes] = {
    ".txt": PLAIN.encode(),
    ".md": MARKED.encode(),
    ".html": PAGE.encode(),
    ".xml": LABEL.encode(),
    ".csv": f'title,text\n{HEADING},"{" ".join(SENTENCES)}"\n'.encode(),
    ".tsv": f"title\ttext\n{HEADING}\t{' '.join(SENTENCES)}\n".encode(),
    ".json": RECORD.encode(),
    ".jsonl": RECORD.encode() + b"\n",
    ".pdf": printed(HEADING, "", *SENTENCES),
    ".docx": packed({"word/document.xml": f"<w:document {WORD_NAMES}><w:body>{WORDED}</w:body></w:document>"}),
    ".epub": packed(CHAPTER),
    ".zip": packed({"a.md": MARKED}),
    ".tar": tar(PLAIN),
    "-saved.html": SAVED.encode(),
    "-jats.xml": ARTICLE.encode(),
    "-pubmed.xml": ABSTRACT.encode(),
    "-medquad.xml": ASKED.encode(),
    "-openfda.json": LABEL_RECORD.encode(),
    "-columns.pdf": COLUMNS,
    "-across.pdf": ACROSS,
    ".txt.gz": gzip.compress(PLAIN.encode(), mtime=0),
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return the extractor with the ontology's own words."""
    store: Store = load()
    return Extractor(Lexicon.of(store), Cues.of(store))


def check(document: Document) -> None:
    """Hold a document against the contract."""
    assert CONTROLS.search(document.text) is None
    assert document.blocks
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        words = document.text[block.start : block.end]
        assert words == words.strip()
        assert any(map(str.isalnum, words))
        assert all(block.start <= left <= right <= block.end for left, right in block.cells)
        end = block.end


def hold(data: bytes, name: str) -> None:
    """Read, and check either the document or the one line that refuses it."""
    try:
        document = read(data, name)
    except SourceError as error:
        message = str(error)
    else:
        check(document)
        assert read(data, name) == document
        return
    assert message.startswith(name)
    assert "\n" not in message


def test_every_format_has_a_sample() -> None:
    """A format that is added is held against the contract too."""
    known = {formats.ending_type(f"a{ending}") for ending in SAMPLES}
    assert known == set(ENDINGS.values()) - {formats.GZIP}
    assert set(READERS) | set(BINARY) | formats.ARCHIVES == known


@pytest.mark.parametrize("ending", SAMPLES)
def test_every_reader_gives_the_same_words(ending: str) -> None:
    """Whatever the format, the sentences are there in their order."""
    document = read(SAMPLES[ending], f"a{ending}")
    check(document)
    places = [document.text.find(words) for words in (HEADING, *SENTENCES)]
    assert -1 < places[0] < places[1] < places[2]
    assert read(SAMPLES[ending], f"a{ending}") == document


@pytest.mark.parametrize("ending", SAMPLES)
def test_quotes_stand_in_the_text_of_every_format(ending: str, extractor: Extractor) -> None:
    """What is read of a document lies at its offsets to the letter."""
    document = read(SAMPLES[ending], f"a{ending}")
    evidence = extractor.extract(document)
    assert {item.proposition.predicate for item in evidence} >= {"agonistOf", "hasAdverseEffect"}
    assert all(document.text[item.start : item.end] == item.quote for item in evidence)


@pytest.mark.parametrize("ending", SAMPLES)
@settings(max_examples=25, deadline=None)
@given(cut=st.integers(0, 2_000), place=st.integers(0, 2_000), put=st.binary(max_size=4))
def test_damaged_files_are_read_or_refused(ending: str, cut: int, place: int, put: bytes) -> None:
    """A file that breaks off, or in which bytes are wrong, is a document or one line."""
    data = SAMPLES[ending]
    start = place % len(data)
    hold(data[:start] + put + data[start + len(put) :], f"a{ending}")
    hold(data[: cut % len(data)], f"a{ending}")


TAGS = st.sampled_from(
    (
        *("component", "section", "title", "text", "paragraph", "list", "item", "content", "table", "tr", "td", "th"),
        *("footnote", "br", "sup", "caption", "body", "sec", "p", "xref", "list-item", "table-wrap", "abstract"),
        *("article-meta", "QAPair", "question", "Answer", "Focus", "PubmedArticle", "Article", "setId"),
    )
)
TREES: st.SearchStrategy[Any] = st.recursive(
    st.tuples(TAGS, st.text(max_size=8), st.just([])),
    lambda inner: st.tuples(TAGS, st.text(max_size=8), st.lists(inner, max_size=4)),
    max_leaves=25,
)


def grown(parent: Element, tree: Any) -> None:
    """Add a drawn tree to an element."""
    tag, words, children = tree
    child = SubElement(parent, tag, colspan=words, styleCode="bold", code="34067-9")
    child.text = child.tail = CONTROLS.sub("", words)
    for inner in children:
        grown(child, inner)


@settings(max_examples=150, deadline=None)
@given(root=st.sampled_from(["document", "article", "PubmedArticleSet", "Document", "doc"]), tree=TREES)
def test_any_tree_of_elements_is_read_or_refused(root: str, tree: Any) -> None:
    """Elements in any order and number."""
    top = Element(root)
    for path in (("component", "structuredBody", "component", "section", "text"), ("body", "sec"), ("front",)):
        at = top
        for tag in path:
            at = SubElement(at, tag)
        grown(at, tree)
    hold(tostring(top, encoding="unicode").encode(), "a.xml")


KEYS = st.sampled_from(["text", "title", "openfda", "set_id", "effective_time", "results", "date", "x"]) | st.text(
    max_size=5
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(value=VALUES)
def test_any_json_is_read_or_refused(value: object) -> None:
    """Values of any kind where texts are expected."""
    hold(json.dumps(value).encode(), "a.json")
    hold((json.dumps(value) + "\n").encode() * 2, "a.jsonl")


@settings(max_examples=100, deadline=None)
@given(rows=st.lists(st.lists(st.text(max_size=12), max_size=4), max_size=5), delimiter=st.sampled_from(",;\t|"))
def test_any_table_is_read_or_refused(rows: list[list[str]], delimiter: str) -> None:
    """Rows of any length, with quotes and line ends wherever they come."""
    data = "\n".join(delimiter.join(row) for row in rows).encode("utf-8", "replace")
    hold(data, "a.csv")
    hold(b"text,title\n" + data, "a.csv")
