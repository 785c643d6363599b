"""Comparisons: "a lower addiction potential than", "more sedating than", "as effective as", "similar to … in".

A comparison has an aspect (one of the ontology, the condition compared, or else the text's own words), a direction
(higher, lower, similar) and the thing compared with. Where that is left out it is what the sentence has set against the
subject ("X is effective, but Y is more potent"), or what the page sets beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.compared import ASPECT, GIVEN, Named, behind_than, given, left_out, pairs
from loaders.extraction.coordination import group_after
from loaders.extraction.degrees import SIMILAR, Degree, degrees
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.readings import Reading, allowed
from loaders.extraction.sentence import Clause, Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity
from ontology.terms import PREFIXES

COMPARED: Final = frozenset({"Aspect", "Condition", "Mediator", "Process"})

_CONDITION: Final = frozenset({"Condition"})
_EXTENDING: Final = frozenset({"Aspect", "Condition", "Process"})

_COPULAS: Final = frozenset({"is", "are", "was", "were"})

#: How many words may stand between the comparative and its aspect.
TO_ASPECT: Final = 4

#: In what a drug is superior to another where nothing is said of it.
BETTER_AT: Final = PREFIXES["aspect"] + "efficacy"

#: How many words of its own a text may have for an aspect: "more water-soluble than", "more often prescribed than".
OWN_WORDS: Final = 3


def read(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Yield the comparisons of a sentence; a later one that names nothing compares with the same as the one before."""
    if sentence.kinds.isdisjoint(ABOUT):
        return
    said: list[Reading] = []
    for degree in sorted(degrees(sentence, cues), key=lambda each: each.first):
        said += _compare(sentence, degree, tuple(said), cues, words, negation)
    yield from said


def _compare(
    sentence: Sentence,
    degree: Degree,
    said: Sequence[Reading],
    cues: Cues,
    words: ClauseWords,
    negation: NegationWords,
) -> Iterator[Reading]:
    clause = sentence.clause_at(degree.first)
    aspects = _aspects(sentence, degree, clause, cues, words)
    after = max([degree.last, *(mention.last for mention in aspects)])
    if sentence.norms[degree.last : degree.last + 1] in _OFTEN and (
        told := _told_before(sentence, degree, clause, words)
    ):
        aspects, after = told, degree.last + 1
    if cues.words("OverWord").at(sentence.norms, degree.first):  # "superior to X": the words hold their own "than"
        others, marked = (
            tuple(group_after(sentence, degree.last, clause.last, ABOUT, words.lists, reach=3)),
            degree.last,
        )
        aspects = _aspects_in(sentence, others[-1].last, words) if others else ()
    else:
        others, marked = behind_than(sentence, after, cues.words(degree.markers), words)
    values = tuple(dict.fromkeys(each.iri for each in map(_aspect, aspects) if each))
    if not values and others:
        values = _own_words(sentence, degree, marked, cues, words)
    if not values or (degree.direction == SIMILAR and marked >= 0 and not others):
        return
    subjects = given(sentence, degree, marked) or [
        m for m in subject_of(sentence, clause, degree.first, ABOUT, words) if _may_be(m, clause, degree)
    ]
    if any(sentence.norms[m.last : m.last + 1] in (["combination"], ["combinations"]) for m in subjects):
        return  # what is superior is the two together
    sides: Iterable[tuple[Named, Named]]
    if degree.direction == SIMILAR and not others:
        sides = pairs(sentence, degree, subjects, words) if after > degree.last else ()
    else:
        if not others and marked < 0:
            others = left_out(sentence, degree, clause, subjects, aspects, said, cues, words)
        sides = product(
            [(entity, mention) for mention in subjects for entity in mention.meant(ABOUT)],
            [(entity, mention) for mention in others for entity in mention.meant(ABOUT)],
        )
    cue = " ".join(sentence.norms[degree.first : degree.last])
    denied = cue_denied(sentence, degree.begin, clause.first, negation)
    for ((subject, subject_mention), (other, other_mention)), value in product(sides, values):
        if other.iri != subject.iri and allowed("comparedWith", other, cues):
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


