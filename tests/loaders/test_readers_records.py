"""Tables and records: one column is the text, others tell of it, and openFDA's labels are sections."""

import json

import pytest

from loaders.readers import read
from ontology.errors import SourceError
from ontology.values import Document


def outline(document: Document) -> list[tuple[str, int, str]]:
    """Return kind, level and words of each block."""
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", 'id,drug,review\n7,Baclofen,"It made me drowsy, but it helped."\n8,Tizanidine,Dry mouth.\n'),
        ("a.csv", "drug;review\nBaclofen;It made me drowsy, but it helped.\nTizanidine;Dry mouth.\n"),
        ("a.tsv", "review\tname\nIt made me drowsy, but it helped.\tBaclofen\nDry mouth.\tTizanidine\n"),
        (
            "a.jsonl",
            '{"Title": "Baclofen", "TEXT": "It made me drowsy, but it helped."}\n\n'
            '{"Title": "Tizanidine", "TEXT": "Dry mouth."}',
        ),
        (
            "a.json",
            '{"items": [{"name": "Baclofen", "body": ["It made me drowsy, but it helped."]},'
            ' {"name": "Tizanidine", "body": "Dry mouth."}]}',
        ),
    ],
)
def test_each_record_is_a_section_under_its_title(name: str, data: str) -> None:
    """Whatever the format, the column of text is found by its name and the title heads it."""
    assert [(kind, words) for kind, _, words in outline(read(data.encode(), name))] == [
        ("heading", "Baclofen"),
        ("paragraph", "It made me drowsy, but it helped."),
        ("heading", "Tizanidine"),
        ("paragraph", "Dry mouth."),
    ]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("code,what\n12,It relaxes muscles.\n13,It causes drowsiness.\n", "It relaxes muscles."),
        ("Baclofen relaxes muscles, mostly.\nTizanidine too, in a way.\n", "Baclofen relaxes muscles"),
        ("text\nBaclofen relaxes muscles, mostly.\n", "Baclofen relaxes muscles, mostly."),
    ],
)
def test_without_a_known_name_the_longest_text_is_read(data: str, text: str) -> None:
    """A head is told from a text, and a single column may hold commas."""
    assert outline(read(data.encode(), "a.csv"))[0][2] == text


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        ('[{"text": "Baclofen relaxes muscles."}]', "application/json"),
        ('{"text": "Baclofen relaxes muscles."}', "application/json"),
        ('{"text": "One."}\n{"text": "Two."}\n', "application/x-ndjson"),
    ],
)
def test_records_are_told_by_their_first_words(data: str, media_type: str) -> None:
    """From standard input they have no name."""
    assert read(data.encode(), "stdin").source.media_type == media_type


def test_a_single_record_tells_of_its_source() -> None:
    """Title, date, licence and identifier stand in columns of their own."""
    row = {"title": "On baclofen", "date": "2020-02-01", "license": "CC0", "doi": "10.1/x", "text": "# Use\n\n- spasms"}
    document = read(json.dumps(row).encode(), "a.json")
    source = document.source
    assert (source.title, source.date, source.license, source.identifier) == (
        "On baclofen",
        "2020-02-01",
        "CC0",
        "10.1/x",
    )
    assert outline(document) == [("heading", 1, "On baclofen"), ("heading", 1, "Use"), ("item", 1, "spasms")]


def test_a_text_with_marks_of_html_is_read_as_a_page() -> None:
    """Tags do not become words."""
    document = read(b'{"title": "X", "text": "<p>Some <b>bold</b> words.</p>"}', "a.jsonl")
    assert outline(document) == [("heading", 1, "X"), ("paragraph", 0, "Some bold words.")]


def test_controls_and_halves_of_characters_are_no_text() -> None:
    """What JSON can write and no text holds is replaced."""
    document = read(b'{"text": "a\\u0001b \\ud800 c\\u0000"}', "a.json")
    assert document.text == "a b \N{REPLACEMENT CHARACTER} c\n"


def test_a_label_of_openfda_is_read_by_sections() -> None:
    """Fields are headings, by the words that the extractor knows; the title in a text is not told twice."""
    label = {
        "set_id": "s",
        "version": "3",
        "effective_time": "20200131",
        "openfda": {
            "brand_name": ["Lioresal"],
            "generic_name": ["BACLOFEN"],
            "manufacturer_name": ["Example Labs"],
            "pharm_class_epc": ["gamma-Aminobutyric Acid-ergic Agonist [EPC]"],
            "route": ["ORAL", "INTRATHECAL"],
        },
        "indications_and_usage": ["1 INDICATIONS AND USAGE Baclofen is used for spasticity."],
        "do_not_use": ["with alcohol"],
        "adverse_reactions_table": [
            "<table><tr><td>drowsiness</td><td>8%</td></tr><tr><td>a</td><td>b</td></tr></table>"
        ],
        "how_supplied": ["Bottles of 100"],
        "spl_unclassified_section": ["Some more."],
        "warnings_and_cautions": ["5 WARNINGS AND PRECAUTIONS Drowsiness."],
    }
    document = read(json.dumps({"meta": {}, "results": [label]}).encode(), "label.json")
    source = document.source
    assert (source.title, source.date, source.publisher, source.identifier, source.version) == (
        "Lioresal (BACLOFEN)",
        "2020-01-31",
        "Example Labs",
        "s",
        "3",
    )
    assert outline(document) == [
        ("heading", 1, "Lioresal (BACLOFEN)"),
        ("item", 1, "Route of administration: ORAL, INTRATHECAL"),
        ("item", 1, "Drug class: gamma-Aminobutyric Acid-ergic Agonist"),
        ("heading", 2, "Indications and usage"),
        ("paragraph", 0, "Baclofen is used for spasticity."),
        ("heading", 2, "Contraindications"),
        ("paragraph", 0, "with alcohol"),
        ("row", 0, "drowsiness | 8%"),
        ("row", 0, "a | b"),
        ("heading", 2, "Spl unclassified section"),
        ("paragraph", 0, "Some more."),
        ("heading", 2, "Warnings and precautions"),
        ("paragraph", 0, "Drowsiness."),
    ]


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        ("a,b\n1,2\n", "a.csv", "has no column of text; name one of a, b as a.csv#column"),
        ("text\n", "a.csv", "holds no record"),
        ("text\n" + "a b\n" * 50_001, "a.csv", "has more than 50,000 records; save it and give the file"),
        ('{"text": "x"}\n[1]\n', "a.jsonl", "a.jsonl, line 2: is no JSON object"),
        ('{"text": "x"}\n{"text": \n', "a.jsonl", "a.jsonl, line 2: is no JSON (Expecting value"),
        ("[" * 100_000 + "1", "a.json", "the JSON is nested too deep"),
        ("[1, 2]", "a.json", "holds no record"),
        ('{"patient": {"drug": "x"}}', "a.json", "has no column of text"),
        ('{"text": ' + "9" * 5_000 + "}", "a.json", "is no JSON"),
    ],
)
def test_what_is_no_table_of_texts_is_refused(data: str, name: str, reason: str) -> None:
    """The message names the place and the remedy."""
    with pytest.raises(SourceError) as caught:
        read(data.encode(), name)
    assert str(caught.value).startswith(name)
    assert reason in str(caught.value)


def test_a_table_of_ten_thousand_columns_is_read() -> None:
    """Columns without words cost nothing."""
    head = ",".join(f"c{number}" for number in range(10_000))
    cells = ",".join(["1"] * 9_999 + ["Baclofen relaxes muscles."])
    assert read(f"{head}\n{cells}\n".encode(), "a.csv").text == "Baclofen relaxes muscles.\n"
