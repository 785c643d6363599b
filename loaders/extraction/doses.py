"""Doses: which of the amounts in a sentence are doses, of which drug, and of what kind."""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.attributes import DOSES, labelled
from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.mentions import Mention
from loaders.extraction.quantities import AMOUNTS, Quantity
from loaders.extraction.readings import Reading, in_tokens
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.values import Literal

DRUG: Final = frozenset({"Drug"})

#: How many words may stand between an amount and the drug that it is an amount of: "50 mg daily doses of X".
TO_DRUG: Final = 4

#: How far before an amount, and behind it, the word may stand that tells its kind: "the usual adult dose is".
BEFORE, BEHIND = 8, 5

#: Within how many words of its clause those stand who take or give the drug.
TO_PEOPLE: Final = 3

#: How far behind an amount the words may stand that tell how often it is taken: "50 mg tablets two or three times a".
TO_RATE: Final = 7


def read(text: str, sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Yield the doses that a sentence, cell or labelled line gives."""
    found = sentence.quantities(text)
    if not found:
        return
    whole = len(sentence.tokens)
    excluded = in_tokens(sentence, 0, whole, cues.words("DoseExclusion")) >= 0
    strength = in_tokens(sentence, 0, whole, cues.words("StrengthContext")) >= 0
    told = sentence.role == "hasDose" or in_tokens(sentence, 0, whole, cues.words("DoseContext")) >= 0
    for quantity in found:
        if quantity.unit not in AMOUNTS or excluded:
            continue
        first, last = quantity.among(sentence.tokens)
        if sentence.norms[first - 1 : first] == ["per"]:
            continue  # "100 mg per 5 ml": in which volume
        label = labelled(sentence, first, DOSES, cues)
        rated = _rated(sentence, last, cues)
        if not (told or label or strength or rated):
            continue
        mention = Mention(first, last, ())
        qualifiers = _kind(sentence, first, last, cues, quantity, label)
        if strength and not (label or rated) and not qualifiers:
            qualifiers = (("kind", "strength"),)
        for subject_mention in _subjects(sentence, first, last, cues, words):
            for subject in subject_mention.meant(DRUG):
                yield Reading(
                    subject,
                    "hasDose",
                    Literal(quantity.value),
                    False,
                    label or "hasDose",
                    "doses",
                    first,
                    subject_mention,
                    mention,
                    qualifiers,
                )


def _rated(sentence: Sentence, last: int, cues: Cues) -> bool:
    """Tell whether words behind an amount say how often it is taken: "twice a day", "every 6 hours"."""
    end = min(last + TO_RATE, len(sentence.tokens))
    return in_tokens(sentence, max(0, last - 2), end, cues.words("DoseRate")) >= 0


def _subjects(sentence: Sentence, first: int, last: int, cues: Cues, words: ClauseWords) -> tuple[Mention, ...]:
    """Return the drug of which an amount is a dose: beside it, else what its clause or the page is about."""
    beside = _beside(sentence, first, last, cues)
    if beside:
        return beside
    found = subject_of(sentence, sentence.clause_at(first), first, ABOUT, words)
    drugs = tuple(mention for mention in found if mention.meant(DRUG))
    if drugs and sentence.norms[0] in _FRONTING and "," in sentence.norms[drugs[-1].last : first]:
        drugs = tuple(mention for mention in sentence.topic if mention.meant(DRUG)) or drugs
    if drugs or not (found or _by_people(sentence, first, cues)):
        return drugs
    return tuple(mention for mention in sentence.topic if mention.meant(DRUG))  # classes have no doses


#: What opens a phrase set before what is told: "For gout during treatment with X, the dose is …".
_FRONTING: Final = frozenset({"after", "before", "during", "for", "when", "with"})


def _by_people(sentence: Sentence, at: int, cues: Cues) -> bool:
    """Tell whether those who take or give it are what a clause is about: "most people start with 50 mg"."""
    opening = sentence.norms[sentence.clause_at(at).first : at][:TO_PEOPLE]
    return not cues.single_words("PersonNoun").isdisjoint(opening) or not cues.single_words("OtherAgent").isdisjoint(
        opening
    )


def _beside(sentence: Sentence, first: int, last: int, cues: Cues) -> tuple[Mention, ...]:
    """Return the drug whose name stands right behind an amount ("50 mg of X") or right before it ("X 50 mg")."""
    norms, passed = sentence.norms, cues.single_words("DoseFiller")
    drugs = [mention for mention in sentence.mentions if mention.meant(DRUG) and not mention.reference]
    for mention in drugs:
        between = norms[last : mention.first]
        if last <= mention.first <= last + TO_DRUG and all(norm in passed for norm in between):
            return (mention,)
    for mention in drugs:
        if mention.last <= first and all(norm in ("(", "at") for norm in norms[mention.last : first]):
            return (mention,)
    return ()


def _kind(
    sentence: Sentence, first: int, last: int, cues: Cues, quantity: Quantity, label: str
) -> tuple[tuple[str, str], ...]:
    """Return what sort of dose it is, as its label or the nearest word tells; else that it is the dose of a day."""
    norms, kinds = sentence.norms, cues.words("DoseKind")
    if tuple(label.split()) in kinds:
        return (("kind", label),)
    begin = sentence.clause_at(first).first
    for place in range(first - 1, max(begin, first - BEFORE) - 1, -1):
        if norms[place][:1].isdigit() and place < first - 1:
            break  # what stands before another amount tells of that one
        if phrase := kinds.at(norms, place):
            return (("kind", " ".join(phrase)),)
    if norms[last : last + 1] == ["is"] or norms[last : last + 1] == ["as"]:
        for place in range(last, min(last + BEHIND, len(norms))):
            if phrase := kinds.at(norms, place):  # "100 mg is a strong dose"
                return (("kind", " ".join(phrase)),)
    return (("kind", "daily"),) if quantity.per_day else ()
