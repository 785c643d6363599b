"""The reader of tables and records (CSV, TSV, JSON Lines, JSON): one column holds the text, others tell of it."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from loaders.readers import openfda, outline, pages
from loaders.readers.decoding import clean
from loaders.readers.formats import CSV, JSON_LINES, MARK_UP, TSV
from loaders.readers.frontmatter import iso_date
from loaders.readers.markup import Markup
from loaders.readers.reading import Reading, joined
from ontology.errors import SourceError
from ontology.values import Block

Record: TypeAlias = Mapping[str, object]

#: How columns are called that hold the text, the best first, and those that tell of it; letters and digits alone count.
TEXTS = (
    *("text", "fulltext", "content", "body", "abstract", "description", "summary", "passage", "paragraph", "sentence"),
    *("article", "review", "comment", "comments", "message", "post", "note", "notes", "answer"),
)
TITLES = ("title", "name", "heading", "headline", "subject", "topic", "drug", "drugname", "medication", "medicine")
DATES = ("date", "published", "publicationdate", "modified", "updated", "year")
LICENSES = ("license", "licence", "rights")
IDENTIFIERS = ("doi", "pmid", "pmcid", "url", "id")
ABOUT = (*TITLES, *DATES, *LICENSES, *IDENTIFIERS)

#: As one document, not more records than this are read; a file's rows are documents of their own.
MOST = 50_000

#: Rows that are looked at to find the longest text; a longer first cell than this is no name of a column.
SAMPLE, LONGEST_NAME = 1_000, 80
LISTS = ("results", "records", "items", "data", "documents")

csv.field_size_limit(100_000_000)  # a cell may hold a whole article; files are limited as a whole


@dataclass(frozen=True, slots=True)
class Row:
    """A record with its place in the file, counted from 1 as the file's lines or members are."""

    number: int
    record: Record


def rows(text: str, name: str, kind: str) -> list[Row]:
    """Return the records of a file."""
    if kind in (CSV, TSV):
        found = list(_csv_rows(text, name, "\t" if kind == TSV else ""))
    elif kind == JSON_LINES:
        lines = enumerate(text.split("\n"), 1)
        found = [Row(number, _object(line, f"{name}, line {number}")) for number, line in lines if line.strip()]
    else:
        found = _members(_value(text, name), name)
    if not found:
        message = f"{name}: holds no record; give a table with a row for each text"
        raise SourceError(message)
    return found


def text_column(found: Sequence[Row], name: str, chosen: str = "") -> str:
    """Return the column that holds the text: the one chosen, one that is called so, else the longest."""
    columns = dict.fromkeys(key for row in found[:SAMPLE] for key in row.record)
    if chosen:
        fitting = [key for key in columns if _plain(key) == _plain(chosen)]
    else:
        called = {_plain(key): key for key in reversed(columns)}
        fitting = [called[word] for word in TEXTS if word in called] or _longest(found, columns)
    if not fitting:
        what = f"no column {chosen}" if chosen else "no column of text"
        known = " ".join(", ".join(columns).split())[:200] or "its columns"
        message = f"{name}: has {what}; name one of {known} as {name}#column"
        raise SourceError(message)
    return fitting[0]


def reduced(row: Row, column: str, kind: str) -> bytes:
    """Return one record as a file of its own, with the text and what tells of it."""
    if openfda.is_label(row.record):
        kept = dict(row.record)
    else:
        kept = {key: value for key, value in row.record.items() if _plain(key) in ABOUT and key != column}
        kept[TEXTS[0]] = row.record.get(column, "")
    if kind not in (CSV, TSV):
        return (json.dumps(kept, ensure_ascii=False) + "\n").encode("utf-8", "replace")
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t" if kind == TSV else ",", lineterminator="\n")
    writer.writerows((kept.keys(), kept.values()))
    return out.getvalue().encode()


def are_labels(found: Sequence[Row]) -> bool:
    """Tell the drug labels of openFDA, whose records are sections and have no column of text."""
    return all(openfda.is_label(row.record) for row in found)


def has_text(row: Row, column: str) -> bool:
    """Tell a row in which the column of text is not empty."""
    return any(map(str.isalnum, _words(row.record.get(column, ""))))


