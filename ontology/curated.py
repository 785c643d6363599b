"""The ontology as a source of its own: what its curated facts and its records of the law say of a proposition.

A curated fact is what a file of the ontology says outright or by a subclass axiom, and all that is more general. A
record is a scheduling: the law lists a drug in a schedule over a time. A listing in force speaks for its schedule and
for the classes that a listing decides (`disp:decidedByListing`), and against another schedule of the same law. What the
ontology does not list, it does not deny.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, NamedNode, Store
from pyoxigraph import Literal as Text

from ontology.subsumption import Said, Subsumption
from ontology.terms import DCTERMS, DISP, OWL, RDF, RDFS, predicate_word
from ontology.values import Literal, Node, Polarity, Proposition

#: The IRI under which the ontology is cited for what it says outright.
ONTOLOGY = DISP + "ontology"

_SCHEDULE = DISP + "Schedule"


@dataclass(frozen=True, slots=True, order=True)
class Record:
    """What the ontology says of a proposition: by which entry, on which side, in words, with the citation."""

    iri: str
    polarity: Polarity
    text: str
    citation: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A drug in a schedule of a law, from its first day until the first on which it no longer held ("" if in force)."""

    iri: str
    schedule: str
    label: str
    law: str
    places: frozenset[str]  # the jurisdictions of the law
    controls: bool  # a schedule of controlled substances, no mere supply category
    start: str
    end: str
    citation: str

    def holds(self, day: str) -> bool:
        """Tell whether the listing was in force on a day; without a day, whether it is."""
        return not self.end if not day else self.start <= day and (not self.end or day < self.end)

    @property
    def text(self) -> str:
        """The listing in words."""
        since = f" since {self.start}" if self.start else ""
        return f"the law lists it: {self.label}{since}{f' until {self.end}' if self.end else ''}"


@dataclass(frozen=True, slots=True)
class Curated:
    """The ontology's facts by subject, its listings by drug, and what a listing decides."""

    facts: Mapping[str, frozenset[Said]]
    listings: Mapping[str, tuple[Listing, ...]]
    laws: Mapping[str, str]  # each schedule's law
    decided: Mapping[str, str]  # classes to the jurisdiction whose listings decide them, or to disp:Schedule for any
    states: frozenset[str]  # jurisdictions that are part of another
    subsumption: Subsumption

    @classmethod
    def of(cls, store: Store, subsumption: Subsumption) -> "Curated":
        """Read what the ontology graph holds."""
        laws = dict(_named(store, DISP + "inLaw"))
        return cls(
            _facts(store),
            _listings(store, laws),
            laws,
            dict(_named(store, DISP + "decidedByListing")),
            frozenset(one for one, _ in _named(store, DCTERMS + "isPartOf")),
            subsumption,
        )

    def on(self, proposition: Proposition, day: str = "") -> tuple[Record, ...]:
        """Return what the ontology says for or against a proposition, in one order.

        With a day (ISO 8601), the law is that of the day, else the one in force.
        """
        return tuple(sorted((*self._outright(proposition), *self._by_law(proposition, day))))

    def _outright(self, proposition: Proposition) -> Iterator[Record]:
        asked = (proposition.predicate, proposition.object)
        told = self.facts.get(proposition.subject, frozenset())
        if not proposition.qualifiers and any(
            asked == said or asked in self.subsumption.generalizations(said) for said in told
        ):
            yield Record(ONTOLOGY, "+", "the ontology says so", "Dispensatory ontology")

    def _by_law(self, proposition: Proposition, day: str) -> Iterator[Record]:
        listings = self.listings.get(proposition.subject, ())
        if proposition.predicate == "hasSchedule" and isinstance(proposition.object, str):
            law = self.laws.get(proposition.object)
            same = [each for each in listings if law and each.law == law]
            holding = [each for each in same if each.holds(day)]
            fitting = [each for each in holding if each.schedule == proposition.object]
            if fitting:
                yield from (_record(each, "+") for each in fitting)
            elif holding:
                ended = (each for each in same if each.schedule == proposition.object)
                yield from (_record(each, "-") for each in (*holding, *ended))
        elif proposition.predicate == "isA" and isinstance(proposition.object, str):
            place = self.decided.get(proposition.object, "")
            told = {str(value) for key, value in proposition.qualifiers if key == "jurisdiction"}
            for each in listings:
                wide = place == _SCHEDULE and (each.places & told if told else not each.places & self.states)
                if each.holds(day) and each.controls and (wide or place in each.places):
                    yield _record(each, "+")


