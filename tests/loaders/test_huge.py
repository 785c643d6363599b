"""Documents that are huge, wide or deep are read or refused in one line; `benchmarks/growth.py` measures their time."""

import pytest

from benchmarks.shapes import FACT, SHAPES, Shape
from dispensatory.tools import Tools
from loaders.readers import read
from ontology.errors import SourceError
from ontology.values import Evidence

#: The part of the wanted size at which every shape is read here.
PART = 200


@pytest.fixture(scope="module")
def tools() -> Tools:
    """Return the lexicon and the extractor."""
    return Tools.ready()


def facts(tools: Tools, name: str, text: str) -> list[tuple[str, str, str]]:
    """Return subject, predicate and object of what is read, each once, after holding quotes against the text."""
    document = read(text.encode(), name)
    evidence = tools.extractor.extract(document)
    assert all(document.text[item.start : item.end] == item.quote for item in evidence)
    return sorted({(local(item, "subject"), item.proposition.predicate, local(item, "object")) for item in evidence})


def local(item: Evidence, role: str) -> str:
    """Return the last part of the name of what a fact joins."""
    return str(getattr(item.proposition, role)).rpartition("/")[2]


@pytest.mark.parametrize("key", SHAPES)
def test_hostile_documents_are_read_or_refused(key: str, tools: Tools) -> None:
    """Whatever is repeated, a document comes of it, with quotes that stand in it, or one line that names it."""
    shape: Shape = SHAPES[key]
    try:
        document = read(shape.of(max(2, shape.wanted // PART)), shape.name)
    except SourceError as error:
        message = str(error)
        document = None
    if document is None:
        assert message.startswith(shape.name)
        assert "\n" not in message
        return
    assert document.blocks
    for item in tools.extractor.extract(document):
        assert document.text[item.start : item.end] == item.quote


NAUSEA = ("baclofen", "hasAdverseEffect", "nausea")


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_line_of_five_megabytes_is_read_to_its_end(name: str, tools: Tools) -> None:
    """What stands behind five million characters on one line is read like any other sentence."""
    line = "The sea was calm and the day was long. " * 130_000 + FACT
    assert facts(tools, name, f"<p>{line}</p>" if name == "a.html" else line) == [NAUSEA]


def test_a_sentence_of_a_hundred_thousand_mentions_is_read(tools: Tools) -> None:
    """Its first piece has the verb, and says what it says of each thing named there; the sentence after it is read."""
    found = facts(tools, "a.txt", SHAPES["mentions in a sentence"].make(100_000) + "\nBaclofen is not an opioid.\n")
    assert NAUSEA in found
    assert ("baclofen", "isA", "Opioid") in found
    assert {(subject, predicate) for subject, predicate, _ in found} == {NAUSEA[:2], ("baclofen", "isA")}
    assert len(found) == 9


@pytest.mark.parametrize(("opening", "closing"), ["()", "[]", "{}", "<>", '""'])
def test_ten_thousand_nested_brackets_hide_nothing_else(opening: str, closing: str, tools: Tools) -> None:
    """The sentences around them are read."""
    text = f"{FACT}\n\n{opening * 10_000}x{closing * 10_000}\n\nBaclofen is not an opioid."
    assert facts(tools, "a.txt", text) == [NAUSEA, ("baclofen", "isA", "Opioid")]


def test_lists_of_four_thousand_levels_are_read(tools: Tools) -> None:
    """The depth of an item changes nothing of what its heading says of it."""
    text = "# Baclofen\n\n## Side effects\n\n" + SHAPES["list levels"].make(4_000)
    assert facts(tools, "a.md", text) == [NAUSEA]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<ul><li>" * 10_000 + "baclofen" + "</li></ul>" * 10_000),
        ("a.xml", "<document>" + "<list><item>" * 10_000 + "</item></list>" * 10_000 + "</document>"),
        ("a.json", "[" * 100_000 + '"baclofen"' + "]" * 100_000),
        ("a.html", f"<p {' '.join(f'a{at}=b' for at in range(100_000))}>{FACT}</p>"),
    ],
)
def test_marks_nested_deeper_than_people_write_are_refused(name: str, text: str) -> None:
    """What would take a parser the square of its size, or more than its stack, is one line."""
    with pytest.raises(SourceError, match=r"nested|thousands of attributes") as caught:
        read(text.encode(), name)
    assert str(caught.value).startswith(name)


def test_a_table_of_ten_thousand_columns_is_read(tools: Tools) -> None:
    """Each column's drug gets what its cell says."""
    assert facts(tools, "a.md", SHAPES["columns of Markdown"].make(10_000)) == [NAUSEA]
