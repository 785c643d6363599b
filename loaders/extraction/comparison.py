"""Comparisons: "a lower addiction potential than", "more sedating than", "as effective as", "similar to … in".

A comparison has an aspect (one of the ontology, the condition compared, or else the text's own words), a direction
(higher, lower, similar) and the thing compared with. Where that is left out it is what the sentence has set against the
subject ("X is effective, but Y is more potent"), or what the page sets beside it.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.coordination import group_after
from loaders.extraction.degrees import SIMILAR, Degree, degrees
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.readings import Reading, allowed
from loaders.extraction.sentence import ARTICLES, Clause, Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity
from ontology.phrases import Phrases
from ontology.terms import PREFIXES

ASPECT: Final = frozenset({"Aspect"})
COMPARED: Final = frozenset({"Aspect", "Condition", "Mediator", "Process"})

_EXTENDING: Final = frozenset({"Aspect", "Condition", "Process"})

_COPULAS: Final = frozenset({"is", "are", "was", "were"})

#: Openers of a clause that sets what it says against what was said before.
CONTRASTS: Final = frozenset({"although", "but", "however", "though", "whereas", "while"})

DOSES: Final = frozenset({"dosage", "dosages", "dose", "doses"})

#: How many words may stand between the comparative and its aspect, and between the aspect and "than".
TO_ASPECT: Final = 4
TO_THAN: Final = 8

#: In what a drug is superior to another where nothing is said of it.
BETTER_AT: Final = PREFIXES["aspect"] + "efficacy"

#: How many words of its own a text may have for an aspect: "more water-soluble than", "more often prescribed than".
OWN_WORDS: Final = 3


def read(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Yield the comparisons of a sentence."""
    if sentence.kinds.isdisjoint(ABOUT):
        return
    for degree in degrees(sentence, cues):
        yield from _compare(sentence, degree, cues, words, negation)


def _compare(
    sentence: Sentence, degree: Degree, cues: Cues, words: ClauseWords, negation: NegationWords
) -> Iterator[Reading]:
    clause = sentence.clause_at(degree.first)
    aspects = _aspects(sentence, degree, clause, words)
    after = max([degree.last, *(mention.last for mention in aspects)])
    if cues.words("OverWord").at(sentence.norms, degree.first):  # "superior to X": the words hold their own "than"
        others, marked = (
            tuple(group_after(sentence, degree.last, clause.last, ABOUT, words.lists, reach=3)),
            degree.last,
        )
        aspects = _aspects_in(sentence, others[-1].last, words) if others else ()
    else:
        others, marked = _compared_with(sentence, after, cues.words(degree.markers), words)
    values = tuple(dict.fromkeys(each.iri for each in map(_aspect, aspects) if each))
    if not values and others:
        values = _own_words(sentence, degree, marked, cues, words)
    if not values or (degree.direction == SIMILAR and not others):
        return
    subjects = [
        m
        for m in subject_of(sentence, clause, degree.first, ABOUT, words)
        if m.last <= degree.first or m.first == m.last
    ]
    if any(sentence.norms[m.last : m.last + 1] in (["combination"], ["combinations"]) for m in subjects):
        return  # what is superior is the two together
    if not others and marked < 0:
        others = _left_out(sentence, degree, clause, subjects, aspects, cues, words)
    cue = " ".join(sentence.norms[degree.first : degree.last])
    denied = cue_denied(sentence, degree.begin, clause.first, negation)
    for subject_mention, other_mention in product(subjects, others):
        for subject, other in product(subject_mention.meant(ABOUT), other_mention.meant(ABOUT)):
            if other.iri == subject.iri or not allowed("comparedWith", other, cues):
                continue
            for value in values:
                yield Reading(
                    subject,
                    "comparedWith",
                    other,
                    denied,
                    cue,
                    "comparison",
                    degree.first,
                    subject_mention,
                    other_mention,
                    (("aspect", value), ("direction", degree.direction)),
                )


def _left_out(
    sentence: Sentence,
    degree: Degree,
    clause: Clause,
    subjects: Sequence[Mention],
    aspects: Sequence[Mention],
    cues: Cues,
    words: ClauseWords,
) -> tuple[Mention, ...]:
    """Return what a comparative compares with that names nothing itself."""
    norms = sentence.norms
    if degree.first and norms[degree.first - 1] == "the":
        return ()  # "the higher the dose, the higher the risk", "the more potent isomer"
    if not DOSES.isdisjoint(norms[clause.first : degree.last + 1]):
        return ()  # "higher doses do not bring greater effects": one drug at several doses
    earlier = _compared_before(sentence, degree.first, subjects, cues)
    if earlier:
        return earlier
    if not all(mention.meant(ASPECT) for mention in aspects):
        return ()
    opposed = _opposed(sentence, degree, clause, subjects, words)
    if opposed:
        return opposed
    if CONTRASTS.isdisjoint(norms):
        return ()
    known = {entity for mention in subjects for entity in mention.meant(ABOUT)}
    return tuple(mention for mention in sentence.others if known.isdisjoint(mention.meant(ABOUT)))


def _opposed(
    sentence: Sentence, degree: Degree, clause: Clause, subjects: Sequence[Mention], words: ClauseWords
) -> tuple[Mention, ...]:
    """Return the subject of the clause that a clause of contrast is set against: "X helps, but Y is more effective"."""
    norms = sentence.norms
    own = [mention for mention in subjects if clause.first <= mention.first < degree.first and not mention.reference]
    if not own or norms[clause.first] not in CONTRASTS or _COPULAS.isdisjoint(norms[own[-1].last : degree.first]):
        return ()
    index = sentence.clauses.index(clause)
    beside = sentence.clauses[index - 1] if index else sentence.clauses[1] if len(sentence.clauses) > 1 else None
    if beside is None or beside.kind == "relative":
        return ()
    found = subject_of(sentence, beside, beside.last, ABOUT, words)
    known = {entity for mention in own for entity in mention.meant(ABOUT)}
    return tuple(mention for mention in found[:1] if known.isdisjoint(mention.meant(ABOUT)))