def _record(listing: Listing, polarity: Polarity) -> Record:
    return Record(listing.iri, polarity, listing.text, listing.citation)


def _named(store: Store, predicate: str) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, NamedNode(predicate), None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            yield quad.subject.value, quad.object.value


def _facts(store: Store) -> dict[str, frozenset[Said]]:
    """Gather what is said outright with a property that a source could claim, restrictions on classes included."""
    claimable = {
        iri
        for iri, value in _texts(store, DISP + "claimable")
        if value == "true" and iri not in (DISP + "isA", DISP + "sameAs")
    }
    found: defaultdict[str, set[Said]] = defaultdict(set)
    for predicate in sorted(claimable | {RDF + "type", RDFS + "subClassOf", OWL + "sameAs"}):
        for quad in store.quads_for_pattern(None, NamedNode(predicate), None):
            if not isinstance(quad.subject, NamedNode) or not quad.subject.value.startswith(DISP):
                continue
            if isinstance(quad.object, BlankNode):
                found[quad.subject.value].update(_restricted(store, quad.object))
            elif isinstance(quad.object, NamedNode | Text):
                found[quad.subject.value].add((predicate_word(predicate), _node(quad.object)))
    return {subject: frozenset(said) for subject, said in found.items()}


def _restricted(store: Store, node: BlankNode) -> Iterator[Said]:
    """Read `p some C` and `p value o` as what is said of a class."""
    about = {quad.predicate.value: quad.object for quad in store.quads_for_pattern(node, None, None)}
    role = about.get(OWL + "onProperty")
    value = about.get(OWL + "someValuesFrom", about.get(OWL + "hasValue"))
    if isinstance(role, NamedNode) and isinstance(value, NamedNode | Text):
        yield predicate_word(role.value), _node(value)


def _node(term: NamedNode | Text) -> Node:
    return Literal(term.value) if isinstance(term, Text) else term.value


def _texts(store: Store, predicate: str) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, NamedNode(predicate), None):
        if (
            isinstance(quad.subject, NamedNode)
            and isinstance(quad.object, Text)
            and quad.object.language in (None, "en")
        ):
            yield quad.subject.value, quad.object.value


def _listings(store: Store, laws: Mapping[str, str]) -> dict[str, tuple[Listing, ...]]:
    labels, drugs = dict(_texts(store, RDFS + "label")), dict(_named(store, DISP + "drug"))
    starts, ends = dict(_texts(store, DISP + "validFrom")), dict(_texts(store, DISP + "validTo"))
    citations = dict(_texts(store, DCTERMS + "source"))
    places: defaultdict[str, set[str]] = defaultdict(set)
    for one, place in _named(store, DISP + "inJurisdiction"):
        places[one].add(place)
    lists = {iri for iri, kind in _named(store, RDF + "type") if kind == _SCHEDULE}
    found: defaultdict[str, list[Listing]] = defaultdict(list)
    for iri, schedule in sorted(_named(store, DISP + "schedule")):
        law = laws.get(schedule, "")
        where = frozenset(places[schedule] | places[law])
        name = f"{labels.get(schedule, schedule)} ({', '.join(sorted(labels.get(each, each) for each in where))})"
        if iri in drugs:
            found[drugs[iri]].append(
                Listing(
                    iri,
                    schedule,
                    name,
                    law,
                    where,
                    schedule in lists,
                    starts.get(iri, ""),
                    ends.get(iri, ""),
                    citations.get(iri, ""),
                )
            )
    return {drug: tuple(listed) for drug, listed in found.items()}
