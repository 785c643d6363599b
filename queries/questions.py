"""An English question read by the patterns: which kind it is of and what its names stand for.

A slot takes the longest run of words that names something of its kinds in the graph, so that names of several words
and brand names need no pattern of their own. Where a question fits but for one name, the pattern still matches and the
name is handed back as unknown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ontology.tokens import normal_form
from queries.dates import iso
from queries.names import Name, Names
from queries.templates import DATE, Kind, Pattern, Slot, kinds

_ARTICLES = frozenset({"a", "an", "the", "any", "some"})
_POSSESSIVES = frozenset({"'s", "'"})
_LONGEST_NAME = 9  # words
_LONGEST_UNKNOWN = 4


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in a slot: the words, and the thing or the value that they name; None where they name nothing."""

    words: str
    value: str | None
    is_name: bool = True


@dataclass(frozen=True, slots=True)
class Match:
    """A question understood: its kind, what fills the slots, and how many words the pattern knew by heart."""

    kind: Kind
    slots: tuple[tuple[str, Filled], ...]
    literal: int


@dataclass(slots=True)
class _Reading:
    """The state of one attempt: the words of the question, the names, and whether an unknown name may pass."""

    words: tuple[str, ...]
    names: Names
    lenient: bool
    spans: dict[tuple[int, int, Slot], str | None] = field(default_factory=dict)

    def value(self, start: int, end: int, slot: Slot) -> str | None:
        """Return what the words from start to end name, if it fits the slot."""
        key = (start, end, slot)
        if key not in self.spans:
            text = " ".join(self.words[start:end])
            is_date = slot.kinds == (DATE,)
            meant = iso(text) if is_date else dict(slot.words).get(text)
            found: Sequence[Name] = ()
            for kind in slot.kinds if meant is None and not is_date else ():
                found = self.names.find(text, (kind,))
                if found:
                    break
            self.spans[key] = found[0].iri if len(found) == 1 else meant
        return self.spans[key]


def match(question: str, names: Names) -> Match | None:
    """Return the kind of question that fits best: one whose names are all known before one that knows all but one."""
    words = tuple(word for word in normal_form(question) if word.isalnum() and word not in _POSSESSIVES)
    for lenient in (False, True):
        reading = _Reading(words, names, lenient)
        found = [
            Match(kind, slots, literal)
            for kind in kinds()
            for pattern in kind.patterns
            if (best := _first(pattern, reading)) is not None
            for slots, literal in [best]
        ]
        if found:
            return max(found, key=lambda each: each.literal)
    return None


_Found: TypeAlias = tuple[tuple[tuple[str, Filled], ...], int]


def _first(pattern: Pattern, reading: _Reading) -> _Found | None:
    """Return the first way in which the whole question fits the pattern, longest names first."""
    for end, slots, literal in _ways(pattern, 0, (), 0, reading):
        if _skip(reading.words, end) == len(reading.words) and (not reading.lenient or _all_but_one(slots)):
            return slots, literal
    return None


def _all_but_one(slots: tuple[tuple[str, Filled], ...]) -> bool:
    return sum(filled.value is None for _, filled in slots) == 1


def _ways(
    pattern: Pattern, at: int, slots: tuple[tuple[str, Filled], ...], literal: int, reading: _Reading
) -> Iterator[tuple[int, tuple[tuple[str, Filled], ...], int]]:
    """Yield every way in which the words from `at` on begin with the pattern: where it ends, the slots, the words."""
    if not pattern:
        yield at, slots, literal
        return
    part, rest = pattern[0], pattern[1:]
    if isinstance(part, str):
        at = _skip(reading.words, at) if part not in _ARTICLES else at
        if at < len(reading.words) and reading.words[at] == part:
            yield from _ways(rest, at + 1, slots, literal + 1, reading)
    elif isinstance(part, Slot):
        for end, filled in _fillings(part, at, reading):
            yield from _ways(rest, end, (*slots, (part.name, filled)), literal, reading)
    else:
        for choice in part:
            for end, inner, known in _ways(choice, at, slots, literal, reading):
                yield from _ways(rest, end, inner, known, reading)


def _fillings(slot: Slot, at: int, reading: _Reading) -> Iterator[tuple[int, Filled]]:
    words = reading.words
    for start in sorted({at, _skip(words, at)}):
        for end in range(min(len(words), start + _LONGEST_NAME), start, -1):
            value = reading.value(start, end, slot)
            if value is not None:
                yield end, Filled(" ".join(words[start:end]), value, not slot.words and slot.kinds != (DATE,))
    if reading.lenient and slot.kinds and slot.kinds != (DATE,):
        start = _skip(words, at)
        for end in range(min(len(words), start + _LONGEST_UNKNOWN), start, -1):
            if words[end - 1] not in _ARTICLES:
                yield end, Filled(" ".join(words[start:end]), None)


def _skip(words: Sequence[str], at: int) -> int:
    """Step over articles, which carry no meaning between the parts of a pattern."""
    while at < len(words) and words[at] in _ARTICLES:
        at += 1
    return at
