"""Where reading starts: the words of phrase cues and of roles, each with what it may say.

An ontology has tens of thousands of phrase cues, and a text the words of a few hundred; so the cues are kept as plain
values, and made ready when a text first has their words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from ontology.patterns import Element, Slot, Words, element_of, written
from ontology.phrases import Index

#: The kinds of phrase cue, in the order in which they are read.
KINDS: Final = ("phraseCue", "denyingCue", "deniedCue")

#: A cue as plain values: its property, its pattern, the elements of one of its forms as one string, its kind.
Row = tuple[str, str, str, str]

#: So few cues are looked through as fast as they are looked up.
_FEW: Final = 6

#: What parts the elements.
_PART: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class Signature:
    """What kinds of entity a property joins; an empty range means a literal."""

    domain: frozenset[str]
    range: frozenset[str]


class PhraseCue:
    """A phrase that expresses a property: its elements, the anchor (the first words among them) and how it reads.

    `needs` are the kinds that fill its places, and `others` the words that must stand behind the anchor: without one
    of each it says nothing. A cue that is only read `denied` says nothing unless a word of denial stands before it.
    """

    __slots__ = ("anchor", "denied", "denies", "elements", "needs", "others", "pattern", "predicate")

    def __init__(self, row: Row, signature: Signature | None) -> None:
        """Make a cue ready, given what its property joins."""
        predicate, pattern, elements, kind = row
        self.predicate = predicate
        self.pattern = pattern
        self.elements: tuple[Element, ...] = tuple(element_of(each) for each in elements.split(_PART))
        self.anchor = _anchor(self.elements)
        self.denies = kind == "denyingCue"
        self.denied = kind == "deniedCue"
        self.needs: tuple[frozenset[str], ...] = _needs(self.elements, self.anchor, signature) if signature else ()
        behind = self.elements[self.anchor + 1 :]
        self.others: tuple[str, ...] = tuple(
            word for element in behind if isinstance(element, Words) for word in element.words
        )

    def ends_with(self, kind: str) -> bool:
        """Tell whether its object stands last and may be of a kind: "causes {o}"."""
        last = self.elements[-1]
        return isinstance(last, Slot) and last.role == "o" and (not last.kind or kind in last.kind.split(","))


class Run:
    """Phrase cues of the same words, side by side, that need the same."""

    __slots__ = ("_always", "_keyed", "cues", "needs")

    def __init__(self, needs: tuple[frozenset[str], ...], cues: Iterable[PhraseCue]) -> None:
        """Take the kinds that fill their places, and the cues."""
        self.needs = needs
        self.cues: tuple[PhraseCue, ...] = tuple(cues)
        self._always: list[tuple[int, PhraseCue]] = []
        self._keyed: dict[str, list[tuple[int, PhraseCue]]] = {}
        for number, cue in enumerate(self.cues):
            if cue.others:
                self._keyed.setdefault(max(cue.others, key=len), []).append((number, cue))
            else:
                self._always.append((number, cue))

    def among(self, words: frozenset[str]) -> list[PhraseCue]:
        """Return the cues, in order, of which all words stand among these; few of many do."""
        if len(self.cues) < _FEW:
            return [cue for cue in self.cues if not cue.others or words.issuperset(cue.others)]
        found = list(self._always)
        for word in self._keyed.keys() & words:
            found += [each for each in self._keyed[word] if words.issuperset(each[1].others)]
        found.sort(key=_number)
        return [cue for _, cue in found]


def _number(numbered: tuple[int, PhraseCue]) -> int:
    return numbered[0]


class Anchor:
    """Words at which reading starts: the phrase cues that have them, and the property whose role they name, if any."""

    __slots__ = ("before_conditions", "phrases", "predicates", "role", "runs", "words")

    def __init__(self, words: tuple[str, ...], phrases: tuple[PhraseCue, ...], role: str) -> None:
        """Take the words, their cues in order and their role."""
        self.words = words
        self.phrases = phrases
        self.role = role
        self.predicates: frozenset[str] = frozenset(cue.predicate for cue in phrases)
        #: The properties of the cues that end with a condition.
        self.before_conditions: frozenset[str] = frozenset(
            cue.predicate for cue in phrases if cue.ends_with("Condition")
        )
        #: The cues in runs of those that need the same, in order.
        self.runs: tuple[Run, ...] = tuple(Run(needs, run) for needs, run in groupby(phrases, key=_needed))


class Anchors:
    """All anchors of an ontology; the same look that finds a text's names finds them."""

    def __init__(
        self, rows: Mapping[str, tuple[Row, ...]], roles: Mapping[str, str], signatures: Mapping[str, Signature]
    ) -> None:
        """Take cues and roles by their words with a blank between, and what properties join."""
        self._rows = dict(rows)
        self._roles = dict(roles)
        self._signatures = signatures
        self._ready: dict[str, Anchor] = {}
        self.index = Index(self._rows.keys() | self._roles.keys())

    def __iter__(self) -> Iterator[str]:
        """Go through the words of all anchors, in order."""
        return iter(sorted(self._rows.keys() | self._roles.keys()))

    def __getitem__(self, key: str) -> Anchor:
        """Return the anchor of words, as the index gives them."""
        if key not in self._ready:
            cues = tuple(PhraseCue(row, self._signatures.get(row[0])) for row in self._rows.get(key, ()))
            self._ready[key] = Anchor(tuple(key.split(" ")), cues, self._roles.get(key, ""))
        return self._ready[key]


def by_words(cues: Iterable[tuple[str, str, tuple[Element, ...], str]]) -> dict[str, tuple[Row, ...]]:
    """Return cues as plain values by the words of their anchors, in order."""
    table: dict[str, list[Row]] = {}
    for predicate, pattern, elements, kind in cues:
        first = elements[_anchor(elements)]
        if isinstance(first, Words):
            row = (predicate, pattern, _PART.join(written(each) for each in elements), kind)
            table.setdefault(" ".join(first.words), []).append(row)
    return {key: tuple(rows) for key, rows in sorted(table.items())}


def _needed(cue: PhraseCue) -> tuple[frozenset[str], ...]:
    return cue.needs


def _needs(elements: tuple[Element, ...], anchor: int, signature: Signature) -> tuple[frozenset[str], ...]:
    """Return the kinds of a cue's object and of its subject, or of both where it joins two of a list."""
    places: dict[str, frozenset[str]] = {}
    for at, element in enumerate(elements):
        if isinstance(element, Slot) and element.role != "x":
            own = frozenset(element.kind.split(",")) if element.kind else frozenset[str]()
            if element.role == "o":
                places["o"] = own or signature.range
            else:  # a subject that stands before the words is whatever the property can be said of
                places[element.role] = (own if at > anchor else None) or signature.domain
    if "b" in places:
        return (places["b"],)
    return (places.get("o", signature.range), places.get("s", signature.domain))


def _anchor(elements: tuple[Element, ...]) -> int:
    return next(at for at, element in enumerate(elements) if isinstance(element, Words))
