"""Readings that a drug is not approved: "the FDA has not approved X for medical use", "X isn't approved in the US"."""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.kinds import DRUG_CLASS
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues
from ontology.lexicon import Lexicon

#: What a drug is called that is approved.
_APPROVED: Final = ("approved", "drug")

#: The kinds of what may be told with it: by whom and where.
_CIRCUMSTANCES: Final = frozenset({"Agent", "Jurisdiction"})


def read(
    sentence: Sentence, lexicon: Lexicon, cues: Cues, words: ClauseWords, negation: NegationWords
) -> Iterator[Reading]:
    """Yield that the subject is no approved drug, unless only a use or some people are told for which it is not."""
    if "approved" not in sentence.bag:
        return
    entity = next((f.entity for f in lexicon.lookup(_APPROVED) if not DRUG_CLASS.isdisjoint(f.entity.kinds)), None)
    for at, norm in enumerate(sentence.norms):
        clause = sentence.clause_at(at)
        if norm == "approved" and at and sentence.norms[at - 1] in ARTICLES:
            continue  # "none of these is an approved indication"
        if norm != "approved" or entity is None or not cue_denied(sentence, at, clause.first, negation):
            continue
        behind = next((m for m in sentence.mentions if m.first == at + 1 and m.meant(ABOUT)), None)
        if not _outright(sentence, behind.last if behind else at + 1, clause.last, cues):
            continue
        subjects = (behind,) if behind else subject_of(sentence, clause, at, ABOUT, words)
        said = (Mention(at, at + 1, (entity,)),)
        yield from join(
            subjects, "isA", said, cues, cue=norm, module="approval", at=at, denied=frozenset({at}), settled=True
        )


def _outright(sentence: Sentence, first: int, last: int, cues: Cues) -> bool:
    """Tell whether nothing follows but by whom, where and for any use at all."""
    told: set[int] = set()
    for mention in (*sentence.mentions, *sentence.nested):  # the FDA, within "approved by the FDA"
        if mention.meant(_CIRCUMSTANCES):
            told.update(range(mention.first, mention.last))
    general = cues.single_words("ApprovalWord")
    norms = sentence.norms
    end = norms.index(",", first, last) if "," in norms[first:last] else last
    return all(at in told or norms[at] in general for at in range(first, end))
