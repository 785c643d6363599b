"""The two referees: SHACL names what a record lacks, HermiT what cannot be."""

import shutil
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from ontology import consistency
from ontology.consistency import dl_classify, dl_consistent, shacl_report
from ontology.encoding import encode
from ontology.errors import CallError, OntologyError
from ontology.terms import DISP, OA, PROV
from ontology.values import Certainty, Evidence, Proposition, Source, Statement, Verdict

java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")

PREFIXES = f"""
@prefix : <{DISP}> .
@prefix drug: <{DISP}drug/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:Drug a owl:Class ; rdfs:label "drug"@en ; skos:definition "A drug."@en .
:Measure a owl:Class ; rdfs:label "measure"@en ; skos:definition "A measure."@en ; owl:disjointWith :Drug .
"""

SOURCE = Source("0" * 64, "a.txt", "text/plain", "A")
CLAIM = Proposition(DISP + "drug/baclofen", "agonistOf", DISP + "target/gaba-b-receptor")
EVIDENCE = Evidence(CLAIM, "+", Certainty.STATED, SOURCE.iri, 4, 9, "quote")
STATEMENT = Statement(CLAIM, Verdict.SUPPORTED, 0.9, (EVIDENCE.iri,), ())


def turtle(text: str) -> list[Quad]:
    """Read a small graph in Turtle."""
    return list(parse(PREFIXES + text, RdfFormat.TURTLE))


def records() -> list[Quad]:
    """Return one source, one evidence and one statement as they stand in a store."""
    return list(encode([SOURCE], [EVIDENCE], [STATEMENT]))


def without(quads: Iterable[Quad], *properties: str) -> list[Quad]:
    """Return the quads that do not use these properties."""
    return [quad for quad in quads if quad.predicate.value not in properties]


def test_whole_records_and_named_entities_keep_to_the_shapes() -> None:
    """A record that the program writes and an entity with one label and a kind breach nothing."""
    assert shacl_report(records()) == ()
    assert shacl_report(turtle('drug:baclofen a :Drug ; rdfs:label "baclofen"@en .')) == ()


@pytest.mark.parametrize(
    ("missing", "lines"),
    [
        (
            [DISP + "supports"],
            [f"evidence:{EVIDENCE.iri[-16:]}: an evidence supports or disputes one statement, not both"],
        ),
        ([DISP + "quote"], [f"evidence:{EVIDENCE.iri[-16:]}: an evidence has one quote"]),
        ([OA + "end"], [f"evidence:{EVIDENCE.iri[-16:]}: an evidence has one oa:end, an integer"]),
        ([PROV + "wasDerivedFrom"], [f"evidence:{EVIDENCE.iri[-16:]}: an evidence comes from one source"]),
        ([DISP + "sha256"], ["source:0000000000000000: a source has one SHA-256, in 64 hexadecimal digits"]),
        (
            [DISP + "verdict"],
            [f"statement:{CLAIM.iri[-16:]}: a statement has one verdict: Supported, Refuted or Disputed"],
        ),
    ],
)
def test_each_missing_part_of_a_record_is_named(missing: Sequence[str], lines: Sequence[str]) -> None:
    """Where a record lacks a part, the report says which record and what it needs."""
    found = shacl_report(without(records(), *missing))
    assert set(lines) <= set(found)
    assert len(found) == len(lines) + (missing == [DISP + "supports"])  # its statement then has no evidence either


def test_evidence_on_both_sides_or_with_a_reversed_span_breaches_the_shapes() -> None:
    """One passage cannot affirm and deny, and a quote cannot end before it starts."""
    both = Quad(NamedNode(EVIDENCE.iri), NamedNode(DISP + "disputes"), NamedNode(CLAIM.iri))
    other = Quad(NamedNode(EVIDENCE.iri), NamedNode(DISP + "disputes"), NamedNode(DISP + "statement/0"))
    assert len(shacl_report([*records(), other])) == 1
    assert shacl_report([*records(), both]) == ()  # the path sees one statement; the writer never makes this
    reversed_span = Evidence(CLAIM, "+", Certainty.STATED, SOURCE.iri, 9, 4, "quote")
    assert shacl_report(encode([SOURCE], [reversed_span], [STATEMENT])) == (
        f"evidence:{reversed_span.iri[-16:]}: an evidence has one oa:start, an integer that lies before oa:end",
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('drug:x a :Drug ; skos:altLabel "Xes"@en .', "drug:x: an entity or term needs exactly one rdfs:label"),
        ('drug:x a :Drug ; rdfs:label "x"@en, "y"@en .', "drug:x: an entity or term needs exactly one rdfs:label"),
        ('drug:x rdfs:label "x"@en .', "drug:x: what has a name needs a kind: an rdf:type"),
        (
            ':Tea a owl:Class ; rdfs:label "tea"@en ; rdfs:subClassOf :Measure .',
            "disp:Tea: a class or property needs one rdfs:label and one skos:definition",
        ),
        (
            ':tea a owl:AnnotationProperty ; rdfs:label "tea"@en .',
            "disp:tea: an annotation property of ours needs one rdfs:label and one skos:definition",
        ),
    ],
)
def test_what_has_no_label_kind_or_definition_is_named(text: str, line: str) -> None:
    """An entity needs one label and a kind, a term a label and a definition."""
    assert shacl_report(turtle(text)) == (line,)


