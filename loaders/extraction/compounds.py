"""Readings of compounds: "opioid withdrawal", "an oxazepam overdose", "people abuse it" name whose risk it is.

A noun for a hazard of use right behind a drug or class says that using it can come to that, whatever the sentence is
about. Where the ontology has a condition of its own for the compound, the drug and the hazard stand inside its name.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from loaders.extraction.clauses import ABOUT
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied, negator_at
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues

RISK: Final = frozenset({"DrugRisk"})


def read(sentence: Sentence, cues: Cues, negation: NegationWords) -> Iterator[Reading]:
    """Yield the risk that each compound of a sentence names."""
    if sentence.kinds.isdisjoint(RISK):
        return
    for owner, risk in _pairs(sentence):
        clause = sentence.clause_at(owner.first)
        if "history" in sentence.norms[max(0, owner.first - _TO_HISTORY) : owner.first]:
            continue  # "a history of any alcohol abuse" is one of somebody
        if cue_denied(sentence, owner.first, clause.first, negation):
            continue  # "not an opioid overdose" denies that this one was, not that there are such
        if risk.first < owner.first and any(negator_at(sentence, at, negation) for at in range(risk.first)):
            continue  # "studies have not shown that people who take it will abuse the drug"
        yield from join((owner,), "hasRisk", (risk,), cues, cue="compound", module="compounds", at=risk.first)


#: How far before a compound somebody's history may be spoken of.
_TO_HISTORY: Final = 5

#: The names of a hazard that are verbs as well: "misused it", "the most abused opioid".
_VERBS: Final = frozenset({"abuse", "abused", "abuses", "abusing", "misuse", "misused", "misuses", "misusing"})


#: What leads from such a name to the drug: "addicted to", "dependent on".
_TO: Final = frozenset({("addicted", "to"), ("addiction", "to"), ("dependence", "on"), ("dependent", "on")})


def _reaches(norms: Sequence[str], end: int, first: int) -> bool:
    """Tell whether the name of a hazard that ends at a token takes the drug behind it: "abuse it", "addicted to it"."""
    if end == first:
        return norms[end - 1] in _VERBS
    between = [norm for norm in norms[end:first] if norm not in ARTICLES]
    return between in (["to"], ["on"]) and (norms[end - 1], between[0]) in _TO


def _pairs(sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """Yield each drug or class with the hazard right behind it, or with the verb for one right before it."""
    risks = [each for each in (*sentence.mentions, *sentence.nested) if each.meant(RISK)]
    for owner in (*sentence.mentions, *sentence.nested):
        if not owner.meant(ABOUT):
            continue
        taken = [each for each in risks if _reaches(sentence.norms, each.last, owner.first)]
        if taken:
            yield owner, min(taken, key=lambda each: each.first)
        if not owner.reference:
            behind = [each for each in risks if each.first == owner.last]
            if behind:
                yield owner, max(behind, key=lambda each: each.last)
