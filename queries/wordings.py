"""Facts of a sheet in words: what is said, how it stands, and the numbers of the sources that say so."""

from collections.abc import Iterator, Mapping

from ontology.terms import denied
from ontology.values import Verdict
from queries.knowledge import Ground, Known

#: What a ground other than a source is called.
_CALLED = {"ontology": "by the ontology", "inference": "inferred"}
#: Qualifiers whose value says enough by itself.
_BARE = ("status", "frequency", "kind", "event")


class Numbering:
    """Numbers the sources of a sheet from one, in its order."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        """Take the titles by IRI."""
        self.titles = tuple(sources.values())
        self._numbers = {iri: number for number, iri in enumerate(sources, 1)}

    def marks(self, grounds: tuple[Ground, ...]) -> str:
        """Return the sources of some grounds by number: those that say so, and those against."""
        sides = []
        for stance in ("supports", "disputes"):
            found = {each.source_iri for ground in grounds for each in ground.passages if each.stance == stance}
            sides.append(" ".join(map(str, sorted(self._numbers[iri] for iri in found))))
        affirmed, denied = sides
        refuted = all(ground.verdict is Verdict.REFUTED for ground in grounds)
        first, second = (denied, affirmed) if refuted else (affirmed, denied)
        marks = [f"[{first}]"] if first else []
        return " ".join([*marks, *([f"against [{second}]"] if second else [])])


def statement(fact: Known, told: bool) -> str:
    """Say a fact by itself, with its relation where that has to be told; what is denied says so."""
    relation = fact.relation.removeprefix("has ") if told else ""
    if fact.standing in ("no", "not expected") and fact.relation:
        relation = f"not {relation}".rstrip() if relation != fact.relation else denied(relation)
    return f"{relation} {fact.label}".lstrip()


def sentence(fact: Known, told: bool, numbering: Numbering) -> str:
    """Say a fact with how it stands and its sources: `sedation (disputed [1] against [2])`."""
    groups: dict[str, list[Ground]] = {}
    for ground in fact.grounds:
        groups.setdefault(note(ground), []).append(ground)
    plainly = numbering.marks(tuple(groups.pop("", ())))
    notes = [
        " ".join(filter(None, (text, numbering.marks(tuple(grounds))))) for text, grounds in sorted(groups.items())
    ]
    return " ".join(filter(None, (statement(fact, told), plainly, f"({'; '.join(notes)})" if notes else "")))


def note(ground: Ground) -> str:
    """Say how one ground bears on its fact; nothing where a source plainly says it."""
    return ", ".join(_notes(ground))


def _notes(ground: Ground) -> Iterator[str]:
    denied = ground.verdict is Verdict.REFUTED
    if ground.basis == "class":
        yield f"expected not to: denied of {ground.about}" if denied else f"expected: said of {ground.about}"
    elif ground.basis == "law":
        yield f"by law: {ground.because}"
    else:
        called = _CALLED.get(ground.basis, "")
        if ground.about:
            yield f"{called}: {'denied' if denied else 'said'} of {ground.about}"
        elif ground.contended:
            yield "disputed"
        elif denied:
            yield f"denied, {called}" if called else "denied"
        elif called:
            yield called
    for key, value in ground.qualifiers:
        yield value if key in _BARE else f"{key} {value}"
