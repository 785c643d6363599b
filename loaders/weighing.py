"""The arithmetic of belief, kept step by step so that it can be shown.

The model is INDRA's (Gyori et al. 2017, Molecular Systems Biology 13:954). A source errs in a systematic way, which no
number of passages mends, and at random in each passage, which further passages do mend. All `n` passages of a source
on one side are wrong with the chance `systematic + random ** n`; a side is wrong where all its independent sources
are, so its error is the product over them. Belief is P(supported) * (1 - P(denied)), each being 1 - the side's error.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import prod

from loaders.rates import Rates
from ontology.curated import Record
from ontology.values import Certainty, Evidence, Verdict


@dataclass(frozen=True, slots=True)
class Witness:
    """What one independent source says on a side: its passages, each sentence once, with the chance of its error."""

    group: str  # the source, or the first of its copies; for a record of the ontology, that record
    passages: tuple[tuple[Evidence, float], ...]
    error: float
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """Everything for a proposition, or everything against it."""

    witnesses: tuple[Witness, ...] = ()
    flat: bool = False  # some source or record puts it without reservation
    passed: tuple[Evidence, ...] = ()  # what was right at the date of its source, and does not count any more

    @property
    def error(self) -> float:
        """The chance that all witnesses are wrong; 1 where there is none."""
        # The order of factors is fixed, since products of floating-point numbers depend on it.
        return prod(sorted(witness.error for witness in self.witnesses))

    @property
    def chance(self) -> float:
        """How far the side is believed, by itself."""
        return 1 - self.error

    def sources(self) -> tuple[Witness, ...]:
        """Return the witnesses that are texts."""
        return tuple(witness for witness in self.witnesses if witness.record is None)


@dataclass(frozen=True, slots=True)
class Weighing:
    """Both sides of a proposition, weighed against each other."""

    supports: Side = field(default_factory=Side)
    disputes: Side = field(default_factory=Side)

    @property
    def belief(self) -> float:
        """The probability that the proposition is true."""
        return round(self.supports.chance * (1 - self.disputes.chance), 4)

    @property
    def firmness(self) -> float:
        """How far what the verdict says is believed: of a denial, the belief of the contrary."""
        if self.verdict is Verdict.REFUTED:
            return round(self.disputes.chance * (1 - self.supports.chance), 4)
        return self.belief

    @property
    def verdict(self) -> Verdict:
        """The heavier side prevails, unless the lighter one puts it flatly or weighs the same: then it is disputed.

        Reservations on the heavier side do not silence a flat word against it, however many they are.
        """
        lighter, heavier = sorted((self.supports, self.disputes), key=lambda each: each.chance)
        if lighter.flat or lighter.chance == heavier.chance:
            return Verdict.DISPUTED
        return Verdict.SUPPORTED if heavier is self.supports else Verdict.REFUTED


def side(
    passages: Iterable[Evidence],
    records: Iterable[Record],
    rates: Rates,
    groups: Mapping[str, str],
    *,
    modal: bool = False,
) -> Side:
    """Put together what speaks on one side; `modal` where the proposition claims no more than that something can be."""
    # A copy repeats its passages to the letter, so a passage counts once in its group, in its firmest wording.
    firmest: defaultdict[str, dict[str, tuple[float, Evidence]]] = defaultdict(dict)
    flat = False
    for passage in sorted(passages, key=lambda item: item.iri):
        found = firmest[groups.get(passage.source, passage.source)]
        chance = rates.random if passage.certainty == Certainty.STATED else rates.hedged
        flat = flat or passage.certainty == Certainty.STATED or (modal and passage.certainty == Certainty.HEDGED)
        if passage.quote not in found or chance < found[passage.quote][0]:
            found[passage.quote] = (chance, passage)
    witnesses = [_witness(group, found.values(), rates) for group, found in sorted(firmest.items())]
    curated = [Witness(record.iri, (), rates.curated, record) for record in records]
    return Side((*witnesses, *curated), flat or bool(curated))


def _witness(group: str, found: Iterable[tuple[float, Evidence]], rates: Rates) -> Witness:
    passages = sorted(found, key=lambda item: (item[0], item[1].source, item[1].start, item[1].iri))
    error = min(1.0, rates.systematic + prod(chance for chance, _ in passages))
    return Witness(group, tuple((passage, chance) for chance, passage in passages), error)
