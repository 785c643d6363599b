"""Articles and questions in XML: title, abstract, sections and tables, without what is not the authors' prose."""

from pathlib import Path

import pytest

from loaders.files import fetch, find
from loaders.readers import read
from ontology.values import Document

RESOURCES = Path(__file__).parent / "resources"


def outline(document: Document) -> list[tuple[str, int, str]]:
    """Return kind, level and words of each block."""
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


def test_an_article_becomes_its_sections() -> None:
    """References, labels and letters to the editor are left out; a raised number after a number is a power."""
    document = read((RESOURCES / "article.xml").read_bytes(), "article.xml")
    assert outline(document) == [
        ("heading", 1, "Baclofen in spasticity"),
        ("heading", 2, "Abstract"),
        ("heading", 3, "Aim"),
        ("paragraph", 0, "We looked at baclofen doses."),
        ("heading", 2, "Introduction"),
        ("paragraph", 0, "Baclofen is a GABA-B agonist."),
        ("heading", 3, "Effects"),
        ("item", 1, "drowsiness"),
        ("item", 1, "nausea"),
        ("paragraph", 0, "Rates."),
        ("row", 0, "Effect | Rate"),
        ("row", 0, "drowsiness | 10^2"),
    ]


def test_an_article_tells_its_journal_and_licence() -> None:
    """The DOI comes before other identifiers."""
    source = read((RESOURCES / "article.xml").read_bytes(), "article.xml").source
    assert (source.title, source.date, source.publisher, source.identifier, source.license) == (
        "Baclofen in spasticity",
        "2021-11-03",
        "Example Journal",
        "10.1234/example",
        "https://creativecommons.org/licenses/by/4.0/",
    )


def test_each_article_of_a_set_is_a_document() -> None:
    """Labelled parts of an abstract are its sections; a translated title loses its brackets."""
    path = str(RESOURCES / "pubmed.xml")
    first, second = [read(fetch(place).data, place.name) for place in find([path])]
    assert [first.source.name, second.source.name] == ["pubmed.xml#record=1", "pubmed.xml#record=2"]
    assert outline(first) == [
        ("heading", 1, "Baclofen for hiccups"),
        ("heading", 2, "Background"),
        ("paragraph", 0, "Hiccups persist."),
        ("heading", 2, "Results"),
        ("paragraph", 0, "Baclofen may relieve hiccups."),
    ]
    source = first.source
    assert (source.identifier, source.publisher, source.date) == ("11", "Example Journal", "1999-02")
    assert outline(second)[0] == ("heading", 1, "Tizanidine")


def test_a_set_read_whole_has_all_its_articles() -> None:
    """From standard input there is one document."""
    document = read((RESOURCES / "pubmed.xml").read_bytes(), "stdin")
    assert [words for kind, level, words in outline(document) if level == 1] == ["Baclofen for hiccups", "Tizanidine"]


@pytest.mark.parametrize(
    "data",
    [
        "<Document url='https://a.org'><Focus>Spasticity</Focus><QAPairs><QAPair><Question>What helps?</Question>"
        "<Answer>Some drugs do.\n\n- baclofen\n- tizanidine</Answer></QAPair></QAPairs></Document>",
        "<doc url='https://a.org'><doctitle-focus>Spasticity</doctitle-focus><pair><question>What helps?</question>"
        "<answer>Some drugs do.\n\n- baclofen\n- tizanidine</answer></pair></doc>",
    ],
)
def test_a_question_heads_its_answer(data: str) -> None:
    """Lists in an answer are lists."""
    document = read(data.encode(), "qa.xml")
    assert outline(document) == [
        ("heading", 1, "Spasticity"),
        ("heading", 2, "What helps?"),
        ("paragraph", 0, "Some drugs do."),
        ("item", 1, "baclofen"),
        ("item", 1, "tizanidine"),
    ]
    assert (document.source.title, document.source.identifier) == ("Spasticity", "https://a.org")


def test_the_lists_of_an_answer_on_one_line_are_lists() -> None:
    """Where the lines of a page were put on one, wide gaps are left of them; a dash in a sentence is no bullet."""
    answer = "It may relieve stiffness - in some - of the   - arms   - legs    It is no cure."
    data = f"<Document><QAPairs><QAPair><Question>What helps ?</Question><Answer>{answer}"
    assert outline(read(f"{data}</Answer></QAPair></QAPairs></Document>".encode(), "qa.xml"))[1:] == [
        ("paragraph", 0, "It may relieve stiffness - in some - of the"),
        ("item", 1, "arms"),
        ("item", 1, "legs"),
        ("paragraph", 0, "It is no cure."),
    ]


def test_an_answer_has_headings_and_lists_of_its_own() -> None:
    """Its lines stand between blank ones: a heading ranks below the question, and a list has no bullets."""
    lines = ["Some drugs do.", "Outlook", "It comes back in most people who had it once.", "What may help:"]
    lines += ["baclofen", "tizanidine, for adults"]
    answer = "\n                \n".join(lines)
    data = f"<Document><Focus>Spasticity</Focus><QAPairs><QAPair><Question>What helps ?</Question><Answer>{answer}"
    assert outline(read(f"{data}</Answer></QAPair></QAPairs></Document>".encode(), "qa.xml"))[1:] == [
        ("heading", 2, "What helps ?"),
        ("paragraph", 0, lines[0]),
        ("heading", 4, lines[1]),
        ("paragraph", 0, lines[2]),
        ("paragraph", 0, lines[3]),
        ("item", 1, lines[4]),
        ("item", 1, lines[5]),
    ]
