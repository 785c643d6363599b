"""FDA labels: sections under headings that tell what their codes say, and what the head says of the label."""

from pathlib import Path

import pytest

from loaders.readers import read, trees
from loaders.readers.labels import HEADINGS
from ontology.errors import SourceError
from ontology.values import Document

RESOURCES = Path(__file__).parent / "resources"
SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "fda_spl_samples"


def outline(document: Document) -> list[tuple[str, int, str]]:
    """Return kind, level and words of each block."""
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


def label() -> Document:
    """Return the label that the tests share."""
    return read((RESOURCES / "label.xml").read_bytes(), "label.xml")


def test_a_label_becomes_headings_paragraphs_lists_and_tables() -> None:
    """Codes give the headings that titles lack; highlights, references and packages are left out."""
    assert outline(label()) == [
        ("heading", 1, "Somnolex Night (zolpidem tartrate)"),
        ("item", 1, "Dosage form: TABLET"),
        ("item", 1, "Route of administration: ORAL"),
        ("item", 1, "DEA schedule: CIV"),
        ("heading", 2, "1 INDICATIONS & USAGE"),
        ("paragraph", 0, "Somnolex is used for insomnia."),
        ("heading", 2, "Adverse reactions"),
        ("paragraph", 0, "Common:"),
        ("item", 1, "headache"),
        ("item", 2, "at night"),
        ("item", 1, "nausea"),
        ("row", 0, "Reaction | Rate"),
        ("row", 0, "drowsiness | 8%"),
        ("paragraph", 0, "Rarely severe."),
        ("heading", 3, "Rare reactions"),
        ("paragraph", 0, "Amnesia"),
        ("item", 1, "confusion"),
        ("item", 1, "falls"),
        ("heading", 2, "Contraindications"),
        ("heading", 3, "Do not use"),
        ("paragraph", 0, "with alcohol"),
    ]


def test_a_label_tells_its_manufacturer_set_id_version_and_date() -> None:
    """What names the label among its versions is kept with the source."""
    source = label().source
    assert (source.title, source.publisher, source.date) == (
        "Somnolex Night (zolpidem tartrate)",
        "Example Labs",
        "2024-02-29",
    )
    assert (source.identifier, source.version) == ("22222222-2222-2222-2222-222222222222", "7")
    assert source.media_type == "application/xml"


def test_an_indexing_file_tells_the_classes_of_a_substance() -> None:
    """FDA names classes by code, and the end of the name tells which kind of class it is."""
    kinds = "".join(
        f'<generalizedMaterialKind><code displayName="{name}"/></generalizedMaterialKind>'
        for name in ("Opioid Antagonist [EPC]", "Opioid Antagonists [MoA]", "Something Else [XY]")
    )
    data = f"<document><title>NALOXONE</title><identifiedSubstance>{kinds}</identifiedSubstance></document>"
    assert outline(read(data.encode(), "index.xml")) == [
        ("heading", 1, "NALOXONE"),
        ("item", 1, "Drug class: Opioid Antagonist"),
        ("item", 1, "Mechanism of action: Opioid Antagonists"),
    ]


def test_every_code_has_one_heading() -> None:
    """The table of sections holds LOINC codes, openFDA's names of fields, and words."""
    names = [code.replace("-", "").replace("_", "") for code in HEADINGS]
    assert all(name.isdigit() or (name.isalpha() and name.islower()) for name in names)
    assert HEADINGS["34088-5"] == "Overdosage"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<document><title>x</document>", "line 1: the XML is broken (mismatched tag)"),
        (b"<document>\n<p>", "line 2: the XML is broken (no element found)"),
        (b"<recipe>soup</recipe>", "unknown vocabulary (<recipe>)"),
        (b"<document>" + b"<a>" * 10_000, "nested more than 200 elements deep"),
        (b"<document>no sections</document>", "no text found"),
        (
            b'<!DOCTYPE document [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><document>&b;</document>',
            "defines an entity of its own (a)",
        ),
        (
            b'<!DOCTYPE document [<!ENTITY file SYSTEM "file:///etc/hostname">]><document>&file;</document>',
            "defines an entity of its own (file)",
        ),
        (b"<document>&nbsp;x</document>", "undefined entity"),
    ],
)
def test_broken_and_hostile_xml_is_refused(data: bytes, reason: str) -> None:
    """No entity is expanded, nothing is fetched, and the message names file, place and reason."""
    with pytest.raises(SourceError) as caught:
        read(data, "label.xml")
    assert str(caught.value).startswith("label.xml")
    assert reason in str(caught.value)


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elements cost more memory than the bytes that write them."""
    monkeypatch.setattr(trees, "MOST", 1_000)
    with pytest.raises(SourceError, match="more than 1,000 elements; split it"):
        read(b"<document>" + b"<a/>" * 1_000, "label.xml")


def test_entities_of_an_external_definition_are_characters() -> None:
    """A definition elsewhere is not fetched; the names that HTML knows have their characters."""
    definition = b'<!DOCTYPE document SYSTEM "http://example.org/x.dtd">'
    data = definition + b"<document><title>&alpha;&ndash;x &odd;</title></document>"
    assert read(data, "a.xml").text == "α–x\n"


@pytest.mark.parametrize("name", ["stdin", "https://example.org/label"])
def test_xml_is_told_by_its_first_words(name: str) -> None:
    """A label without an ending is still a label."""
    document = read((RESOURCES / "label.xml").read_bytes(), name)
    assert document.source.version == "7"


def test_a_wide_table_keeps_its_columns() -> None:
    """Ten thousand columns are read."""
    cells = "".join(f"<td>{number}</td>" for number in range(10_000))
    text = f"<text><table><tr>{cells}</tr><tr>{cells}</tr></table></text>"
    body = f"<structuredBody><component><section>{text}</section></component></structuredBody>"
    document = read(f"<document><component>{body}</component></document>".encode(), "wide.xml")
    assert [len(block.cells) for block in document.blocks] == [10_000, 10_000]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real labels are not here")
def test_a_real_label_keeps_its_sections() -> None:
    """The indexing file of FDA names its substance and its class."""
    path = SHARED / "pharma_class_indexing_sample.xml"
    assert [words for _, _, words in outline(read(path.read_bytes(), path.name))] == [
        "TILDRAKIZUMAB Pharmacologic Class Indexing",
        "Drug class: Interleukin-23 Antagonist",
        "Mechanism of action: Interleukin-23 Antagonists",
    ]
