"""Readings of compounds: "opioid withdrawal", "an oxazepam overdose", "alcohol dependence" name whose risk it is.

A noun for a hazard of use right behind a drug or class says that using it can come to that, whatever the sentence is
about. Where the ontology has a condition of its own for the compound, the drug and the hazard stand inside its name.
"""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues

RISK: Final = frozenset({"DrugRisk"})


def read(sentence: Sentence, cues: Cues, negation: NegationWords) -> Iterator[Reading]:
    """Yield the risk that each compound of a sentence names."""
    if sentence.kinds.isdisjoint(RISK):
        return
    for owner, risk in _pairs(sentence):
        clause = sentence.clause_at(owner.first)
        if cue_denied(sentence, owner.first, clause.first, negation):
            continue  # "not an opioid overdose" denies that this one was, not that there are such
        yield from join((owner,), "hasRisk", (risk,), cues, cue="compound", module="compounds", at=risk.first)


def _pairs(sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """Yield each drug or class with the hazard right behind it, in a longer name or beside each other."""
    risks = [each for each in (*sentence.mentions, *sentence.nested) if each.meant(RISK)]
    for owner in (*sentence.mentions, *sentence.nested):
        if owner.meant(ABOUT) and not owner.reference:
            behind = [each for each in risks if each.first == owner.last]
            if behind:
                yield owner, max(behind, key=lambda each: each.last)
