"""What is said of a class is expected of its members, as long as nothing nearer speaks against it.

This is inheritance with exceptions (Touretzky 1986, The Mathematics of Inheritance Systems): a statement on a class
passes to each member, unless one on the member itself, or on a class between the two, says or disputes the contrary.
What is expected is no fact: no axiom, no evidence, and no premise of any other conclusion.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode, Quad

from ontology.subsumption import Said, Subsumption
from ontology.terms import DISP, GRAPH_INFERRED, RDF, RDFS, is_class
from ontology.values import Proposition, Statement, Verdict

_TYPE = NamedNode(RDF + "type")
_SUBCLASS = NamedNode(RDFS + "subClassOf")


@dataclass(frozen=True, slots=True)
class Kinship:
    """Who belongs to which class, the classes below it included, and which classes lie below which."""

    members: Mapping[str, AbstractSet[str]]
    below: Mapping[str, AbstractSet[str]]

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> "Kinship":
        """Read the named types and superclasses that the graphs hold; of what is asserted and inferred, all."""
        members: defaultdict[str, set[str]] = defaultdict(set)
        below: defaultdict[str, set[str]] = defaultdict(set)
        for quad in quads:
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                if quad.predicate == _TYPE and is_class(quad.object.value):
                    members[quad.object.value].add(quad.subject.value)
                elif quad.predicate == _SUBCLASS:
                    below[quad.object.value].add(quad.subject.value)
        lower = {iri: _reached(iri, below) for iri in list(below)}
        for iri, classes in lower.items():
            members[iri] |= {each for each in classes if is_class(each)}
        return cls(members, lower)

    def exempt(self, subject: str, of: str) -> AbstractSet[str]:
        """Return the members of a class for whom a statement on a subject is nearer than one on the class."""
        if not is_class(subject):
            return {subject}
        nearer = subject in self.below.get(of, ())
        return {subject, *self.members.get(subject, ())} if nearer else frozenset()


def _reached(start: str, steps: Mapping[str, AbstractSet[str]]) -> frozenset[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        fresh = steps.get(waiting.pop(), frozenset()) - reached
        reached |= fresh
        waiting += fresh
    return frozenset(reached - {start})


def expectations(
    statements: Iterable[Statement],
    kinship: Kinship,
    subsumption: Subsumption,
    stays: AbstractSet[str],
    symmetric: AbstractSet[str] = frozenset(),
) -> Iterator[Quad]:
    """Yield, in one order, which member expects what by which statement.

    `stays` names what is not inherited: predicates (a class has no brand name that its members share) and qualifiers
    (what some members do). What is said with a `symmetric` predicate is said of its object as well.
    """
    listed = [each for statement in statements for each in _views(statement, symmetric)]
    nearby = _Index(listed, subsumption)
    found: set[tuple[str, str]] = set()
    for view in listed:
        what = view.what
        keys = {what.predicate, *(key for key, _ in what.qualifiers)}
        if is_class(what.subject) and what.predicate != "isA" and not keys & stays:
            members = kinship.members.get(what.subject, frozenset()) - nearby.spoken_of(view, kinship)
            found.update((member, view.iri) for member in members if member != what.object)
    for member, iri in sorted(found):
        yield Quad(NamedNode(member), NamedNode(DISP + "expectedBy"), NamedNode(iri), NamedNode(GRAPH_INFERRED))


@dataclass(frozen=True, slots=True)
class _View:
    """A statement as it is read from one of its ends."""

    what: Proposition
    verdict: Verdict
    iri: str


def _views(statement: Statement, symmetric: AbstractSet[str]) -> Iterator[_View]:
    what = statement.proposition
    yield _View(what, statement.verdict, statement.iri)
    if what.predicate in symmetric and isinstance(what.object, str):
        turned = replace(what, subject=what.object, object=what.subject)
        yield _View(turned, statement.verdict, statement.iri)


class _Index:
    """Finds the statements that bear on what another says."""

    def __init__(self, views: Iterable[_View], subsumption: Subsumption) -> None:
        self._subsumption = subsumption
        self._by_said: defaultdict[Said, list[_View]] = defaultdict(list)
        self._by_general: defaultdict[Said, list[_View]] = defaultdict(list)
        for each in views:
            said = (each.what.predicate, each.what.object)
            self._by_said[said].append(each)
            for general in (said, *subsumption.generalizations(said)):
                self._by_general[general].append(each)

    def spoken_of(self, view: _View, kinship: Kinship) -> AbstractSet[str]:
        """Return the members of a statement's class of whom something nearer says the same or speaks against it."""
        supported = view.verdict is Verdict.SUPPORTED
        if view.verdict is Verdict.DISPUTED:
            return kinship.members.get(view.what.subject, frozenset())
        found: set[str] = set()
        for other, implied, implies in self._related(view.what):
            same, against = (implies, implied) if supported else (implied, implies)
            if same and other.verdict is view.verdict:
                found.add(other.what.subject)
            elif against and other.verdict is not view.verdict:
                found |= kinship.exempt(other.what.subject, view.what.subject)
        return found

    def _related(self, what: Proposition) -> Iterator[tuple[_View, bool, bool]]:
        """Yield statements on other subjects: whether what each says is implied, and whether it implies this."""
        said = (what.predicate, what.object)
        wider = (each for general in self._subsumption.generalizations(said) for each in self._by_said[general])
        for other in (*wider, *self._by_general[said]):
            if other.what.subject != what.subject:
                mine = replace(what, subject=other.what.subject)
                same = mine == other.what
                implied = same or self._subsumption.entails(mine, other.what)
                yield other, implied, same or self._subsumption.entails(other.what, mine)
