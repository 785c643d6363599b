"""Cautions that go on with their preposition: "contraindicated in patients with gout, and in those with asthma".

The list that a cue takes ends where the words before its members are said again; what they are said of then belongs to
the same caution.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from loaders.extraction.clauses import ClauseWords
from loaders.extraction.coordination import group_after
from loaders.extraction.lists import PRECAUTION
from loaders.extraction.readings import Reading, allowed
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues

#: How many words may stand between the preposition and what it is said of: "in patients with a history of".
_REACH: Final = 7
#: How many words may stand before it of a member that has no name.
_UNKNOWN: Final = 8
_ALSO: Final = frozenset({"and", "or"})
_AGAIN: Final = frozenset({"during", "in", "with"})
_BETWEEN: Final = ARTICLES | {"history", "in", "known", "of", "severe", "with", "who", "have", "are", "any", "other"}


def read(sentence: Sentence, found: Sequence[Reading], cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Yield the cautions behind the last one that each cue of a sentence has taken."""
    if _AGAIN.isdisjoint(sentence.bag):
        return
    last: dict[tuple[str, int], Reading] = {}
    for reading in found:
        if reading.predicate == PRECAUTION and reading.module == "phrases":
            key = (reading.subject.iri, reading.at)
            if key not in last or last[key].object_mention.last < reading.object_mention.last:
                last[key] = reading
    kinds, people = cues.signatures[PRECAUTION].range, cues.single_words("PersonNoun")
    for reading in last.values():
        at = reading.object_mention.last
        while start := _again(sentence.norms, at, people):
            members = group_after(sentence, start, len(sentence.norms), kinds, words.lists, reach=0)
            for member in members:
                for target in member.meant(kinds):
                    if allowed(PRECAUTION, target, cues):
                        yield replace(reading, object=target, object_mention=member)
            at = members[-1].last if members else start


def _again(norms: Sequence[str], at: int, people: frozenset[str]) -> int:
    """Return where what a preposition is said of again begins, behind "and in" or ", with"; 0 where it is not."""
    joint = next(
        (i for i in range(at, min(at + _UNKNOWN, len(norms) - 1)) if norms[i] in _ALSO and norms[i + 1] in _AGAIN), -1
    )
    if joint < 0:
        return 0
    joint += 1
    start = joint + 1
    while start < min(len(norms), joint + _REACH) and (norms[start] in _BETWEEN or norms[start] in people):
        start += 1
    return start
