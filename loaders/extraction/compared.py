"""What a comparison compares with: what stands behind "than", or what it leaves out.

What is left out is what the sentence has compared with already, what it has set against the subject ("X is effective,
but Y is more potent"), the drug of the page, or what the page sets beside that.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.coordination import group_after
from loaders.extraction.degrees import Degree
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import ARTICLES, Clause, Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity
from ontology.phrases import Phrases

ASPECT: Final = frozenset({"Aspect"})

_COPULAS: Final = frozenset({"is", "are", "was", "were"})
_DRUG: Final = frozenset({"Drug"})

#: Openers of a clause that sets what it says against what was said before.
CONTRASTS: Final = frozenset({"although", "but", "however", "though", "whereas", "while"})

DOSES: Final = frozenset({"dosage", "dosages", "dose", "doses"})

#: How many words may stand between the aspect of a comparison and "than".
TO_THAN: Final = 8

#: What may stand between a verb and a degree, and verbs that no clause needs to begin with.
_ADVERBS: Final = frozenset({"also", "even", "far", "much", "often", "still"})
_VERBS: Final = frozenset({"be", "been", "being", "show", "showed", "share"})

#: What stands before the drug of which a degree is told: "less common with X than with Y".
GIVEN: Final = frozenset({"after", "for", "in", "on", "with"})

#: A drug or class, and where it is named.
Named = tuple[Entity, Mention]


def behind_than(
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


def given(sentence: Sentence, degree: Degree, marked: int) -> list[Mention]:
    """Return the drug of which a degree is told behind "with": "is more common with X than with Y"."""
    norms = sentence.norms
    return [
        mention
        for mention in sentence.mentions
        if degree.last < mention.first and mention.last == marked and mention.meant(ABOUT)
        if not GIVEN.isdisjoint(norms[max(degree.last, mention.first - 2) : mention.first])
    ]


def pairs(
    sentence: Sentence, degree: Degree, subjects: Sequence[Mention], words: ClauseWords
) -> Iterator[tuple[Named, Named]]:
    """Yield the first of several subjects with each of the others: "X, Y and Z are equally effective"."""
    told = [(entity, mention) for mention in subjects for entity in mention.meant(ABOUT)]
    if len(told) > 1 and _is_predicate(sentence, degree, words):
        yield from product(told[:1], told[1:])


def _is_predicate(sentence: Sentence, degree: Degree, words: ClauseWords) -> bool:
    """Tell whether a verb stands right before a degree, which then is said of a subject: no "longer-acting opioids"."""
    norms, at = sentence.norms, degree.begin
    while at and (norms[at - 1] in ARTICLES or norms[at - 1] in _ADVERBS or norms[at - 1].endswith("ly")):
        at -= 1
    named = any(m.first <= degree.first and m.last > degree.last and m.meant(ABOUT) for m in sentence.mentions)
    verb = norms[at - 1] if at and norms[at - 2 : at - 1] != ["to"] else ""
    told = any(hit.first == at - 1 and hit.last == at and hit.phrases for hit in sentence.hits)
    return not named and (verb in words.finite or verb in _VERBS or (told and verb.endswith(("ed", "s"))))


def left_out(
    sentence: Sentence,
    degree: Degree,
    clause: Clause,
    subjects: Sequence[Mention],
    aspects: Sequence[Mention],
    said: Sequence[Reading],
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
    predicated = _is_predicate(sentence, degree, words)
    before = [r for r in said if r.subject_mention in subjects]
    joined = norms[degree.begin - 1 : degree.begin] == ["and"]  # "has a faster onset and shorter duration"
    if (predicated or joined) and before:  # "is as effective as X and causes less nausea"
        return tuple(dict.fromkeys(reading.object_mention for reading in before if reading.at == before[-1].at))
    if not all(mention.meant(ASPECT) for mention in aspects):
        return ()
    opposed = _opposed(sentence, degree, clause, subjects, words)
    if opposed:
        return opposed
    if predicated and (topic := _topic(sentence, degree, clause, subjects)):
        return topic
    if CONTRASTS.isdisjoint(norms):
        return ()
    known = {entity for mention in subjects for entity in mention.meant(ABOUT)}
    return tuple(mention for mention in sentence.others if known.isdisjoint(mention.meant(ABOUT)))


def _topic(sentence: Sentence, degree: Degree, clause: Clause, subjects: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the drug of the page where another, named right before its verb, is said to be more than it."""
    named = [m for m in subjects if clause.first <= m.first < m.last <= degree.first and not m.reference]
    topic = [m for m in sentence.topic if m.meant(_DRUG)]
    known = {entity for mention in subjects for entity in mention.meant(ABOUT)}
    if not named or len(topic) != 1 or len(named) != len(subjects) or not known.isdisjoint(topic[0].meant(ABOUT)):
        return ()
    other = sentence.norms[named[0].first - 1 : named[0].first] == ["other"]
    alone = named[0].meant(_DRUG) or other  # "benzodiazepines are safer" is not said of one set against them
    return (topic[0],) if alone and named[0].first <= clause.first + 1 else ()


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
            return (mention, *_joined(sentence, mention, first, known))
    return ()


def _joined(sentence: Sentence, mention: Mention, last: int, known: Sequence[tuple[Entity, ...]]) -> Iterator[Mention]:
    """Yield what "and" or a comma joins to a mention: "compared to X and Y, it is milder"."""
    for each in sentence.mentions:
        joined = mention.last < each.first < each.last <= last and not each.reference and each.meant(ABOUT) not in known
        if joined and each.meant(ABOUT) and set(sentence.norms[mention.last : each.first]) <= {"and", "or", ","}:
            yield each
            mention = each