@java
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('drug:a a :Drug ; rdfs:label "a" ; skos:altLabel "same" . drug:b a :Drug ; rdfs:label "same" .', "same"),
        ('drug:a a :Drug ; rdfs:label "a" ; :ambiguousLabel "S" . drug:b a :Drug ; rdfs:label "S" .', ""),
        ('drug:a a :Drug ; rdfs:label "measure"@en .', ""),
        (
            'drug:a a :Drug ; rdfs:label "a" ; :hasBrandName "X" .'
            ' drug:b a :Drug ; rdfs:label "b" ; :abbreviation "X" .',
            "X",
        ),
    ],
)
def test_no_two_things_of_a_kind_have_one_name(text: str, lines: str) -> None:
    """A name that is not marked as ambiguous stands for one drug; a class may share it."""
    graph = turtle(f"<{DISP}ontology> a owl:Ontology . {text}")
    message = f"two things of a kind have the name {lines}; mark it as ambiguous or leave it to one"
    assert shacl_report(graph) == ((f"disp:ontology: {message}",) if lines else ())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            'drug:A a :Drug ; rdfs:label "a" .',
            "drug:A: its name is no slug under drug:, or it is a combination of one ingredient",
        ),
        (
            'drug:a a :Drug ; rdfs:label "a" . drug:b a :Drug ; rdfs:label "b" ; :hasIngredient drug:a .',
            "drug:b: its name is no slug under drug:, or it is a combination of one ingredient",
        ),
        ('drug:s a :Salt ; rdfs:label "s" .', "drug:s: a salt is that of one drug"),
        ('drug:a a :Drug ; rdfs:label "a" ; :enantiomerOf :Measure .', "drug:a: a drug is a mirror form of one drug"),
        (
            'drug:a a :Drug ; rdfs:label "a" ; skos:altLabel "MS" .',
            "drug:a: a synonym of one or two letters is ambiguous",
        ),
        ('drug:m a :Mediator ; rdfs:label "m" .', "drug:m: its name is no slug under mediator:"),
        (
            ':Pill a owl:Class ; rdfs:label "pill" ; skos:definition "A pill." .',
            "disp:Pill: a class needs a parent: an rdfs:subClassOf, or a definition",
        ),
    ],
)
def test_what_an_entity_lacks_is_named(text: str, line: str) -> None:
    """An entity keeps to the shape of its kind."""
    found = shacl_report(turtle(text))
    assert [each for each in found if each.startswith(line)] == list(found) != []


@pytest.mark.parametrize(
    ("subject", "link", "lines"),
    [
        ("drug:a", "http://id.nlm.nih.gov/mesh/D001418", ()),
        ("drug:a", "https://bioregistry.io/inchikey:KPYSYYIEGFHWSV-UHFFFAOYSA-N", ()),
        (
            "drug:a",
            "http://id.nlm.nih.gov/mesh/1418",
            (
                "disp:ontology: no vocabulary that is linked to writes an identifier like http://id.nlm.nih.gov/mesh/1418",
            ),
        ),
        ("drug:b", "http://id.nlm.nih.gov/mesh/D001418", ("drug:b: a link is of something that the graph holds",)),
    ],
)
def test_a_link_is_written_as_its_vocabulary_writes_it(subject: str, link: str, lines: tuple[str, ...]) -> None:
    """An identifier that cannot be one, and a link of what is not in the graph, are named."""
    graph = turtle(f'<{DISP}ontology> a owl:Ontology . drug:a a :Drug ; rdfs:label "a" .')
    assert shacl_report([*graph, *turtle(f"{subject} skos:exactMatch <{link}> .")]) == lines


