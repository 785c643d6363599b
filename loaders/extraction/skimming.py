"""Which stretches of a text say nothing that could be read, told by their words alone, before anything is analysed.

A reading needs a subject: a drug that is named, a word that stands for one, or the topic of the place; and it needs an
object: something named, an amount, or what by its noun or place is a condition. Each name and phrase is known here by
its words, the longest first.
Where these do not stand the name cannot stand either, so that to pass the stretch over changes no reading.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.extraction.clauses import ABOUT
from loaders.extraction.quantities import UNIT_WORDS
from loaders.extraction.reference import Focus, ReferenceWords
from loaders.extraction.times import TERM_CLASSES
from loaders.extraction.unlisted import takes_conditions
from ontology.cues import Cues
from ontology.lexicon import Entity, Form, Lexicon

_WORD: Final = re.compile(r"['’]s\b|[a-z]+|[0-9]+")
_CASED: Final = re.compile(r"[A-Za-z]+")
#: Letters and signs that are folded to something else; blanks, dashes and quotation marks are not.
_FOLDED: Final = re.compile(r"[^\x00-\x7f\xa0\u2010-\u2027\u2030-\u203a]")
#: What parts a word in two; the part before it is a word of its own.
_NOT: Final = re.compile(r"n['’]t\b")


@dataclass(frozen=True, slots=True)
class Words:
    """Names by a word of each: the only one, one that stands beside others, or one that is written just so."""

    alone: frozenset[str]
    #: The longest word of each other name, then the next longest; with them stand all the rest.
    beside: Mapping[str, Mapping[str, tuple[frozenset[str], ...]]]
    written: Mapping[str, frozenset[str]]

    def absent(self, words: set[str], stretch: str) -> bool:
        """Tell whether none of the names can stand among these words."""
        if not self.alone.isdisjoint(words):
            return False
        for word in self.beside.keys() & words:
            others = self.beside[word]
            for second in others.keys() & words:
                if any(rest <= words for rest in others[second]):
                    return False
        held = self.written.keys() & words
        return not held or all(self.written[word].isdisjoint(_CASED.findall(stretch)) for word in held)


@dataclass(frozen=True, slots=True)
class Skim:
    """What facts are about, what refers to it, and all else that tells."""

    subjects: Words
    references: Words
    several: Words  # of the words of reference, those that can mean more than the last subject
    objects: Words
    listing: frozenset[str]  # the roles of sections in which any noun may be a condition
    blind: bool  # a name has no word to know it by

    @classmethod
    def of(cls, lexicon: Lexicon, cues: Cues, references: ReferenceWords) -> "Skim":
        """Choose the words."""
        about = ABOUT.union(*(signature.domain for signature in cues.signatures.values()))
        subjects: list[tuple[Sequence[str], str]] = []
        objects: list[tuple[Sequence[str], str]] = [((unit,), "") for unit in sorted(UNIT_WORDS)]
        objects += (((verb,), "") for verb in cues.takings)
        for key, forms in lexicon.names():
            told = any(not about.isdisjoint(form.entity.kinds) for form in forms)
            (subjects if told else objects).append((key.split(" "), _only_as(forms)))
        objects += (
            (phrase, "") for name in ("BrandCue", "ConditionHead", *TERM_CLASSES) for phrase in cues.words(name)
        )
        objects += ((noun, "") for noun, role in cues.roles.items() if takes_conditions(role, cues))
        beyond = (references.plural, references.pair, references.first, references.second)
        several = [(phrase, "") for phrases in beyond for phrase in phrases]
        pointing = [*several, *((phrase, "") for phrase in references.singular)]
        blind = any(not any(w.isalpha() or not w.isascii() for w in name) for name, _ in (*subjects, *objects))
        listing = frozenset(role for role in cues.signatures if takes_conditions(role, cues))
        return cls(_words(subjects), _words(pointing), _words(several), _words(objects), listing, blind)

    def silent(self, text: str, start: int, end: int, defined: Mapping[str, Entity]) -> bool:
        """Tell whether a stretch surely names nothing that a fact can be about."""
        stretch = text[start:end]
        words = self._heard(stretch, defined)
        return words is not None and self.subjects.absent(words, stretch)

    def idle(self, text: str, start: int, end: int, defined: Mapping[str, Entity], focus: Focus, role: str) -> bool:
        """Tell whether a stretch of running text surely gives no reading and leaves the focus as it is."""
        if role[:1].isupper() or role in self.listing:
            return False
        stretch = text[start:end]
        words = self._heard(stretch, defined)
        if words is None or not self.subjects.absent(words, stretch):
            return False
        if focus.blank:
            return True
        if self.references.absent(words, stretch):
            return not focus.topic or self.objects.absent(words, stretch)
        steady = focus.steady or (focus.settled and self.several.absent(words, stretch))
        return steady and self.objects.absent(words, stretch)

    def _heard(self, stretch: str, defined: Mapping[str, Entity]) -> set[str] | None:
        """Return the words, or nothing where they do not tell: letters to fold, or abbreviations of the text's own."""
        if (
            self.blind
            or (not stretch.isascii() and _FOLDED.search(stretch))
            or any(short in stretch for short in defined)
        ):
            return None
        lowered = stretch.lower()
        return set(_WORD.findall(_NOT.sub(" ", lowered) if "n't" in lowered or "n’t" in lowered else lowered))


def _only_as(forms: Iterable[Form]) -> str:
    """Return how a name must be written, where it is a word with capitals that means other things too."""
    written = {form.written if form.mark == "ambiguous" else "" for form in forms}
    only = written.pop() if len(written) == 1 else ""
    return only if only.isascii() and only.isalpha() and not only.islower() else ""


def _words(names: Iterable[tuple[Sequence[str], str]]) -> Words:
    """Know names by their words; one with a word that is not ASCII stands in no stretch that is skimmed."""
    alone: set[str] = set()
    beside: dict[str, dict[str, set[frozenset[str]]]] = {}
    written: dict[str, set[str]] = {}
    for name, only in names:
        if not all(word.isascii() for word in name):
            continue
        ranked = sorted((word for word in name if word.isalnum()), key=lambda word: (-len(word), word))
        if only and len(ranked) == 1:
            written.setdefault(ranked[0], set()).add(only)
        elif len(ranked) > 1 and ranked[1] != ranked[0]:
            beside.setdefault(ranked[0], {}).setdefault(ranked[1], set()).add(frozenset(ranked[2:]))
        else:
            alone.update(ranked[:1])
    return Words(
        frozenset(alone),
        {
            word: {second: _shortest(rests) for second, rests in others.items()}
            for word, others in beside.items()
            if word not in alone
        },
        {word: frozenset(forms) for word, forms in written.items() if word not in alone},
    )


def _shortest(rests: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Return the sets of words that hold no other of them: where a larger one stands, so does the smaller."""
    kept: list[frozenset[str]] = []
    for rest in sorted(rests, key=lambda words: (len(words), sorted(words))):
        if not any(smaller <= rest for smaller in kept):
            kept.append(rest)
    return tuple(kept)
