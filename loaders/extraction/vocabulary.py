"""What each word of a text may open: names, cues and members of closed classes, told by one look-up a word."""

from typing import Final

from ontology.cues import Cues
from ontology.phrases import Index, Opening

#: How many words are remembered; texts repeat most of theirs.
_MOST: Final = 1 << 16


class Word:
    """A folded word, with the names and cues that begin with it and the numbers of the classes whose members do."""

    __slots__ = ("classes", "cues", "names", "norm")

    def __init__(self, norm: str, names: Opening | None, cues: Opening | None, classes: frozenset[int]) -> None:
        """Take the word and what it opens."""
        self.norm = norm
        self.names = names
        self.cues = cues
        self.classes = classes


class Vocabulary:
    """The words of an extractor's names and cues, as far as texts have had them."""

    __slots__ = ("_cues", "_known", "_names")

    def __init__(self, names: Index, cues: Cues) -> None:
        """Take what finds the names, and the cues."""
        self._names = names
        self._cues = cues
        self._known: dict[str, Word] = {}

    def word(self, norm: str) -> Word:
        """Return what is known of a folded word."""
        word = self._known.get(norm)
        if word is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            index = self._cues.anchors.index
            word = Word(norm, self._names.opening(norm), index.opening(norm), self._cues.opened(norm))
            self._known[norm] = word
        return word
