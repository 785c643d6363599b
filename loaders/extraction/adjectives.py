"""What a drug is said to be like: "it is sedating and not addictive", "a constipating painkiller"."""

from collections.abc import Iterable, Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.coordination import group_after
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied, denied_members
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Clause, Sentence
from ontology.cues import Cues

#: What an adjective can say that a drug does or risks.
TOLD: Final = frozenset({"DrugRisk", "PhysiologicalEffect", "Symptom", "Disease"})

#: How many words may stand between the verb and the first adjective: "is generally thought to be highly".
REACH: Final = 6

CAUSES: Final = "hasAdverseEffect"


def read(
    sentence: Sentence, found: Iterable[Reading], cues: Cues, words: ClauseWords, negation: NegationWords
) -> Iterator[Reading]:
    """Yield what adjectives behind a copula, and before a class that the drug belongs to, say of the drug."""
    if sentence.kinds.isdisjoint(TOLD):
        return
    yield from _predicative(sentence, cues, words, negation)
    yield from _attributive(sentence, found, cues, negation)


def _predicative(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Read "X is A, B and not C"."""
    norms, leads = sentence.norms, cues.single_words("AdjectiveLead")
    for at, verb in sentence.found(cues.words("Copula")):
        clause = sentence.clause_at(at)
        first = at + len(verb)
        while first < clause.last and (norms[first] in leads or norms[first].endswith("ly")):
            first += 1
        if first - at > REACH:
            continue
        members = group_after(sentence, first, clause.last, TOLD, words.lists, reach=0)
        while members and _describes_noun(sentence, members, words):
            members.pop()  # "is not addictive and tolerance builds up": the clause goes on without it
        if not members or members[0].first > first or norms[members[-1].last : members[-1].last + 1] == ["as"]:
            continue  # "is not as addictive as heroin" compares
        subjects = [
            each
            for each in subject_of(sentence, clause, at, ABOUT, words)
            if _is_its_verb(sentence, each, clause, at, words, leads)
        ]
        denied = cue_denied(sentence, members[0].first, clause.first, negation)
        marked = denied_members(sentence, first, members, denied, negation, words.lists)
        yield from join(subjects, CAUSES, members, cues, cue=" ".join(verb), module="adjectives", at=at, denied=marked)


def _attributive(
    sentence: Sentence, found: Iterable[Reading], cues: Cues, negation: NegationWords
) -> Iterator[Reading]:
    """Read "X is an A, B painkiller", of what is read to be a painkiller."""
    for reading in found:
        if reading.predicate != "isA" or reading.denied or reading.module != "membership":
            continue
        at = reading.object_mention.first
        while before := [each for each in sentence.mentions if each.last == at and each.meant(TOLD)]:
            marked = frozenset({before[0].first} if sentence.norms[before[0].first - 1] in negation.prefixes else ())
            yield from join(
                [reading.subject_mention],
                CAUSES,
                before,
                cues,
                cue=reading.cue,
                module="adjectives",
                at=reading.at,
                denied=marked,
            )
            at = before[0].first - (sentence.norms[before[0].first - 1 : before[0].first] in ([","], ["and"]))


def _describes_noun(sentence: Sentence, members: list[Mention], words: ClauseWords) -> bool:
    """Tell whether the last adjective belongs to a noun behind it: "is sedative poisoning"."""
    following = sentence.norms[members[-1].last : members[-1].last + 1] if members else []
    closed = (words.governors, words.conjunctions, words.relatives, words.finite, words.lists.joiners)
    return bool(following) and following[0].isalpha() and not any(following[0] in each for each in closed)


def _is_its_verb(
    sentence: Sentence, subject: Mention, clause: Clause, at: int, words: ClauseWords, leads: frozenset[str]
) -> bool:
    """Tell whether nothing but auxiliaries and adverbs parts a drug from its verb: "the effect of X is" is not its."""
    if subject.last == subject.first:  # the topic: nothing stands before the verb but what opens the clause
        return all(
            norm in words.lists.joiners or norm in words.conjunctions for norm in sentence.norms[clause.first : at]
        )
    if subject.last > at or (subject.first and sentence.norms[subject.first - 1] in words.governors):
        return False
    between = sentence.norms[subject.last : at]
    return all(
        norm in leads or norm in words.finite or norm.endswith("ly") or norm in words.relatives or norm in (",",)
        for norm in between
    )
