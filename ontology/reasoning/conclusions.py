"""What of all that was derived is worth keeping, and which contradictions there are.

Kept are memberships in named classes, values of properties, sameness, difference, subclass axioms that the told ones do
not come to, existentials that no known value explains, and denials among a thing's own kind. Of entities that nothing
but the ontology speaks of, nothing is denied: that one receptor is none of the others would fill the graph and tell
nothing. What is derived against an opposite that holds as well is a clash and no conclusion.
"""

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet

from pyoxigraph import BlankNode, Literal

from ontology.reasoning.axioms import Ontology
from ontology.reasoning.datalog import Held, Predicate, Prototype, Thing
from ontology.reasoning.engine import Engine
from ontology.reasoning.expressions import EVERYTHING, Named, Signed, Some
from ontology.reasoning.facts import SUBCLASS, Clash, Fact, Proof
from ontology.reasoning.proofs import Prover, facts, object_of
from ontology.reasoning.properties import superproperties
from ontology.reasoning.taxonomy import Taxonomy
from ontology.terms import OWL, RDF, RDFS


def conclusions(ontology: Ontology, taxonomy: Taxonomy, engine: Engine) -> tuple[Fact, ...]:
    """Return what follows and was not asserted, in an order that depends on the facts alone."""
    kept = _Kept(ontology, taxonomy, engine)
    names = [object_of(thing) for thing in engine.things]
    found = [*_taxonomic(ontology, taxonomy)]
    for predicate in sorted(kept.predicates(), key=lambda predicate: (predicate.kind, str(predicate))):
        rows = sorted(kept.rows(predicate))
        if predicate.kind == "member":
            found += facts(predicate, [names[one] for one in rows])
        else:
            found += facts(predicate, [names[one] for one, _ in rows], [names[other] for _, other in rows])
    return tuple(found)


class _Kept:
    def __init__(self, ontology: Ontology, taxonomy: Taxonomy, engine: Engine) -> None:
        above = superproperties(ontology)
        self._engine = engine
        self._taxonomy = taxonomy
        self._domains: dict[str, list[Signed]] = {}
        for role in ontology.roles:
            if role.kind == "domain" and role.expression:
                told = role.roles[0]
                for name in (told, *(name for name in above if name != told and told in above[name])):
                    self._domains.setdefault(name, []).append(role.expression)
        self._spoken_of = ontology.facts.subjects
        self._odd = frozenset(
            place for place, thing in enumerate(engine.things) if isinstance(thing, (BlankNode, Literal, Prototype))
        )

    def predicates(self) -> Iterator[Predicate]:
        """Give the derived predicates that stand for facts of the graph."""
        for predicate in self._engine.derived:
            if predicate.kind in ("value", "same", "different"):
                yield predicate
            elif predicate.kind == "member" and isinstance(predicate.of, Signed):
                match predicate.of.expression:
                    case Named(iri) if not iri.startswith((OWL, RDF, RDFS)):
                        yield predicate
                    case Some(_, Signed(Named(), True)):
                        yield predicate

    def rows(self, predicate: Predicate) -> Collection[Held]:
        """Give the rows of a predicate that are news."""
        news = self._engine.rows(predicate)
        for known in (self._engine.told(predicate), self._contrary(predicate)):
            news = news - known if known else news
        fits = self._fitting(predicate)
        odd = self._odd
        if predicate.kind == "member":
            return (news if fits is None else news & fits) - odd
        return [row for row in news if row[0] not in odd and (fits is None or row[0] in fits)]

    def _contrary(self, predicate: Predicate) -> AbstractSet[Held]:
        if predicate.kind == "same":
            opposite = Predicate("different")
        elif predicate.kind == "different":
            opposite = Predicate("same")
        elif predicate.kind == "member" and isinstance(predicate.of, Signed):
            opposite = Predicate("member", -predicate.of)
        else:
            opposite = Predicate(predicate.kind, predicate.of, not predicate.positive)
        return self._engine.rows(opposite)

    def _fitting(self, predicate: Predicate) -> AbstractSet[int] | None:
        """Return the individuals for which the predicate tells something, or nothing where it does for all."""
        if predicate.kind == "value" and not predicate.positive:
            return self._in_domain(str(predicate.of))
        if predicate.kind != "member" or not isinstance(predicate.of, Signed):
            return None
        match predicate.of:
            case Signed(Named(iri), False):
                kin = (self.members(Signed(Named(name))) for name in self._taxonomy.kinds(iri))
                return self._spoken_of & frozenset().union(*kin)
            case Signed(Some(role, _), False):
                return self._in_domain(role)
            case Signed(Some(role, filler), True):
                known = self.members(filler)
                pairs = self._engine.rows(Predicate("value", role))
                return self._engine.rows(predicate) - {one for one, other in pairs if other in known}
        return None

    def _in_domain(self, role: str) -> AbstractSet[int]:
        domains = [self.members(domain) for domain in self._domains.get(role, ()) if domain != EVERYTHING]
        return self._spoken_of.intersection(*domains)

    def members(self, of: Signed) -> AbstractSet[int]:
        """Return who is known to belong to an expression."""
        return self._engine.rows(Predicate("member", of))


