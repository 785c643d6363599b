"""Comparisons: "a lower addiction potential than", "more sedating than", "as effective as", "similar to … in".

A comparison has an aspect (an aspect of the ontology, or the condition compared), a direction (higher, lower,
similar) and the thing compared with; where that is left out it is what the page sets beside the subject.
"""

from collections.abc import Iterator

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.coordination import group_after
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.readings import Reading, allowed
from loaders.extraction.sentence import Clause, Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity

ASPECT = frozenset({"Aspect"})
COMPARED = frozenset({"Aspect", "Condition", "Mediator", "Process"})

_AS = ("as",)
_COPULAS = frozenset({"is", "are", "was", "were"})

#: How many words may stand between the comparative and its aspect, and between the aspect and "than".
TO_ASPECT = 4
TO_THAN = 8


def read(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Yield the comparisons of a sentence."""
    if sentence.kinds.isdisjoint(COMPARED) or sentence.kinds.isdisjoint(ABOUT):
        return
    for direction, name in (("higher", "HigherWord"), ("lower", "LowerWord"), ("similar", "SimilarWord")):
        for at, phrase in cues.words(name).found(sentence.norms):
            if sentence.norms[at + len(phrase) : at + len(phrase) + 1] in (["a"], ["an"]) and phrase == _AS:
                continue  # "as an anxiolytic, as an adjunct to …" tells roles
            if at and sentence.norms[at - 1] == "at":
                continue  # "at higher doses, it is more effective than": the doses are not compared
            yield from _compare(sentence, at, at + len(phrase), direction, cues, words, negation)


def _compare(
    sentence: Sentence, first: int, last: int, direction: str, cues: Cues, words: ClauseWords, negation: NegationWords
) -> Iterator[Reading]:
    clause = sentence.clause_at(first)
    aspects = _aspects(sentence, first, last, clause, words)
    if not aspects:
        return
    after = max([last, *(mention.last for mention in aspects)])
    others, explicit = _compared_with(sentence, after, clause, cues, words)
    if direction == "similar" and not others:
        return
    subjects = [m for m in subject_of(sentence, clause, first, ABOUT, words) if m.last <= first or m.first == m.last]
    denied = cue_denied(sentence, first, clause.first, negation)
    if not others:
        others = _compared_before(sentence, first, subjects)
        explicit = explicit or bool(others)
    if not explicit and not (_contrasted(sentence, words) and all(mention.meant(ASPECT) for mention in aspects)):
        return
    if not others:
        others = tuple(
            m for m in sentence.others if not any(set(m.meant(ABOUT)) & set(s.meant(ABOUT)) for s in subjects)
        )
    cue = " ".join(sentence.norms[first:last])
    for subject_mention in subjects:
        for subject in subject_mention.meant(ABOUT):
            for other_mention in others:
                for other in other_mention.meant(ABOUT):
                    for aspect_mention in aspects:
                        aspect = _aspect(aspect_mention)
                        if other.iri != subject.iri and aspect and allowed("comparedWith", other, cues):
                            yield Reading(
                                subject,
                                "comparedWith",
                                other,
                                denied,
                                cue,
                                "comparison",
                                first,
                                subject_mention,
                                other_mention,
                                (("aspect", aspect.iri), ("direction", direction)),
                            )


def _compared_before(sentence: Sentence, first: int, subjects: list[Mention]) -> tuple[Mention, ...]:
    """Return what the sentence has compared the subject with already ("similar to X …, but more sedating")."""
    known = [subject.meant(ABOUT) for subject in subjects]
    for mention in reversed(sentence.mentions):
        before = sentence.norms[mention.first - 1] if mention.first else ""
        earlier = mention.last <= first and before in ("than", "to", "with") and not mention.reference
        if earlier and mention.meant(ABOUT) and mention.meant(ABOUT) not in known:
            return (mention,)
    return ()


def _contrasted(sentence: Sentence, words: ClauseWords) -> bool:
    """Tell whether the sentence sets two things against each other ("while", "but")."""
    return any(norm in ("while", "whereas", "but", "though", "although", "however") for norm in sentence.norms)


def _aspect(mention: Mention) -> Entity | None:
    return next(iter(mention.meant(ASPECT) or mention.meant(COMPARED)), None)


def _aspects(sentence: Sentence, first: int, last: int, clause: Clause, words: ClauseWords) -> tuple[Mention, ...]:
    """Return what is compared: the aspect right after the comparative, or the words of it that tell it themselves."""
    inside = [m for m in sentence.nested + sentence.mentions if m.first >= first and m.last <= last and _aspect(m)]
    if inside:
        return tuple(inside[:1])
    found = group_after(sentence, last, clause.last, COMPARED, words.lists, reach=TO_ASPECT)
    if not found:  # "the efficacy of X is comparable to that of Y"
        earlier = [m for m in sentence.mentions if clause.first <= m.first and m.last <= first and m.meant(ASPECT)]
        found = earlier[:1] if any(norm in _COPULAS for norm in sentence.norms[clause.first : first]) else []
    if found and sentence.norms[found[-1].last : found[-1].last + 1] == ["of"]:  # "a lower risk of dependence"
        found = group_after(sentence, found[-1].last + 1, clause.last, COMPARED, words.lists, reach=3) or found
    return tuple(found)


def _compared_with(
    sentence: Sentence, after: int, clause: Clause, cues: Cues, words: ClauseWords
) -> tuple[tuple[Mention, ...], bool]:
    """Return the things after "than" or "compared with", and whether such words stand there."""
    stop = len(sentence.norms)
    for at, marker in cues.words("ThanMarker").found(sentence.norms, after, stop):
        if at < after + TO_THAN:
            return tuple(group_after(sentence, at + len(marker), stop, ABOUT, words.lists, reach=3)), True
    return (), False
