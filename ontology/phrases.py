"""Closed classes of words and phrases, and the index that finds many thousands of them in one look at a sentence."""

from collections.abc import Collection, Iterable, Iterator, Sequence

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

    __slots__ = ("_first", "_ordered", "_set", "bit", "openers")

    def __init__(self, phrases: Iterable[Phrase] = (), bit: int = 0) -> None:
        """Take the phrases, each as its words; `bit` is the class's own among all classes of an ontology."""
        self.bit = bit
        self._set = frozenset(phrase for phrase in phrases if phrase)
        self._ordered = tuple(sorted(self._set, key=lambda phrase: (-len(phrase), phrase)))
        start = Step()
        for phrase in self._ordered:
            step = start
            for word in phrase:
                step = step.following.setdefault(word, Step())
            step.phrase = phrase
        self._first = start.following
        self.openers = frozenset(self._first)  # the words that a phrase begins with

    def at(self, norms: Sequence[str], index: int) -> Phrase:
        """Return the longest phrase that begins at a word, or an empty one."""
        stop = len(norms)
        if index < stop and norms[index] in self._first:
            return _longest(self._first[norms[index]], norms, index + 1, stop)
        return ()

    def found(self, norms: Sequence[str], first: int = 0, last: int | None = None) -> list[tuple[int, Phrase]]:
        """Return each place between two words where a phrase stands whole, with the longest that does."""
        places: list[tuple[int, Phrase]] = []
        opening, stop = self._first, len(norms) if last is None else last
        for index in range(first, stop):
            norm = norms[index]
            if norm in opening and (phrase := _longest(opening[norm], norms, index + 1, stop)):
                places.append((index, phrase))
        return places

    def first(self, norms: Sequence[str], first: int, last: int) -> int:
        """Return where the first phrase stands whole between two words, or -1."""
        opening = self._first
        for index in range(first, last):
            norm = norms[index]
            if norm in opening and _longest(opening[norm], norms, index + 1, last):
                return index
        return -1

    def __reduce__(self) -> tuple[object, ...]:
        """Return how the phrases are made again where they were kept."""
        return Phrases, (self._ordered, self.bit)

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


class Index:
    """Finds every phrase that stands among words, overlapping ones too: a look-up a word, however many phrases."""

    __slots__ = ("_keys", "_opens", "_pairs")

    def __init__(self, keys: Collection[str]) -> None:
        """Take the phrases as their words with a blank between, in a collection that looks them up by hash."""
        self._keys = keys
        opens: dict[str, bool] = {}  # a first word, and whether longer phrases begin with it
        pairs: dict[str, tuple[int, ...]] = {}  # first two words, and how long the phrases are that begin with them
        same: dict[tuple[int, ...], tuple[int, ...]] = {}  # a few tuples serve all pairs
        for key in keys:
            words = key.split(" ")
            opens[words[0]] = opens.get(words[0], False) or len(words) > 1
            if len(words) > 1:
                pair = key if len(words) == 2 else f"{words[0]} {words[1]}"
                known = pairs.get(pair, ())
                if len(words) not in known:
                    wider = tuple(sorted((*known, len(words))))
                    pairs[pair] = same.setdefault(wider, wider)
        self._opens, self._pairs = opens, pairs

    def __reduce__(self) -> tuple[object, ...]:
        """Return how the index is made again where it was kept."""
        return Index, (self._keys,)

    def found(self, norms: Sequence[str]) -> list[tuple[int, int, str]]:
        """Return (first word, last word exclusive, key) of each phrase that stands there, by first word and length."""
        hits: list[tuple[int, int, str]] = []
        opens, pairs, keys, end = self._opens, self._pairs, self._keys, len(norms)
        for first, norm in enumerate(norms):
            if norm not in opens:
                continue
            if norm in keys:
                hits.append((first, first + 1, norm))
            if opens[norm] and first + 1 < end and (pair := f"{norm} {norms[first + 1]}") in pairs:
                for width in pairs[pair]:
                    last = first + width
                    if width == 2:
                        hits.append((first, last, pair))
                    elif last <= end and (key := " ".join(norms[first:last])) in keys:
                        hits.append((first, last, key))
        return hits
