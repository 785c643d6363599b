"""What can have one value only, so that two sources which give two contradict each other.

The ontology marks it: a property with one value in all (`disp:hasOneValue`: a drug's abuse potential), one in each
group of objects (`disp:hasOneValuePer`: a schedule in each law), one by a qualifier (`disp:hasOneOf`: more or less
sedating than the other drug), an event that happens once (`disp:happensOnce`), and results that people combine drugs
for (`disp:isSought`), as against those that are warned of.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, Store

from ontology.subsumption import marked
from ontology.terms import DISP, predicate_word
from ontology.values import Literal, Node, Proposition, canonical

SOUGHT, FEARED = "sought", "warned of"

#: What can have one value, and the value that a proposition gives it.
Slot = tuple[str, ...]
Filling = tuple[Slot, str]

_OPPOSITE = {"higher": "lower", "lower": "higher"}


@dataclass(frozen=True, slots=True)
class Exclusion:
    """The ontology's marks of what can have one value only."""

    single: frozenset[str]  # predicates
    grouped: Mapping[str, Mapping[str, str]]  # predicates: the group of each object
    by_qualifier: Mapping[str, str]  # predicates: the qualifier
    once: frozenset[str]  # events
    sought: frozenset[str]  # conditions

    @classmethod
    def of(cls, store: Store) -> "Exclusion":
        """Read the marks from the ontology graph."""
        return cls(
            marked(store, "hasOneValue"),
            {predicate_word(one): dict(_named(store, per)) for one, per in _named(store, DISP + "hasOneValuePer")},
            {predicate_word(one): other.removeprefix(DISP) for one, other in _named(store, DISP + "hasOneOf")},
            frozenset(_true(store, "happensOnce")),
            frozenset(_true(store, "isSought")),
        )

    def conflicts(self, propositions: Iterable[Proposition]) -> list[tuple[tuple[str, Proposition], ...]]:
        """Return the groups of propositions, each with its value, that give one slot several values."""
        slots: defaultdict[Slot, list[tuple[str, Proposition]]] = defaultdict(list)
        for each in propositions:
            if filling := self._filling(each):
                slots[filling[0]].append((filling[1], each))
        return [
            tuple(sorted(filled, key=lambda pair: (pair[0], pair[1].iri)))
            for _, filled in sorted(slots.items())
            if len({value for value, _ in filled}) > 1
        ]

    def _filling(self, what: Proposition) -> Filling | None:
        predicate, value = what.predicate, what.object
        qualifiers = dict(what.qualifiers)
        if predicate in self.by_qualifier:
            return self._compared(what, qualifiers)
        if predicate in self.single:
            return (what.subject, predicate, *_rest(what)), _plain(value)
        if predicate in self.grouped and isinstance(value, str) and "validTo" not in qualifiers:
            group = self.grouped[predicate].get(value)
            return ((what.subject, predicate, group, *_rest(what)), value) if group else None
        event = qualifiers.get("event")
        if event in self.once and isinstance(value, Literal) and value.value.isdigit():
            return (what.subject, predicate, *_rest(what)), value.value
        if self.sought and isinstance(result := qualifiers.get("result"), str):
            found = SOUGHT if result in self.sought else FEARED
            return (what.subject, predicate, canonical(value), *_rest(what, "result")), found
        return None

    def _compared(self, what: Proposition, qualifiers: Mapping[str, Node]) -> Filling | None:
        """Return the direction of a comparison, turned so that both sides always stand in one order."""
        key = self.by_qualifier[what.predicate]
        told, other = qualifiers.get(key), what.object
        if told is None or not isinstance(other, str):
            return None
        direction = _plain(told)
        one, two = what.subject, other
        if one > two:
            one, two, direction = two, one, _OPPOSITE.get(direction, direction)
        return (one, what.predicate, two, *_rest(what, key)), direction


def _rest(what: Proposition, *without: str) -> tuple[str, ...]:
    return tuple(f"{key}={canonical(value)}" for key, value in what.qualifiers if key not in without)


def _plain(node: Node) -> str:
    return node.value if isinstance(node, Literal) else node


def _named(store: Store, predicate: str) -> Iterable[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, NamedNode(predicate), None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            yield quad.subject.value, quad.object.value


def _true(store: Store, mark: str) -> Iterable[str]:
    for quad in store.quads_for_pattern(None, NamedNode(DISP + mark), None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Text) and quad.object.value == "true":
            yield quad.subject.value
