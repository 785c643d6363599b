"""The judge: evidence of one proposition from all sources becomes one statement with a verdict and a belief.

The model is INDRA's (Gyori et al. 2017, Molecular Systems Biology 13:954). A source errs in a systematic way, which no
number of passages mends, and at random in each passage, which further passages do mend. All `n` passages of a source
on one side are wrong with the chance `systematic + random ** n`; a side is wrong where all its independent sources
are, so its error is the product over them. Belief is P(supported) * (1 - P(denied)), each being 1 - the side's error.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import prod
from types import MappingProxyType

from loaders.rates import Rates
from ontology.values import Certainty, Evidence, Polarity, Proposition, Statement, Verdict, canonical

#: Where no source is a copy of another, each is a group of its own.
INDEPENDENT: Mapping[str, str] = MappingProxyType({})


def judge(evidence: Iterable[Evidence], rates: Rates, groups: Mapping[str, str] = INDEPENDENT) -> tuple[Statement, ...]:
    """Weigh the evidence of each proposition; `groups` gives sources that are not independent one common name."""
    gathered: defaultdict[Proposition, dict[str, Evidence]] = defaultdict(dict)
    for passage in evidence:
        gathered[passage.proposition][passage.iri] = passage
    statements = (_weigh(proposition, passages, rates, groups) for proposition, passages in gathered.items())
    return tuple(sorted(statements, key=_order))


def _weigh(
    proposition: Proposition, passages: Mapping[str, Evidence], rates: Rates, groups: Mapping[str, str]
) -> Statement:
    supports = [passage for passage in passages.values() if passage.polarity == "+"]
    disputes = [passage for passage in passages.values() if passage.polarity == "-"]
    supported, denied = 1 - _error(supports, rates, groups), 1 - _error(disputes, rates, groups)
    return Statement(
        proposition=proposition,
        verdict=_verdict(supports, disputes, supported, denied),
        belief=round(supported * (1 - denied), 4),
        supports=_names(passages, "+"),
        disputes=_names(passages, "-"),
    )


def _error(side: list[Evidence], rates: Rates, groups: Mapping[str, str]) -> float:
    """Return the chance that all sources of a side are wrong; 1 where there is none."""
    # A copy repeats its passages to the letter, so a passage counts once in its group, in its firmest wording.
    chances: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for passage in side:
        found = chances[groups.get(passage.source, passage.source)]
        chance = rates.random if passage.certainty == Certainty.STATED else rates.hedged
        found[passage.quote] = min(chance, found.get(passage.quote, 1.0))
    # The order of factors is fixed, since products of floating-point numbers depend on it.
    return prod(sorted(min(1.0, rates.systematic + prod(sorted(found.values()))) for found in chances.values()))


def _verdict(supports: list[Evidence], disputes: list[Evidence], supported: float, denied: float) -> Verdict:
    """Two sides that each state it flatly dispute it, as do two of the same weight; else the heavier one prevails."""
    flat = [any(passage.certainty == Certainty.STATED for passage in side) for side in (supports, disputes)]
    if all(flat) or supported == denied:
        return Verdict.DISPUTED
    return Verdict.SUPPORTED if supported > denied else Verdict.REFUTED


def _names(passages: Mapping[str, Evidence], polarity: Polarity) -> tuple[str, ...]:
    return tuple(sorted(iri for iri, passage in passages.items() if passage.polarity == polarity))


def _order(statement: Statement) -> tuple[str, ...]:
    proposition = statement.proposition
    pairs = (f"{key}={canonical(value)}" for key, value in proposition.qualifiers)
    return (proposition.subject, proposition.predicate, canonical(proposition.object), *pairs)
