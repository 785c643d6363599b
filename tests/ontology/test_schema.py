"""The ontology proper: pure OWL 2 DL, every term declared and defined, and what follows from it and what does not."""

import re
import shutil
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from ontology import mappings
from ontology.consistency import Classification, dl_classify, dl_consistent, shacl_report
from ontology.files import quads
from ontology.terms import DISP, ENTITY_PREFIXES, OWL, OWL_PREDICATES, PREFIXES, RDF, RDFS, XSD
from ontology.tokens import normal_form

ONTOLOGY = Path(__file__).parents[2] / "ontology"
java = pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")

#: The kind of entity that lives in each namespace.
KINDS = {
    "activity": "Activity",
    "agent": "Agent",
    "aspect": "Aspect",
    "condition": "Condition",
    "drug": "Drug Salt",
    "event": "MilestoneEvent",
    "form": "DoseForm",
    "jurisdiction": "Jurisdiction",
    "law": "Law",
    "level": "AbusePotential",
    "measure": "Measure",
    "mediator": "Mediator",
    "population": "Population",
    "process": "Process",
    "route": "Route",
    "schedule": "Schedule SupplyCategory",
    "scheduling": "Scheduling",
    "site": "AnatomicalSite",
    "target": "Target",
}
CLAIMABLE = """
    actsIn actsOn agonistOf antagonistOf comparedWith decreases derivativeOf hasAbusePotential hasAdverseEffect
    hasBrandName hasDose hasDoseForm hasDurationOfAction hasEffect hasMilestone hasOnset hasOverdoseEffect hasPrecaution
    hasRisk hasRoute hasSchedule hasTreatmentDuration hasWithdrawalSymptom increases inhibitorOf interactsWith
    interchangeableWith inverseAgonistOf isA metabolizedTo negativeModulatorOf partialAgonistOf positiveModulatorOf
    requires sameAs similarTo treats
"""
#: Facts about drugs that are none, to see what follows from them and from nothing else.
FACTS = """
drug:t-agonist a disp:Drug ; disp:agonistOf target:mu-opioid-receptor .
drug:t-partial a disp:Drug ; disp:partialAgonistOf target:kappa-opioid-receptor .
drug:t-antagonist a disp:Drug ; disp:antagonistOf target:mu-opioid-receptor .
drug:t-gaba-b a disp:Drug ; disp:agonistOf target:gaba-b-receptor .
drug:t-analog a disp:Drug ; disp:derivativeOf mediator:gaba .
drug:t-gabapentinoid a disp:Gabapentinoid .
drug:t-site a disp:Drug ; disp:positiveModulatorOf target:benzodiazepine-site .
drug:t-subtype a disp:Drug ; disp:agonistOf target:alpha-2a-adrenergic-receptor .
drug:t-beta a disp:Drug ; disp:agonistOf target:beta-2-adrenergic-receptor .
drug:t-mixed a disp:Drug ; disp:agonistOf target:kappa-opioid-receptor ; disp:antagonistOf target:mu-opioid-receptor .
drug:t-sodium a disp:Drug ; disp:inhibitorOf target:nav1-5 .
drug:t-cox a disp:Drug ; disp:inhibitorOf target:cox-2 .
drug:t-both a disp:Drug ; disp:hasIngredient drug:t-beta, drug:t-sodium .
drug:t-salt a disp:Salt ; disp:saltOf drug:t-beta .
drug:t-family a disp:Drug, [ a owl:Restriction ; owl:onProperty disp:agonistOf ; owl:someValuesFrom
    disp:OpioidReceptor ] .
drug:t-us a disp:Drug ; disp:hasSchedule schedule:us-csa-ii .
drug:t-uk a disp:Drug ; disp:hasSchedule schedule:uk-class-b .
drug:t-rx a disp:Drug ; disp:hasSchedule schedule:australia-s4 .
drug:t-opiate a disp:Opiate .
drug:t-benzodiazepine a disp:Benzodiazepine .
drug:t-parent a disp:Drug ; disp:metabolizedTo drug:t-child ; disp:treats condition:t-ache .
drug:t-child a disp:Drug .
condition:t-ache a disp:Condition .
condition:t-itch a disp:Condition .
drug:t-plain a disp:Drug ; disp:hasAdverseEffect condition:t-itch ; disp:hasWithdrawalSymptom condition:t-itch .
drug:t-open a disp:Opioid .
drug:t-closed a disp:Drug, [ owl:complementOf disp:Opioid ] .
drug:t-unmoved a disp:Drug, [ owl:complementOf [ a owl:Restriction ; owl:onProperty disp:actsOn ; owl:someValuesFrom
    disp:OpioidReceptor ] ] .
"""
FOLLOWS = {
    "drug/t-agonist": "Drug MuOpioidReceptorAgonist OpioidReceptorAgonist",
    "drug/t-partial": "Drug KappaOpioidReceptorAgonist OpioidReceptorAgonist PartialOpioidReceptorAgonist",
    "drug/t-antagonist": "Drug MuOpioidReceptorAntagonist OpioidReceptorAntagonist",
    "drug/t-gaba-b": "Drug GABABReceptorAgonist GABAReceptorAgonist",
    "drug/t-analog": "Drug GABAAnalog",
    "drug/t-gabapentinoid": "Drug GABAAnalog Gabapentinoid",
    "drug/t-site": "BenzodiazepineSiteModulator Drug GABAAPositiveModulator",
    "drug/t-subtype": "AdrenergicReceptorAgonist Alpha2AdrenergicAgonist Drug",
    "drug/t-beta": "AdrenergicReceptorAgonist Beta2Agonist BetaAgonist Drug",
    "drug/t-mixed": "Drug KappaOpioidReceptorAgonist MixedOpioidAgonistAntagonist MuOpioidReceptorAntagonist"
    " OpioidReceptorAgonist OpioidReceptorAntagonist",
    "drug/t-sodium": "Drug SodiumChannelBlocker",
    "drug/t-cox": "CyclooxygenaseInhibitor Drug",  # the selective ones are meant by "COX-2 inhibitor"
    "drug/t-both": "CombinationDrug Drug",
    "drug/t-salt": "Salt",
    "drug/t-family": "Drug OpioidReceptorAgonist",
    "drug/t-us": "ControlledSubstance Drug SubstanceControlledInUS",
    "drug/t-uk": "ControlledSubstance Drug",
    "drug/t-rx": "Drug PrescriptionOnlyDrug",
    "drug/t-opiate": "Drug Opiate Opioid",
    "drug/t-benzodiazepine": "Benzodiazepine CNSDepressant Drug GABAAPositiveModulator",
    "drug/t-parent": "Drug",
    "drug/t-child": "Drug Metabolite",
    "condition/t-ache": "Condition Indication",
    "condition/t-itch": "AdverseEffect Condition WithdrawalSymptom",
    "drug/t-plain": "Drug",
    "drug/t-open": "Drug Opioid",
    "drug/t-closed": "Drug",
    "drug/t-unmoved": "Drug",
}


