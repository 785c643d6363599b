"""What a line that ends with a colon makes of the items below it: "It is used to treat:", "Do not take it if you:"."""

from typing import NamedTuple

from loaders.extraction import advice, headings
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues, PhraseCue
from ontology.patterns import Slot


class LeadIn(NamedTuple):
    """The role of the items, whether it is denied of them, and whether they lose that of the heading as well."""

    role: str
    denied: bool
    muted: bool


#: The roles of headings under which an item is no longer read once its lead-in asks to watch for something.
_CAREFUL = frozenset({advice.PRECAUTION, advice.INTERACTION, "requires"})


def of(sentence: Sentence, section_role: str, cues: Cues, words: advice.AdviceWords) -> LeadIn:
    """Return what a lead-in line makes of its items."""
    norms = sentence.norms
    named, first, last = headings.role_at(norms, cues)
    if named in ("", advice.PRECAUTION):
        if advice.complains(norms, words):
            return LeadIn("", denied=False, muted=section_role in _CAREFUL)
        if asked := advice.asked_of(norms, words):
            return LeadIn(asked, denied=False, muted=False)
    # What a cue says with a "not" of its own ("do not take") it does not deny.
    around = (*norms[:first], *norms[last:])
    denied = any(norm in cues.single_words("Negator") for norm in around)
    return LeadIn(named or _open_cue(sentence), denied, muted=False)


def _open_cue(sentence: Sentence) -> str:
    """Return the property of the phrase with which a lead-in line ends, or nothing."""
    last = len(sentence.tokens) - 1
    ending = [cue for hit in sentence.hits if hit.last == last for cue in hit.phrases[:1] if _wants_list(cue)]
    return next((cue.predicate for cue in reversed(ending) if cue.predicate != advice.PRECAUTION), "")


def _wants_list(cue: PhraseCue) -> bool:
    """Tell whether the object of a cue comes right behind its words, and nothing more that it wants."""
    after = cue.elements[cue.anchor + 1 :]
    return len(after) == 1 and isinstance(after[0], Slot) and after[0].role == "o"
