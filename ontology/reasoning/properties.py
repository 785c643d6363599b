"""Property axioms and identity into rules; what is known not to hold travels against the direction of the axiom."""

from collections.abc import Iterable, Iterator

from ontology.reasoning.axioms import Ontology, Role
from ontology.reasoning.datalog import DIFFERENT, SAME, Atom, Predicate, Rule, X, Y, Z, clash, member, value
from ontology.reasoning.expressions import EVERYTHING, NOTHING, Signed
from ontology.reasoning.facts import Axiom

IDENTITY = Axiom("what is the same has the same properties")
SYMMETRIC = Axiom("owl:sameAs is symmetric")
TRANSITIVE = Axiom("owl:sameAs is transitive")
DIFFERENCE = Axiom("owl:differentFrom is symmetric")
CONTRARY = Axiom("nothing differs from itself")
DENIED = Axiom("what is denied cannot hold")


def superproperties(ontology: Ontology) -> dict[str, frozenset[str]]:
    """Return all that each property implies, itself included."""
    direct: dict[str, set[str]] = {}
    for role in ontology.roles:
        if role.kind == "sub":
            direct.setdefault(role.roles[0], set()).add(role.roles[1])
    found: dict[str, frozenset[str]] = {}
    for start in direct:
        reached, waiting = {start}, [start]
        while waiting:
            fresh = direct.get(waiting.pop(), set()) - reached
            reached |= fresh
            waiting += fresh
        found[start] = frozenset(reached)
    return found


def property_rules(ontology: Ontology) -> Iterator[Rule]:
    """Write every property axiom."""
    for role in ontology.roles:
        yield from _role(role, role.roles[0] in ontology.data_properties)


def _role(role: Role, data: bool) -> Iterator[Rule]:
    name, axiom = role.roles[0], role.axiom
    kind = role.expression or EVERYTHING
    match role.kind:
        case "sub":
            other = role.roles[1]
            yield Rule(value(other), (value(name),), axiom)
            yield Rule(value(name, positive=False), (value(other, positive=False),), axiom)
        case "inverse":
            for one, other in (role.roles, role.roles[::-1]):
                for holds in (True, False):
                    yield Rule(value(other, Y, X, positive=holds), (value(one, positive=holds),), axiom)
        case "symmetric":
            for holds in (True, False):
                yield Rule(value(name, Y, X, positive=holds), (value(name, positive=holds),), axiom)
        case "transitive":
            yield Rule(value(name, X, Z), (value(name), value(name, Y, Z)), axiom)
        case "chain":
            *links, result = role.roles
            places = [X, *(f"?y{n}" for n in range(1, len(links))), Z]
            body = tuple(value(link, places[n], places[n + 1]) for n, link in enumerate(links))
            yield Rule(value(result, X, Z), body, axiom)
        case "domain" if kind not in (EVERYTHING, NOTHING):
            yield Rule(member(kind), (value(name),), axiom)
        case "range" if kind not in (EVERYTHING, NOTHING):
            yield Rule(member(kind, Y), (value(name),), axiom)
        case "functional" if data:
            body = (value(name), value(name, X, Z))
            yield clash("two values", axiom, *body, guards=(f"{Y} < {Z}",))
        case "functional":
            yield Rule(Atom(SAME, (Y, Z)), (value(name), value(name, X, Z)), axiom, (f"{Y} != {Z}",))
        case "inverse functional":
            yield Rule(Atom(SAME, (X, Z)), (value(name), value(name, Z, Y)), axiom, (f"{X} != {Z}",))
        case "asymmetric":
            yield clash("both directions", axiom, value(name), value(name, Y, X), guards=(f"{X} <= {Y}",))
        case "irreflexive":
            yield clash("related to itself", axiom, value(name, X, X))
        case "disjoint":
            yield clash("disjoint properties", axiom, value(name), value(role.roles[1]))


def denial_clashes(denied: Iterable[str], members: Iterable[Signed]) -> Iterator[Rule]:
    """Name each asserted denial, of a value or of a membership, that does not go with what holds."""
    for role in sorted(denied):
        told = Atom(Predicate("told value", role, positive=False), (X, Y))
        yield clash("denied value", DENIED, told, value(role))
    for signed in sorted(members, key=str):
        if not signed.positive:
            yield clash("denied membership", DENIED, Atom(Predicate("told member", signed), (X,)), member(-signed))


def identity_rules(predicates: Iterable[Predicate]) -> Iterator[Rule]:
    """Write what follows from sameness: symmetry, transitivity, and one rule for each place of each predicate."""
    same = Atom(SAME, (X, Y))
    yield Rule(Atom(SAME, (Y, X)), (same,), SYMMETRIC)
    yield Rule(Atom(SAME, (X, Z)), (same, Atom(SAME, (Y, Z))), TRANSITIVE, (f"{X} != {Z}",))
    for predicate in sorted(predicates, key=lambda item: (item.kind, str(item))):
        if predicate.kind in ("member", "claimed"):
            yield Rule(Atom(predicate, (Y,)), (Atom(predicate, (X,)), same), IDENTITY)
        elif predicate.kind == "value" or predicate == DIFFERENT:
            yield Rule(Atom(predicate, (Y, Z)), (Atom(predicate, (X, Z)), same), IDENTITY)
            yield Rule(Atom(predicate, (Z, Y)), (Atom(predicate, (Z, X)), same), IDENTITY)


def difference_rules() -> Iterator[Rule]:
    """Write that difference has no direction, and the clash of difference with sameness."""
    different = Atom(DIFFERENT, (X, Y))
    yield Rule(Atom(DIFFERENT, (Y, X)), (different,), DIFFERENCE)
    yield clash("same and different", CONTRARY, different, Atom(SAME, (X, Y)), guards=(f"{X} <= {Y}",))
