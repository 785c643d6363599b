"""Documents that are huge, wide or deep are read or refused in a time that grows with their size alone."""

import json
from collections.abc import Callable

import pytest

from loaders.readers import read
from ontology.errors import SourceError


def nested(opening: str, middle: str, closing: str) -> Callable[[int], str]:
    """Return what nests a text as often as told."""
    return lambda times: opening * times + middle + closing * times


HUGE = {
    "line.txt": "Baclofen relaxes muscles. " * 38_000,
    "lines.md": "Baclofen relaxes muscles.\n" * 50_000,
    "line.html": f"<p>{'Baclofen relaxes muscles. ' * 200_000}</p>",
    "line.csv": f"text\n{'Baclofen relaxes muscles. ' * 200_000}\n",
    "line.json": json.dumps({"text": "Baclofen relaxes muscles. " * 200_000}),
    "line.xml": f"<document><title>{'Baclofen relaxes muscles. ' * 200_000}</title></document>",
    "brackets.txt": nested("(", "baclofen", ")")(10_000),
    "brackets.md": nested("[", "baclofen", "](x)")(10_000),
    "quotes.md": nested(">", " baclofen", "")(10_000),
    "levels.md": "\n".join(f"{' ' * (2 * level)}- baclofen" for level in range(1_400)),
    "levels.html": nested("<ul><li>", "baclofen", "</li></ul>")(10_000),
    "levels.xml": nested("<list><item>", "baclofen", "</item></list>")(10_000),
    "levels.json": nested("[", '"baclofen"', "]")(10_000),
    "columns.md": f"|{'a|' * 10_000}\n|{'-|' * 10_000}\n|{'b|' * 10_000}\n",
    "columns.html": f"<table><tr>{'<td>a</td>' * 10_000}</tr><tr>{'<td>b</td>' * 10_000}</tr></table>",
    "columns.txt": f"{'a  ' * 10_000}\n{'b  ' * 10_000}\n",
    "columns.csv": f"{'c,' * 10_000}text\n{'1,' * 10_000}It relaxes muscles.\n",
    "cells.html": f"<table><tr><td>a</td><td>{'<p>b</p>' * 20_000}</td></tr><tr><td>a</td><td>b</td></tr></table>",
    "spans.html": '<table><tr><td colspan="9999" rowspan="9999">a</td></tr>'
    + "<tr><td>b</td></tr>" * 5_000
    + "</table>",
    "rows.csv": "title,text\n" + "x,Baclofen relaxes muscles.\n" * 5_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_huge_and_deep_documents_take_no_time(name: str) -> None:
    """Long lines, deep nesting and wide tables are read or refused, in a time that grows with their size alone."""
    try:
        document = read(HUGE[name].encode(), name)
    except SourceError as error:
        message = str(error)
    else:
        assert document.blocks
        return
    assert message.startswith(name)
