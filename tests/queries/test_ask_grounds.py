"""What an answer rests on: the drug itself, its class, what a combination holds; and what is told beside it."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology.terms import DISP, PREFIXES
from queries.ask import Answer, ask
from queries.graph import LocalGraph
from queries.run import run

HERE = Path(__file__).parent

#: Beside the small graph: an opioid in a combination, sides that differ over pain, and what is said of classes alone.
MORE = (
    "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in (*PREFIXES.items(), ("graph", f"{DISP}graph/")))
    + """
graph:ontology {
    disp:Analgesic rdfs:subClassOf disp:Drug ; rdfs:label "analgesic" ; disp:namedFor condition:analgesia .
    disp:Nonbenzodiazepine rdfs:subClassOf disp:Drug ; rdfs:label "nonbenzodiazepine" ;
        owl:disjointWith disp:Benzodiazepine .
    condition:analgesia a disp:Condition ; rdfs:label "analgesia" .
    condition:nausea a disp:Condition ; rdfs:label "nausea" .
    condition:itching a disp:Condition ; rdfs:label "itching" .
    condition:addiction a disp:Condition ; rdfs:label "addiction" .
    drug:naproxen a disp:Drug ; rdfs:label "naproxen" ; disp:hasBrandName "Aleve" .
    drug:ziconotide a disp:Drug ; rdfs:label "ziconotide" .
    drug:zopiclone a disp:Drug ; rdfs:label "zopiclone" .
}
graph:evidence {
    statement:x1 a disp:Statement ; disp:subject drug:oxycodone ; disp:predicate rdf:type ; disp:object disp:Opioid ;
        disp:verdict disp:Supported ; disp:belief 0.95 .
    statement:x2 a disp:Statement ; disp:subject drug:oxycodone ; disp:predicate rdf:type ;
        disp:object disp:Benzodiazepine ; disp:verdict disp:Refuted ; disp:belief 0.0 .
    statement:x3 a disp:Statement ; disp:subject drug:baclofen ; disp:predicate rdf:type ; disp:object disp:Analgesic ;
        disp:verdict disp:Refuted ; disp:belief 0.0 .
    statement:x4 a disp:Statement ; disp:subject drug:baclofen ; disp:predicate disp:hasEffect ;
        disp:object condition:analgesia ; disp:verdict disp:Supported ; disp:belief 0.65 .
    evidence:x4 a disp:Evidence ; disp:supports statement:x4 ; disp:certainty disp:Stated ;
        disp:quote "It eases pain." ; oa:start 200 ; oa:end 214 ; prov:wasDerivedFrom source:page .
    statement:x5 a disp:Statement ; disp:subject drug:phenibut ; disp:predicate rdf:type ; disp:object disp:Analgesic ;
        disp:verdict disp:Refuted ; disp:belief 0.0 .
    statement:x6 a disp:Statement ; disp:subject drug:phenibut ; disp:predicate disp:hasEffect ;
        disp:object condition:analgesia ; disp:verdict disp:Supported ; disp:belief 0.5 .
    evidence:x6 a disp:Evidence ; disp:supports statement:x6 ; disp:certainty disp:Hedged ;
        disp:quote "It may ease pain." ; oa:start 220 ; oa:end 237 ; prov:wasDerivedFrom source:page .
    statement:x7 a disp:Statement ; disp:subject disp:Opioid ; disp:predicate disp:hasAdverseEffect ;
        disp:object condition:nausea ; disp:verdict disp:Supported ; disp:belief 0.9 .
    statement:x8 a disp:Statement ; disp:subject disp:Opioid ; disp:predicate disp:hasAdverseEffect ;
        disp:object condition:itching ; disp:verdict disp:Supported ; disp:belief 0.9 .
    statement:x9 a disp:Statement ; disp:subject drug:baclofen ; disp:predicate disp:comparedWith ;
        disp:object disp:Opioid ; disp:aspect aspect:potency ; disp:direction "lower" ;
        disp:verdict disp:Supported ; disp:belief 0.9 .
    statement:x10 a disp:Statement ; disp:subject disp:Opioid ; disp:predicate disp:hasRisk ;
        disp:object condition:addiction ; disp:verdict disp:Supported ; disp:belief 0.9 .
    statement:x11 a disp:Statement ; disp:subject drug:zopiclone ; disp:predicate rdf:type ;
        disp:object disp:Nonbenzodiazepine ; disp:verdict disp:Supported ; disp:belief 0.9 .
    evidence:x11 a disp:Evidence ; disp:supports statement:x11 ; disp:certainty disp:Stated ;
        disp:quote "Zopiclone is no benzo." ; oa:start 240 ; oa:end 262 ; prov:wasDerivedFrom source:page .
    statement:x12 a disp:Statement ; disp:subject drug:phenibut ; disp:predicate rdf:type ;
        disp:object disp:ControlledSubstance ; disp:verdict disp:Refuted ; disp:belief 0.0 .
}
graph:asserted { drug:oxycodone a disp:Opioid . drug:zopiclone a disp:Nonbenzodiazepine . }
graph:inferred { drug:fentanyl disp:expectedBy statement:x7, statement:x10 . }
"""
)


@pytest.fixture(scope="module")
def graph() -> LocalGraph:
    """Load the small graph and what this module adds to it."""
    store = ox.Store()
    store.load(path=HERE / "small.trig", format=ox.RdfFormat.TRIG)
    store.load(MORE.encode(), format=ox.RdfFormat.TRIG)
    return LocalGraph(store)


def told(answer: Answer) -> tuple[str, str | None, tuple[str, ...]]:
    """Return what an answer says and rests on."""
    return answer.verdict, answer.basis, answer.answers


def test_a_combination_falls_back_on_what_it_holds(graph: LocalGraph) -> None:
    """Where no source speaks of the product, what is said of an ingredient is told as that."""
    found = ask(graph, "Is Percocet an opioid?")
    assert told(found) == ("yes", "ingredient", ("opioid",))
    assert found.reasons[0] == "It is a combination of oxycodone and paracetamol."
    assert "Said of what it holds, and not of the combination itself:" in found.reasons
    assert "said of oxycodone" in found.explanation


def test_the_denial_of_one_ingredient_is_none_of_the_whole(graph: LocalGraph) -> None:
    """That one part is no benzodiazepine leaves open what the other is."""
    assert told(ask(graph, "Is Percocet a benzodiazepine?")) == ("unknown", None, ())


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Does Percocet contain paracetamol?", "yes"),
        ("Is Percocet oxycodone?", "yes"),
        ("Is there an opioid in Percocet?", "yes"),
        ("Does Percocet contain naproxen?", "unknown"),
        ("Is Percocet the same as oxycodone?", "unknown"),
        ("Is Percocet stronger than fentanyl?", "unknown"),
    ],
)
def test_what_a_combination_holds(graph: LocalGraph, question: str, verdict: str) -> None:
    """To hold a drug is not to be the same; how the whole compares is not told by a part."""
    assert ask(graph, question).verdict == verdict


def test_what_bears_on_getting_hooked_is_told(graph: LocalGraph) -> None:
    """Abuse potential, dependence and misuse are told, without a verdict where nobody speaks of addiction."""
    found = ask(graph, "Can you get hooked on baclofen?")
    assert told(found) == ("answer", "stated", ("abuse potential: low", "dependence"))


def test_what_is_expected_of_a_class_decides_only_where_nothing_is_said(graph: LocalGraph) -> None:
    """The class's risk of addiction is expected of a member of which nothing bears on it."""
    assert told(ask(graph, "Is fentanyl addictive?")) == ("yes", "expected", ("addiction",))


