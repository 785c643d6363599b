"""A drug inside the name of its use: "drink alcohol while taking X" speaks of alcohol, and of no habit.

Where a text goes on with when, or with what else, a drug is taken, the drug is meant and not the state of taking it.
"""

from typing import Final

from loaders.extraction.kinds import CONDITION, DRUG
from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import Sentence

#: What behind the name shows that something is taken beside it.
_BESIDE: Final = frozenset({"during", "together", "when", "while", "with"})

#: The verbs with which such a name begins.
_TAKING: Final = frozenset({"consume", "consumes", "drink", "drinks", "use", "uses"})


def settle(sentence: Sentence) -> None:
    """Put the drug in the place of its use where another is taken beside it."""
    if _BESIDE.isdisjoint(sentence.norms) or _TAKING.isdisjoint(sentence.norms):
        return
    sentence.mentions = [_drug_of(sentence, mention) or mention for mention in sentence.mentions]


def _drug_of(sentence: Sentence, mention: Mention) -> Mention | None:
    norms = sentence.norms
    if norms[mention.first] not in _TAKING or not mention.meant(CONDITION):
        return None
    if norms[mention.last : mention.last + 1] == [] or norms[mention.last] not in _BESIDE:
        return None
    inner = (each for each in sentence.nested if each.last == mention.last and each.first > mention.first)
    return next((each for each in inner if each.meant(DRUG)), None)
