"""From what people call things to what the graph calls them.

A name may be a prefixed name (`drug:…`), a full IRI, a label, a synonym, a brand name or an ambiguous short
form. Case, hyphens, Greek letters and plurals do not matter. Labels win over synonyms, synonyms over brand names, brand
names over ambiguous forms; where the best still fit several things, the caller is told of all. A salt's names are
synonyms of its drug.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode

from ontology.errors import CallError
from ontology.terms import DCTERMS, DISP, ENTITY_PREFIXES, PREFIXES, RDFS, RECORD_PREFIXES, SKOS, predicate_iri, shorten
from ontology.tokens import normal_form
from queries.graph import Graph
from queries.nearness import alternatives, nearest
from queries.spelling import only_spelling

#: Which kind a class is of, by the topmost class above it: drug classes are kept apart from drugs, families of
#: targets are targets.
ROOTS = {
    "Drug": "class",
    "Target": "target",
    "Condition": "condition",
    "Schedule": "schedule",
    "Route": "route",
    "DoseForm": "form",
    "AnatomicalSite": "site",
    "Mediator": "mediator",
    "Process": "process",
    "Measure": "measure",
    "Activity": "activity",
    "Population": "population",
    "AbusePotential": "level",
    "MilestoneEvent": "event",
}

#: The kinds that a name can be of; `entity` stands for all but records and predicates.
KINDS = frozenset({*ENTITY_PREFIXES, "class", *RECORD_PREFIXES, "predicate", "brand"})
_ENTITIES = tuple(sorted({*ENTITY_PREFIXES, "class"}))

#: Which name of a thing counts for more, the best first.
_RANKS = {
    RDFS + "label": 0,
    DCTERMS + "title": 0,
    DISP + "fileName": 1,
    SKOS + "altLabel": 1,
    DISP + "abbreviation": 1,
    DISP + "hasBrandName": 2,
    DISP + "ambiguousLabel": 3,
}

_QUERY = """
SELECT ?entity ?property ?name ?root WHERE {{
  {{
    VALUES ?property {{ {properties} }}
    ?entity ?property ?name .
    FILTER ({namespaces}) {initials}
  }} UNION {{
    # A brand name that only a source tells.
    VALUES ?property {{ disp:hasBrandName }}
    ?said disp:predicate ?property ; disp:subject ?entity ; disp:object ?name ; disp:verdict ?verdict .
    FILTER (?verdict != disp:Refuted && ({namespaces})) {initials}
  }} UNION {{
    # A class is of the kind of the topmost class above it; the few classes first, or all names are read once more.
    {{ SELECT ?entity ?root {{
      VALUES ?root {{ {roots} }}
      ?entity rdfs:subClassOf* ?root .
      FILTER (isIRI(?entity))
    }} }}
    ?entity ?property ?name .
    FILTER (?property IN ({listed})) {initials}
  }}
}}
"""
#: Keeps the names that begin with some letters or digits, and those whose folding is not seen so plainly.
_BEGINS = 'FILTER (REGEX(STR(?name), "^[^a-z0-9]*[{letters}]", "i") || REGEX(STR(?name), "[^ -~]"))'
_SALTS = "SELECT ?salt ?drug WHERE { ?salt a disp:Salt ; disp:saltOf ?drug }"
_PREDICATES = """
SELECT DISTINCT ?entity ?name WHERE {
  VALUES ?type { owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty }
  ?entity a ?type ; rdfs:label ?name .
}
"""
# The folding of `ontology.tokens`, for names in ASCII, of which there are tens of thousands.
_INNER = re.compile(r"'s\b|(?<=[a-z0-9])-(?=[a-z0-9])")
_WORD = re.compile(r"[a-z]+|[0-9]+")
#: So many kinds are sought by the store itself.
_FEW = 3
_EXISTS = "SELECT ?entity WHERE { ?entity ?property ?value } LIMIT 1"


class Name(NamedTuple):
    """One name of one thing: how good a name it is, as it is written, what it names and of which kind that is."""

    rank: int
    written: str
    iri: str
    kind: str


def fold(text: str) -> str:
    """Return the form in which names are compared: no case, no hyphens or blanks, no plural."""
    words = _WORD.findall(_INNER.sub("", text.lower())) if text.isascii() else normal_form(text)
    return "".join([stem(word) for word in words if word.isalnum()])


def resolve(graph: Graph, text: str, kinds: Sequence[str]) -> str:
    """Return the IRI of what a text names; where it names nothing of these kinds, say what is near."""
    return Names.of(graph, kinds, (text,)).resolve(text)


class Names:
    """The names that a graph has for things of some kinds."""

    def __init__(self, graph: Graph, kinds: Sequence[str], names: Iterable[Name], *, whole: bool = True) -> None:
        """Take the graph, to look up identifiers in, and the names, which are all of them or those for some texts."""
        self.graph, self.kinds, self._whole = graph, tuple(kinds), whole
        self._names: dict[str, list[Name]] = {}
        for name in sorted(set(names)):
            self._names.setdefault(fold(name.written), []).append(name)

    @classmethod
    def of(cls, graph: Graph, kinds: Sequence[str], texts: Sequence[str] = ()) -> "Names":
        """Read the names of these kinds with one query each for entities and for predicates.

        Where only some texts are to be resolved, the names that none of them could be stay unread.
        """
        unknown = sorted(set(kinds) - KINDS - {"entity"})
        if unknown:
            raise CallError(f"'{unknown[0]}' is no kind of thing; known are {', '.join(sorted(KINDS))}")
        wanted = {*kinds, *(_ENTITIES if "entity" in kinds else ()), *(("drug",) if "brand" in kinds else ())}
        initials = {fold(text)[:1] for text in texts}
        plain = bool(initials) and all(each.isascii() and each for each in initials)
        begins = _BEGINS.format(letters="".join(sorted(initials))) if plain else ""
        found = list(_entities(graph, wanted, begins)) if wanted - {"predicate", "statement", "evidence"} else []
        return cls(graph, kinds, [*found, *(_predicates(graph) if "predicate" in wanted else ())], whole=not plain)

    def find(self, text: str, kinds: Sequence[str] = ()) -> tuple[Name, ...]:
        """Return the best names that a text is, one for each thing named; none where it fits nothing."""
        fit = [name for name in self._names.get(fold(text), ()) if not kinds or _fits(name, kinds)]
        best = [name for name in fit if name.rank == fit[0].rank]
        exact = [name for name in best if name.written.casefold() == text.casefold()] or best
        return tuple({name.iri: name for name in reversed(exact)}.values())[::-1]

    def resolve(self, text: str, kinds: Sequence[str] = ()) -> str:
        """Return the IRI of the one thing that a text names, of these kinds if some are given."""
        if (iri := self._identifier(text)) is not None:
            return iri
        found = self.find(text, kinds)
        if len(found) > 1:
            listed = alternatives(f"{shorten(name.iri)} ({name.kind})" for name in found)
            raise CallError(f"'{text}' names more than one thing: {listed}; give the one you mean")
        if not found:
            raise CallError(self.missing(text, kinds))
        return found[0].iri

    def certain(self, text: str, kinds: Sequence[str]) -> Name | None:
        """Return the one name of these kinds that a misspelt text can only be; None where that is not certain."""
        fit = {(spelt, name.iri): name for spelt, names in self._names.items() for name in names if _fits(name, kinds)}
        spelt = only_spelling(fold(text), {(name, thing) for name, thing in fit})
        return fit[spelt] if spelt is not None else None

    def written(self, text: str) -> str:
        """Return a brand name as the graph writes it."""
        fit = [name for name in self._names.get(fold(text), ()) if _fits(name, ("brand",))]
        if not fit:
            raise CallError(self.missing(text, ("brand",)))
        return min(fit, key=lambda name: (name.written.casefold() != text.casefold(), name.written)).written

    def missing(self, text: str, kinds: Sequence[str] = ()) -> str:
        """Say that nothing is called so, and what is nearest, which may begin with another letter."""
        if not self._whole:
            return Names.of(self.graph, self.kinds).missing(text, kinds)
        wanted = tuple(kinds) or self.kinds
        what = "thing" if "entity" in wanted else alternatives(wanted)
        fit = (name for names in self._names.values() for name in names)
        near = nearest(text, {name.written for name in fit if not kinds or name.kind in kinds})
        return f"no {what} is called '{text}'" + (f"; did you mean {alternatives(near)}?" if near else " in this store")

    def _identifier(self, text: str) -> str | None:
        """Return the IRI that a text spells out, if it does; None where it is a name."""
        prefix, colon, local = text.partition(":")
        if text.startswith("<") and text.endswith(">"):
            iri = text[1:-1]
        elif text.startswith(("http://", "https://")):
            iri = text
        elif colon and prefix in PREFIXES and local and " " not in local:
            iri = PREFIXES[prefix] + local
        elif "predicate" in self.kinds and text.isalnum() and (known := self._predicate(text)):
            return known
        else:
            return None
        if not len(self.graph.select(_EXISTS, {"entity": iri})):
            raise CallError(self.missing(text) if colon and prefix in PREFIXES else f"the store knows no <{iri}>")
        self._check_kind(text, iri)
        return iri

    def _predicate(self, word: str) -> str | None:
        """Return the property that the model's short word stands for, if the graph has it."""
        iri = predicate_iri(word, DISP + "drug/")
        return iri if word == "isA" or len(self.graph.select(_EXISTS, {"entity": iri})) else None

    def _check_kind(self, text: str, iri: str) -> None:
        kind = kind_of(iri)
        if kind and "entity" not in self.kinds and kind not in self.kinds:
            raise CallError(f"{text} is a {kind}, but a {alternatives(self.kinds)} is wanted")


