"""The judge: evidence of one proposition from all sources becomes one statement with a verdict and a belief.

`weighing.py` has the arithmetic. What speaks for a proposition is the evidence that affirms it or one that entails it,
and the ontology's own records; against it speaks what denies it or one that it entails: who is no agonist of any
receptor is none of this one. A source does not contradict itself in this way: where it says of a fact the contrary of
what it says of a wider one, it makes an exception. A statement names the evidence that is about it to the letter, and
none of the rest.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from loaders.rates import Rates
from loaders.weighing import Side, Weighing, side
from ontology.curated import ONTOLOGY, Record
from ontology.values import Evidence, Polarity, Proposition, Statement, canonical

#: Where no source is a copy of another, each is a group of its own.
INDEPENDENT: Mapping[str, str] = MappingProxyType({})

#: What the ontology says of a proposition, by the law of a day or, without one, by the law in force.
Records = Callable[[Proposition, str], tuple[Record, ...]]

#: Finds, for each proposition that entails others of those given, which ones.
Wider = Callable[[Iterable[Proposition]], Mapping[Proposition, tuple[Proposition, ...]]]


def _alone(_: Iterable[Proposition]) -> Mapping[Proposition, tuple[Proposition, ...]]:
    return {}


def _unrecorded(_: Proposition, __: str = "") -> tuple[Record, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Bench:
    """What the judge weighs by: rates, which sources are copies, what entails what, and the ontology's own records."""

    rates: Rates
    groups: Mapping[str, str] = field(default_factory=lambda: INDEPENDENT)
    wider: Wider = _alone
    records: Records = _unrecorded
    modal: frozenset[str] = frozenset()  # predicates that claim no more than that something can be
    dates: Mapping[str, str] = field(default_factory=lambda: INDEPENDENT)  # of the sources that tell theirs

    def passed(self, passage: Evidence, asked: Proposition, polarity: Polarity) -> bool:
        """Tell whether a passage was right at the date of its source and no longer is, as the law has changed since.

        A date that names a year or a month stands for its first day and its last.
        """
        day = self.dates.get(passage.source, "")
        if not day or not self._contradicted(asked, polarity, ""):
            return False
        return not all(self._contradicted(asked, polarity, each) for each in _ends(day))

    def _contradicted(self, asked: Proposition, polarity: Polarity, day: str) -> bool:
        return any(each.polarity != polarity and each.iri != ONTOLOGY for each in self.records(asked, day))


def _ends(date: str) -> tuple[str, ...]:
    """Return the first day and the last of a date, which may be but a month or a year."""
    return {4: (f"{date}-01-01", f"{date}-12-31"), 7: (f"{date}-01", f"{date}-31")}.get(len(date), (date[:10],))


@dataclass(frozen=True, slots=True)
class Judgement:
    """A statement with the weighing that it comes from."""

    statement: Statement
    weighing: Weighing


def judge(evidence: Iterable[Evidence], rates: Rates, groups: Mapping[str, str] = INDEPENDENT) -> tuple[Statement, ...]:
    """Weigh the evidence of each proposition by itself; `groups` gives sources that are copies one common name."""
    return tuple(each.statement for each in judgements(evidence, Bench(rates, groups)))


def judgements(evidence: Iterable[Evidence], bench: Bench) -> tuple[Judgement, ...]:
    """Weigh the evidence of every proposition, in one order."""
    gathered: defaultdict[Proposition, dict[str, Evidence]] = defaultdict(dict)
    for passage in evidence:
        gathered[passage.proposition][passage.iri] = passage
    wider = bench.wider(gathered)
    narrower: defaultdict[Proposition, list[Proposition]] = defaultdict(list)
    for proposition, others in wider.items():
        for other in others:
            narrower[other].append(proposition)
    found = []
    for proposition, passages in gathered.items():
        records = bench.records(proposition, "")
        affirming = (proposition, *narrower[proposition])
        denying = (proposition, *wider.get(proposition, ()))
        weighing = Weighing(
            _side(affirming, gathered, "+", records, bench),
            _side(denying, gathered, "-", records, bench),
        )
        statement = Statement(
            proposition, weighing.verdict, weighing.belief, _names(passages, "+"), _names(passages, "-")
        )
        found.append(Judgement(statement, weighing))
    return tuple(sorted(found, key=lambda each: order(each.statement.proposition)))


def _side(
    propositions: Iterable[Proposition],
    gathered: Mapping[Proposition, Mapping[str, Evidence]],
    polarity: Polarity,
    records: Iterable[Record],
    bench: Bench,
) -> Side:
    """Put together what speaks on a side of the first proposition: of it, and of those that bear on it."""
    asked, *others = propositions

    def group(passage: Evidence) -> str:
        return bench.groups.get(passage.source, passage.source)

    # A source that says the contrary of the very fact does not mean it in what it says of wider or narrower ones.
    contrary = {group(item) for item in gathered[asked].values() if item.polarity != polarity}
    own = [item for item in gathered[asked].values() if item.polarity == polarity]
    lent = [item for each in others for item in gathered[each].values() if item.polarity == polarity]
    passages = [*own, *(item for item in lent if group(item) not in contrary)]
    passed = {item for item in passages if bench.passed(item, asked, polarity)}
    passages = [item for item in passages if item not in passed]
    modal = polarity == "+" and asked.predicate in bench.modal
    made = side(passages, _on(records, polarity), bench.rates, bench.groups, modal=modal)
    return replace(made, passed=tuple(sorted(passed, key=lambda item: item.iri))) if passed else made


def _on(records: Iterable[Record], polarity: Polarity) -> Iterator[Record]:
    return (record for record in records if record.polarity == polarity)


def _names(passages: Mapping[str, Evidence], polarity: Polarity) -> tuple[str, ...]:
    return tuple(sorted(iri for iri, passage in passages.items() if passage.polarity == polarity))


def order(proposition: Proposition) -> tuple[str, ...]:
    """Return what orders propositions by what they say."""
    pairs = (f"{key}={canonical(value)}" for key, value in proposition.qualifiers)
    return (proposition.subject, proposition.predicate, canonical(proposition.object), *pairs)
