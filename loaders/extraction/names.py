"""Brand names: "generic (Brand)", "sold under the brand name Brand", "Brand is the brand name for generic"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.tokens import normal_form
from ontology.values import Literal

DRUG: Final = frozenset({"Drug"})

#: How many words a brand has at most.
LONGEST: Final = 3

#: What stands between the names of a list.
_JOINTS: Final = frozenset({",", "/", "and", "or"})

#: How many words may stand between what a brand contains and the words that tell it, on either side.
TO_INGREDIENT: Final = 3

#: How many words may stand between "brand name" and the first brand.
REACH: Final = 6


def read(text: str, sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Yield the brand names that a sentence gives."""
    branded = any(mention.brand for mention in sentence.mentions)
    if branded and ("(" in sentence.norms or "or" in sentence.bag):
        yield from _beside_generic(text, sentence)
    if branded and "(" in sentence.norms:
        yield from _in_brackets(text, sentence)
    if "(" in sentence.norms and (branded or not _MARKS.isdisjoint(sentence.norms)):
        yield from _listed_brands(text, sentence)
    yield from _after_cue(text, sentence, cues, words)
    if sentence.label:
        yield from _labelled(text, sentence, cues)
    yield from _before_telling(text, sentence, cues)


def _before_telling(text: str, sentence: Sentence, cues: Cues) -> Iterator[Reading]:
    """Read the name before words such as "contains the active ingredient", with the same drug behind them."""
    for at, telling in sentence.found(cues.words("BrandTelling"), 1):
        after = at + len(telling)
        for owner in sentence.mentions:
            if not (after <= owner.first <= after + TO_INGREDIENT and owner.meant(DRUG)):
                continue
            for brand in sentence.mentions:
                if brand.last <= at <= brand.last + TO_INGREDIENT and brand.meant(DRUG) == owner.meant(DRUG):
                    called = sentence.text_of(text, brand)
                    if called[0].isupper() and called.lower() != sentence.text_of(text, owner).lower():
                        yield _reading(text, sentence, owner, brand, " ".join(telling))


#: How many words may stand between a name and the other one in brackets.
_TO_BRACKET: Final = 4


def _beside_generic(text: str, sentence: Sentence) -> Iterator[Reading]:
    """Read a brand in brackets behind its drug, or a drug in brackets behind its brand; and "Brand, or generic"."""
    norms = sentence.norms
    drugs = [mention for mention in sentence.mentions if mention.meant(DRUG) and not mention.reference]
    for left, right in pairwise(drugs):
        if left.brand == right.brand or left.meant(DRUG) != right.meant(DRUG):
            continue
        between = norms[left.last : right.first]
        if ("(" in between and len(between) <= _TO_BRACKET) or between in ([",", "or"], ["or"]):
            brand, generic = (left, right) if left.brand else (right, left)
            yield _reading(text, sentence, generic, brand, "brackets")


def _in_brackets(text: str, sentence: Sentence) -> Iterator[Reading]:
    """Read brands in brackets of a drug that the sentence or its topic names without them."""
    norms = sentence.norms
    about = {
        entity
        for mention in (*sentence.mentions, *sentence.topic)
        if not mention.brand
        for entity in mention.candidates
    }
    depth = 0
    inside: set[int] = set()
    for index, norm in enumerate(norms):
        depth += (norm == "(") - (norm == ")" and depth > 0)
        if depth:
            inside.add(index)
    for mention in sentence.mentions:
        if mention.brand and mention.first in inside and set(mention.meant(DRUG)) & about:
            yield _reading(text, sentence, Mention(0, 0, mention.candidates), mention, "brackets")


def _listed_brands(text: str, sentence: Sentence) -> Iterator[Reading]:
    """Read the other names in a bracket of brands right behind a drug: brands of its combinations, and unknown ones.

    At least one of them must be known as a brand or marked as one, lest "(London)" or "(Roche)" be one; or the brackets
    of the sentence hold brands throughout: "lithium (Lithobid), primidone (Zorbal), phenytoin (Dilantin)".
    """
    norms = sentence.norms
    shown = sum(norms[m.first - 1] == "(" for m in sentence.mentions if m.first and m.brand and m.meant(DRUG)) > 1
    for owner in sentence.mentions:
        at = owner.last
        if (
            owner.brand
            or owner.reference
            or not owner.meant(DRUG)
            or norms[at : at + 1] != ["("]
            or ")" not in norms[at:]
        ):
            continue
        close = norms.index(")", at)
        inside = [mention for mention in sentence.mentions if at < mention.first < close]
        marked = not _MARKS.isdisjoint(norms[at:close])
        if not (shown or marked or any(mention.brand and mention.meant(DRUG) for mention in inside)):
            continue
        for first, last in _pieces(norms, at + 1, close):
            first, last = _trimmed(norms, first, last)
            if first >= last:
                continue
            written = text[sentence.tokens[first].start : sentence.tokens[last - 1].end]
            own = [mention for mention in inside if first <= mention.first < last]
            other = any(not mention.brand and mention.first == first for mention in own)
            known = any(
                mention.brand and mention.last == last and set(mention.meant(DRUG)) & set(owner.meant(DRUG))
                for mention in own
            )
            if written[0].isupper() and last - first <= LONGEST and not other and not known:
                yield _reading(text, sentence, owner, Mention(first, last, ()), "brackets")


