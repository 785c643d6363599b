"""A sentence as the reading modules see it: tokens, mentions, cue words and clauses."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Final

from loaders.extraction.mentions import Mention
from loaders.extraction.quantities import Quantity, measured, quantities
from loaders.extraction.vocabulary import Word
from ontology.anchors import Anchor
from ontology.phrases import Phrase, Phrases
from ontology.tokens import Token

#: Words that open a noun and say nothing of it.
ARTICLES: Final = frozenset({"a", "an", "the"})


class Hit:
    """Words of a cue that stand at tokens `first` to `last` (exclusive), with what they may say."""

    __slots__ = ("anchor", "first", "last", "phrases", "role", "words")

    def __init__(self, first: int, last: int, anchor: Anchor) -> None:
        """Take the tokens and what is known of their words."""
        self.first = first
        self.last = last
        self.anchor = anchor
        self.words = anchor.words
        self.phrases = anchor.phrases
        self.role = anchor.role


class Clause:
    """Tokens `first` to `last` (exclusive) with one subject; `kind` is main, sub, relative or joined."""

    __slots__ = ("first", "kind", "last")

    def __init__(self, first: int, last: int, kind: str = "main") -> None:
        """Take the tokens and the kind."""
        self.first = first
        self.last = last
        self.kind = kind

    def __eq__(self, other: object) -> bool:
        """Tell whether the other has the same words and is of the same kind."""
        if not isinstance(other, Clause):
            return False
        return self.first == other.first and self.last == other.last and self.kind == other.kind

    def __hash__(self) -> int:
        """Return the hash of the place."""
        return hash((self.first, self.last))


class Sentence:
    """A stretch of text under reading; the modules fill it in turn, and nothing outlives the document."""

    __slots__ = (
        "_bag",
        "_clauses",
        "_kinds",
        "_opened",
        "_quantities",
        "_words",
        "allergic",
        "beside",
        "column",
        "denied",
        "end",
        "hits",
        "label",
        "listed",
        "mentions",
        "naming",
        "nested",
        "norms",
        "others",
        "part",
        "role",
        "running",
        "spoken_role",
        "start",
        "tokens",
        "topic",
    )

    def __init__(self, start: int, end: int, tokens: list[Token], words: Sequence[Word]) -> None:
        """Take the tokens and what is known of their words."""
        self.start = start
        self.end = end
        self.tokens = tokens
        self.norms: list[str] = [word.norm for word in words]
        self._words = words
        #: The numbers of the word classes of which a member may stand here.
        self._opened: set[int] = set()
        for word in words:
            if word.classes:
                self._opened |= word.classes
        self.mentions: list[Mention] = []
        self.nested: list[Mention] = []
        self.hits: list[Hit] = []
        #: What the sentence is about where it names no subject.
        self.topic: tuple[Mention, ...] = ()
        #: What the page sets beside the topic.
        self.others: tuple[Mention, ...] = ()
        #: Whether what is named here is named as what somebody is allergic to, as a line above says.
        self.allergic = False
        #: The other drugs of a table, with the words of their cells.
        self.beside: tuple[tuple[Mention, list[str]], ...] = ()
        #: The class whose members the list that it stands in names.
        self.listed: tuple[Mention, ...] = ()
        #: The property that the heading, lead-in or row gives to a bare list.
        self.role = ""
        #: The property of which the text spoke last: withdrawal symptoms, an overdose.
        self.spoken_role = ""
        #: Whether it stands in a paragraph, not in an item or cell.
        self.running = False
        #: Whether the lead-in or heading over a bare list denies it.
        self.denied = False
        #: A heading, label or header, of which only the names are read: brands and members of classes.
        self.naming = False
        #: The words before the colon of an item, or the row's label.
        self.label = ""
        #: The head of the column in which the words stand, where the row has a label of its own.
        self.column = ""
        #: How its clauses are found, once one is asked for.
        self.part: Callable[[Sentence], list[Clause]] | None = None
        self._bag: frozenset[str] | None = None
        self._clauses: list[Clause] | None = None
        self._kinds: frozenset[str] | None = None
        self._quantities: list[Quantity] | None = None

    @property
    def clauses(self) -> list[Clause]:
        """The clauses; most sentences are never asked for them."""
        if self._clauses is None:
            self._clauses = self.part(self) if self.part else []
        return self._clauses

    @property
    def bag(self) -> frozenset[str]:
        """The folded words without their order."""
        if self._bag is None:
            self._bag = frozenset(self.norms)
        return self._bag

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of all that is named or meant here; a reading needs one of each place it fills."""
        if self._kinds is None:
            named = chain(self.mentions, self.nested, self.topic, self.others)
            self._kinds = frozenset().union(*(entity.kinds for mention in named for entity in mention.candidates))
        return self._kinds

    def forget_kinds(self) -> None:
        """Let the kinds be gathered again, as more is named than before."""
        self._kinds = None

    def clause_at(self, index: int) -> Clause:
        """Return the clause that holds a token."""
        for clause in self.clauses:
            if clause.first <= index < clause.last:
                return clause
        return Clause(0, len(self.tokens))

    def may_hold(self, phrases: Phrases) -> bool:
        """Tell whether a member of a word class may stand here; of most classes none does."""
        return phrases.number in self._opened

    def found(self, phrases: Phrases, first: int = 0, last: int | None = None) -> list[tuple[int, Phrase]]:
        """Return each place between two tokens where a member of a word class stands whole, with the longest."""
        places: list[tuple[int, Phrase]] = []
        number = phrases.number
        if number in self._opened:
            stop = len(self.norms) if last is None else last
            for at in range(first, stop):
                if number in self._words[at].classes and (phrase := phrases.at(self.norms, at, stop)):
                    places.append((at, phrase))  # noqa: PERF401  # faster, compiled
        return places

    def first(self, phrases: Phrases, first: int, last: int) -> int:
        """Return where the first member of a word class stands whole between two tokens, or -1."""
        number = phrases.number
        if number in self._opened:
            for at in range(first, last):
                if number in self._words[at].classes and phrases.at(self.norms, at, last):
                    return at
        return -1

    def quantities(self, text: str) -> list[Quantity]:
        """Return the quantities that stand here; they are looked for once, and only where there can be any."""
        if self._quantities is None:
            self._quantities = list(quantities(text, self.start, self.end)) if measured(self.norms) else []
        return self._quantities

    def text_of(self, text: str, mention: Mention) -> str:
        """Return the words of a mention as they stand in the text."""
        if mention.last <= mention.first:
            return ""
        return text[self.tokens[mention.first].start : self.tokens[mention.last - 1].end]
