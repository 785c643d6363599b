"""What a line that ends with a colon makes of the items below it: "It is used to treat:", "Do not take it if you:"."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from loaders.extraction import advice, headings
from loaders.extraction.clauses import ABOUT
from loaders.extraction.contexts import EFFECTS, INTERACTION
from loaders.extraction.kinds import CONDITION
from loaders.extraction.lists import PRECAUTION
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.anchors import PhraseCue
from ontology.cues import Cues
from ontology.patterns import Element, Gap, Slot, Words


class LeadIn(NamedTuple):
    """The role of the items, whether it is denied of them, and whether they lose that of the heading as well.

    What is `advised` is told to the reader ("tell your doctor if you have:"); its list may stand in the same line.
    """

    role: str
    denied: bool
    muted: bool
    advised: bool = False


#: The properties whose cues may open a list with more than one word: "is indicated for:", "can cause:".
_LONGER: Final = frozenset({"hasAdverseEffect", "treats"})
#: Effects of which a heading tells more than a verb does.
_SPECIAL: Final = frozenset({"hasOverdoseEffect", "hasWithdrawalSymptom"})


def of(sentence: Sentence, before: Sentence | None, section_role: str, cues: Cues, words: advice.AdviceWords) -> LeadIn:
    """Return what a lead-in line makes of its items; the sentence before it may say what they are."""
    norms = sentence.norms
    named, first, last = headings.role_at(norms, cues)
    if named == "hasEffect" and last == first + 1 and section_role == "hasAdverseEffect":
        named = section_role  # "Other serious effects include:" under "Side effects"
    if first < max((at for at, norm in enumerate(norms) if norm in words.openers), default=0):
        named = ""  # "stop taking it if you have:" is no heading on stopping
    if named in ("", PRECAUTION) and (risked := _put_at_risk(norms, cues)):
        return LeadIn(risked, denied=False, muted=False)
    if named == "hasWithdrawalSymptom" and advice.watches(norms, words):
        named = ""  # "If any of these happen, stop taking it and tell your doctor at once:"
    if named in ("", PRECAUTION):
        if advice.accompanies(norms, words):
            return LeadIn(INTERACTION, denied=False, muted=False, advised=True)
        watched = advice.watches(norms, words) or (
            before is not None
            and section_role != INTERACTION  # "Some medicines make side effects more likely. These include:"
            and words.openers.isdisjoint(norms)
            and advice.watches(before.norms, words)
        )
        if watched and section_role not in _SPECIAL:
            return LeadIn("hasAdverseEffect", denied=False, muted=False, advised=True)
        asked = advice.asked_of(norms, words)
        if advice.complains(norms, words) and not (asked and advice.is_prior(norms, words)):
            return LeadIn("", denied=False, muted=section_role in headings.CAREFUL)  # items to watch for
        if asked:
            return LeadIn(asked, denied=False, muted=False, advised=True)
        if section_role == PRECAUTION and advice.takes(norms, words):  # an item that has a list of its own
            return LeadIn(INTERACTION, denied=False, muted=False)
    # What a cue says with a "not" of its own ("do not take") it does not deny.
    begun = _begun(norms)
    around = (*norms[begun:first], *_until_relative(norms, max(begun, last)))
    denied = any(norm in cues.single_words("Negator") for norm in around)
    if named in EFFECTS and not words.openers.isdisjoint(norms) and advice.complains(norms, words):
        denied = False  # "tell your doctor if these side effects do not go away:"
    opened = named or _open_cue(sentence, cues)
    if not named and opened in EFFECTS and section_role in _SPECIAL:
        opened = section_role  # "It may result in:" under "Overdose"
    return LeadIn(opened, denied, muted=False)


def _put_at_risk(norms: Sequence[str], cues: Cues) -> str:
    """Return what items are of which a lead-in says that they make harm likelier: states of people, or drugs."""
    if not _RISK.intersection(norms) or not _HIGHER.intersection(norms):
        return ""
    people = cues.single_words("PersonNoun")
    if any(norm in people and norms[at + 1 : at + 2] in (["with"], ["who"]) for at, norm in enumerate(norms)):
        return PRECAUTION
    drugs = cues.single_words("OtherDrugNoun") - people
    return INTERACTION if not drugs.isdisjoint(norms[:_OPENING]) else ""


_RISK: Final = frozenset({"danger", "risk", "risks"})
_HIGHER: Final = frozenset({"greater", "higher", "increase", "increased", "increases", "raise", "raises"})
#: How many words into a lead-in the drugs may stand that are its subject.
_OPENING: Final = 3


def _until_relative(norms: Sequence[str], first: int) -> Sequence[str]:
    """Return the words from one on, up to what only describes: "effects that do not need medical attention"."""
    return norms[first : next((at for at in range(first, len(norms)) if norms[at] in _DESCRIBING), len(norms))]


_DESCRIBING: Final = frozenset({"(", "that", "which", "who"})


def _begun(norms: Sequence[str]) -> int:
    """Return where the last part of a line begins, which leads in: "While it is not fatal, its signs are:"."""
    return next((at + 1 for at in range(len(norms) - 1, -1, -1) if norms[at] in (",", ";")), 0)


def _open_cue(sentence: Sentence, cues: Cues) -> str:
    """Return the property of the phrase with which a lead-in line ends, or nothing."""
    last = _before_filler(sentence, cues)
    ending = [
        cue
        for hit in sentence.hits
        if hit.last == last
        for cue in hit.phrases[:1]
        if len(cue.elements) == cue.anchor + 2 and _wants_list(cue)
    ]
    ending += [
        cue
        for hit in (sentence.hits if _opens_with_drug(sentence) else ())
        for cue in hit.phrases
        if cue.predicate in _LONGER and _wants_list(cue, sentence.norms[hit.last : last])
    ]
    return next((cue.predicate for cue in reversed(ending) if cue.predicate != PRECAUTION), "")


def _before_filler(sentence: Sentence, cues: Cues) -> int:
    """Return where the words of a lead-in line end that only announce a list: "infections such as:"."""
    norms = sentence.norms
    last = len(norms) - (norms[-1:] == [":"])
    fillers = cues.words("LeadFiller")
    at = next((at for at in range(last) if at + len(fillers.at(norms, at)) == last), last)
    group = next((m for m in sentence.mentions if m.last == at < last and m.meant(CONDITION)), None)
    if group is None and 0 < at < last and norms[at - 1] in cues.single_words("GenericNoun"):
        return at - 1
    return group.first if group and norms[at - 1].endswith("s") else at


def _opens_with_drug(sentence: Sentence) -> bool:
    """Tell whether a line begins with what it is about: no "Malaria can cause:", no "It is not known whether"."""
    first = int(sentence.norms[0] in ARTICLES)
    named = any(mention.first == first and mention.meant(ABOUT) for mention in sentence.mentions)
    return named and "whether" not in sentence.norms


def _wants_list(cue: PhraseCue, norms: Sequence[str] = ()) -> bool:
    """Tell whether the words behind a cue's first are all that it wants before its object: "indicated … for"."""
    *between, last = cue.elements[cue.anchor + 1 :] or (None,)
    return isinstance(last, Slot) and last.role == "o" and not cue.denies and _are(norms, between)


def _are(norms: Sequence[str], elements: Sequence[Element]) -> bool:
    """Tell whether words are those of some elements of a cue, with up to two in each of its gaps."""
    if not elements:
        return not norms
    head, *rest = elements
    if isinstance(head, Gap):
        return any(_are(norms[passed:], rest) for passed in range(3))
    return (
        isinstance(head, Words)
        and tuple(norms[: len(head.words)]) == head.words
        and _are(norms[len(head.words) :], rest)
    )
