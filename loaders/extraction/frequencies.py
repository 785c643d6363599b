"""How often something happens: in words ("rarely") or as a rate ("in up to 10 % of patients", "1 in 10")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.extraction.sentence import Sentence
from loaders.extraction.spans import Span
from ontology.cues import Cues
from ontology.phrases import Phrases

#: The classes of words that tell how often, and what they tell; a longer phrase hides the shorter ones in it.
_CLASSES: Final = (
    ("VeryCommonWord", "very common"),
    ("CommonWord", "common"),
    ("UncommonWord", "uncommon"),
    ("RareWord", "rare"),
    ("VeryRareWord", "very rare"),
)
_NUMBER: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")

#: What bounds a rate, and how the bound is written.
_BOUNDS: Final = {
    ("up", "to"): "<=",
    ("more", "than"): ">",
    ("over",): ">",
    ("at", "least"): ">=",
    ("≥",): ">=",
    ("less", "than"): "<",
    ("fewer", "than"): "<",
    ("under",): "<",
    ("<",): "<",
    (">",): ">",
}


@dataclass(frozen=True, slots=True)
class FrequencyWords:
    """The phrases that tell how often, those that only look so, and whom a share is of."""

    phrases: tuple[tuple[Phrases, str], ...]
    exceptions: Phrases  # more common, commonly used
    counted: frozenset[str]  # patients, cases

    @classmethod
    def of(cls, cues: Cues) -> "FrequencyWords":
        """Read the classes from the cues."""
        return cls(
            tuple((cues.words(name), value) for name, value in _CLASSES),
            cues.words("FrequencyException"),
            cues.single_words("PersonNoun") | cues.single_words("CountedNoun"),
        )


def frequencies(sentence: Sentence, words: FrequencyWords) -> list[Span]:
    """Return what tells how often in a sentence, in order; words in names ("common cold") tell nothing."""
    named = {i for mention in sentence.mentions for i in range(mention.first, mention.last) if not mention.reference}
    spans = [*_in_words(sentence, words), *_rates(sentence.norms, words)]
    free = [span for span in spans if not named & set(range(span.first, span.last))]
    return sorted(free, key=lambda span: span.first)


def frequency_of(sentence: Sentence, words: FrequencyWords) -> str:
    """Return how often what stands below a heading, lead-in or label happens; words count more than rates."""
    spans = [*_in_words(sentence, words), *_rates(sentence.norms, words)]
    return spans[0].value if spans else ""


def only_frequency(sentence: Sentence, words: FrequencyWords) -> bool:
    """Tell whether a heading does nothing but tell how often: "Very common (1 in 10)"."""
    norms, spans = sentence.norms, list(_in_words(sentence, words))
    return bool(spans) and spans[0].first == 0 and (spans[0].last == len(norms) or norms[spans[0].last] in ("(", ":"))


def _in_words(sentence: Sentence, words: FrequencyWords) -> Iterator[Span]:
    norms = sentence.norms
    taken = {i for at, each in sentence.found(words.exceptions) for i in range(at, at + len(each))}
    found = [
        Span(at, at + len(phrase), value, norms[max(0, at - 1)] == "(")
        for phrases, value in words.phrases
        for at, phrase in sentence.found(phrases)
        if at not in taken
    ]
    for span in sorted(found, key=lambda each: each.first):
        if not any(o.first <= span.first and span.last <= o.last and o != span for o in found):
            yield span


def _rates(norms: Sequence[str], words: FrequencyWords) -> Iterator[Span]:
    shared = False  # among whom it was counted was said before: "10% of patients had X, 5% reported Y"
    for at, norm in enumerate(norms):
        if not norm[:1].isdigit() or not _NUMBER.fullmatch(norm) or _ends_range(norms, at):
            continue
        rest = list(norms[at + 1 : at + 6])
        first, bound = _bound(norms, at)
        bracketed = first > 0 and norms[first - 1] == "("
        led = first - (first > 0 and norms[first - 1] == "in")
        if rest[:1] in (["in"], ["/"]) and rest[1:2] and _NUMBER.fullmatch(rest[1]) and norm == "1":
            yield Span(led, at + 3, f"{bound}1 in {rest[1]}", bracketed, rate=True)
            continue
        high = rest[1] if rest[:1] in (["-"], ["to"]) and rest[1:2] and _NUMBER.fullmatch(rest[1]) else ""
        after = at + (3 if high else 1)
        if norms[after : after + 1] not in (["%"], ["percent"]):
            continue
        of_people = norms[after + 1 : after + 2] == ["of"] and bool(words.counted & set(norms[after + 2 : after + 5]))
        shared = shared or of_people
        if bracketed or of_people or (shared and norms[after + 1 : after + 2] in _COUNTED):
            value = f"{norm}-{high} %" if high else f"{bound}{norm} %"
            yield Span(led, after + 1, value, bracketed, rate=True)


#: What goes on behind a share of people who were named before.
_COUNTED: Final = tuple(
    [verb] for verb in ("complained", "developed", "experienced", "from", "had", "reported", "suffered")
)


def _ends_range(norms: Sequence[str], at: int) -> bool:
    """Tell whether a number is the upper one of two: "3-10"."""
    return at > 1 and norms[at - 1] in ("-", "to") and bool(_NUMBER.fullmatch(norms[at - 2]))


def _bound(norms: Sequence[str], at: int) -> tuple[int, str]:
    """Return where a rate with its bound begins, and the bound as it is written."""
    for words, bound in _BOUNDS.items():
        if tuple(norms[max(0, at - len(words)) : at]) == words:
            return at - len(words), bound
    return at, ""
