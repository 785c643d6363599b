"""Where what a sentence says holds: a standing before the law is one country's, and a use is approved in one."""

from typing import Final

from loaders.extraction.kinds import JURISDICTION
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import Clause, Sentence
from ontology.cues import Cues
from ontology.terms import PREFIXES
from ontology.values import Literal

#: Where the federal law holds.
FEDERAL: Final = PREFIXES["jurisdiction"] + "us"


def elsewhere(sentence: Sentence, reading: Reading, cues: Cues) -> bool:
    """Tell whether a standing before the law is that in another country than it would be taken for.

    "Schedule 8 in Australia" is no schedule of the US, and what is no controlled drug in a country that has no name
    here may be one everywhere else.
    """
    scheduled = reading.predicate == "hasSchedule"
    if isinstance(reading.object, Literal) or not (scheduled or (reading.predicate == "isA" and reading.denied)):
        return False
    named = (*sentence.mentions, *sentence.nested)  # "Schedule I (US)" names its own
    places = {entity.iri.rpartition("/")[2] for mention in named for entity in mention.meant(JURISDICTION)}
    if places:
        return scheduled and reading.object.iri.rpartition("/")[2].partition("-")[0] not in places
    clause = sentence.clause_at(reading.at)
    first = 0 if clause.kind in ("main", "joined") else clause.first
    others = sentence.found(cues.words("OtherCountry"), first, clause.last)
    return any("in" in sentence.norms[max(0, at - 2) : at] for at, _ in others)


def jurisdictions(sentence: Sentence, reading: Reading, clause: Clause, last: int, cues: Cues) -> list[str]:
    """Return where a clause says that something holds: "is not a controlled drug in the US"."""
    places = _named(sentence, clause)
    if not places and reading.denied and sentence.found(cues.words("FederalLaw"), clause.first, last):
        places = [FEDERAL]  # a state may control it all the same
    return places


def _named(sentence: Sentence, clause: Clause) -> list[str]:
    found = [
        entity.iri
        for mention in sentence.mentions
        if mention.first <= 2 or (clause.first <= mention.first and mention.last <= clause.last)
        for entity in mention.meant(JURISDICTION)
        if "in" in sentence.norms[max(0, mention.first - 2) : mention.first]
    ]
    return list(dict.fromkeys(found))[:1]
