"""Whose schedule is meant: "Schedule IV" is that of the law or country named beside it.

A law tells first, then a country: the one that stands behind the schedule before another schedule is named, else the
one before it. Where a sentence names neither, the schedule that its words name first by custom stands (that of the US).
"""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import Sentence
from ontology.lexicon import Entity

LISTED: Final = frozenset({"Schedule", "SupplyCategory"})
LAW: Final = frozenset({"Law"})
COUNTRY: Final = frozenset({"Jurisdiction"})

#: Whose schedules a bare name means where nothing tells, the likeliest first.
CUSTOM: Final = ("us-csa", "uk", "un", "canada", "australia")


def settle(sentence: Sentence) -> None:
    """Let every mention of a schedule that several laws have mean the one of the law or country beside it."""
    if not any(len(mention.candidates) > 1 and mention.meant(LISTED) for mention in sentence.mentions):
        return
    sentence.mentions = [_settled(sentence, mention) for mention in sentence.mentions]


def _settled(sentence: Sentence, mention: Mention) -> Mention:
    listed = [entity for entity in mention.candidates if not LISTED.isdisjoint(entity.kinds)]
    if len(listed) < 2:
        return mention
    others = tuple(entity for entity in mention.candidates if entity not in listed)
    for place in _places(sentence, mention):
        fitting = [entity for entity in listed if _of(entity, place)]
        if fitting:  # of the two conventions of the UN, the one whose year is named
            dated = [entity for entity in fitting if _local(entity).split("-")[1] in sentence.norms]
            return mention.naming(((dated or fitting)[0], *others))
    first = min(listed, key=custom)
    return mention.naming((first, *others))


def custom(entity: Entity) -> tuple[int, str]:
    """Return what sorts schedules of one name by how likely each is meant where nothing tells."""
    local = _local(entity)
    return next((rank for rank, law in enumerate(CUSTOM) if local.startswith(law)), len(CUSTOM)), local


def _places(sentence: Sentence, mention: Mention) -> Iterator[Entity]:
    """Yield the laws, then the countries, in the order in which they may tell whose schedule a mention is."""
    after = [each for each in sentence.mentions if each.first >= mention.last]
    until = next((each.first for each in after if each.meant(LISTED)), len(sentence.tokens))
    for kinds in (LAW, COUNTRY):
        behind = [each for each in after if each.first < until and each.meant(kinds)]
        before = [each for each in sentence.mentions if each.last <= mention.first and each.meant(kinds)]
        fronted = bool(before) and before[0].first <= 2  # "In the UK it is in Class C, in Canada …"
        ordered = [*reversed(before), *behind] if fronted else [*behind, *reversed(before)]
        for each in ordered:
            yield from each.meant(kinds)


def _of(schedule: Entity, place: Entity) -> bool:
    """Tell whether a schedule is one of a law or country; their names begin alike: `uk-mdr-2`, `uk-mdr`, `uk`."""
    return f"{_local(schedule)}-".startswith(f"{_local(place)}-")


def _local(entity: Entity) -> str:
    return entity.iri.rpartition("/")[2]


def compared(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether a drug is "as tightly controlled as" what is in a schedule, and so need not be in it."""
    return reading.predicate == "hasSchedule" and "as" in sentence.norms[max(0, reading.at - 2) : reading.at]