@cache
def ontology() -> tuple[Quad, ...]:
    """Read the whole ontology, once a run."""
    return tuple(quads())


def facts(text: str) -> list[Quad]:
    """Read facts in Turtle with the model's prefixes."""
    head = "".join(f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items())
    return list(parse(head + text, RdfFormat.TURTLE))


@cache
def classified() -> Classification:
    """Let HermiT classify the ontology with the facts, once a run."""
    return dl_classify([*ontology(), *facts(FACTS)])


@cache
def of_type(name: str) -> frozenset[str]:
    """Return the IRIs that have a type of the OWL vocabulary."""
    return frozenset(
        quad.subject.value
        for quad in ontology()
        if quad.predicate.value == RDF + "type"
        and quad.object == NamedNode(OWL + name)
        and isinstance(quad.subject, NamedNode)
    )


def marked(mark: str) -> set[tuple[str, str]]:
    """Return the terms that carry a mark of ours, with its value."""
    return {
        (quad.subject.value.removeprefix(DISP), quad.object.value)
        for quad in ontology()
        if quad.predicate.value == DISP + mark
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, Literal)
    }


@cache
def parents() -> dict[str, set[str]]:
    """Return the named classes right above each class."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for quad in ontology():
        if (
            quad.predicate.value == RDFS + "subClassOf"
            and isinstance(quad.subject, NamedNode)
            and isinstance(quad.object, NamedNode)
        ):
            found[quad.subject.value].add(quad.object.value)
    return found


@cache
def above(iri: str) -> frozenset[str]:
    """Return a class and all named classes above it."""
    return frozenset({iri}).union(*(above(parent) for parent in parents().get(iri, ())))


def test_each_file_opens_with_what_it_holds_and_declares_sorted_prefixes_that_it_uses() -> None:
    """A curator sees from the first line what belongs into a file."""
    for path in sorted(ONTOLOGY.rglob("*.ttl")):
        text = path.read_text(encoding="utf-8")
        prefixes = re.findall(r"^@prefix (\S+) ", text, re.MULTILINE)
        body = text.rpartition("@prefix ")[2].partition("\n")[2]
        assert text.startswith("# "), path.name
        assert prefixes == sorted(prefixes), path.name
        assert [prefix for prefix in prefixes if prefix not in body] == [], path.name


def test_no_term_is_two_kinds_of_thing() -> None:
    """A class is no property, an object property no annotation, so that the whole stays OWL 2 DL."""
    kinds = [
        of_type(name)
        for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual")
    ]
    terms = [iri for kind in kinds for iri in kind]
    assert len(terms) == len(set(terms))


def test_every_property_and_class_in_use_is_declared() -> None:
    """A mistyped property or class is found here and not by a query that finds nothing."""
    properties = of_type("ObjectProperty") | of_type("DatatypeProperty") | of_type("AnnotationProperty")
    known = (RDF, RDFS, OWL)
    used = {quad.predicate.value for quad in ontology() if not quad.predicate.value.startswith(known)}
    assert used - properties == set()
    types = {
        quad.object.value
        for quad in ontology()
        if quad.predicate.value in (RDF + "type", RDFS + "subClassOf", OWL + "someValuesFrom")
        and isinstance(quad.object, NamedNode)
        and not quad.object.value.startswith(known)
    }
    assert types - of_type("Class") == set()
    restricted = {
        getattr(quad.object, "value", "") for quad in ontology() if quad.predicate.value == OWL + "onProperty"
    }
    assert restricted - of_type("ObjectProperty") == set()


def test_every_entity_that_something_is_said_of_is_named() -> None:
    """An axiom cannot speak of an entity that no file describes; a scheduling is a record and has no name."""
    named = {getattr(quad.subject, "value", "") for quad in ontology() if quad.predicate.value == RDFS + "label"}
    mentioned = {
        node.value
        for quad in ontology()
        for node in (quad.subject, quad.object)
        if isinstance(node, NamedNode) and node.value.startswith(DISP) and "ontology" not in node.value
    }
    assert {iri for iri in mentioned - named if not iri.startswith(PREFIXES["scheduling"])} == set()


def test_literals_keep_to_datatypes_that_hermit_reads() -> None:
    """Years and quantities are strings: a complete reasoner refuses dates."""
    used = {quad.object.datatype.value for quad in ontology() if isinstance(quad.object, Literal)}
    assert used == {RDF + "langString", XSD + "string", XSD + "boolean", XSD + "decimal"}


def test_every_namespace_holds_its_kind() -> None:
    """An entity's IRI tells its kind, and its type agrees."""
    assert set(KINDS) == set(ENTITY_PREFIXES)
    for quad in ontology():
        if quad.predicate.value != RDF + "type" or not isinstance(quad.subject, NamedNode):
            continue
        prefix, _, local = quad.subject.value.removeprefix(DISP).partition("/")
        if local and prefix in KINDS:
            kinds = above(getattr(quad.object, "value", ""))
            assert kinds & {DISP + name for name in KINDS[prefix].split()}, quad.subject.value


