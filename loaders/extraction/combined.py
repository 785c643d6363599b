"""Drugs that are meant to be taken together, which tells of no interaction between them.

"Must be given with ritonavir" and "in combination with cisplatin is indicated for" tell how a drug is used.
"""

from typing import Final

from loaders.extraction.contexts import INTERACTION
from loaders.extraction.readings import Reading, in_tokens
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues


def wanted(sentence: Sentence, reading: Reading, cues: Cues) -> bool:
    """Tell whether a clause says that two drugs are to be taken together, and of no result to fear."""
    if reading.predicate != INTERACTION or reading.denied or any(key == "result" for key, _ in reading.qualifiers):
        return False
    own = reading.object_mention.meant(_MEDIATOR)
    if own and sentence.norms[max(0, reading.at - 2) : reading.at] in _MECHANISM:
        return True  # "works by blocking the action of adrenaline": the body's own is meant
    clause = sentence.clause_at(reading.at)
    if in_tokens(sentence, clause.first, clause.last, cues.words("Prohibition")) >= 0:
        return False
    if in_tokens(sentence, clause.first, clause.last, cues.words("Indicated")) >= 0:
        return True
    agents, norms = cues.single_words("OtherAgent"), sentence.norms
    if norms[reading.at].startswith("combin") and not agents.isdisjoint(norms[clause.first : reading.at]):
        return True  # "doctors combine it with lithium"
    if sentence.norms[:3] == ["in", "combination", "with"]:
        return True  # "In combination with X, it is used to treat …"
    ends = [at + len(words) for at, words in sentence.found(cues.words("WantedTogether"), clause.first, clause.last)]
    return any(
        end <= mention.first <= end + _NEAR
        for end in ends
        for mention in (reading.object_mention, reading.subject_mention)
    )


_MEDIATOR: Final = frozenset({"Mediator"})
#: What tells how a drug does what it does.
_MECHANISM: Final = (["works", "by"], ["work", "by"], ["acts", "by"], ["act", "by"], ["works", "to"])

#: How many words may stand between "should be given with" and the other drug's name.
_NEAR: Final = 1
