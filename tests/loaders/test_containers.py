"""Files that hold many documents: each has an address, a name and bytes of its own."""

import gzip
from pathlib import Path

import pytest

from loaders.files import Place, fetch, find
from loaders.readers import read
from ontology.errors import SourceError
from tests.loaders.test_archives import tarred, zipped

TABLE = b'title,text,rating\nBaclofen,It relaxes muscles.,5\n,,1\nTizanidine,"It does, too.",4\n'


def told(places: list[str], folder: Path) -> list[tuple[str, str]]:
    """Return the address below the folder and the text of each place."""
    found = find(str(folder / place) for place in places)
    return [(place.address.removeprefix(f"{folder}/"), read(fetch(place).data, place.name).text) for place in found]


def test_each_row_is_a_document(tmp_path: Path) -> None:
    """Rows are counted as a spreadsheet shows them, and those without a text are none."""
    (tmp_path / "a.csv").write_bytes(TABLE)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "One."}\n{"text": "Two."}\n'))
    assert told(["a.csv", "b.jsonl.gz"], tmp_path) == [
        ("a.csv#row=2", "Baclofen\n\nIt relaxes muscles.\n"),
        ("a.csv#row=4", "Tizanidine\n\nIt does, too.\n"),
        ("b.jsonl.gz#row=1", "One.\n"),
        ("b.jsonl.gz#row=2", "Two.\n"),
    ]


def test_a_row_is_the_same_source_whatever_stands_beside_its_text() -> None:
    """A name shows the file and the row, and no folder."""
    place = Place("/x/a.csv#row=2", "/x/a.csv")
    assert place.name == "a.csv#row=2"
    assert Place("/x/b.zip!/c/a.xml", "/x/b.zip").name == "b.zip!/c/a.xml"


def test_each_member_is_a_document(tmp_path: Path) -> None:
    """A table in an archive is rows there too; a packed file is told by what it holds."""
    members = {"b/leaflet.md": b"# Baclofen", "a.csv": TABLE, "c.txt.gz": gzip.compress(b"Words.")}
    (tmp_path / "x.zip").write_bytes(zipped(members))
    (tmp_path / "y.tar.gz").write_bytes(tarred({"leaflet.md": b"# Baclofen"}))
    (tmp_path / "z.txt.gz").write_bytes(gzip.compress(b"Packed words."))
    assert told([""], tmp_path) == [
        ("x.zip!/a.csv#row=2", "Baclofen\n\nIt relaxes muscles.\n"),
        ("x.zip!/a.csv#row=4", "Tizanidine\n\nIt does, too.\n"),
        ("x.zip!/b/leaflet.md", "# Baclofen"),
        ("x.zip!/c.txt.gz", "Words."),
        ("y.tar.gz!/leaflet.md", "# Baclofen"),
        ("z.txt.gz", "Packed words."),
    ]


