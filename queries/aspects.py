"""The aspects of a drug: which facts stand under which heading of a comparison or a profile."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ontology.errors import OntologyError
from ontology.terms import predicate_word, shorten
from queries.catalogue import load_yaml

#: The file of the aspects.
FILE = "aspects.yaml"

_KEYS = {"heading", "predicates", "objects", "told", "in"}
_PLACES = ("compare", "profile")
#: The heading of what no aspect takes, so that nothing known is lost.
_REST = "Other"


@dataclass(frozen=True, slots=True)
class Aspect:
    """A heading and the facts that stand under it."""

    heading: str
    predicates: tuple[str, ...]
    objects: tuple[str, ...] = ()  # prefixed names; `schedule:*` stands for all of a prefix; none for all
    told: bool = False  # whether each fact names its predicate
    places: tuple[str, ...] = _PLACES

    def takes(self, predicate: str, object: str) -> bool:
        """Tell whether a fact, by the IRIs of its predicate and object, stands under this heading."""
        name = shorten(object)
        fits = not self.objects or name in self.objects or f"{name.partition(':')[0]}:*" in self.objects
        return fits and predicate_word(predicate) in self.predicates


REST = Aspect(_REST, (), told=True)


@cache
def aspects() -> tuple[Aspect, ...]:
    """Read the aspects that ship, in the order in which they are shown."""
    return parse(files("queries").joinpath(FILE).read_text(encoding="utf-8"))


def parse(text: str) -> tuple[Aspect, ...]:
    """Read aspects from YAML; what is wrong with one is named."""
    found = []
    for each in load_yaml(FILE, text):
        unknown = sorted(set(each) - _KEYS)
        if unknown or "heading" not in each or not each.get("predicates"):
            fault = f"has '{unknown[0]}'" if unknown else "lacks 'heading' or 'predicates'"
            raise OntologyError(f"queries/{FILE}: the aspect {each.get('heading', '')!r} {fault}")
        if each.get("in", _PLACES[0]) not in _PLACES:
            raise OntologyError(f"queries/{FILE}: {each['heading']!r} can be in {' or '.join(_PLACES)}")
        places = (each["in"],) if "in" in each else _PLACES
        told = bool(each.get("told", False))
        found.append(Aspect(each["heading"], tuple(each["predicates"]), tuple(each.get("objects", ())), told, places))
    return tuple(found)


def aspect_of(predicate: str, object: str, known: Sequence[Aspect]) -> Aspect:
    """Return the aspect of a fact: one that names its object goes first; what none takes is of the rest."""
    fitting = [each for each in known if each.takes(predicate, object)]
    return min(fitting, key=lambda each: not each.objects, default=REST)