def _compared_before(sentence: Sentence, first: int, subjects: Sequence[Mention], cues: Cues) -> tuple[Mention, ...]:
    """Return what the sentence has compared the subject with already ("similar to X …, but more sedating")."""
    norms = sentence.norms
    known = [subject.meant(ABOUT) for subject in subjects]
    ends = {at + len(marker) for at, marker in sentence.found(cues.words("ComparisonOpener"), 0, first)}
    for mention in reversed(sentence.mentions):
        begin = mention.first
        while begin and norms[begin - 1] in ARTICLES | {"other"}:
            begin -= 1
        earlier = mention.last <= first and begin in ends and not mention.reference
        if earlier and mention.meant(ABOUT) and mention.meant(ABOUT) not in known:
            return (mention,)
    return ()


def _aspect(mention: Mention) -> Entity | None:
    return next(iter(mention.meant(ASPECT) or mention.meant(COMPARED)), None)


def _aspects(sentence: Sentence, degree: Degree, clause: Clause, words: ClauseWords) -> tuple[Mention, ...]:
    """Return what is compared: the aspect right after the comparative, or the words of it that tell it themselves."""
    first, last = degree.first, degree.last
    named = [
        m for m in (*sentence.mentions, *sentence.nested) if m.first == first and m.last > last and m.meant(ASPECT)
    ]
    inside = [m for m in sentence.nested + sentence.mentions if m.first >= first and m.last <= last and _aspect(m)]
    if named or inside:
        return tuple((named or inside)[:1])
    found = group_after(sentence, last, clause.last, COMPARED, words.lists, reach=TO_ASPECT)
    if not found:  # "the efficacy of X is comparable to that of Y"
        earlier = [m for m in sentence.mentions if clause.first <= m.first and m.last <= first and m.meant(ASPECT)]
        found = earlier[:1] if not _COPULAS.isdisjoint(sentence.norms[clause.first : first]) else []
    if found and sentence.norms[found[-1].last : found[-1].last + 1] == ["of"]:  # "a lower risk of dependence"
        found = group_after(sentence, found[-1].last + 1, clause.last, COMPARED, words.lists, reach=3) or found
    return tuple(found)


def _aspects_in(sentence: Sentence, at: int, words: ClauseWords) -> tuple[Mention, ...]:
    """Return the aspects behind "in" or "for" after the thing compared with: "superior to X in efficacy"."""
    if sentence.norms[at : at + 1] not in (["in"], ["for"], ["regarding"]):
        return ()
    return tuple(group_after(sentence, at + 1, len(sentence.norms), COMPARED, words.lists, reach=TO_ASPECT))


def _own_words(sentence: Sentence, degree: Degree, marked: int, cues: Cues, words: ClauseWords) -> tuple[str, ...]:
    """Return what is compared in the text's own words, where it has few between the comparative and "than"."""
    norms = sentence.norms
    if cues.words("OverWord").at(norms, degree.first):
        return (BETTER_AT,)
    own = norms[degree.last : marked]
    if len(own) == 1 and own[0] in cues.single_words("ExtentAdjective"):
        return _extended(sentence, degree) or (own[0],)
    if own == ["likely"]:
        return _made_likely(sentence, marked, words)
    barred = words.finite | words.lists.breakers | words.lists.joiners
    named = any(degree.last <= mention.first < marked and mention.meant(ABOUT) for mention in sentence.mentions)
    if (
        not 0 < len(own) <= OWN_WORDS
        or named
        or not words.other_drugs.isdisjoint(own)
        or not all(each.isalpha() and each not in barred for each in own)
    ):
        return ()
    return () if own[-1] in cues.single_words("HowOften") or own[-1].endswith("ly") else (" ".join(own),)


def _extended(sentence: Sentence, degree: Degree) -> tuple[str, ...]:
    """Return what is more or less common, severe or pronounced: the condition that the clause is about."""
    clause = sentence.clause_at(degree.first)
    before = [m for m in sentence.mentions if m.last <= degree.first and m.meant(_EXTENDING)]
    own = [mention for mention in before if mention.first >= clause.first]
    return tuple(entity.iri for mention in (own[:1] or before[-1:]) for entity in mention.meant(_EXTENDING))


def _made_likely(sentence: Sentence, at: int, words: ClauseWords) -> tuple[str, ...]:
    """Return what one is likelier to bring about than the other: "less likely than X to cause nausea"."""
    norms = sentence.norms
    if "to" not in norms[at + 1 :]:
        return ()
    found = group_after(sentence, norms.index("to", at + 1) + 2, len(norms), COMPARED, words.lists, reach=1)
    return tuple(each.iri for each in map(_aspect, found) if each)


def _compared_with(
    sentence: Sentence, after: int, markers: Phrases, words: ClauseWords
) -> tuple[tuple[Mention, ...], int]:
    """Return the things after "than" or "compared with", and where such words stand, or -1."""
    stop = len(sentence.norms)
    for at, marker in sentence.found(markers, after, min(stop, after + TO_THAN + 3)):
        if at < after + TO_THAN and not _spurious(sentence, at):
            return tuple(group_after(sentence, at + len(marker), stop, ABOUT, words.lists, reach=3)), at
    return (), -1


def _spurious(sentence: Sentence, at: int) -> bool:
    """Tell whether "to" belongs to a word before it: "due to", "prior to"."""
    return sentence.norms[at] == "to" and sentence.norms[at - 1] in ("due", "owing", "prior", "used")
