"""The words by which properties are expressed, read from the graph: phrases, roles, headings, rows and word classes.

- `disp:phraseCue`: a pattern (see `patterns`) on a property, read within a sentence.
- `disp:denyingCue`: the same, but what it reads is denied ("lacks", "free of").
- `disp:roleCue`: a noun that names the object's role ("side effect"): it serves in sentences ("side effects of X
  include Y"), as a heading over a list, and as the label of a table's row.
- `disp:headingCue`, `disp:rowCue`: words that do so as a heading or as a row's label only.
- `disp:form` on an individual of `disp:WordClass`: the members of a closed class of words ("not", "may", "which");
  `disp:formPattern` the same, several at once: "(is|are) [often] reported".
"""

from collections.abc import Iterator, Mapping
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Store

from ontology.anchors import KINDS, Anchors, PhraseCue, Row, Signature, by_words
from ontology.patterns import Slot, Words, parse, verb_forms, wordings
from ontology.phrases import Index, Phrases
from ontology.terms import DISP, OWL, RDF, RDFS, predicate_word
from ontology.tokens import normal_form

#: The class of words of which the ontology has none.
NONE: Final = Phrases()


class Cues:
    """All cues of an ontology, by property and by kind."""

    def __init__(
        self,
        phrases: Mapping[str, tuple[Row, ...]],
        roles: Mapping[tuple[str, ...], str],
        headings: Mapping[tuple[str, ...], str],
        rows: Mapping[tuple[str, ...], str],
        word_classes: Mapping[str, Phrases],
        signatures: Mapping[str, Signature],
        routes: Mapping[str, tuple[tuple[str, str, bool], ...]],
        reserved: Mapping[str, str],
        following_causes: frozenset[str],
        takings: Mapping[str, str],
    ) -> None:
        """Take the tables as `of` reads them; keys are folded words, values short words of properties."""
        self._phrases = dict(phrases)
        self.roles = dict(roles)
        self.headings = dict(headings)
        self.rows = dict(rows)
        self.word_classes = dict(word_classes)
        self.signatures = dict(signatures)
        self.routes = dict(routes)
        self.reserved = dict(reserved)
        self.following_causes = following_causes
        self.takings = dict(takings)  # the forms of verbs such as "snort", and the IRI of the route they tell
        self._singles: dict[str, frozenset[str]] = {}
        #: What starts the search for phrase cues, and the nouns of roles, by their words with a blank between.
        self.anchors = Anchors(phrases, {" ".join(words): role for words, role in self.roles.items()}, self.signatures)
        #: Where the words of a heading, and of a row's label, are looked up, the first table first.
        self.heading_tables = tuple(_table(each) for each in (self.headings, self.roles))
        self.row_tables = tuple(_table(each) for each in (self.rows, self.roles, self.headings))
        #: The words that open members of word classes, each with the numbers of those classes.
        self._openers: dict[str, set[int]] = {}
        for members in self.word_classes.values():
            for word in members.openers:
                self._openers.setdefault(word, set()).add(members.number)

    def opened(self, word: str) -> frozenset[int]:
        """Return the numbers of the word classes of which a member begins with a word."""
        return frozenset(self._openers.get(word, ()))

    def __reduce__(self) -> tuple[object, ...]:
        """Return how the cues are made again where they were kept."""
        tables = (self.roles, self.headings, self.rows, self.word_classes)
        return Cues, (
            self._phrases,
            *tables,
            self.signatures,
            self.routes,
            self.reserved,
            self.following_causes,
            self.takings,
        )

    @property
    def phrases(self) -> Iterator[PhraseCue]:
        """All phrase cues, by the words of their anchors."""
        return (cue for key in self.anchors for cue in self.anchors[key].phrases)

    def words(self, name: str) -> Phrases:
        """Return the members of a word class."""
        return self.word_classes.get(name, NONE)

    def single_words(self, name: str) -> frozenset[str]:
        """Return the one-word members of a word class."""
        if name not in self._singles:
            self._singles[name] = frozenset(words[0] for words in self.words(name) if len(words) == 1)
        return self._singles[name]

    @classmethod
    def of(cls, store: Store) -> "Cues":
        """Read the cues from a graph that holds the ontology; OntologyError where a pattern is malformed."""
        phrases = by_words(
            (predicate, text, elements, name)
            for name in KINDS
            for predicate, text in _values(store, name)
            for elements in parse(text)
        )
        return cls(
            phrases,
            _phrases_by_words(store, "roleCue"),
            _phrases_by_words(store, "headingCue"),
            _phrases_by_words(store, "rowCue"),
            _word_classes(store),
            _signatures(store),
            _routes(store),
            _reserved(store),
            frozenset(name for name, _ in _values(store, "followsCause")),
            _takings(store),
        )


def _table(entries: Mapping[tuple[str, ...], str]) -> tuple[Index, dict[str, str]]:
    """Return what finds words in a heading or label, and the property that each gives."""
    table = {" ".join(words): predicate for words, predicate in entries.items()}
    return Index(table), table


