"""Brand names that a text gives to its drug and no lexicon knows: "ZEROL tablets contain the active ingredient …".

A leaflet calls its drug by the brand from the title on, and tells once what is in it. The brand is a name of the drug
in that text alone: a word that is always written with a capital, in the midst of sentences too, and comes back.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from loaders.extraction.mentions import Mention
from ontology.lexicon import Entity
from ontology.phrases import Phrases
from ontology.tokens import Token

#: The words of a stretch of the text, and what they name.
Look = Callable[[int, int], tuple[list[Token], list[Mention]]]

#: How far from the words that tell it a brand and its drug may stand, in characters.
REACH: Final = 60
#: How many words may stand before the drug: "10 mg of".
TO_DRUG: Final = 3

_BRAND: Final = r"\b([A-Z][A-Za-z-]{3,})\b[®™]?"
#: A brand before the words that tell what it is; its form or strength may stand between.
_BEFORE: Final = re.compile(_BRAND + r"((?: [^\s.;:,()]+){0,4}) $")
#: "ZEROL (a drug)": what stands before a bracket, and in it.
_BESIDE: Final = re.compile(_BRAND + r" ?$")
_INSIDE: Final = re.compile(r"\([a-z][a-z -]{3,40}\)")

_DRUG: Final = frozenset({"Drug"})
_FORM: Final = frozenset({"DoseForm"})


def brands(text: str, telling: Phrases, look: Look) -> Iterator[tuple[str, Entity]]:
    """Yield each way in which a text writes a brand that it defines, with the drug."""
    for name, drug in (*_told(text, telling, look), *_in_brackets(text, look)):
        for form in {name, name.upper(), name.capitalize()}:
            yield form, drug


def _told(text: str, telling: Phrases, look: Look) -> Iterator[tuple[str, Entity]]:
    """Yield brands whose drug stands behind words such as "contains": the one drug that does."""
    told = {word for word in {max(phrase, key=len) for phrase in telling} if word in text}
    for phrase in telling:
        if max(phrase, key=len) not in told:
            continue
        words = f" {' '.join(phrase)} "
        at = text.find(words)
        while at >= 0:
            behind = at + len(words)
            found = _BEFORE.search(text, max(text.rfind("\n", 0, at) + 1, at - REACH), at + 1)
            if found and _is_name(text, found[1]) and _is_form(found.start(2), found.end(2), look):
                end = text.find("\n", behind, behind + REACH)
                _, mentions = look(behind, end if end >= 0 else min(len(text), behind + REACH))
                drugs = [mention for mention in mentions if mention.meant(_DRUG)]
                alone = len(drugs) == 1 or (drugs and drugs[1].first > drugs[0].last + 1)
                if alone and drugs[0].first <= TO_DRUG:  # "contains codeine and paracetamol" is neither
                    yield found[1], drugs[0].meant(_DRUG)[0]
            at = text.find(words, behind)


def _in_brackets(text: str, look: Look) -> Iterator[tuple[str, Entity]]:
    """Yield brands with their drug, and it alone, in brackets behind."""
    for inside in _INSIDE.finditer(text):
        found = _BESIDE.search(text, max(0, inside.start() - REACH), inside.start())
        if found and _is_name(text, found[1]):
            tokens, mentions = look(inside.start() + 1, inside.end() - 1)
            for mention in mentions:
                if mention.first == 0 and mention.last == len(tokens) and mention.meant(_DRUG):
                    yield found[1], mention.meant(_DRUG)[0]


def _is_form(start: int, end: int, look: Look) -> bool:
    """Tell whether a stretch is empty, or names a form as the last: "250 mg tablets"."""
    tokens, mentions = look(start, end)
    return not tokens or any(mention.last == len(tokens) and mention.meant(_FORM) for mention in mentions)


def _is_name(text: str, word: str) -> bool:
    """Tell whether a word is always written with a capital, comes back, and once stands in the midst of a sentence."""
    found = list(re.finditer(rf"\b{word}\b", text, re.IGNORECASE))
    if len(found) < 2 or any(each[0].islower() for each in found):
        return False
    return any(text[each.start() - 2 : each.start() - 1].islower() for each in found if each.start() > 1)
