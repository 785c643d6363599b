"""Evidence as rows of a table, the form that spreadsheets, scripts and scorers read."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator

from ontology.values import Evidence, Literal, Node

#: The columns, in order; `*_text` are the words as they stand in the source, `start` and `end` its code points.
COLUMNS = (
    "source",
    "subject",
    "subject_iri",
    "subject_text",
    "predicate",
    "object",
    "object_iri",
    "object_text",
    "polarity",
    "certainty",
    "qualifiers",
    "start",
    "end",
    "quote",
)

Row = dict[str, str | int]


def row(place: str, evidence: Evidence, label: Callable[[str], str]) -> Row:
    """Return one evidence as a row; `place` is the source as the caller named it, `label` gives an entity's name."""

    def word(node: Node) -> str:
        return node.value if isinstance(node, Literal) else label(node)

    what = evidence.proposition
    return {
        "source": place,
        "subject": word(what.subject),
        "subject_iri": what.subject,
        "subject_text": evidence.subject_text,
        "predicate": what.predicate,
        "object": word(what.object),
        "object_iri": "" if isinstance(what.object, Literal) else what.object,
        "object_text": evidence.object_text,
        "polarity": evidence.polarity,
        "certainty": str(evidence.certainty),
        "qualifiers": ";".join(f"{key}={word(value).replace(';', ',')}" for key, value in what.qualifiers),
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
    }


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the rows as CSV, the header first."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for entry in rows:
        writer.writerow(entry)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the rows as JSON, one object a line."""
    for entry in rows:
        yield json.dumps(entry, ensure_ascii=False) + "\n"