def _taxonomic(ontology: Ontology, taxonomy: Taxonomy) -> Iterator[Fact]:
    """Give the subclass axioms between named classes that the told ones do not come to."""
    told: dict[str, set[str]] = {}
    for axiom in ontology.subclasses:
        match axiom:
            case _ if (
                axiom.told
                and axiom.sub.positive
                and axiom.sup.positive
                and isinstance(axiom.sub.expression, Named)
                and isinstance(axiom.sup.expression, Named)
            ):
                told.setdefault(axiom.sub.expression.iri, set()).add(axiom.sup.expression.iri)
    for iri in ontology.classes:
        reached, waiting = {iri}, [iri]
        while waiting:
            fresh = told.get(waiting.pop(), set()) - reached
            reached |= fresh
            waiting += fresh
        for name in taxonomy.superclasses(iri):
            if name not in reached:
                yield Fact(iri, SUBCLASS, name)


def clashes(taxonomy: Taxonomy, engine: Engine, prover: Prover) -> tuple[Clash, ...]:
    """Return every contradiction once: where one rests on facts that clash by themselves, only that is named."""
    found = [*_empty_classes(taxonomy, prover), *_contradictions(engine, prover)]
    found.sort(key=_plainness)
    kept: list[tuple[frozenset[str], Clash]] = []
    for clash in found:
        grounds = _grounds(clash)
        if not any(smaller <= grounds for smaller, _ in kept):
            kept.append((grounds, clash))
    return tuple(sorted((clash for _, clash in kept), key=lambda clash: (clash.entities, clash.message)))


def _plainness(clash: Clash) -> tuple[int, int, bool, str]:
    """Order clashes: few facts first, then those between plain facts, then those that an axiom of its own forbids."""
    odd = sum(isinstance(side.conclusion.object, Signed) for side in clash.sides)
    return (len(_grounds(clash)), odd, clash.kind.startswith("denied"), clash.message)


def _grounds(clash: Clash) -> frozenset[str]:
    """Return the asserted facts of a clash; where there are none, the class that can have no member."""
    return frozenset(map(str, clash.facts)) or frozenset(clash.entities)


def _contradictions(engine: Engine, prover: Prover) -> Iterator[Clash]:
    for rule in engine.program.rules:
        if rule.head.predicate.kind == "clash" and rule.axiom:
            for row in engine.rows(rule.head.predicate):
                things = engine.named(row)
                yield Clash(
                    str(rule.head.predicate.of).partition(":")[0],
                    tuple(str(thing) if isinstance(thing, Literal) else thing.value for thing in _plain(things)),
                    rule.axiom,
                    prover.sides(rule.head.predicate, things),
                )


def _plain(things: tuple[Thing, ...]) -> Iterator[Literal | BlankNode]:
    for thing in dict.fromkeys(things):
        if not isinstance(thing, Prototype):
            yield thing  # type: ignore[misc]


def _empty_classes(taxonomy: Taxonomy, prover: Prover) -> Iterator[Clash]:
    """Name the classes that can have no member, the broadest ones only."""
    empty: dict[str, Clash] = {}
    for rule in taxonomy.engine.program.rules:
        if rule.head.predicate.kind == "clash" and rule.axiom:
            for thing in taxonomy.engine.members(rule.head.predicate):
                if isinstance(thing, Prototype) and isinstance(thing.of.expression, Named) and not thing.role:
                    sides: tuple[Proof, ...] = prover.sides(rule.head.predicate, (thing,), of_classes=True)
                    iri = thing.of.expression.iri
                    empty.setdefault(iri, Clash("class without members", (iri,), rule.axiom, sides))
    for iri, clash in empty.items():
        if not any(name in empty and iri not in taxonomy.superclasses(name) for name in taxonomy.superclasses(iri)):
            yield clash
