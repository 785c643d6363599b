"""A misspelt name read as the one that it can only be.

A spelling is certain where one name sounds the same or is one slip away (a letter missing, added, changed or two
swapped; two slips in a long name that begins alike) and no other name is nearly as near. Anything less is offered to
the user and not used: a wrong drug is worse than none.
"""

from collections.abc import Iterable

from queries.wording import wording

#: Shorter words are too much like too many others.
_SHORTEST = 5
#: From this length on two slips are forgiven.
_LONG = 9


def only_spelling(text: str, names: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """Return the one of these names, each with what it names, that a text misspells; None where that is not certain."""
    if len(text) < _SHORTEST:
        return None
    heard = wording().sound(text)
    rated = [
        (_distance(text, heard, name), name, thing)
        for name, thing in names
        if len(name) >= _SHORTEST and abs(len(name) - len(text)) <= 2
    ]
    near = sorted(each for each in rated if each[0] <= 3)
    if not near:
        return None
    best, name, thing = near[0]
    allowed = 2 if len(text) >= _LONG and name[0] == text[0] else 1
    rivals = [other for distance, _, other in near if other != thing and distance <= best + 0.5]
    return (name, thing) if best <= allowed and not rivals else None


def _distance(text: str, heard: str, name: str) -> float:
    """Return how many slips lie between a text and a name; less than one where they sound the same."""
    slips = _slips(text, name)
    if slips <= 1 or (slips > 3 and text[0] != name[0]):
        return slips
    return 0.5 if wording().sound(name) == heard else slips


def _slips(one: str, other: str) -> int:
    """Return the number of letters to add, drop, change or swap with their neighbours; 4 for more than 3."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, before, row = before, row, [at]
        for to, wanted in enumerate(other, 1):
            cost = min(row[-1] + 1, before[to] + 1, before[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                cost = min(cost, last[to - 2] + 1)
            row.append(cost)
        if min(row) > 3:
            return 4
    return row[-1]