@dataclass(frozen=True, slots=True)
class Reader:
    """The reader of one kind of table: its records become sections, in the order of the file."""

    kind: str

    def __call__(self, text: str, name: str) -> Reading:
        """Return the texts of all records; a single one tells its title and date too."""
        found = rows(text, name, self.kind)
        if len(found) > MOST:
            message = (
                f"{name}: has more than {MOST:,} records; save it and give the file, whose rows are read one by one"
            )
            raise SourceError(message)
        labels = are_labels(found)
        column = "" if labels else text_column(found, name)
        readings = [openfda.read(row.record) if labels else _reading(row.record, column, name) for row in found]
        if len(readings) == 1:
            return readings[0]
        return Reading(*joined(reading for reading in readings if reading.blocks))


def _reading(record: Record, column: str, name: str) -> Reading:
    told = {_plain(key): " ".join(_words(value).split()) for key, value in record.items() if key != column}
    title, date, licensed, identifier = (
        next((told[word] for word in words if told.get(word)), "") for words in (TITLES, DATES, LICENSES, IDENTIFIERS)
    )
    content = _words(record.get(column, "")).strip()
    if MARK_UP.search(content, 0, 2_000):
        pages.check_nesting(content, name)
        markup = Markup()
        markup.heading(title, 1)
        markup.raw(content)
        kept, blocks = markup.blocks()
    else:
        heading = (Block("heading", 0, len(title), 1),) if any(map(str.isalnum, title)) else ()
        kept = f"{title}\n\n{content}\n" if heading else f"{content}\n"
        blocks = (*heading, *outline.blocks(kept, len(kept) - len(content) - 1, plain=True))
    return Reading(kept, blocks, title[:300], iso_date(date), licensed, identifier=identifier)


def _csv_rows(text: str, name: str, delimiter: str) -> Iterator[Row]:
    head = text.partition("\n")[0]
    # Without any, the one column may hold commas; no text holds the sign that then parts columns.
    delimiter = delimiter or (max(",;\t|", key=head.count) if re.search(r"[,;\t|]", head) else "\x1f")
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        message = f"{name}: is no table of comma-separated values ({error}); save it again from its program"
        raise SourceError(message) from None
    # A file without a head has a text in its first line.
    headed = bool(lines) and not any(_is_prose(cell) for cell in lines[0])
    width = max(map(len, lines), default=0)
    names = [cell.strip() for cell in lines[0]] if headed else []
    columns = [names[at] if at < len(names) and names[at] else str(at + 1) for at in range(width)]
    for number, cells in enumerate(lines, 1):
        if any(map(str.strip, cells)) and (number > 1 or not headed):
            yield Row(number, dict(zip(columns, cells, strict=False)))


def _is_prose(cell: str) -> bool:
    return len(cell) > LONGEST_NAME or cell.strip().endswith((".", "!", "?"))


def _members(value: object, name: str) -> list[Row]:
    if isinstance(value, dict):
        lists = [value[key] for key in LISTS if isinstance(value.get(key), list)]
        lists = [members for members in lists if members and all(isinstance(member, dict) for member in members)]
        value = lists[0] if lists else [value]
    members = value if isinstance(value, list) else []
    return [Row(number, member) for number, member in enumerate(members, 1) if isinstance(member, dict)]


def _object(line: str, place: str) -> Record:
    value = _value(line, place)
    if not isinstance(value, dict):
        message = f"{place}: is no JSON object; give one object a line, with its text in a field"
        raise SourceError(message)
    return value


def _value(text: str, place: str) -> object:
    try:
        return json.loads(text)
    except RecursionError:
        message = f"{place}: the JSON is nested too deep; give a list of objects with a field of text"
        raise SourceError(message) from None
    except ValueError as error:
        message = f"{place}: is no JSON ({error}); save it again from its program"
        raise SourceError(message) from None


def _longest(found: Sequence[Row], columns: Mapping[str, None]) -> list[str]:
    """Return the column with most text, if any holds words and not only names or numbers."""
    lengths = {
        key: sum(len(_words(row.record.get(key, ""))) for row in found[:SAMPLE])
        for key in columns
        if _plain(key) not in ABOUT and any(" " in _words(row.record.get(key, "")).strip() for row in found[:SAMPLE])
    }
    return sorted(lengths, key=lambda key: -lengths[key])[:1]


def _words(value: object) -> str:
    if isinstance(value, list):
        return "\n\n".join(word for word in map(_words, value) if word)
    return clean(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _plain(column: str) -> str:
    return re.sub(r"[^a-z0-9]", "", column.lower())
