"""Times: when a drug begins to work, for how long it does, and for how long it is taken."""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.attributes import DURATIONS, ONSETS, labelled
from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.kinds import CONDITION, PHYSIOLOGICAL_EFFECT
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.quantities import AMOUNTS
from loaders.extraction.readings import Reading, in_tokens
from loaders.extraction.sentence import ARTICLES, Clause, Sentence
from ontology.cues import Cues
from ontology.values import Literal

#: How far the words may stand from a time that tell what it is the time of.
NEAR: Final = 12

#: How far behind a time they may stand: "within 30 minutes of a dose the effects begin".
BEHIND: Final = 6

#: How far they may stand behind one in words: "it can take a few weeks or even longer for X to work".
_BEHIND_VAGUE: Final = 12

#: What a time may be the time of; half-lives and the like are none of the three.
_CONTEXTS: Final = (
    ("hasOnset", "OnsetContext"),
    ("hasOnset", "PeakContext"),
    ("hasDurationOfAction", "DurationContext"),
    ("hasTreatmentDuration", "TreatmentDurationContext"),
    ("", "OtherTime"),
)


def read(text: str, sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Yield the times that a sentence, cell or labelled line gives in numbers."""
    for quantity in sentence.quantities(text):
        if quantity.unit in AMOUNTS:
            continue
        first, last = quantity.among(sentence.tokens)
        clause = sentence.clause_at(first)
        predicate, kind = _labelled(sentence, first, cues) or _told(sentence, clause, first, cues)
        if predicate == "hasDurationOfAction" and quantity.unit in ("week", "month", "year"):
            predicate = "hasTreatmentDuration"  # no single dose works that long
        if not predicate:
            continue
        qualifiers = (("kind", kind),) if kind else ()
        for subject_mention in subject_of(sentence, clause, first, ABOUT, words):
            for subject in subject_mention.meant(ABOUT):
                yield Reading(
                    subject,
                    predicate,
                    Literal(quantity.value),
                    False,
                    predicate,
                    "times",
                    first,
                    subject_mention,
                    Mention(first, last, ()),
                    qualifiers,
                )


def read_vague(text: str, sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Yield the onsets that stand in words: "it can take a few weeks to work"."""
    for at, term in sentence.found(cues.words("VagueTime")):
        clause = sentence.clause_at(at)
        predicate, kind = _told(sentence, clause, at, cues, _BEHIND_VAGUE)
        counted = [quantity.among(sentence.tokens)[0] for quantity in sentence.quantities(text)]
        read_so = any(at <= first < at + len(term) and _told(sentence, clause, first, cues)[0] for first in counted)
        if predicate != "hasOnset" or read_so:
            continue
        mention = Mention(at, at + len(term), ())
        value = Literal(sentence.text_of(text, mention).lower())
        qualifiers = (("kind", kind),) if kind else ()
        for subject_mention in subject_of(sentence, clause, at, ABOUT, words):
            for subject in subject_mention.meant(ABOUT):
                yield Reading(
                    subject, predicate, value, False, predicate, "times", at, subject_mention, mention, qualifiers
                )


def _labelled(sentence: Sentence, at: int, cues: Cues) -> tuple[str, str] | None:
    """Return what a label says that a time is the time of, and of which part of the action ("after effects")."""
    parts = cues.words("ActionPart")
    for predicate, names in (("hasOnset", ONSETS), ("hasDurationOfAction", DURATIONS)):
        if phrase := labelled(sentence, at, names, cues):
            return predicate, phrase if tuple(phrase.split()) in parts else ""
    return None


def _told(sentence: Sentence, clause: Clause, at: int, cues: Cues, behind: int = BEHIND) -> tuple[str, str]:
    """Return what a time is the time of, by the nearest words of its clause that tell; and "peak" where it is one."""
    norms = sentence.norms
    best, distance, place = ("", ""), NEAR + 1, -1
    for predicate, name in _CONTEXTS:
        for found, _ in sentence.found(cues.words(name), clause.first, clause.last):
            far = at - found if found <= at else (found - at) + 2
            if far < distance and found - at <= behind:
                best, distance, place = (predicate, "peak" if name == "PeakContext" else ""), far, found
    before = norms[at - 1] if at else ""
    if before in cues.single_words("DurationVerb"):
        if norms[at - 2 : at - 1] == ["the"]:  # "over the last 14 days"
            return "", ""
        best, place = ("hasDurationOfAction", ""), at - 1
    if before in ("every", "first"):
        return "", ""  # "every 8 hours", "in the first few weeks"
    return ("", "") if best[0] in _OF_ACTION and _of_course(sentence, clause.first, place, cues) else best


_OF_ACTION: Final = frozenset({"hasOnset", "hasDurationOfAction"})


def _of_course(sentence: Sentence, first: int, at: int, cues: Cues) -> bool:
    """Tell whether it is an illness or a level that begins or lasts: "seizures lasting 5 minutes", "symptoms peak"."""
    if in_tokens(sentence, first, at + 1, cues.words("OtherCourse")) >= 0:
        return True
    if in_tokens(sentence, 0, at + 1, cues.words("WithdrawalContext")) >= 0:
        return True  # "withdrawal begins within a day, and lasts a week"
    for mention in sentence.mentions:
        near = mention.last in (at, at - 1) and mention.meant(CONDITION)
        if near and not mention.meant(PHYSIOLOGICAL_EFFECT):
            return True
    return False


#: The times that texts tell in words: the class of words, and what it tells.
_TERMS: Final = (
    ("OnsetTerm", "hasOnset"),
    ("DurationTerm", "hasDurationOfAction"),
    ("OnsetSpan", "hasOnset"),
)
#: The classes of words of those times, and of those for which a drug is used (see `courses`).
TERM_CLASSES: Final = (*(name for name, _ in _TERMS), "TreatmentTerm", "VagueTime")

#: Nouns for what lasts beside a drug's action, and how far behind the term they may stand.
_OF_EFFECTS: Final = frozenset(
    {"changes", "consequences", "damage", "effect", "effects", "harm", "problems", "symptoms"}
)
NOUN: Final = 3

#: How far before "long-acting" the verb may stand that says it of the subject: "is a potent and very".
TO_COPULA: Final = 6


def read_terms(
    text: str, sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords
) -> Iterator[Reading]:
    """Yield the times of the action that stand in words: "with a slow onset of action", "is short-acting"."""
    for name, predicate in _TERMS:
        for at, term in sentence.found(cues.words(name), 1):
            behind = sentence.norms[at + len(term) : at + len(term) + NOUN]
            if not _OF_EFFECTS.isdisjoint(behind) and behind[0] != "and":
                continue  # "long-lasting, debilitating effects"
            if (name == "DurationTerm" or term[-1] == "acting") and not _predicated(sentence, at, cues, words):
                continue
            clause = sentence.clause_at(at)
            if name == "OnsetSpan" and _told(sentence, clause, at + 1, cues)[0] != predicate:
                continue
            mention = Mention(at, at + len(term), ())
            denied = cue_denied(sentence, at, clause.first, negation)
            value = Literal(sentence.text_of(text, mention).lower())
            for subject_mention in subject_of(sentence, clause, at, ABOUT, words):
                for subject in subject_mention.meant(ABOUT):
                    yield Reading(
                        subject, predicate, value, denied, " ".join(term), "times", at, subject_mention, mention
                    )


def _predicated(sentence: Sentence, at: int, cues: Cues, words: ClauseWords) -> bool:
    """Tell whether a describing word is said of the subject: "is a short-acting …", "X, a short-acting …".

    What is "like other short-acting drugs", or comes in "long-acting formulations", is not short- or long-acting.
    """
    norms, copulas = sentence.norms, cues.single_words("Copula")
    for place in range(at - 1, max(-1, at - 1 - TO_COPULA), -1):
        norm = norms[place]
        if norm in copulas or norm in _SAYS or (norm in ARTICLES and norms[place - 1 : place] == [","]):
            return True
        listed = norm in (",", "and") and place > at - 4 and not _DESCRIBES.isdisjoint(norms[max(0, place - 4) : place])
        if not listed and (norm in words.governors or norm in _OTHERS):  # "is a potent, long-acting opioid" goes on
            return False
    return False


#: What, with the copulas, says a describing word of the subject.
_SAYS: Final = frozenset({"although", "as", "is", "though"})
_DESCRIBES: Final = frozenset({*ARTICLES, "is", "are"})

#: What shows that a describing word is not said of the subject.
_OTHERS: Final = frozenset({",", ";", "and", "its", "new", "or", "other", "their"})