def test_who_denies_the_class_and_who_grants_what_it_is_named_for_disagree(graph: LocalGraph) -> None:
    """No pain reliever, says one, and that it eases pain the other; a mere "may" does not stand against the denial."""
    found = ask(graph, "Is baclofen an analgesic?")
    assert found.verdict == "disputed"
    assert [each.quote for each in found.evidence] == ["It eases pain."]
    assert ask(graph, "Is phenibut an analgesic?").verdict == "no"


def test_a_class_defined_as_not_another_excludes_it(graph: LocalGraph) -> None:
    """A nonbenzodiazepine is no benzodiazepine."""
    found = ask(graph, "Is zopiclone a benzodiazepine?")
    assert told(found) == ("no", "inferred", ())
    assert found.reasons[-1] == "Benzodiazepine (refuted); no nonbenzodiazepine is one."
    assert [(each.quote, each.stance) for each in found.evidence] == [("Zopiclone is no benzo.", "disputes")]


def test_what_names_no_country_is_no_answer_for_another(graph: LocalGraph) -> None:
    """That it is not controlled, with no country, is taken for the home of most sources alone."""
    assert ask(graph, "Is phenibut a controlled substance in the United States?").verdict == "no"
    assert ask(graph, "Is phenibut a controlled substance in the United Kingdom?").verdict == "unknown"


def test_what_is_not_expected_is_not_told(graph: LocalGraph) -> None:
    """Of what is said of a class only that is told of a member which is expected of it, and as expected."""
    found = ask(graph, "What are the side effects of fentanyl?")
    assert told(found) == ("answer", "expected", ("nausea",))
    rows = run(graph, "shared-adverse-effects", {"drug": "fentanyl", "other": "opioid"})
    assert [str(row[rows.variables.index("conditionLabel")]) for row in rows] == ['"nausea"']


def test_a_comparison_with_a_class_is_expected_of_its_members(graph: LocalGraph) -> None:
    """What is said of opioids is not shown as said of fentanyl."""
    assert told(ask(graph, "Is baclofen weaker than fentanyl?"))[:2] == ("yes", "expected")
    assert told(ask(graph, "Is baclofen weaker than an opioid?"))[:2] == ("yes", "stated")


def test_a_use_is_weighed_for_both(graph: LocalGraph) -> None:
    """A comparison for a use tells what is known of either, in whichever order it is asked."""
    answers = ("baclofen: lower in sedation, compared with diazepam", "baclofen: treats spasticity")
    for question in ("Baclofen or Valium for spasticity?", "for spasticity which works better, Valium or baclofen"):
        assert ask(graph, question).answers == (*answers, "diazepam: treats spasticity")


def test_an_unknown_answer_tells_what_is_known_instead(graph: LocalGraph) -> None:
    """Whether it is a benzodiazepine nobody says; what it is called is told, and the verdict stays unknown."""
    found = ask(graph, "Is baclofen a benzodiazepine?")
    assert found.verdict == "unknown"
    assert found.reasons[-1] == "Sources call it: central nervous system depressant, skeletal muscle relaxant."


def test_what_can_be_asked_instead_names_things_as_people_write_them(graph: LocalGraph) -> None:
    """Brand names keep their capital, words that only sound like a name are none, and what has an answer goes first."""
    near = ask(graph, "what colour is a soma").nearby
    assert any("Soma" in each for each in near)
    assert not any("soma" in each for each in near)
    assert ask(graph, near[0]).verdict != "unknown"
