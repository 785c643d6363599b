"""A sheet for programs and browsers: JSON and CSV with every fact and sentence, and a page of HTML."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from ontology.terms import predicate_word
from queries.knowledge import Ground, Known
from queries.sheet_texts import NOT_SAID, SHOWN, UNKNOWN, as_markdown, as_text, legend
from queries.sheets import Line, Sheet
from queries.wordings import Numbering, sentence

COLUMNS = (
    *("heading", "in_common", "thing", "thing_iri", "predicate", "object", "object_iri", "standing", "shared", "basis"),
    *("verdict", "belief", "qualifiers", "said_of", "citation", "dispute", "statement", "sources", "sentences"),
)

_STYLE = """body{font:16px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#222}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #ccc;padding:.4rem .6rem;text-align:left;
vertical-align:top}ul{margin:0;padding-left:1.1rem}summary{cursor:pointer}blockquote{margin:.2rem 0 .2rem .8rem;
color:#444;font-size:.9em}.same{background:#eef7ee}.different{background:#fdf0ee}.unknown,.one-unknown th{color:#777}
.shared::marker{content:"= "}.expected,.not-expected{color:#777;font-style:italic}.disputed{color:#a33}
.no{color:#555}small{color:#666}"""


def as_json(sheet: Sheet, shown: int | None = None) -> str:
    """Return the sheet as JSON, whole: rows with cells, facts with grounds, grounds with passages."""
    body = {
        "title": sheet.title,
        "things": [{"iri": iri, "label": label} for iri, label in sheet.things],
        "rows": [_line(line) for line in sheet.lines],
        **({"together": [_line(line) for line in sheet.together]} if sheet.together else {}),
        "sources": [{"iri": iri, "title": title} for iri, title in sheet.sources().items()],
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _line(line: Line) -> dict[str, Any]:
    likeness = {"in_common": line.likeness} if line.likeness else {}
    cells = [
        {"verdict": "known" if cell else UNKNOWN, "facts": [_fact(line, fact) for fact in cell]} for cell in line.cells
    ]
    return {"heading": line.heading, **likeness, "cells": cells}


def _fact(line: Line, fact: Known) -> dict[str, Any]:
    return {
        "predicate": predicate_word(fact.predicate),
        "object": fact.object,
        "label": fact.label,
        "standing": fact.standing,
        **({"shared": (fact.relation, fact.object) in line.shared} if line.likeness else {}),
        "grounds": [_ground(each) for each in fact.grounds],
    }


def _ground(ground: Ground) -> dict[str, Any]:
    passages = [
        {
            "stance": each.stance,
            "certainty": each.certainty,
            "quote": each.quote,
            "start": each.start,
            "end": each.end,
            "source": each.source_iri,
            "title": each.source,
        }
        for each in ground.passages
    ]
    told = {
        "belief": ground.belief,
        "statement": ground.statement,
        "qualifiers": [list(pair) for pair in ground.qualifiers],
        "said_of": ground.about,
        "citation": ground.because,
        "dispute": ground.dispute,
        "passages": passages,
    }
    filled = {key: value for key, value in told.items() if value not in (None, "", [])}
    return {"basis": ground.basis, "verdict": str(ground.verdict), **filled}


def as_csv(sheet: Sheet, shown: int | None = None) -> str:
    """Return the sheet as CSV, whole: a row for each ground of each fact, and one for each empty cell."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for line in (*sheet.lines, *sheet.together):
        pair = (("", " and ".join(label for _, label in sheet.things)),)
        for (iri, label), cell in zip(sheet.things if line in sheet.lines else pair, line.cells, strict=True):
            head = {"heading": line.heading, "in_common": line.likeness or "", "thing": label, "thing_iri": iri}
            writer.writerows({**head, **each} for each in _records(line, cell))
    return out.getvalue()


def _records(line: Line, cell: tuple[Known, ...]) -> Iterator[Mapping[str, object]]:
    if not cell:
        yield {"standing": UNKNOWN}
    for fact in cell:
        for ground in fact.grounds:
            yield {
                "predicate": predicate_word(fact.predicate),
                "object": fact.label,
                "object_iri": fact.object if fact.object != fact.label else "",
                "standing": fact.standing,
                "shared": "yes" if (fact.relation, fact.object) in line.shared else "",
                "basis": ground.basis,
                "verdict": str(ground.verdict),
                "belief": "" if ground.belief is None else ground.belief,
                "qualifiers": ";".join(f"{key}={value}" for key, value in ground.qualifiers),
                "said_of": ground.about,
                "citation": ground.because,
                "dispute": ground.dispute,
                "statement": ground.statement,
                "sources": " | ".join(dict.fromkeys(each.source for each in ground.passages)),
                "sentences": " | ".join(f"{'+' if e.stance == 'supports' else '-'} {e.quote}" for e in ground.passages),
            }


def as_html(sheet: Sheet, shown: int | None = SHOWN) -> str:
    """Return the sheet as one page that needs nothing else; a fact opens onto its sentences."""
    numbering = Numbering(sheet.sources())
    title, paired = escape(sheet.title), len(sheet.things) > 1
    heads = ["", *(label for _, label in sheet.things), *(["in common"] if paired else [])]
    rows = []
    for line in sheet.lines:
        cells = "".join(f"<td>{_cell(line, cell, numbering, shown, UNKNOWN)}</td>" for cell in line.cells)
        likeness = f"<td>{line.likeness}</td>" if line.likeness else ""
        kind = f' class="{line.likeness.replace(" ", "-")}"' if line.likeness else ""
        rows.append(f"<tr{kind}><th>{escape(line.heading)}</th>{cells}{likeness}</tr>")
    pair = [
        f"<h2>{escape(line.heading)}</h2>{_cell(line, line.cells[0], numbering, shown, NOT_SAID)}"
        for line in sheet.together
    ]
    parts = [
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>',
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>",
        f"<table><thead><tr>{''.join(f'<th>{escape(head)}</th>' for head in heads)}</tr></thead><tbody>",
        *rows,
        "</tbody></table>",
        *pair,
        f"<h2>Sources</h2><ol>{''.join(f'<li>{escape(each)}</li>' for each in numbering.titles)}</ol>",
        f"<p><small>{escape(legend(sheet))}</small></p></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _cell(line: Line, cell: tuple[Known, ...], numbering: Numbering, shown: int | None, nothing: str) -> str:
    if not cell:
        return f'<span class="unknown">{nothing}</span>'
    rest = cell[shown:] if shown is not None else ()
    first = _list(line, cell[:shown], numbering)
    return first + (
        f"<details><summary>… and {len(rest)} more</summary>{_list(line, rest, numbering)}</details>" if rest else ""
    )


def _list(line: Line, facts: tuple[Known, ...], numbering: Numbering) -> str:
    return f"<ul>{''.join(_item(line, fact, numbering) for fact in facts)}</ul>"


def _item(line: Line, fact: Known, numbering: Numbering) -> str:
    kinds = [fact.standing.replace(" ", "-"), *(["shared"] if (fact.relation, fact.object) in line.shared else [])]
    words = escape(sentence(fact, line.told, numbering))
    passages = dict.fromkeys(passage for ground in fact.grounds for passage in ground.passages)
    quotes = "".join(
        f"<blockquote>{escape(each.quote)} <small>{each.stance}, {escape(each.source)}</small></blockquote>"
        for each in passages
    )
    inside = f"<details><summary>{words}</summary>{quotes}</details>" if quotes and fact.relation else words
    return f'<li class="{" ".join(kinds)}">{inside}</li>'


#: How a sheet can be written, by the name of the format; JSON and CSV hold all facts whatever is asked for.
SHEET_FORMATS: dict[str, Callable[[Sheet, int | None], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "html": as_html,
    "json": as_json,
    "csv": as_csv,
}
