"""A closed class of words and phrases, indexed by their first word, so that a sentence is looked through once."""

from collections.abc import Iterable, Iterator, Sequence

Phrase = tuple[str, ...]


class Phrases:
    """Phrases of folded words; where several begin at one place, the longest stands."""

    __slots__ = ("_by_first", "_ordered", "_set", "openers")

    def __init__(self, phrases: Iterable[Phrase] = ()) -> None:
        """Take the phrases, each as its words."""
        self._set = frozenset(phrase for phrase in phrases if phrase)
        self._ordered = tuple(sorted(self._set, key=lambda phrase: (-len(phrase), phrase)))
        table: dict[str, list[Phrase]] = {}
        for phrase in self._ordered:
            table.setdefault(phrase[0], []).append(phrase)
        self._by_first = {word: tuple(found) for word, found in table.items()}
        self.openers = frozenset(table)  # the words that a phrase begins with

    def at(self, norms: Sequence[str], index: int) -> Phrase:
        """Return the longest phrase that begins at a word, or an empty one."""
        phrases = self._by_first.get(norms[index]) if index < len(norms) else None
        for phrase in phrases or ():
            if len(phrase) == 1 or tuple(norms[index : index + len(phrase)]) == phrase:
                return phrase
        return ()

    def found(self, norms: Sequence[str], first: int = 0, last: int | None = None) -> Iterator[tuple[int, Phrase]]:
        """Yield each place between two words where a phrase stands whole, with the longest that does."""
        stop = len(norms) if last is None else last
        if self.openers.isdisjoint(norms[first:stop]):  # as with most sentences
            return
        for index in range(first, stop):
            for phrase in self._by_first.get(norms[index], ()):
                if index + len(phrase) <= stop and tuple(norms[index : index + len(phrase)]) == phrase:
                    yield index, phrase
                    break

    def first(self, norms: Sequence[str], first: int, last: int) -> int:
        """Return where the first phrase stands whole between two words, or -1."""
        return next((index for index, _ in self.found(norms, first, last)), -1)

    def __iter__(self) -> Iterator[Phrase]:
        """Go through the phrases, the longest first."""
        return iter(self._ordered)

    def __contains__(self, phrase: object) -> bool:
        return phrase in self._set

    def __len__(self) -> int:
        return len(self._ordered)

    def __bool__(self) -> bool:
        return bool(self._ordered)
