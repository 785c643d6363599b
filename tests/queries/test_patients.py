"""Questions in the words of patients about many drugs are understood as what they ask, or declined."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from ontology.files import load
from ontology.terms import DISP
from queries.graph import LocalGraph
from queries.names import Names
from queries.questions import match
from queries.templates import kinds_of_slots

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "patients.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def names() -> Names:
    """Read the names of the ontology that ships."""
    return Names.of(LocalGraph(load()), kinds_of_slots())


@pytest.mark.parametrize(("question", "query", "named"), TABLE["understood"])
def test_a_question_is_understood(names: Names, question: str, query: str, named: dict[str, str]) -> None:
    """A question leads to its canned query, and its names to what they stand for."""
    found = match(question, names)
    assert found is not None
    told = {name: (filled.value or "").removeprefix(DISP) for name, filled in found.slots}
    assert (found.kind.query, told) == (query, named)


@pytest.mark.parametrize("question", TABLE["declined"])
def test_a_question_out_of_reach_is_declined(names: Names, question: str) -> None:
    """What no canned query answers fits no kind, or lacks a name; it is never taken for something near."""
    found = match(question, names)
    assert found is None or any(filled.value is None for _, filled in found.slots)