def test_each_article_of_a_set_in_an_archive_is_a_document(tmp_path: Path) -> None:
    """A set of articles is taken apart wherever it lies, packed or not; one article alone stays what it is."""
    articles = [
        f"<PubmedArticle><MedlineCitation><Article><ArticleTitle>On {name}</ArticleTitle><Abstract>"
        "<AbstractText>It relaxes muscles.</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>"
        for name in ("baclofen", "tizanidine")
    ]
    whole = f"<PubmedArticleSet>{''.join(articles)}</PubmedArticleSet>".encode()
    members = {"a.xml": whole, "b.xml.gz": gzip.compress(whole), "c.xml": articles[0].encode(), "d.xml": b"<broken"}
    (tmp_path / "x.zip").write_bytes(zipped(members))
    (tmp_path / "y.tgz").write_bytes(tarred({"a.xml": whole}))
    places = list(find([str(tmp_path)]))
    assert [place.address.removeprefix(f"{tmp_path}/") for place in places] == [
        "x.zip!/a.xml#record=1",
        "x.zip!/a.xml#record=2",
        "x.zip!/b.xml.gz#record=1",
        "x.zip!/b.xml.gz#record=2",
        "x.zip!/c.xml",
        "x.zip!/d.xml",
        "y.tgz!/a.xml#record=1",
        "y.tgz!/a.xml#record=2",
    ]
    del places[5]
    found = [read(fetch(place).data, place.name) for place in places]
    assert [document.source.title for document in found] == ["On baclofen", "On tizanidine"] * 2 + [
        "On baclofen",
        "On baclofen",
        "On tizanidine",
    ]
    assert told(["x.zip!/a.xml#record=2"], tmp_path) == [
        ("x.zip!/a.xml#record=2", "On tizanidine\nIt relaxes muscles.\n")
    ]
    assert len(told(["x.zip!/a.xml"], tmp_path)) == 2


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("x.zip!/leaflet.md", ["x.zip!/leaflet.md"]),
        ("x.zip!/a.csv", ["x.zip!/a.csv#row=2", "x.zip!/a.csv#row=4"]),
        ("a.csv#row=4", ["a.csv#row=4"]),
        ("a.csv#title", ["a.csv#row=2", "a.csv#row=4"]),
    ],
)
def test_one_document_or_column_can_be_named(tmp_path: Path, named: str, expected: list[str]) -> None:
    """An address that was shown can be given; after `#` a column can be named."""
    (tmp_path / "x.zip").write_bytes(zipped({"leaflet.md": b"# Baclofen", "a.csv": TABLE}))
    (tmp_path / "a.csv").write_bytes(TABLE)
    assert [address for address, _ in told([named], tmp_path)] == expected


def test_a_named_column_is_the_text(tmp_path: Path) -> None:
    """It is read although another is called text."""
    (tmp_path / "a.csv").write_bytes(b"text,answer\nNot this one.,This one.\n")
    assert told(["a.csv#answer"], tmp_path) == [("a.csv#row=2", "This one.\n")]


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("x.zip!/b.md", "no such file or folder"),
        ("a.csv#colour", "has no column colour; name one of title, text, rating"),
        ("a.txt#row=1", "no such file or folder"),
    ],
)
def test_a_part_that_is_not_there_is_refused(tmp_path: Path, named: str, reason: str) -> None:
    """The message tells what there is."""
    (tmp_path / "x.zip").write_bytes(zipped({"a.md": b"# Baclofen"}))
    (tmp_path / "a.csv").write_bytes(TABLE)
    with pytest.raises(SourceError, match=reason):
        find([str(tmp_path / named)])


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("x.zip", b"PK broken", r"x.zip: is no archive"),
        ("x.tgz", b"\x1f\x8b broken", r"x.tgz: is no gzip file"),
        ("a.csv", b"a,b\n1,2\n", r"a.csv: has no column of text"),
        ("a.csv.gz", b"text\nwords\n", r"a.csv.gz: is no gzip file"),
        ("a.json", b"{", r"a.json: is no JSON|a.json: is empty"),
    ],
)
def test_a_file_that_cannot_be_opened_is_told_when_it_is_fetched(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    """A run that keeps going passes over it like any other file."""
    (tmp_path / name).write_bytes(data)
    (place,) = find([str(tmp_path)])
    with pytest.raises(SourceError, match=reason):
        read(fetch(place).data, place.name)


def test_a_member_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    """Each is fetched by itself."""
    (tmp_path / "x.zip").write_bytes(zipped({"a.csv": b"a,b\n1,2\n", "inner.zip": b"PK", "z.txt": b"Words."}))
    broken, nested, fine = find([str(tmp_path / "x.zip")])
    with pytest.raises(SourceError, match=r"x.zip!/a.csv: has no column of text"):
        read(fetch(broken).data, broken.name)
    with pytest.raises(SourceError, match=r"x.zip!/inner.zip: is an archive inside"):
        fetch(nested)
    assert fetch(fine).data == b"Words."