def _trimmed(norms: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Return a piece without the words before its name and the marks behind: "e.g. Zorbal®", "in Stalevo"."""
    if tuple(norms[first : first + 4]) == _FOR_EXAMPLE:
        first += len(_FOR_EXAMPLE)
    while first < last and norms[first] in _INSIDE:
        first += 1
    while first < last and norms[last - 1] in _MARKS:
        last -= 1
    return first, last


_FOR_EXAMPLE: Final = ("e", ".", "g", ".")
_INSIDE: Final = frozenset({"as", "eg", "in", "such"})
_MARKS: Final = frozenset({"®", "™"})


def _pieces(norms: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between commas, slashes and "and"."""
    start = first
    for at in range(first, last + 1):
        if at == last or norms[at] in (",", "/", "and", "or", ";"):
            if at > start:
                yield start, at
            start = at + 1


def _after_cue(text: str, sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    for at, cue in sentence.found(cues.words("BrandCue")):
        after = at + len(cue)
        clause = sentence.clause_at(at)
        subjects = [m for m in subject_of(sentence, clause, at, ABOUT, words) if m.meant(DRUG)]
        brands = [
            mention
            for mention in sentence.mentions
            if mention.brand and after <= mention.first <= after + REACH + 6 and mention.meant(DRUG)
        ]
        for brand in brands:
            owner = next((m for m in sentence.mentions if not m.brand and m.meant(DRUG) == brand.meant(DRUG)), None)
            told = owner or next((m for m in subjects if not m.reference and m.last <= at), None)
            yield _reading(text, sentence, told or Mention(0, 0, brand.candidates), brand, " ".join(cue))
        known = {index for brand in brands for index in range(brand.first, brand.last)}
        for mention in _capitalised(text, sentence, after):
            if known.isdisjoint(range(mention.first, mention.last)):
                for subject_mention in subjects:
                    yield _reading(text, sentence, subject_mention, mention, " ".join(cue))
        if brands:
            continue
        before = [m for m in sentence.mentions if m.brand and m.last <= at and m.last >= at - 5]
        for brand in before:  # "Brand is the brand name for generic"
            owner = next(
                (m for m in sentence.mentions if m.first >= after and m.meant(DRUG) == brand.meant(DRUG)), None
            )
            if owner:
                yield _reading(text, sentence, owner, brand, " ".join(cue))


def _labelled(text: str, sentence: Sentence, cues: Cues) -> Iterator[Reading]:
    """Read the names in a row or item that a label such as "Trade names" opens."""
    label = normal_form(sentence.label)
    owners = [mention for mention in sentence.topic if mention.meant(DRUG)]
    told = tuple(sentence.norms[: len(label)]) == label  # the label's own cell
    if len(owners) != 1 or told or len(label) < 2 or cues.words("BrandCue").at(label, 0) != label:
        return
    for mention in _capitalised(text, sentence, 0):
        yield _reading(text, sentence, owners[0], mention, " ".join(label))
    for mention in sentence.mentions:
        if mention.brand and mention.meant(DRUG) == owners[0].meant(DRUG):
            yield _reading(text, sentence, owners[0], mention, " ".join(label))


#: What stands before a place or a company, and before no brand.
_PLACING: Final = frozenset({"at", "by", "from", "in"})


def _capitalised(text: str, sentence: Sentence, at: int) -> list[Mention]:
    """Return the list of capitalised names from a token on, where brands stand that the lexicon may not know."""
    norms, found = sentence.norms, list[Mention]()
    if ":" in norms[at : at + REACH]:  # "brand names of X: A, B"
        at = norms.index(":", at)
    at = next((i for i in range(at, min(at + REACH, len(norms))) if _is_capitalised(text, sentence, i)), len(norms))
    beside = False
    if at < len(norms) and norms[at - 1] in _PLACING:
        return found  # "sold as a prescription drug in Russia"
    while at < len(norms):
        last = at
        while last < len(norms) and _is_capitalised(text, sentence, last):
            last += 1
        ended = last >= len(norms) or norms[last] not in _JOINTS
        named = any(m.first < last and m.last > at and not m.brand for m in sentence.mentions)
        if last == at or last - at > LONGEST or (ended and beside and norms[last : last + 1] not in ([], ["."], [")"])):
            break  # "X, Nepal under the brand name Y": Nepal is no brand
        if not named:
            found.append(Mention(at, last, ()))
        if ended:
            break
        at = last
        while at < len(norms) and norms[at] in _JOINTS:
            at += 1
        beside = norms[at - 1] == ","
    return found


def _is_capitalised(text: str, sentence: Sentence, at: int) -> bool:
    word = text[sentence.tokens[at].start : sentence.tokens[at].end]
    return word[0].isupper() and word.isalpha() and len(word) > 1


def _reading(text: str, sentence: Sentence, owner: Mention, brand: Mention, cue: str) -> Reading:
    return Reading(
        owner.meant(DRUG)[0],
        "hasBrandName",
        Literal(sentence.text_of(text, brand)),
        False,
        cue,
        "names",
        brand.first,
        owner,
        brand,
    )