#: Behind "more" and "less", what is compared is how often happens what stands before.
_OFTEN: Final = (["commonly"], ["frequently"], ["often"])


def _told_before(sentence: Sentence, degree: Degree, clause: Clause, words: ClauseWords) -> tuple[Mention, ...]:
    """Return the conditions right before a comparative: "causes nausea and headache more often than X"."""
    for mention in sentence.mentions:
        if clause.first <= mention.first < degree.first and mention.meant(_CONDITION):
            group = group_after(sentence, mention.first, degree.first, _CONDITION, words.lists)
            if group and group[-1].last == degree.first:
                return tuple(group)
    return ()


def _may_be(mention: Mention, clause: Clause, degree: Degree) -> bool:
    """Tell whether a mention can be the subject: it stands before, is the topic, or behind a fronted clause."""
    fronted = clause.first == 0 and clause.kind == "sub" and clause.last <= mention.first <= clause.last + 1
    return mention.last <= degree.first or mention.first == mention.last or fronted


def _aspect(mention: Mention) -> Entity | None:
    return next(iter(mention.meant(ASPECT) or mention.meant(COMPARED)), None)


def _next_degree(sentence: Sentence, at: int, last: int, cues: Cues) -> int:
    """Return where a comparative of its own comes: "a faster onset and shorter duration"."""
    norms = sentence.norms
    places = (sentence.first(cues.words(name), at + 1, last) for name in ("HigherWord", "LowerWord"))
    joined = [place for place in places if place > 0 and norms[place - 1] in ("and", "or", ",", "a", "an")]
    return min(joined, default=last)


def _aspects(sentence: Sentence, degree: Degree, clause: Clause, cues: Cues, words: ClauseWords) -> tuple[Mention, ...]:
    """Return what is compared: the aspect right after the comparative, or the words of it that tell it themselves."""
    first, last = degree.first, degree.last
    named = [
        m
        for m in (*sentence.mentions, *sentence.nested)
        if m.first <= first and m.last >= last and m.last - m.first > last - first and m.meant(ASPECT)
    ]
    inside = [m for m in sentence.nested + sentence.mentions if m.first >= first and m.last <= last and _aspect(m)]
    if named or inside:
        return tuple((named or inside)[:1])
    found = group_after(
        sentence, last, _next_degree(sentence, last, clause.last, cues), COMPARED, words.lists, reach=TO_ASPECT
    )
    if sentence.norms[last : last + 1] == ["in"]:  # "comparable in efficacy to"
        found = group_after(sentence, last + 1, clause.last, ASPECT, words.lists, reach=1)
    if not found:  # "the efficacy of X is comparable to that of Y"
        earlier = [m for m in sentence.mentions if clause.first <= m.first and m.last <= first and m.meant(ASPECT)]
        copular = not _COPULAS.isdisjoint(sentence.norms[clause.first : first])
        beside = [m for m in earlier if m.last == first and degree.direction == SIMILAR]
        found = earlier[:1] if copular else beside  # "has an efficacy similar to that of Y"
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
    if own[:1] and own[0] in cues.single_words("NoDegreeWord"):
        return ()  # "in the same vein as"
    if given(sentence, degree, marked):
        own = own[: next(at for at, norm in enumerate(own) if norm in GIVEN)]
        if not own:  # "the risk of ulcers is higher with X than with Y"
            return _extended(sentence, degree)
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
    named = (own or before[-1:])[:1]
    return tuple(e.iri for m in named for e in (m.meant(_CONDITION) or m.meant(_EXTENDING)))


def _made_likely(sentence: Sentence, at: int, words: ClauseWords) -> tuple[str, ...]:
    """Return what one is likelier to bring about than the other: "less likely than X to cause nausea"."""
    norms = sentence.norms
    if "to" not in norms[at + 1 :]:
        return ()
    found = group_after(sentence, norms.index("to", at + 1) + 2, len(norms), COMPARED, words.lists, reach=1)
    return tuple(each.iri for each in map(_aspect, found) if each)
