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

_STYLE = """body{font:16px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#222;
background:#fff}table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border:1px solid #ccc;
padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}.heading{width:9rem}.likeness{width:6rem}
ul{margin:0;padding-left:1.1rem}summary{cursor:pointer}li summary{list-style:none;text-decoration:underline dotted #999;
text-underline-offset:.2em}li summary::-webkit-details-marker{display:none}
blockquote{margin:.2rem 0 .2rem .8rem;color:#444;font-size:.9em}.same{background:#eef7ee}.different{background:#fdf0ee}
.unknown,.one-unknown>th{color:#666}.shared::marker{content:"= "}.expected,.not-expected{color:#666;font-style:italic}
.disputed{color:#a33}.no{color:#555}small{color:#555}
@media(max-width:40rem){body{margin:1rem auto}table,tbody,tr,th,td{display:block;width:auto}thead{display:none}
tr{border:1px solid #ccc;margin-bottom:.8rem}th,td{border:0}td::before{content:attr(data-of);font-weight:bold;
display:block}}"""
#: So many denials that only follow from others are shown before the rest is folded.
_FEW = 3


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
    labels = [escape(label) for _, label in sheet.things]
    common = '<th class="likeness">in common</th>' if paired else ""
    heads = f'<th class="heading"></th>{"".join(f"<th>{label}</th>" for label in labels)}{common}'
    named = [f' data-of="{label}"' if paired else "" for label in labels]  # where a narrow page has no columns
    rows = []
    for line in sheet.lines:
        cells = "".join(
            f"<td{of}>{_cell(line, cell, numbering, shown, UNKNOWN)}</td>"
            for of, cell in zip(named, line.cells, strict=True)
        )
        likeness = f'<td data-of="in common">{line.likeness}</td>' if line.likeness else ""
        kind = f' class="{line.likeness.replace(" ", "-")}"' if line.likeness else ""
        rows.append(f"<tr{kind}><th>{escape(line.heading)}</th>{cells}{likeness}</tr>")
    pair = [
        f"<h2>{escape(line.heading)}</h2>{_cell(line, line.cells[0], numbering, shown, NOT_SAID)}"
        for line in sheet.together
    ]
    parts = [
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>',
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>",
        f"<table><thead><tr>{heads}</tr></thead><tbody>",
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
    if shown is not None:
        return _list(line, cell[:shown], numbering) + _folded("more", line, cell[shown:], numbering)
    idle = [fact for fact in cell if fact.standing == "no" and all(each.basis == "inference" for each in fact.grounds)]
    folded = tuple(idle[_FEW:])
    first = tuple(fact for fact in cell if fact not in folded)
    return _list(line, first, numbering) + _folded("more that it is not (inferred)", line, folded, numbering)


def _folded(words: str, line: Line, facts: tuple[Known, ...], numbering: Numbering) -> str:
    if not facts:
        return ""
    return f"<details><summary>… and {len(facts)} {words}</summary>{_list(line, facts, numbering)}</details>"


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