def test_shapes_that_cannot_be_read_are_named() -> None:
    """A shape that the standard does not allow is no breach of the graph."""
    shape = """@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetNode <urn:n> ;
        sh:sparql [ sh:select "SELECT $this WHERE { VALUES ?v { 1 } }" ] ."""
    with pytest.raises(OntologyError, match=r"^the shapes cannot be read: .*VALUES.*; mend them$"):
        shacl_report(records(), shape)


def test_hermit_finds_a_contradiction_and_an_empty_class(tmp_path: Path) -> None:
    """A thing of two disjoint kinds contradicts the graph; a class below two of them can only be empty."""
    file = tmp_path / "graph.ttl"
    file.write_text(PREFIXES + "drug:tea a :Drug, :Measure .", encoding="utf-8")
    consistent, lines = dl_consistent(file)
    assert (consistent, len(lines)) == (False, 1)
    assert dl_consistent(turtle(":Tea a owl:Class ; rdfs:subClassOf :Drug, :Measure .")) == (
        False,
        ("disp:Tea can have no member",),
    )


@java
def test_hermit_tells_every_class_of_an_individual_related_or_not() -> None:
    """An individual that nothing else is said of gets the classes above its own, like any other."""
    found = dl_classify(
        turtle(
            """
            :near a owl:ObjectProperty ; rdfs:domain :Drug .
            :Tea a owl:Class ; rdfs:subClassOf :Measure .
            drug:mint a :Tea .
            drug:x :near drug:mint2 . drug:mint2 a :Tea .
            drug:x a owl:NamedIndividual .
            """
        )
    )
    assert found.consistent
    assert found.unsatisfiable == ()
    assert found.types == {
        (DISP + "drug/mint", DISP + "Tea"),
        (DISP + "drug/mint", DISP + "Measure"),
        (DISP + "drug/mint2", DISP + "Tea"),
        (DISP + "drug/mint2", DISP + "Measure"),
        (DISP + "drug/x", DISP + "Drug"),
    }


@java
def test_a_member_of_an_empty_class_is_a_contradiction() -> None:
    """An individual left out of the reasoning, because nothing else is said of it, still counts."""
    found = dl_classify(turtle(":Tea a owl:Class ; rdfs:subClassOf :Drug, :Measure . drug:mint a :Tea ."))
    assert not found.consistent


def test_a_missing_extra_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyshacl or owlready2 the message says what to install."""

    def absent(name: str) -> ModuleType:
        if name in ("pyshacl", "owlready2"):
            raise ImportError(name)
        return import_module(name)

    monkeypatch.setattr(consistency, "import_module", absent)
    with pytest.raises(CallError, match=r"needs pyshacl; pip install 'dispensatory\[dl\]'"):
        shacl_report([])
    with pytest.raises(CallError, match=r"needs owlready2; pip install 'dispensatory\[dl\]'"):
        dl_consistent([])


def test_missing_java_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Java the message says so."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(CallError, match="no java on the PATH"):
        dl_consistent([])


def test_a_file_that_is_no_turtle_is_named(tmp_path: Path) -> None:
    """A broken file is reported by its name, in one line."""
    file = tmp_path / "broken.ttl"
    file.write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"^broken\.ttl: "):
        dl_consistent(file)
    with pytest.raises(OntologyError, match=r"^absent\.ttl: "):
        dl_consistent(tmp_path / "absent.ttl")


@java
def test_what_a_simple_property_says_is_not_lost() -> None:
    """Domain and range of a property that nothing else speaks of count as if HermiT had read the values."""
    text = """
        :near a owl:ObjectProperty ; rdfs:domain :Drug ; rdfs:range :Measure .
        :far a owl:ObjectProperty ; rdfs:domain :Drug . :away a owl:ObjectProperty ; rdfs:subPropertyOf :far .
        drug:x :near drug:y . drug:v a owl:NamedIndividual ; :away drug:w .
    """
    found = dl_classify(turtle(text))
    assert found.types == {
        (DISP + "drug/x", DISP + "Drug"),
        (DISP + "drug/y", DISP + "Measure"),
        (DISP + "drug/v", DISP + "Drug"),
    }
    assert not dl_classify(turtle(text + "drug:x :near drug:x .")).consistent
