"""The cues of the ontology itself: whole, well formed, and each of use."""

from collections import Counter

import pytest
from pyoxigraph import RdfFormat, Store

from ontology import files
from ontology.cues import Cues
from ontology.errors import OntologyError
from ontology.patterns import Slot

GRAPH = """
@prefix disp: <https://w3id.org/dispensatory/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

disp:treats a owl:ObjectProperty ; rdfs:domain disp:Drug ; rdfs:range disp:Condition ;
    disp:phraseCue "used (for|against) {o}" ; disp:denyingCue "useless against {o}" ;
    disp:deniedCue "effect on {o}" ;
    disp:roleCue "indication" ; disp:headingCue "uses" ; disp:rowCue "main use" .
disp:cures rdfs:subPropertyOf disp:treats .
disp:Negator a disp:WordClass ; disp:form "not", "no longer" .
"""

#: The word classes that the extractor cannot do without.
CLOSED = (
    *("Conjunction", "Copula", "ExampleMarker", "FiniteVerb", "Governor", "HigherWord", "Hedge", "Joiner"),
    *("ListBreaker", "LowerWord", "MembershipVerb", "NegationEnder", "Negator", "PairReference", "PluralReference"),
    *("RelativePronoun", "Reversal", "RoleLinker", "SimilarWord", "SingularReference", "ThanMarker"),
)


@pytest.fixture(scope="module")
def cues() -> Cues:
    """Return the cues of the ontology that ships."""
    return Cues.of(files.load())


def small(turtle: str) -> Cues:
    """Return the cues of a small graph."""
    store = Store()
    store.load(turtle.encode(), RdfFormat.TURTLE)
    return Cues.of(store)


def test_cues_are_read_by_kind() -> None:
    """Each way of writing a cue has its own table, keyed by folded words."""
    found = small(GRAPH)
    assert [(cue.predicate, cue.pattern, cue.denies, cue.denied) for cue in found.phrases] == [
        ("treats", "effect on {o}", False, True),
        ("treats", "used (for|against) {o}", False, False),
        ("treats", "used (for|against) {o}", False, False),
        ("treats", "useless against {o}", True, False),
    ]
    assert found.roles == {("indication",): "treats"}
    assert found.headings == {("uses",): "treats"}
    assert found.rows == {("main", "use"): "treats"}
    assert list(found.words("Negator")) == [("no", "longer"), ("not",)]
    assert found.single_words("Negator") == {"not"}
    assert not found.words("Unheard")


def test_a_property_joins_drugs_and_classes_with_its_range() -> None:
    """Where a drug fits a class of drugs does; a sub-property joins the same."""
    found = small(GRAPH).signatures
    assert found["treats"].domain == {"Drug", "DrugClass"}
    assert found["treats"].range == {"Condition"}
    assert found["cures"] == found["treats"]


def test_a_malformed_cue_is_refused() -> None:
    """The ontology's own mistakes are told before a text is read."""
    with pytest.raises(OntologyError, match="without any word"):
        small('@prefix disp: <https://w3id.org/dispensatory/> . disp:treats disp:phraseCue "{s} {o}" .')


def test_every_phrase_of_the_ontology_can_be_filled(cues: Cues) -> None:
    """Its property is known, and each has an object, or two that stand side by side."""
    assert sorted({cue.predicate for cue in cues.phrases} - set(cues.signatures)) == []
    roles = [{each.role for each in cue.elements if isinstance(each, Slot)} for cue in cues.phrases]
    assert [cue.pattern for cue, found in zip(cues.phrases, roles, strict=True) if not found & {"o", "b"}] == []


@pytest.mark.parametrize("name", CLOSED)
def test_no_closed_class_of_words_is_empty(cues: Cues, name: str) -> None:
    """A misspelt class would silence a module."""
    assert cues.words(name)


def test_higher_and_lower_are_told_apart(cues: Cues) -> None:
    """No word is of two directions."""
    higher, lower, similar = (set(cues.words(name)) for name in ("HigherWord", "LowerWord", "SimilarWord"))
    assert not higher & lower
    assert not similar & (higher | lower)


#: So many forms one pattern may have; each costs memory, and time where a text has its first words.
MOST_FORMS = 1_200


def test_no_pattern_stands_for_thousands_of_forms(cues: Cues) -> None:
    """Every alternative multiplies the others: a gap says the same with few."""
    forms = Counter((cue.predicate, cue.pattern) for cue in cues.phrases)
    assert [(pattern, count) for (_, pattern), count in forms.items() if count > MOST_FORMS] == []