def test_the_properties_that_a_source_can_claim_are_those_of_the_model() -> None:
    """Each is declared, has a domain and a range, and is the word that tables show."""
    names = {name for name, value in marked("claimable") if value == "true"}
    assert names == set(CLAIMABLE.split())
    annotation = {"isA", "sameAs"}
    assert set(OWL_PREDICATES) | {"isA"} == annotation
    for side in ("domain", "range"):
        having = {
            str(getattr(quad.subject, "value", "")).removeprefix(DISP)
            for quad in ontology()
            if quad.predicate.value == RDFS + side
        }
        inherited = {"agonistOf", "antagonistOf", "inhibitorOf", "inverseAgonistOf", "negativeModulatorOf"}
        inherited |= {"partialAgonistOf", "positiveModulatorOf"}
        assert names - having == annotation | inherited


def test_the_qualifiers_tell_which_of_them_restrict_a_statement() -> None:
    """What restricts is neither asserted nor denied; what restricts a denial keeps it from being one."""
    qualifiers = {name for name, _ in marked("isQualifier")}
    restricting = {name for name, _ in marked("restricts")}
    assert restricting == {"condition", "dose", "extent", "indication", "period", "population", "status", "validTo"}
    assert qualifiers - restricting == {name for name, _ in marked("restrictsDenial")}
    assert marked("doesNotRestrict") == {("dose", "standard"), ("status", "approved")}
    assert marked("neverAsserted") == {("comparedWith", "true")}
    assert qualifiers <= {iri.removeprefix(DISP) for iri in of_type("AnnotationProperty")}


