"""Evidence as rows: the columns are fixed, and every value can be traced back."""

import csv
import io
import json

from dispensatory.rows import COLUMNS, csv_lines, json_lines, row
from ontology.terms import DISP
from ontology.values import Certainty, Evidence, Literal, Proposition

DRUG = DISP + "drug/water"
LABELS = {DRUG: "water", DISP + "condition/thirst": "thirst"}
EVIDENCE = Evidence(
    Proposition(
        DRUG,
        "treats",
        DISP + "condition/thirst",
        (("result", DISP + "condition/thirst"), ("status", Literal("offLabel; rarely"))),
    ),
    "+",
    Certainty.HEDGED,
    DISP + "source/1",
    3,
    27,
    'It may treat "thirst", é.',
    "It",
    "thirst",
)


def test_a_row_holds_labels_words_and_offsets() -> None:
    """Labels and IRIs stand beside the words of the text; a separator inside a qualifier becomes a comma."""
    assert row("notes/a.txt", EVIDENCE, LABELS.__getitem__) == {
        "source": "notes/a.txt",
        "subject": "water",
        "subject_iri": DRUG,
        "subject_text": "It",
        "predicate": "treats",
        "object": "thirst",
        "object_iri": DISP + "condition/thirst",
        "object_text": "thirst",
        "polarity": "+",
        "certainty": "hedged",
        "qualifiers": "result=thirst;status=offLabel, rarely",
        "start": 3,
        "end": 27,
        "quote": 'It may treat "thirst", é.',
    }


def test_a_literal_has_no_iri() -> None:
    """A brand name is its own label and has no identifier."""
    evidence = Evidence(Proposition(DRUG, "hasBrandName", Literal("Aqua")), "+", Certainty.STATED, "", 0, 1, "A")
    made = row("-", evidence, LABELS.__getitem__)
    assert (made["object"], made["object_iri"]) == ("Aqua", "")


def test_csv_and_json_lines_hold_the_same_rows() -> None:
    """Both forms read back to the row they were made of."""
    made = row("a.txt", EVIDENCE, LABELS.__getitem__)
    assert [json.loads(line) for line in json_lines([made])] == [made]
    table = list(csv.DictReader(io.StringIO("".join(csv_lines([made])))))
    assert table == [{key: str(value) for key, value in made.items()}]


def test_a_csv_without_rows_has_its_header() -> None:
    """A text that says nothing about drugs still gives a table."""
    assert "".join(csv_lines([])) == ",".join(COLUMNS) + "\n"
