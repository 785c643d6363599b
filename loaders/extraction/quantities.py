"""Quantities: amounts and times as ranges with UCUM units, whatever way they are written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.tokens import Token

_WORDS: Final = {
    word: str(number)
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"a": "1", "an": "1", "fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "sixty": "60", "ninety": "90"}
#: Words that stand where a number could, and tell no number.
_VAGUE: Final = {"a few": "few", "few": "few", "several": "several", "many": "many"}

_SPELT: Final = "|".join(sorted(_WORDS, key=lambda word: -len(word)))
_NUMBER: Final = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|\.\d+|(?:{_SPELT}|a few|few|several|many)\b)"
_UNIT: Final = (
    r"(?:mg|milligrams?|mcg|ug|micrograms?|µg|μg|g|grams?|ml|millilit(?:er|re)s?|iu|hours?|hrs?|h|seconds?|minutes?|mins?|min|"
    r"days?|weeks?|wks?|months?|years?)"
)
_BOUNDS: Final = {
    "over": ">",
    "above": ">",
    "more than": ">",
    "greater than": ">",
    "exceeding": ">",
    ">": ">",
    "at least": ">=",
    "≥": ">=",
    "up to": "<=",
    "as much as": "<=",
    "a maximum of": "<=",
    "up to a maximum of": "<=",
    "not exceeding": "<=",
    "not to exceed": "<=",
    "not exceed": "<=",
    "no more than": "<=",
    "not more than": "<=",
    "within": "<=",
    "≤": "<=",
    "less than": "<",
    "under": "<",
    "below": "<",
    "<": "<",
    "between": "",
}
_BOUND: Final = "|".join(
    r"\s{1,3}".join(map(re.escape, bound.split())) for bound in sorted(_BOUNDS, key=lambda bound: -len(bound))
)
_QUANTITY: Final = re.compile(
    rf"(?<!\w)(?:(?P<bound>{_BOUND})\s{{0,3}})?"  # most places are ruled out at once: they stand within a word
    rf"(?<![\w.])(?<!\w-)(?:(?P<half>half[\s-]an?[\s-]hour|half[\s-]hour)\b|"
    rf"(?P<others>(?:(?<!\d,\s)(?:\d+(?:\.\d+)?,\s{{1,3}}){{1,9}})?)(?P<low>{_NUMBER})\s{{0,3}}-?(?P<unit1>{_UNIT}\b)?(?:\s{{0,3}}(?P<joint>to|-|–|—|,?\s{{0,3}}(?:or|and|even))\s{{0,3}}(?P<high>{_NUMBER})(?P<upward>\+)?)?\s{{0,3}}-?(?P<unit>{_UNIT})\b)"
    rf"(?P<weight>\s{{0,3}}/\s{{0,3}}kg\b|\s{{1,3}}per\s{{1,3}}(?:kg|kilogram)\b)?"
    rf"(?P<rate>\s{{0,3}}(?:/|per|a|each)\s{{0,3}}(?:day|d)\b|\s{{1,3}}daily\b)?"
    rf"(?P<open>\s{{0,3}}\+|\s{{1,3}}or\s{{1,3}}(?:more|longer|higher|greater)\b|\s{{1,3}}and\s{{1,3}}(?:above|over|up)\b)?",
    re.IGNORECASE,
)
#: The folded words of which one must stand in a sentence that holds a quantity.
UNIT_WORDS: Final = frozenset(
    {"mg", "milligram", "milligrams", "mcg", "ug", "microgram", "micrograms", "g", "gram", "grams", "iu"}
    | {"ml", "milliliter", "milliliters", "millilitre", "millilitres", "hour", "hours", "hr", "hrs"}
    | {"h", "second", "seconds", "minute", "minutes", "min", "mins", "day", "days", "week", "weeks"}
    | {"wk", "wks", "month", "months", "year", "years"}
)
#: What shows that a number of years is an age.
_AGE_AFTER: Final = re.compile(r"\s*(?:of age|old|and older|or older|and over|and above)\b", re.IGNORECASE)
_AGE_BEFORE: Final = re.compile(r"\b(?:aged?|ages|older than|younger than|children)\s+(?:of\s+)?$", re.IGNORECASE)

#: What turns a bound around: "not for more than 4 weeks".
_NOT_BEFORE: Final = re.compile(r"\b(?:not|n't|never|no)\b[^.;,]{0,40}$", re.IGNORECASE)

#: Units as UCUM writes them; weeks and longer stay words, as texts and readers use them.
_UCUM: Final = {
    "milligram": "mg",
    "microgram": "ug",
    "mcg": "ug",
    "µg": "ug",
    "μg": "ug",
    "gram": "g",
    "milliliter": "ml",
    "millilitre": "ml",
    "iu": "[IU]",
    "hour": "h",
    "hr": "h",
    "second": "s",
    "minute": "min",
    "wk": "week",
}
#: The units of amounts; all others are units of time.
AMOUNTS: Final = frozenset({"mg", "ug", "g", "ml", "[IU]"})
_LONG: Final = {"h": "hour", "min": "minute", "s": "second"}
#: What joins the last of several amounts to the others.
_LISTS: Final = frozenset({"and", "even", "or"})

#: What makes "10 and 20 mg" one range.
_OPENS_RANGE: Final = frozenset({"between", "from"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as text, such as `10-20 mg`, with its unit and the span of its words."""

    value: str
    unit: str
    start: int
    end: int
    per_day: bool = False

    def among(self, tokens: Sequence[Token]) -> tuple[int, int]:
        """Return the tokens, from first to last (exclusive), in which the quantity stands."""
        first = next((index for index, token in enumerate(tokens) if token.end > self.start), 0)
        last = next((index for index, token in enumerate(tokens) if token.start >= self.end), len(tokens))
        return first, last


