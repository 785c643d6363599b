"""One contract for all readers: bytes become a Document whose blocks lie in order, or are refused in one line."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.readers import read
from ontology.errors import SourceError
from ontology.values import Document

NAMES = (
    "a.txt",
    "a.md",
    "a.html",
    "a.xml",
    "a.csv",
    "a.tsv",
    "a.json",
    "a.jsonl",
    "a.txt.gz",
    "a.zip",
    "a.tar",
    "stdin",
)
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
SHARED = Path(__file__).parents[2].parent / "shared"

PIECES = st.sampled_from(
    (
        "# ",
        "---\n",
        "===\n",
        "- ",
        "  * ",
        "1. ",
        "| a | b |\n",
        "|---|---|\n",
        "> ",
        "```\n",
        "**",
        "\n",
        "\n\n",
        "a  b\n",
        "<p>",
        "</p>",
        "<ul><li>",
        "</ul>",
        "<table><tr><td rowspan=3>",
        "<th colspan=2>",
        "</table>",
        "<br>",
        "<dl><dt>",
        "<dd>",
        "<sup>2",
        "<h2>",
        "<b>",
        "<!--",
        "-->",
        "&amp;",
        "<summary>",
        "title: x\n",
        "<document>",
        "</document>",
        "<component><structuredBody><component><section>",
        "<text><paragraph>",
        "text,title\n",
        '"',
        ",",
        '{"text": "',
        '"}\n',
        "[",
        "\x0b",
        "α",
        "\t",
        ". ",
        "word ",
        "Word?",
    )
)


def check(document: Document) -> None:
    """Hold a document against the contract of its blocks."""
    assert CONTROLS.search(document.text) is None
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        words = document.text[block.start : block.end]
        assert any(map(str.isalnum, words))
        assert words == words.strip()
        left = block.start
        for start, stop in block.cells:
            assert left <= start <= stop <= block.end
            left = start
        assert bool(block.cells) == (block.kind == "row") == (block.table >= 0)
        assert (block.level > 0) == (block.kind in ("heading", "item"))
        end = block.end


def read_or_refuse(data: bytes, name: str) -> None:
    """Read, and check either the document or the message."""
    try:
        document = read(data, name)
    except SourceError as error:
        message = str(error)
    else:
        assert document.source.sha256 == sha256(data).hexdigest()
        assert document.blocks
        check(document)
        assert read(data, name) == document
        return
    assert message.startswith(name)
    assert "\n" not in message


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    """No bytes make a reader fail in any other way."""
    read_or_refuse(data, name)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=120, deadline=None)
@given(pieces=st.lists(PIECES | st.text(max_size=8), max_size=30))
def test_any_marks_are_read_or_refused(name: str, pieces: list[str]) -> None:
    """Marks in any order, broken and nested as they come, give blocks that hold the contract."""
    read_or_refuse("".join(pieces).encode("utf-8", "replace"), name)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference texts are not here")
def test_reference_texts_are_read_with_their_title_and_headings() -> None:
    """Each real text has a title, prose, and no block that is page furniture."""
    paths = sorted((SHARED / "sources").glob("*.txt"))
    assert len(paths) == 9
    for path in paths:
        document = read(path.read_bytes(), path.name)
        check(document)
        kinds = [block.kind for block in document.blocks]
        words = {document.text[block.start : block.end] for block in document.blocks}
        assert document.source.title
        assert kinds.count("heading") > 3
        assert not words & {"Skip to content", "4 min read", "In This Article"}


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"%PDF-1.7 \x00\x01", "leaflet.txt", "is a PDF file"),
        (b"PK\x03\x04rest", "leaflet.txt", "ZIP archive"),
        (b"Baclofen\x00\x01\x02 is", "a.txt", "is binary"),
        (b"Baclofen \xc3\x28 is caf\xc3\xa9", "a.txt", "line 1: byte 9"),
        (b"one\ntwo \x81\x8d\xff\xfe\x90", "a.txt", "line 2: byte 8"),
        (b"\xff\xfe\x00\xd8\x41", "a.txt", "starts as UTF-16"),
        (b"", "a.txt", "is empty"),
        (b" \n\t\n", "a.txt", "is empty"),
        (b"--- ... ***", "a.md", "is empty"),
        (b"a\n" * 500_000, "a.txt", "has more than 500,000 lines; split it into documents"),
        (b"a" * 20_000_001, "a.txt", "larger than 20 MB"),
        (b"<html><body><script>var a = 1</script><p></p>", "a.html", "no text found"),
        (b"<div>" * 30_000 + b"x", "a.html", "nested 30,000 elements deep"),
        (b"drug,dose\n", "a.xlsx", "cannot read files that end in .xlsx"),
        (b"---\ntitle: a: b\n---\ntext", "a.md", "line 2: the front matter is no YAML"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, name: str, reason: str) -> None:
    """The message names the source, what is wrong with it and what to do."""
    with pytest.raises(SourceError) as caught:
        read(data, name)
    assert str(caught.value).startswith(name)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("α₂ café".encode(), "α₂ café"),
        ("\ufeffα café".encode(), "α café"),
        ("α café".encode("utf-16"), "α café"),
        (("Баклофен снижает мышечный тонус. " * 9).encode("cp1251"), "Баклофен снижает мышечный тонус. " * 9),
        ("plain words here".encode("utf-16-le"), "plain words here"),
        ("café “quoted” – 5 µg".encode("cp1252"), "café “quoted” – 5 µg"),
        (b"one\r\ntwo\rthree", "one\ntwo\nthree"),
    ],
)
def test_encodings_are_told_apart(data: bytes, text: str) -> None:
    """Marks, UTF-8 and Western European bytes give the same text, and line ends become one kind."""
    assert read(data, "a.txt").text == text


def test_a_page_may_declare_its_encoding() -> None:
    """A charset in the head is believed where UTF-8 does not fit."""
    data = '<meta charset="windows-1253"><p>Βακλοφαίνη</p>'.encode("cp1253")
    assert read(data, "a.html").text == "Βακλοφαίνη\n"


@pytest.mark.parametrize(
    ("name", "media_type", "kept"),
    [
        ("a.txt", "", "text/plain"),
        ("a.md", "", "text/markdown"),
        ("a.HTM", "", "text/html"),
        ("stdin", "", "text/plain"),
        ("https://example.org/a.md", "text/plain; charset=utf-8", "text/markdown"),
        ("https://example.org/page", "application/xhtml+xml", "text/html"),
        ("https://example.org/v1.2/page.php?x=1", "", "text/plain"),
    ],
)
def test_the_format_is_told_by_type_name_or_words(name: str, media_type: str, kept: str) -> None:
    """A media type comes before the ending, and an address without one is sniffed."""
    assert read(b"Some words.", name, media_type).source.media_type == kept


@pytest.mark.parametrize("name", ["a.txt", "stdin", "https://example.org/x"])
def test_a_page_is_a_page_under_any_name(name: str) -> None:
    """A text that starts as HTML is read as HTML."""
    document = read(b"<!DOCTYPE html><p>Some words.</p>", name)
    assert (document.source.media_type, document.text) == ("text/html", "Some words.\n")


def test_an_unreadable_media_type_is_refused() -> None:
    """What a server calls a picture is not read as text."""
    with pytest.raises(SourceError, match="cannot read image/png"):
        read(b"words", "https://example.org/x", "image/png")
