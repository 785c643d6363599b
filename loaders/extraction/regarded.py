"""Readings of what a drug is regarded as: "the DEA does not classify X as a narcotic", "As a stimulant, X …"."""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords
from loaders.extraction.coordination import group_after
from loaders.extraction.members import CLASS, pair
from loaders.extraction.membership import only_modifies
from loaders.extraction.negation import NegationWords, cue_denied, denied_members
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues


def read(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Yield what somebody is said to regard a drug as, or not to."""
    if sentence.kinds.isdisjoint(CLASS):
        return
    yield from _fronted(sentence, cues, words)
    for at, verb in sentence.found(cues.words("RegardingVerb")):
        subject = next((m for m in sentence.mentions if m.first == at + len(verb) and m.meant(ABOUT)), None)
        if subject is None:
            continue
        members = group_after(sentence, _after_as(sentence, subject.last), len(sentence.norms), CLASS, words.lists, 2)
        between = sentence.norms[subject.last : members[0].first] if members else []
        if not members or not _REGARDED.issuperset(between) or only_modifies(sentence, members[0], cues):
            continue
        denied = cue_denied(sentence, at, sentence.clause_at(at).first, negation)
        marked = denied_members(sentence, subject.last, members, denied, negation, words.lists)
        yield from pair([subject], members, marked, " ".join(verb), at)


def _after_as(sentence: Sentence, at: int) -> int:
    return at + (sentence.norms[at : at + 1] == ["as"])


#: What may stand between what is regarded and as what.
_REGARDED: Final = ARTICLES | {"as", "to", "be"}


def _fronted(sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Read "As a Y, X …": the class before the comma is that of the subject behind it."""
    norms = sentence.norms
    if norms[:2] not in (["as", "a"], ["as", "an"]) or "," not in norms:
        return
    comma = norms.index(",")
    members = [m for m in group_after(sentence, 2, comma, CLASS, words.lists, reach=3) if not m.reference]
    ended = members and (members[-1].last == comma or norms[members[-1].last] == "(")
    subject = next((m for m in sentence.mentions if comma < m.first <= comma + 2 and m.meant(ABOUT)), None)
    if ended and subject is not None and not only_modifies(sentence, members[0], cues):
        yield from pair([subject], members, frozenset(), "as", 0)