#: The folded words of which one must stand before a unit, at most so many tokens away.
_NUMBERS: Final = frozenset({*_WORDS, "half", *(word.split()[-1] for word in _VAGUE)})
_NEAR: Final = 3


def measured(norms: Sequence[str]) -> bool:
    """Tell whether a quantity can stand among words: a number right before a unit."""
    return any(
        norm in UNIT_WORDS and any(each in _NUMBERS or each[:1].isdigit() for each in norms[max(0, at - _NEAR) : at])
        for at, norm in enumerate(norms)
    )


_OR_TWO: Final = re.compile(r" or two\b")


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the quantities that stand in `text[start:end]`."""
    if start and text[start - 1].isalpha() and text[start : start + 1].isdigit():
        text = f"{text[: start - 1]} {text[start:]}"  # a page ran the value of a row together with its label
    for match in _QUANTITY.finditer(text, start, end):
        if match.group("half"):
            yield Quantity("30 min", "min", match.start(), match.end())
            continue
        unit = _unit(match.group("unit"))
        low = _number(match.group("low"))
        high = _number(match.group("high")) if match.group("high") else ""
        amount = unit in AMOUNTS
        if not high and match.group("low").lower() in ("a", "an") and _OR_TWO.match(text, match.end()):
            high = "2"  # "an hour or two"
        if match.group("low").lower() in ("a", "an") and (amount or unit == "s"):
            continue  # "a gram of patience", "a second-line drug"
        if amount and low in _VAGUE.values():
            continue
        if text[match.end() : match.end() + 1] == "/" and not match.group("rate"):
            continue  # a concentration or a rate of infusion
        if _AGE_AFTER.match(text, match.end("unit")) or _AGE_BEFORE.search(
            text, max(start, match.start() - 12), match.start()
        ):
            continue
        named = " ".join((match.group("bound") or "").lower().split())
        bound = _BOUNDS.get(named, "")
        if bound in (">", ">=") and _NOT_BEFORE.search(text, max(start, match.start() - 60), match.start()):
            bound = "<="  # "not more than"
        if match.group("unit1") and _unit(match.group("unit1")) != unit:
            yield from _unlike(match, bound)
            continue
        if match.group("open") and not bound and not high:
            bound = ">="
        weight = "/kg" if match.group("weight") else ""
        daily = bool(match.group("rate"))
        listed = match.group("others") if (match.group("joint") or "").lower().strip(" ,") in _LISTS else ""
        for number in re.finditer(r"\d+(?:\.\d+)?", listed):  # "5, 10 and 20 mg"
            at, value = match.start("others") + number.start(), _written(bound, number.group(), "", unit)
            yield Quantity(value + weight, unit, at, at + len(number.group()), daily)
        if match.group("high") and _apart(match, named, low, high, unit):
            middle = match.start("joint")
            yield Quantity(_written(bound, low, "", unit) + weight, unit, match.start("low"), middle, daily)
            yield Quantity(_written("", high, "", unit) + weight, unit, match.start("high"), match.end(), daily)
        else:
            yield Quantity(_written(bound, low, high, unit) + weight, unit, match.start(), match.end(), daily)


#: How many of a unit one of the next larger is.
_FACTORS: Final = {("min", "h"): 60, ("mg", "g"): 1000, ("ug", "mg"): 1000, ("h", "day"): 24}


def _unlike(match: re.Match[str], bound: str) -> Iterator[Quantity]:
    """Yield "15 minutes to one hour" as one range, "0.5 mg or 50 µg" as two; one number with two units is neither."""
    if not match.group("high"):
        return
    low, high = _number(match.group("low")), _number(match.group("high"))
    small, large = _unit(match.group("unit1")), _unit(match.group("unit"))
    factor = _FACTORS.get((small, large), 0)
    if factor and high.isdigit() and match.group("joint").lower() in ("to", "-", "–", "—"):
        value = _written("", low, str(int(high) * factor), small)
        yield Quantity(value, small, match.start(), match.end("unit"))
        return
    yield Quantity(_written(bound, low, "", small), small, match.start(), match.end("unit1"))
    yield Quantity(_written("", high, "", large), large, match.start("high"), match.end("unit"))


def _apart(match: re.Match[str], named: str, low: str, high: str, unit: str) -> bool:
    """Tell whether two numbers are two amounts and no range: "500 mg or 850 mg", "cut from 10 mg to 5 mg"."""
    if low in _VAGUE.values() or high in _VAGUE.values():
        return False
    joint = match.group("joint").lower().strip(" ,")
    either = unit in AMOUNTS and joint in _LISTS and named not in _OPENS_RANGE
    return either or float(high) < float(low)


def _written(bound: str, low: str, high: str, unit: str) -> str:
    """Return a range as it is written here; long times stay words."""
    span = f"{low}-{high}" if high else f"{bound}{low}"
    if low in _VAGUE.values():
        return f"{low} {_LONG.get(unit, unit)}s"
    plural = unit in ("week", "day", "month", "year") and (high or low) != "1"
    return f"{span} {unit}{'s' if plural else ''}"


def _unit(written: str) -> str:
    raw = written.lower()
    singular = raw[:-1] if raw.endswith("s") and len(raw) > 2 else raw
    return _UCUM.get(singular, _UCUM.get(raw, singular))


def _number(raw: str) -> str:
    word = raw.lower()
    digits = raw.replace(",", "")
    return _VAGUE.get(word) or _WORDS.get(word, f"0{digits}" if digits.startswith(".") else digits)