def _values(store: Store, name: str) -> list[tuple[str, str]]:
    """Return (short word of the property, or the class's IRI; text), sorted."""
    return sorted(
        (predicate_word(quad.subject.value), quad.object.value)
        for quad in store.quads_for_pattern(None, NamedNode(DISP + name), None, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    )


def _phrases_by_words(store: Store, name: str) -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for predicate, text in _values(store, name):
        for elements in parse(text):
            words = next(element.words for element in elements if isinstance(element, Words))
            if sum(1 for element in elements if not isinstance(element, Slot)) == 1:
                table.setdefault(words, predicate)
    return table


def _word_classes(store: Store) -> dict[str, Phrases]:
    table: dict[str, set[tuple[str, ...]]] = {}
    for quad in store.quads_for_pattern(None, NamedNode(DISP + "form"), None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            table.setdefault(quad.subject.value[len(DISP) :], set()).add(normal_form(quad.object.value))
    for quad in store.quads_for_pattern(None, NamedNode(DISP + "formPattern"), None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            table.setdefault(quad.subject.value[len(DISP) :], set()).update(wordings(quad.object.value))
    return {name: Phrases(forms, number) for number, (name, forms) in enumerate(sorted(table.items()))}


def _signatures(store: Store) -> dict[str, Signature]:
    """Return what each property joins; a domain or range of drugs takes classes of drugs as well, targets likewise."""
    names: dict[str, tuple[set[str], set[str]]] = {}
    for place, name in enumerate(("domain", "range")):
        for quad in store.quads_for_pattern(None, NamedNode(RDFS + name), None, None):
            if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(DISP):
                kinds = names.setdefault(quad.subject.value[len(DISP) :], (set(), set()))[place]
                for iri in _members(store, quad.object):
                    local = iri.rpartition("/")[2]
                    kinds.update((local, local + "Class") if local in ("Drug", "Target") else (local,))
    above = {
        quad.subject.value[len(DISP) :]: quad.object.value[len(DISP) :]
        for quad in store.quads_for_pattern(None, NamedNode(RDFS + "subPropertyOf"), None, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
    for name in sorted(above):
        own = names.setdefault(name, (set(), set()))
        parent: str | None = above[name]
        while parent:
            for mine, inherited in zip(own, names.get(parent, (set(), set())), strict=True):
                mine.update(() if mine else inherited)
            parent = above.get(parent)
    drugs = {"Drug", "DrugClass"}
    names["isA"] = (drugs, {"DrugClass"})
    names["sameAs"] = ({"Drug"}, {"Drug"})
    return {
        name: Signature(frozenset(domain), frozenset(kind for kind in range_ if not kind.startswith("XMLSchema#")))
        for name, (domain, range_) in names.items()
    }


def _takings(store: Store) -> dict[str, str]:
    """Return the forms of the verbs of taking a drug, each with the IRI of the route; a participle has only one."""
    table: dict[str, str] = {}
    for quad in store.quads_for_pattern(None, NamedNode(DISP + "intakeVerb"), None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            verb = quad.object.value
            forms = (verb,) if verb.endswith(("ed", "en")) else verb_forms(verb)
            table.update(dict.fromkeys(forms, quad.subject.value))
    return dict(sorted(table.items()))


def _members(store: Store, node: object) -> list[str]:
    """Return the classes that a domain or range names, through unions."""
    if isinstance(node, NamedNode):
        return [node.value]
    found: list[str] = []
    if isinstance(node, BlankNode):
        for quad in store.quads_for_pattern(node, NamedNode(OWL + "unionOf"), None, None):
            item: object = quad.object
            while isinstance(item, BlankNode):
                first = [q.object for q in store.quads_for_pattern(item, NamedNode(RDF + "first"), None, None)]
                rest = [q.object for q in store.quads_for_pattern(item, NamedNode(RDF + "rest"), None, None)]
                found.extend(each for node_ in first for each in _members(store, node_))
                item = rest[0] if rest else None
    return found


def _routes(store: Store) -> dict[str, tuple[tuple[str, str, bool], ...]]:
    """Return, for a property, the kinds of object that are read as another property: `(kind, property, yields)`.

    `disp:hasRisk disp:takesOver disp:hasAdverseEffect ; disp:takesKind disp:DrugRisk` says that what a drug is said
    to cause is a risk, not an adverse effect, where the object is one of those. A property that `disp:yieldsToRole`
    does not take over what a noun such as "side effect" has named.
    """
    table: dict[str, list[tuple[str, str, bool]]] = {}
    for quad in store.quads_for_pattern(None, NamedNode(DISP + "takesOver"), None, None):
        for kind in store.quads_for_pattern(quad.subject, NamedNode(DISP + "takesKind"), None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                taker = predicate_word(quad.subject.value)
                local = str(getattr(kind.object, "value", "")).rpartition("/")[2]
                yields = any(store.quads_for_pattern(quad.subject, NamedNode(DISP + "yieldsToRole"), None, None))
                table.setdefault(predicate_word(quad.object.value), []).append((local, taker, yields))
    return {name: tuple(sorted(pairs)) for name, pairs in table.items()}


def _reserved(store: Store) -> dict[str, str]:
    """Return the kinds of object that one property alone may have, with that property."""
    return {
        quad.subject.value.rpartition("/")[2]: predicate_word(quad.object.value)
        for quad in store.quads_for_pattern(None, NamedNode(DISP + "onlyObjectOf"), None, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
