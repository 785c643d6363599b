"""Names that are only part of a longer one: the pill of "a sleeping pill", the disorder of an attention deficit."""

from typing import Final

from loaders.extraction.kinds import DISEASE
from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import Sentence

_CLASS: Final = frozenset({"DrugClass"})


def in_longer_name(sentence: Sentence, mention: Mention, predicate: str) -> bool:
    """Tell whether a form is part of the name of a class, or an effect only says of what the potency is."""
    if predicate == "hasDoseForm":
        return any(
            each.first < mention.first and mention.last <= each.last and each.meant(_CLASS)
            for each in sentence.mentions
        )
    return predicate == "hasEffect" and sentence.norms[mention.last : mention.last + 1] == ["potency"]


def of_other_drug(sentence: Sentence, subject: Mention, mention: Mention) -> bool:
    """Tell whether a risk is that of another drug than the one left unnamed: "concerns about opioid addiction"."""
    if subject.last > subject.first:
        return False
    inside = [each for each in sentence.nested if mention.first <= each.first and each.last <= mention.last]
    others = [each for each in inside if each.meant(_ABOUT)]
    return bool(others) and all(set(each.candidates).isdisjoint(subject.candidates) for each in others)


_ABOUT: Final = frozenset({"Drug", "DrugClass"})


def names_disease(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a mention lies in the longer name of a disease."""
    return any(
        each.first <= mention.first
        and mention.last <= each.last
        and each.last - each.first > mention.last - mention.first
        for each in sentence.mentions
        if each.meant(DISEASE)
    )
