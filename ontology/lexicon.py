"""The names by which texts call things, read from the graph.

An entity is known by its label, its synonyms, its brand names and its ambiguous forms; regular plurals are made here.
The names of a salt are synonyms of its drug: what a text says of "codeine phosphate" it says of codeine.
An ambiguous form ("MS") counts only as it is written, and only where its kind fits or the text defines it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode, Store

from ontology.phrases import Index
from ontology.terms import DISP, OWL, RDF, RDFS, SKOS
from ontology.tokens import normal_form

_FORM_PROPERTIES: Final = {
    RDFS + "label": "label",
    SKOS + "altLabel": "synonym",
    DISP + "abbreviation": "synonym",
    DISP + "hasBrandName": "brand",
    DISP + "ambiguousLabel": "ambiguous",
}
_VOWELS: Final = frozenset("aeiou")


@dataclass(frozen=True, slots=True, eq=False)
class Entity:
    """A thing of the ontology: its IRI, its preferred label and every class it belongs to, by local name.

    The IRI alone tells entities apart.
    """

    iri: str
    label: str
    kinds: frozenset[str]

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is the same thing."""
        return self is other or (isinstance(other, Entity) and self.iri == other.iri)

    def __hash__(self) -> int:
        """Return the hash of the IRI."""
        return hash(self.iri)


class Form(NamedTuple):
    """One way of naming an entity; `mark` tells label, synonym, brand and ambiguous apart."""

    entity: Entity
    mark: str
    written: str


#: The marks, the best first.
_ORDER: Final = {"label": 0, "synonym": 1, "brand": 2, "ambiguous": 3}


class Named:
    """What the same words name: the entities, the best mark first; whether all are brands, or one is ambiguous."""

    __slots__ = ("ambiguous", "brand", "entities", "forms")

    def __init__(self, forms: tuple[Form, ...]) -> None:
        """Take the forms that the words are."""
        ranked = sorted(forms, key=lambda form: (_ORDER[form.mark], form.entity.iri))
        marks = {form.mark for form in forms}
        self.forms = forms
        self.entities: tuple[Entity, ...] = tuple(dict.fromkeys(form.entity for form in ranked))
        self.brand = marks == {"brand"}
        self.ambiguous = "ambiguous" in marks


#: The words that name nothing.
NOTHING: Final = Named(())

#: What each form names, as (IRI, mark, written): plain values, which are fast to keep and to read again.
Rows = dict[str, tuple[tuple[str, str, str], ...]]


#: The noun that leaflets use for the disease of any organ.
_TROUBLE: Final = "problem"


def plural(word: str) -> str:
    """Return the regular English plural of a word."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _is_plural(word: str) -> bool:
    """Tell by its end that a word is a plural, or a verb, and has no other plural: "headaches", not "virus"."""
    return word.endswith("s") and not word.endswith(("as", "is", "ss", "us"))


def _inflections(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Yield a name and its regular plural: of the last word, or of the one before "of" ("risks of overdose").

    What is a problem of a part of the body is one with it too: "liver problem", "problems with your liver".
    """
    yield words
    if len(words) > 1 and words[-1] == _TROUBLE:
        for head in (_TROUBLE, plural(_TROUBLE)):
            yield from ((head, "with", *whose, *words[:-1]) for whose in ((), ("the",), ("your",)))
    if not words:
        return
    if words[-1].isalpha() and len(words[-1]) > 2 and not _is_plural(words[-1]):
        yield (*words[:-1], plural(words[-1]))
    if "of" in words[1:]:
        at = words.index("of", 1) - 1
        yield (*words[:at], plural(words[at]), *words[at + 1 :])


