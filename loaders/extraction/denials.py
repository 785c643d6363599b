"""Denials that deny less than a reading would say.

"Not indicated in perianal warts" leaves other warts a use, "not adequately studied in X" says nothing of X, and "may
not give sufficient analgesia" tells of some. What is said of "no history of X" is said of people.
"""

from dataclasses import dataclass
from typing import Final

from loaders.extraction.contexts import EFFECTS
from loaders.extraction.kinds import CONDITION, POPULATION
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues
from ontology.phrases import Phrases


@dataclass(frozen=True, slots=True)
class DenialWords:
    """The words that make less of a denial, by where they stand."""

    narrowing: frozenset[str]  # severe, sufficient: right before what is denied as an effect
    plain: frozenset[str]  # any, the, treating: what may stand before a use without narrowing it
    behind: frozenset[str]  # due, unless: what narrows a use behind it
    people: frozenset[str]  # patients, women: of whom something is said
    no_denial: Phrases  # no difference in, not been studied: what denies something else

    @classmethod
    def of(cls, cues: Cues) -> "DenialWords":
        """Read the classes from the cues."""
        plain = cues.single_words("PlainModifier") | cues.single_words("Joiner") | cues.single_words("Governor")
        return cls(
            cues.single_words("NarrowingAdjective"),
            plain | ARTICLES,
            cues.single_words("NarrowingOpener"),
            cues.single_words("PersonNoun"),
            cues.words("NoDenial"),
        )


def too_wide(sentence: Sentence, reading: Reading, words: DenialWords) -> bool:
    """Tell whether a reading denies more than its sentence does, or what the sentence says of people."""
    norms, target = sentence.norms, reading.object_mention
    clause = sentence.clause_at(reading.at)
    said = reading.predicate == "treats" or reading.predicate in _OF_PEOPLE
    if said and (_of_people(sentence, reading, words) or norms[target.last : target.last + 1] in _LITTLE):
        return True
    if not reading.denied or not said:
        return False
    if any(True for _ in sentence.found(words.no_denial, clause.first, target.first)):
        return True
    if reading.predicate != "treats":
        return not words.narrowing.isdisjoint(norms[max(0, target.first - 1) : target.first + 1])
    return reading.module == "phrases" and (_modified(sentence, reading, words) or _narrowed(sentence, reading, words))


#: What behind a risk says that there is hardly any: "makes the likelihood of withdrawal symptoms low".
_LITTLE: Final = (["low"], ["minimal"], ["unlikely"])


def _of_people(sentence: Sentence, reading: Reading, words: DenialWords) -> bool:
    """Tell whether it is people who have or may get something: "a history of mania", "patients at risk of suicide"."""
    norms, first = sentence.norms, reading.object_mention.first
    if norms[max(0, first - 2) : first] == ["history", "of"]:
        return True
    risk = next((at for at in range(first - 1, max(0, first - _NEAR), -1) if norms[at] == "risk"), 0)
    at = next((index for index in range(risk - 1, max(0, risk - _NEAR), -1) if norms[index] == "at"), 0)
    return at > 0 and norms[at - 1] in words.people


_OF_PEOPLE: Final = EFFECTS | {"hasRisk"}


def _modified(sentence: Sentence, reading: Reading, words: DenialWords) -> bool:
    """Tell whether a word before the object says of which kind it is, and its name does not."""
    target = reading.object_mention
    before = sentence.norms[max(0, target.first - 1)]
    named = any(each.last == target.first and each.meant(CONDITION) for each in sentence.mentions)
    if reading.at >= target.first - 1 or named or not before.isalpha() or before.endswith("ing"):
        return False
    cue = reading.cue.replace("(", " ").replace(")", " ").replace("|", " ").split()
    return before not in words.plain and before not in cue


def _narrowed(sentence: Sentence, reading: Reading, words: DenialWords) -> bool:
    """Tell whether words behind the object say of which kind it is: "pain caused by", "pain in the first days"."""
    last = reading.object_mention.last
    after = sentence.norms[last : last + 1]
    if after == ["in"] and sentence.norms[last + 1 : last + 2] != ["any"]:
        return not any(last < each.first <= last + _NEAR and each.meant(POPULATION) for each in sentence.mentions)
    if not after or after[0] not in words.behind:
        return False
    if after[0] not in ("associated", "caused", "due"):
        return True
    return any(last < each.first <= last + _NEAR and each.meant(CONDITION) for each in sentence.mentions)


#: How far behind the words that narrow a use may stand what narrows it.
_NEAR: Final = 5
