"""Quantities: doses, times of onset, durations of action and of treatment, as ranges with UCUM units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.readings import Reading, in_tokens
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.values import Literal

_NUMBER = r"(?:\d+(?:,\d{3})*(?:\.\d+)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|an?)\b)"
_UNIT = (
    r"(?:mg|milligrams?|mcg|micrograms?|µg|μg|g|grams?|ml|millilit(?:er|re)s?|hours?|hrs?|h|minutes?|mins?|min|days?|weeks?|wks?|"
    r"months?|years?)"
)
_QUANTITY = re.compile(
    rf"(?P<bound>\b(?:over|above|more than|greater than|at least|up to|within|less than|under|below)\s+)?"
    rf"\b(?P<low>{_NUMBER})\s*-?(?P<unit1>{_UNIT})?(?:\s*(?:to|-|–|—|or|and)\s*(?P<high>{_NUMBER}))?\s*-?(?P<unit>{_UNIT})\b"
    rf"(?P<rate>\s*(?:/|per|a|each)\s*(?:day|d)\b|\s+daily\b)?",
    re.IGNORECASE,
)
#: The folded words of which one must stand in a sentence that holds a quantity.
UNIT_WORDS = frozenset(
    {"mg", "milligram", "milligrams", "mcg", "microgram", "micrograms", "g", "gram", "grams"}
    | {"ml", "milliliter", "milliliters", "millilitre", "millilitres", "hour", "hours", "hr", "hrs"}
    | {"h", "minute", "minutes", "min", "mins", "day", "days", "week", "weeks"}
    | {"wk", "wks", "month", "months", "year", "years"}
)
#: What shows that a number of years is an age.
_AGE_AFTER = re.compile(r"\s*(?:of age|old|and older|or older|and over|and above)\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|older than|younger than|children)\s+(?:of\s+)?$", re.IGNORECASE)

#: What turns a bound around: "not for more than 4 weeks".
_NOT_BEFORE = re.compile(r"\b(?:not|n't|never|no)\b[^.;,]{0,40}$", re.IGNORECASE)

#: Units as UCUM writes them; weeks and longer stay words, as texts and readers use them.
_UCUM = {
    "milligram": "mg",
    "microgram": "ug",
    "mcg": "ug",
    "µg": "ug",
    "μg": "ug",
    "gram": "g",
    "milliliter": "ml",
    "millilitre": "ml",
    "hour": "h",
    "hr": "h",
    "minute": "min",
    "wk": "week",
}
_WORDS = {
    word: str(number)
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"a": "1", "an": "1"}
_MASS = frozenset({"mg", "ug", "g", "ml"})
_BOUNDS = {
    "over": ">",
    "above": ">",
    "more than": ">",
    "greater than": ">",
    "at least": ">=",
    "up to": "<=",
    "within": "<=",
    "less than": "<",
    "under": "<",
    "below": "<",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as text, such as `10-20 mg`, with its unit and the span of its words."""

    value: str
    unit: str
    start: int
    end: int
    per_day: bool = False


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the quantities that stand in `text[start:end]`."""
    for match in _QUANTITY.finditer(text, start, end):
        raw = match.group("unit").lower()
        unit = _unit(raw)
        if match.group("unit1") and _unit(match.group("unit1").lower()) != unit:
            continue  # two quantities that "or" joins
        low = _number(match.group("low"))
        high = _number(match.group("high")) if match.group("high") else ""
        if match.group("low").lower() in ("a", "an") and unit in _MASS:
            continue
        if text[match.end() : match.end() + 1] == "/" and not match.group("rate"):
            continue  # a concentration or an amount per kilogram
        if _AGE_AFTER.match(text, match.end()) or _AGE_BEFORE.search(
            text, max(start, match.start() - 12), match.start()
        ):
            continue
        bound = _BOUNDS.get((match.group("bound") or "").strip().lower(), "")
        if bound in (">", ">=") and _NOT_BEFORE.search(text, start, match.start()):
            bound = "<="  # "not more than"
        span = f"{low}-{high}" if high else f"{bound}{low}"
        plural = unit in ("week", "day", "month", "year") and (high or low) != "1"
        yield Quantity(
            f"{span} {unit}{'s' if plural else ''}", unit, match.start(), match.end(), bool(match.group("rate"))
        )


def _unit(raw: str) -> str:
    singular = raw[:-1] if raw.endswith("s") and len(raw) > 2 else raw
    return _UCUM.get(singular, _UCUM.get(raw, singular))


def _number(raw: str) -> str:
    return _WORDS.get(raw.lower(), raw.replace(",", ""))


def read(text: str, sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Yield the doses and times that a sentence gives of its subject."""
    if UNIT_WORDS.isdisjoint(sentence.norms):
        return
    for quantity in quantities(text, sentence.start, sentence.end):
        first = next((i for i, token in enumerate(sentence.tokens) if token.end > quantity.start), 0)
        last = next((i for i, token in enumerate(sentence.tokens) if token.start >= quantity.end), len(sentence.tokens))
        clause = sentence.clause_at(first)
        predicate = ""
        if quantity.unit in _MASS:
            whole = len(sentence.tokens)
            told = in_tokens(sentence, 0, whole, cues.words("DoseContext")) >= 0
            if told and in_tokens(sentence, 0, whole, cues.words("DoseExclusion")) < 0:
                predicate = "hasDose"
        else:
            predicate = _time_predicate(sentence, clause.first, clause.last, first, cues)
            if predicate == "hasDurationOfAction" and quantity.unit in ("week", "month", "year"):
                predicate = "hasTreatmentDuration"  # no single dose works that long
        if not predicate:
            continue
        mention = Mention(first, last, ())
        qualifiers = _kind(sentence, clause.first, first, cues, quantity) if predicate == "hasDose" else ()
        for subject_mention in subject_of(sentence, clause, first, ABOUT, words):
            for subject in subject_mention.meant(frozenset({"Drug", "DrugClass"})):
                yield Reading(
                    subject,
                    predicate,
                    Literal(quantity.value),
                    False,
                    predicate,
                    "quantities",
                    first,
                    subject_mention,
                    mention,
                    qualifiers,
                )