class Lexicon:
    """The forms of all entities, with one index that finds them all in a sentence at once."""

    def __init__(self, entities: Mapping[str, Entity], forms: Iterable[tuple[str, Form]]) -> None:
        """Take the entities by IRI, and pairs of a written form and what it names."""
        self.entities = dict(entities)
        table: dict[tuple[str, ...], dict[tuple[str, str], str]] = {}
        for written, form in forms:
            base = normal_form(written)
            variants = [base] if form.mark in ("brand", "ambiguous") else list(_inflections(base))
            for words in variants:
                if words:
                    table.setdefault(words, {}).setdefault((form.entity.iri, form.mark), form.written)
        self._rows: Rows = {
            " ".join(words): tuple((*key, written) for key, written in sorted(named.items()))
            for words, named in sorted(table.items())
        }
        self._known: dict[str, Named] = {}
        self._index: Index | None = None

    def __reduce__(self) -> tuple[object, ...]:
        """Return how the lexicon is made again where it was kept; so is its index, once it is asked for."""
        return _again, (self.entities, self._rows)

    @property
    def index(self) -> Index:
        """The index of every form, made when it is first asked for; `named` tells what those that it finds name."""
        if self._index is None:
            self._index = Index(self._rows)
        return self._index

    def __len__(self) -> int:
        """Return how many forms there are."""
        return len(self._rows)

    def names(self) -> Iterator[tuple[str, tuple[Form, ...]]]:
        """Yield each form, its folded words with a blank between, with what it names."""
        for key, rows in self._rows.items():
            yield key, tuple(Form(self.entities[iri], mark, form) for iri, mark, form in rows)

    def named(self, key: str) -> Named:
        """Return what a form names, given its folded words with a blank between."""
        known = self._known.get(key)
        if known is None:
            rows = self._rows.get(key)
            if rows is None:
                return NOTHING
            known = self._known[key] = Named(tuple(Form(self.entities[iri], mark, form) for iri, mark, form in rows))
        return known

    def lookup(self, words: tuple[str, ...]) -> tuple[Form, ...]:
        """Return what the words name, or nothing."""
        return self.named(" ".join(words)).forms

    @classmethod
    def of(cls, store: Store) -> "Lexicon":
        """Read the lexicon from a graph that holds the ontology."""
        parents: dict[str, set[str]] = {}
        for quad in store.quads_for_pattern(None, NamedNode(RDFS + "subClassOf"), None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                parents.setdefault(quad.subject.value, set()).add(quad.object.value)
        classes = {
            quad.subject.value
            for quad in store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(OWL + "Class"), None)
            if isinstance(quad.subject, NamedNode)
        }
        salts = _salts(store)
        entities: dict[str, Entity] = {}
        forms: list[tuple[str, Form]] = []
        for prop, mark in _FORM_PROPERTIES.items():
            for quad in store.quads_for_pattern(None, NamedNode(prop), None, None):
                if not (isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)):
                    continue
                iri, written = salts.get(quad.subject.value, quad.subject.value), quad.object.value
                told = "synonym" if mark == "label" and iri != quad.subject.value else mark
                if iri not in entities:
                    entities[iri] = _entity(store, iri, iri in classes, parents)
                if entities[iri].kinds:
                    forms.append((written, Form(entities[iri], told, written)))
        named = {iri: entity for iri, entity in entities.items() if entity.kinds}
        return cls(named, sorted(forms, key=lambda pair: (pair[1].entity.iri, pair[1].mark, pair[0])))


def _again(entities: dict[str, Entity], rows: Rows) -> Lexicon:
    lexicon = Lexicon({}, ())
    lexicon.entities, lexicon._rows = entities, rows
    return lexicon


def _salts(store: Store) -> dict[str, str]:
    """Return the drug of each salt; a salt that is a drug of its own is none of them."""
    salt = NamedNode(DISP + "Salt")
    return {
        quad.subject.value: quad.object.value
        for quad in store.quads_for_pattern(None, NamedNode(DISP + "saltOf"), None, None)
        if isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
        and any(store.quads_for_pattern(quad.subject, NamedNode(RDF + "type"), salt, None))
    }


def _entity(store: Store, iri: str, is_class: bool, parents: Mapping[str, set[str]]) -> Entity:
    """Return the entity with its kinds: a class of drugs is of the kind `DrugClass` beside the classes above it."""
    node = NamedNode(iri)
    labels = sorted(
        quad.object.value
        for quad in store.quads_for_pattern(node, NamedNode(RDFS + "label"), None, None)
        if isinstance(quad.object, Literal)
    )
    if is_class:
        above = _ancestors(iri, parents)
        kinds = {_local(each) for each in above}
        kinds = {f"{kind}Class" for kind in ("Drug", "Target") if kind in kinds} | (kinds - {"Drug"})
        top = {DISP + "Drug", DISP + "Target"}
        if iri in top or (parents.get(iri, set()) & {DISP + "Target"}) or not kinds & {"DrugClass", "TargetClass"}:
            kinds = set()
        elif any(store.quads_for_pattern(node, NamedNode(DISP + "onlyPredicated"), None, None)):
            kinds.add("OnlyPredicated")
    else:
        types = {
            quad.object.value
            for quad in store.quads_for_pattern(node, NamedNode(RDF + "type"), None, None)
            if isinstance(quad.object, NamedNode)
        }
        kinds = {_local(each) for kind in types if kind.startswith(DISP) for each in _ancestors(kind, parents)}
    return Entity(iri, labels[0] if labels else _local(iri), frozenset(kinds))


def _ancestors(iri: str, parents: Mapping[str, set[str]]) -> set[str]:
    seen = {iri}
    waiting = [iri]
    while waiting:
        for parent in parents.get(waiting.pop(), ()):
            if parent not in seen and parent.startswith(DISP):
                seen.add(parent)
                waiting.append(parent)
    return seen


def _local(iri: str) -> str:
    return iri.rpartition("/")[2]
