"""The language in which cues are written."""

import pytest

from ontology.errors import OntologyError
from ontology.patterns import Element, Gap, Slot, Words, parse, verb_forms


def drawn(sequence: tuple[Element, ...]) -> str:
    """Return a sequence as one line: words, `{role:kind}` and `~`."""
    return " ".join(
        " ".join(each.words)
        if isinstance(each, Words)
        else "~"
        if isinstance(each, Gap)
        else "{" + (f"{each.role}:{each.kind}" if each.kind else each.role) + "}"
        for each in sequence
    )


PARSED = [
    ("used (to treat|for)", ["{s} used to treat {o}", "{s} used for {o}"]),
    ("[mainly] indicated for", ["{s} indicated for {o}", "{s} mainly indicated for {o}"]),
    ("<act> ~ on {o}", ["act ~ on {o}", "acts ~ on {o}", "acted ~ on {o}", "acting ~ on {o}"]),
    ("{o} agonist", ["{o} agonist"]),
    ("{o} is treated with {s}", ["{o} is treated with {s}"]),
    ("mixing {b}", ["mixing {b}"]),
    ("{o:Mediator,Process} release", ["{o:Mediator,Process} release"]),
    ("non-opioid", ["{s} non opioid {o}"]),
]

VERBS = [
    ("treat", ("treat", "treats", "treated", "treating")),
    ("cause", ("cause", "causes", "caused", "causing")),
    ("carry", ("carry", "carries", "carried", "carrying")),
    ("enjoy", ("enjoy", "enjoys", "enjoyed", "enjoying")),
    ("stress", ("stress", "stresses", "stressed", "stressing")),
]

BROKEN = ["{o}", "[maybe]", "(treats", "treats) {o}", "<> {o}", "~ {o}"]


@pytest.mark.parametrize(("pattern", "sequences"), PARSED)
def test_a_pattern_stands_for_its_plain_sequences(pattern: str, sequences: list[str]) -> None:
    """Alternatives and optional words are written out; without slots the subject stands before, the object behind."""
    assert [drawn(sequence) for sequence in parse(pattern)] == sequences


@pytest.mark.parametrize(("verb", "forms"), VERBS)
def test_a_verb_has_its_regular_forms(verb: str, forms: tuple[str, ...]) -> None:
    """English spelling decides the endings."""
    assert verb_forms(verb) == forms


@pytest.mark.parametrize("pattern", BROKEN)
def test_a_malformed_pattern_is_refused(pattern: str) -> None:
    """The error names the pattern in one line."""
    with pytest.raises(OntologyError) as refused:
        parse(pattern)
    assert repr(pattern) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_slot_may_name_the_kinds_it_takes() -> None:
    """What fits is written behind a colon."""
    assert parse("{o:AbusePotential} abuse risk") == ((Slot("o", "AbusePotential"), Words(("abuse", "risk"))),)