def _fits(name: Name, kinds: Sequence[str]) -> bool:
    return name.kind in kinds or ("brand" in kinds and name.rank == _RANKS[DISP + "hasBrandName"])


def kind_of(iri: str) -> str:
    """Return the kind that an entity's namespace tells; "" for classes and for what others name."""
    segment, slash, _ = iri.removeprefix(DISP).partition("/") if iri.startswith(DISP) else ("", "", "")
    return segment if slash and segment in KINDS else ""


def _entities(graph: Graph, wanted: set[str], begins: str) -> Iterable[Name]:
    roots = sorted(root for root, kind in ROOTS.items() if kind in wanted)
    namespaces = sorted(kind for kind in wanted if kind in (*ENTITY_PREFIXES, "source"))
    fits = " || ".join(f'STRSTARTS(STR(?entity), "{PREFIXES[each]}")' for each in namespaces) or "false"
    text = _QUERY.format(
        properties=" ".join(f"<{iri}>" for iri in _RANKS),
        listed=", ".join(f"<{iri}>" for iri in _RANKS),
        namespaces=fits if len(namespaces) <= _FEW else "true",  # beyond a few, to look at each name costs more here
        roots=" ".join(f"disp:{root}" for root in roots),
        initials=begins,
    )
    salts = {row[0]: row[1] for row in graph.select(_SALTS)} if "drug" in wanted else {}
    for entity, prop, name, root in graph.select(text):
        if (drug := salts.get(entity)) and isinstance(drug, NamedNode) and isinstance(name, Text):
            yield Name(_RANKS[SKOS + "altLabel"], name.value, drug.value, "drug")
            continue
        if isinstance(entity, NamedNode) and isinstance(prop, NamedNode) and isinstance(name, Text):
            kind = ROOTS[root.value.rpartition("/")[2]] if isinstance(root, NamedNode) else kind_of(entity.value)
            if kind in wanted:
                yield Name(_RANKS[prop.value], name.value, entity.value, kind)


def _predicates(graph: Graph) -> Iterable[Name]:
    for entity, name in graph.select(_PREDICATES):
        if isinstance(entity, NamedNode) and isinstance(name, Text):
            yield Name(0, name.value, entity.value, "predicate")


def stem(word: str) -> str:
    """Return a word without the ending of a regular plural; the same is done to both sides of a comparison."""
    if word[-1] != "s" or len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes")) else word[:-1]