def test_the_judges_rates_stand_in_the_ontology() -> None:
    """The rates are probabilities, and a hedged passage is trusted less than a plain one."""
    assert {mark: marked(mark) for mark in ("systematicError", "randomError", "hedgedRandomError")} == {
        "systematicError": {("JudgeRates", "0.05")},
        "randomError": {("JudgeRates", "0.3")},
        "hedgedRandomError": {("JudgeRates", "0.45")},
    }


def test_no_name_means_two_classes_of_drugs_or_two_targets() -> None:
    """A drug class or a target is known by names that no other has; only ambiguous forms may be shared."""
    owners: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for quad in ontology():
        if isinstance(quad.subject, NamedNode) and quad.predicate.value.endswith(("#label", "#altLabel")):
            iri = quad.subject.value
            if iri.startswith(DISP + "target/") or (iri in of_type("Class") and DISP + "Drug" in above(iri)):
                owners[normal_form(getattr(quad.object, "value", ""))].add(iri)
    assert {words: iris for words, iris in owners.items() if len(iris) > 1} == {}


def test_classes_of_drugs_are_set_apart_by_definition_only() -> None:
    """Nothing makes an aspirin no opioid but a source that says so; disjoint is only what its name says is no other."""
    apart = {"Nonbenzodiazepine": "Benzodiazepine", "NonOpioidAnalgesic": "Opioid", "NSAID": "Steroid"}
    axioms = [quad for quad in ontology() if quad.predicate.value in (OWL + "disjointWith", OWL + "complementOf")]
    told = {(str(quad.subject), str(quad.object)) for quad in axioms}
    assert told == {(f"<{DISP}{one}>", f"<{DISP}{other}>") for one, other in apart.items()}
    rests = {quad.subject: quad.object for quad in ontology() if quad.predicate.value == RDF + "rest"}
    firsts = {quad.subject: quad.object for quad in ontology() if quad.predicate.value == RDF + "first"}
    for quad in ontology():
        if quad.predicate.value == OWL + "members":
            node, members = quad.object, []
            while isinstance(node, BlankNode):
                members.append(getattr(firsts[node], "value", ""))
                node = rests[node]
            drugs = [iri for iri in members if DISP + "Drug" in above(iri)]
            assert drugs in ([], [DISP + "Drug"])


def test_subclass_axioms_stand_where_they_are_true_by_definition_only() -> None:
    """Every opiate is an opioid; that opioids are narcotics or depressants is for the sources to say."""
    assert DISP + "Opioid" in above(DISP + "Opiate")
    assert above(DISP + "Opioid") == {DISP + "Opioid", DISP + "Drug"}
    assert above(DISP + "Narcotic") == {DISP + "Narcotic", DISP + "Drug"}


def test_the_ontology_keeps_to_its_own_shapes() -> None:
    """Every entity has one label and a kind, every term a definition, every schedule a law and a jurisdiction."""
    assert shacl_report([*ontology(), *mappings.quads()]) == ()


@java
def test_hermit_finds_the_ontology_consistent_and_no_class_empty() -> None:
    """The ontology holds together with facts of all kinds, an opioid and a drug that is none among them."""
    assert classified().consistent
    assert classified().unsatisfiable == ()


@java
@pytest.mark.parametrize("local", sorted(FOLLOWS))
def test_what_follows_is_all_that_follows(local: str) -> None:
    """A drug is found in the classes that its facts put it into, and in no other."""
    found = {kind.removeprefix(DISP) for iri, kind in classified().types if iri == DISP + local}
    assert found == set(FOLLOWS[local].split())


@java
@pytest.mark.parametrize(
    "text",
    [
        "drug:t a disp:Opioid, [ owl:complementOf [ a owl:Restriction ; owl:onProperty disp:actsOn ;"
        " owl:someValuesFrom disp:OpioidReceptor ] ] .",
        "drug:t a [ owl:complementOf disp:ControlledSubstance ] ; disp:hasSchedule schedule:us-csa-iv .",
    ],
    ids=["an opioid acts on an opioid receptor", "a scheduled drug is controlled"],
)
def test_what_cannot_be_is_found(text: str) -> None:
    """A graph that denies what follows from it contradicts itself."""
    assert dl_consistent([*ontology(), *facts(text)])[0] is False
