"""A pattern laid over the words of a question: every way in which the words fit, and what then fills the slots.

A slot takes the longest run of words that names something of its kinds in the graph, so that names of several words
and brand names need no pattern of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from queries.dates import iso
from queries.names import Name, Names, stem
from queries.templates import DATE, Pattern, Slot, vocabulary
from queries.wording import wording

_ARTICLES = frozenset({"a", "an", "the", "any", "some", "my", "your"})
_LONGEST_NAME = 9  # words
_LONGEST_UNKNOWN = 3
_LONGEST_MISSPELT = 2


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in a slot: the words, and the thing or the value that they name; None where they name nothing."""

    words: str
    value: str | None
    read: str = ""  # the name as it is spelt, where the words misspell it


#: What fills the slots of a pattern, in order.
Fillings: TypeAlias = tuple[tuple[str, Filled], ...]

#: A way in which words fit: where they end, what fills the slots, and how many words the pattern knew by heart.
Way: TypeAlias = tuple[int, Fillings, int]


@dataclass(slots=True)
class Reading:
    """One attempt at a question: its words, the names, whether names may be misspelt and whether one may be unknown."""

    words: tuple[str, ...]
    names: Names
    misspelt: bool = False
    lenient: bool = False
    stems: tuple[str, ...] = ()
    spans: dict[tuple[int, int, Slot], Filled | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Fold the words as patterns are."""
        self.stems = tuple(map(stem, self.words))

    def ways(self, pattern: Pattern, at: int, slots: Fillings = (), literal: int = 0) -> Iterator[Way]:
        """Yield every way in which the words from `at` on begin with the pattern."""
        if not pattern:
            yield at, slots, literal
            return
        part, rest = pattern[0], pattern[1:]
        if isinstance(part, str):
            at = self.skip(at) if part not in _ARTICLES else at
            if at < len(self.stems) and self.stems[at] == part:
                yield from self.ways(rest, at + 1, slots, literal + 1)
        elif isinstance(part, Slot):
            for end, filled in self._fillings(part, at):
                yield from self.ways(rest, end, (*slots, (part.name, filled)), literal)
        else:
            for choice in part:
                for end, inner, known in self.ways(choice, at, slots, literal):
                    yield from self.ways(rest, end, inner, known)

    def skip(self, at: int) -> int:
        """Step over articles, which carry no meaning between the parts of a pattern."""
        while at < len(self.words) and self.words[at] in _ARTICLES:
            at += 1
        return at

    def _fillings(self, slot: Slot, at: int) -> Iterator[tuple[int, Filled]]:
        for start in sorted({at, self.skip(at)}):
            for end in range(min(len(self.words), start + _LONGEST_NAME), start, -1):
                filled = self._filled(start, end, slot)
                if filled is not None:
                    yield end, filled
                    if "drug" in slot.kinds and self.words[end : end + 1] and self.words[end] in wording().forms:
                        yield end + 1, filled  # patches of a drug are the drug
        if self.lenient and slot.kinds and slot.kinds != (DATE,):
            start = self.skip(at)
            for end in range(min(len(self.words), start + _LONGEST_UNKNOWN), start, -1):
                if not any(map(_is_known, self.stems[start:end])):
                    yield end, Filled(" ".join(self.words[start:end]), None)

    def _filled(self, start: int, end: int, slot: Slot) -> Filled | None:
        """Return what the words from start to end name, if it fits the slot."""
        key = (start, end, slot)
        if key not in self.spans:
            self.spans[key] = self._look_up(start, end, slot)
        return self.spans[key]

    def _look_up(self, start: int, end: int, slot: Slot) -> Filled | None:
        text = " ".join(self.words[start:end])
        if slot.kinds == (DATE,):
            day = iso(text)
            return Filled(text, day) if day is not None else None
        meant = dict(slot.words).get(" ".join(self.stems[start:end]))
        if meant is not None and not slot.kinds:
            return Filled(text, meant)
        found: Sequence[Name] = ()
        for kind in slot.kinds:
            found = self.names.find(meant or text, (kind,))
            if found:
                break
        if len(found) == 1:
            return Filled(text, found[0].iri)
        if self.misspelt and not found and end - start <= _LONGEST_MISSPELT:
            if any(map(_is_known, self.stems[start:end])) or self.names.find(text):
                return None
            name = self.names.certain(text, slot.kinds)
            return Filled(text, name.iri, name.written) if name is not None else None
        return None


def _is_known(word: str) -> bool:
    """Tell whether a word belongs to the language of questions, and so is no misspelt or unknown name."""
    return word in vocabulary() or word in wording().loose
