"""Closed classes of words and phrases, and the index that finds many thousands of them in one look at a sentence."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

Phrase = tuple[str, ...]


class Step:
    """A word on the way through phrases that begin alike: where the next words lead, and the phrase that ends here."""

    __slots__ = ("following", "phrase")

    def __init__(self) -> None:
        """Make a step that leads nowhere yet."""
        self.following: dict[str, Step] = {}
        self.phrase: Phrase = ()


class Phrases:
    """Phrases of folded words; where several begin at one place, the longest stands."""

    __slots__ = ("_begun", "_ordered", "_set", "_steps", "number", "openers")

    def __init__(self, phrases: Iterable[Phrase] = (), number: int = -1) -> None:
        """Take the phrases, each as its words; `number` is the class's own among all classes of an ontology."""
        self.number = number
        self._set = frozenset(phrase for phrase in phrases if phrase)
        ordered = sorted(self._set)
        ordered.sort(key=len, reverse=True)
        self._ordered = tuple(ordered)
        self._begun: dict[str, list[Phrase]] = {}  # the phrases by the words that they begin with
        for phrase in ordered:
            self._begun.setdefault(phrase[0], []).append(phrase)
        self._steps: dict[str, Step] = {}  # the first steps into those that a text has begun with
        self.openers = frozenset(self._begun)  # the words that a phrase begins with

    def at(self, norms: Sequence[str], index: int, last: int | None = None) -> Phrase:
        """Return the longest phrase that begins at a word and stands whole before `last`, or an empty one."""
        stop = len(norms) if last is None else last
        if index < stop and (norm := norms[index]) in self._begun:
            return _longest(self._steps.get(norm) or self._step(norm), norms, index + 1, stop)
        return ()

    def found(self, norms: Sequence[str], first: int = 0, last: int | None = None) -> list[tuple[int, Phrase]]:
        """Return each place between two words where a phrase stands whole, with the longest that does."""
        stop = len(norms) if last is None else last
        return [(index, phrase) for index in range(first, stop) if (phrase := self.at(norms, index, stop))]

    def first(self, norms: Sequence[str], first: int, last: int) -> int:
        """Return where the first phrase stands whole between two words, or -1."""
        return next((index for index in range(first, last) if self.at(norms, index, last)), -1)

    def _step(self, word: str) -> Step:
        """Make the steps through the phrases that begin with a word, and return the first."""
        start = self._steps[word] = Step()
        for phrase in self._begun[word]:
            step = start
            for following in phrase[1:]:
                step = step.following.setdefault(following, Step())
            step.phrase = phrase
        return start

    def __reduce__(self) -> tuple[object, ...]:
        """Return how the phrases are made again where they were kept."""
        return Phrases, (self._ordered, self.number)

    def __iter__(self) -> Iterator[Phrase]:
        """Go through the phrases, the longest first."""
        return iter(self._ordered)

    def __contains__(self, phrase: object) -> bool:
        return phrase in self._set

    def __len__(self) -> int:
        return len(self._ordered)

    def __bool__(self) -> bool:
        return bool(self._ordered)


def _longest(step: Step, norms: Sequence[str], at: int, stop: int) -> Phrase:
    """Return the longest phrase whose words go on from a step as those from `at` on do, before `stop`."""
    phrase = step.phrase
    while at < stop and step.following and norms[at] in step.following:
        step = step.following[norms[at]]
        phrase = step.phrase or phrase
        at += 1
    return phrase


#: Two words with which phrases begin, and how long those are.
_Widths = dict[str, tuple[int, ...]]

#: What follows words that no phrase begins with, or none of several words.
_NOTHING: Final[_Widths] = {}


class Opening:
    """What begins with a word: a phrase of its own, and longer ones by their second words."""

    __slots__ = ("following", "whole")

    def __init__(self, whole: bool, following: _Widths) -> None:
        """Tell whether the word is a phrase, and how long those are that begin with it and another."""
        self.whole = whole
        self.following = following


class Index:
    """Finds every phrase that stands among words, overlapping ones too: a look-up a word, however many phrases."""

    __slots__ = ("_following", "_keys")

    def __init__(self, keys: Collection[str]) -> None:
        """Take the phrases as their words with a blank between, in a collection that looks them up by hash."""
        self._keys = keys
        following: dict[str, _Widths] = {}
        same: dict[tuple[int, ...], tuple[int, ...]] = {}  # a few tuples serve all
        for key in keys:
            if " " not in key:
                continue
            words = key.split(" ")
            width = len(words)
            seconds = following.setdefault(words[0], {})
            known = seconds.get(words[1], ())
            if width not in known:
                wider = tuple(sorted((*known, width), reverse=True))
                seconds[words[1]] = same.setdefault(wider, wider)
        self._following = following

    def __reduce__(self) -> tuple[object, ...]:
        """Return how the index is made again where it was kept."""
        return Index, (self._keys,)

    def opening(self, word: str) -> Opening | None:
        """Return what begins with a word, if anything."""
        whole, following = word in self._keys, self._following.get(word, _NOTHING)
        return Opening(whole, following) if whole or following else None

    def found(self, norms: Sequence[str], openings: Sequence[Opening | None] = ()) -> list[tuple[int, int, str]]:
        """Return (first word, last word exclusive, key) of each phrase that stands there, by first word, longest first.

        What each word opens need not be told; whoever has looked it up already saves a look-up a word.
        """
        hits: list[tuple[int, int, str]] = []
        end = len(norms)
        for first, opening in enumerate(openings or [self.opening(norm) for norm in norms]):
            if opening is None:
                continue
            if opening.following and first + 1 < end and (second := norms[first + 1]) in opening.following:
                for width in opening.following[second]:
                    last = first + width
                    if last <= end and (key := " ".join(norms[first:last])) in self._keys:
                        hits.append((first, last, key))
            if opening.whole:
                hits.append((first, first + 1, norms[first]))
        return hits
