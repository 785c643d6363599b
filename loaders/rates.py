"""The error rates by which the judge weighs evidence; they stand in the ontology, where a curator can change them."""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from ontology.errors import OntologyError
from ontology.terms import DISP


@dataclass(frozen=True, slots=True)
class Rates:
    """How often a source is wrong as a whole, a passage that states or hedges by itself, and a curated record."""

    systematic: float
    random: float
    hedged: float
    curated: float

    @classmethod
    def of(cls, store: Store) -> "Rates":
        """Read the rates of `disp:JudgeRates` from the ontology."""
        names = ("systematicError", "randomError", "hedgedRandomError", "curatedError")
        return cls(*(_rate(store, name) for name in names))


def _rate(store: Store, name: str) -> float:
    found = [
        quad.object for quad in store.quads_for_pattern(NamedNode(DISP + "JudgeRates"), NamedNode(DISP + name), None)
    ]
    try:
        (rate,) = {float(value.value) for value in found if isinstance(value, Literal)}
    except ValueError:
        message = f"disp:JudgeRates: has {len(found)} values of disp:{name}; give it one number between 0 and 1"
        raise OntologyError(message) from None
    if not 0 <= rate < 1:
        message = f"disp:JudgeRates: disp:{name} is {rate}; give it one number between 0 and 1"
        raise OntologyError(message)
    return rate