#: The times that texts tell in words: the class of words, what it tells, and the words that must stand before.
_TERMS = (
    ("TreatmentTerm", "hasTreatmentDuration", frozenset({"for", "to"})),
    ("OnsetTerm", "hasOnset", frozenset[str]()),
    ("DurationTerm", "hasDurationOfAction", frozenset[str]()),
)
#: The classes of words of those times.
TERM_CLASSES = tuple(name for name, _, _ in _TERMS)


def read_terms(
    text: str, sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords
) -> Iterator[Reading]:
    """Yield the times that stand in words: "prescribed for short-term use", "with a slow onset of action"."""
    norms = sentence.norms
    for name, predicate, leads in _TERMS:
        for at, term in cues.words(name).found(norms, 1):
            lead = norms[at - 1] if norms[at - 1] not in ("the", "only") else norms[max(0, at - 2)]
            if leads and lead not in leads:
                continue
            clause = sentence.clause_at(at)
            mention = Mention(at, at + len(term), ())
            denied = cue_denied(sentence, at, clause.first, negation)
            value = Literal(sentence.text_of(text, mention).lower())
            for subject_mention in subject_of(sentence, clause, at, ABOUT, words):
                for subject in subject_mention.meant(ABOUT):
                    yield Reading(
                        subject, predicate, value, denied, " ".join(term), "quantities", at, subject_mention, mention
                    )


def _time_predicate(sentence: Sentence, first: int, last: int, at: int, cues: Cues) -> str:
    """Return what a time is the time of, by the nearest words that tell."""
    best = ("", 99)
    for predicate, name in (
        ("hasOnset", "OnsetContext"),
        ("hasDurationOfAction", "DurationContext"),
        ("hasTreatmentDuration", "TreatmentDurationContext"),
    ):
        for place, _ in cues.words(name).found(sentence.norms, first, last):
            distance = at - place if place <= at else (place - at) + 2
            if distance < best[1]:
                best = (predicate, distance)
    if any(tuple(sentence.norms[at - len(phrase) : at]) == phrase for phrase in cues.words("DurationVerb")):
        return "hasDurationOfAction"
    return best[0] if best[1] <= 12 else ""


def _kind(sentence: Sentence, first: int, at: int, cues: Cues, quantity: Quantity) -> tuple[tuple[str, str], ...]:
    norms = sentence.norms
    kinds = cues.words("DoseKind")
    for place in range(at - 1, max(first, at - 8) - 1, -1):
        if (norms[place],) in kinds:
            return (("kind", norms[place]),)
    return (("kind", "daily"),) if quantity.per_day else ()
