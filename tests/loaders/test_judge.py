"""The judge weighs by independent sources; expected beliefs are worked out by hand."""

import pytest
from pyoxigraph import Literal as Value
from pyoxigraph import NamedNode, Quad, Store

from loaders.judge import Bench, Judgement, judge, judgements
from loaders.rates import Rates
from loaders.symmetry import orient, symmetric_predicates
from ontology import files
from ontology.curated import Record
from ontology.errors import OntologyError
from ontology.subsumption import Subsumption
from ontology.terms import DISP, OWL, RDF
from ontology.values import Certainty, Evidence, Polarity, Proposition, Verdict

RATES = Rates(systematic=0.05, random=0.3, hedged=0.45, curated=0.01)
OPIOID = Proposition(f"{DISP}drug/baclofen", "isA", f"{DISP}Opioid")


def said(
    polarity: Polarity,
    source: str,
    quote: str = "Baclofen is no opioid.",
    certainty: Certainty = Certainty.STATED,
    proposition: Proposition = OPIOID,
) -> Evidence:
    """Return a passage that affirms or denies; its offsets come from its quote, so that each is another one."""
    return Evidence(proposition, polarity, certainty, source, len(quote), 2 * len(quote), quote)


def test_one_stated_passage_is_believed_less_its_errors() -> None:
    """One passage is wrong with 0.05 + 0.3, so it is believed with 0.65."""
    passage = said("+", "a")
    (statement,) = judge([passage], RATES)
    assert (statement.verdict, statement.belief, statement.supports, statement.disputes) == (
        Verdict.SUPPORTED,
        0.65,
        (passage.iri,),
        (),
    )


def test_a_second_passage_mends_only_random_error() -> None:
    """Two passages of one source: 1 - (0.05 + 0.3 * 0.3) = 0.86."""
    assert judge([said("+", "a"), said("+", "a", "Another sentence.")], RATES)[0].belief == 0.86


def test_a_second_source_mends_both_errors() -> None:
    """Two sources of one passage each: 1 - 0.35 * 0.35 = 0.8775."""
    assert judge([said("+", "a"), said("+", "b")], RATES)[0].belief == 0.8775


def test_a_copy_adds_nothing() -> None:
    """The same sentence in two sources of one group is one passage of one source."""
    assert judge([said("+", "a"), said("+", "b")], RATES, {"a": "g", "b": "g"})[0].belief == 0.65


def test_the_same_passage_twice_is_one() -> None:
    """Evidence of one IRI counts once, however often it is handed in."""
    assert judge([said("+", "a"), said("+", "a")], RATES) == judge([said("+", "a")], RATES)


@pytest.mark.parametrize("certainty", [Certainty.HEDGED, Certainty.INVESTIGATIONAL])
def test_hedged_and_investigational_passages_weigh_less(certainty: Certainty) -> None:
    """1 - (0.05 + 0.45) = 0.5."""
    assert judge([said("+", "a", certainty=certainty)], RATES)[0].belief == 0.5


def test_a_denied_proposition_is_refuted() -> None:
    """Nothing supports it, so belief is 0 whatever denies it."""
    statement = judge([said("-", "a")], RATES)[0]
    assert (statement.verdict, statement.belief) == (Verdict.REFUTED, 0.0)


def test_stated_on_both_sides_is_disputed() -> None:
    """Three sources against one do not outvote it: 0.957125 * 0.35 = 0.335."""
    statement = judge([said("+", source) for source in "abc"] + [said("-", "d")], RATES)[0]
    assert (statement.verdict, statement.belief) == (Verdict.DISPUTED, 0.335)


def test_hedged_dissent_does_not_dispute() -> None:
    """A stated passage (0.65) outweighs a hedged denial (0.5): supported with 0.65 * 0.5."""
    statement = judge([said("+", "a"), said("-", "b", certainty=Certainty.HEDGED)], RATES)[0]
    assert (statement.verdict, statement.belief) == (Verdict.SUPPORTED, 0.325)


@pytest.mark.parametrize(
    ("many", "one", "belief"),
    [
        # Two hedged passages weigh more (0.7475) than the flat denial (0.65), and are believed with 0.2616.
        ("+", "-", 0.2616),
        ("-", "+", 0.1641),
    ],
)
def test_reservations_do_not_silence_a_flat_word(many: Polarity, one: Polarity, belief: float) -> None:
    """However many hedged passages outweigh a flat one, the flat one disputes what they say."""
    hedged = [said(many, "a", quote, Certainty.HEDGED) for quote in ("It may.", "It perhaps does.")]
    statement = judge([*hedged, said(one, "b")], RATES)[0]
    assert (statement.verdict, statement.belief) == (Verdict.DISPUTED, belief)


@pytest.mark.parametrize(("many", "verdict"), [("+", Verdict.SUPPORTED), ("-", Verdict.REFUTED)])
def test_the_heavier_of_two_hedged_sides_prevails(many: Polarity, verdict: Verdict) -> None:
    """Where neither side puts it flatly, the weight decides."""
    one: Polarity = "-" if many == "+" else "+"
    hedged = [said(many, source, certainty=Certainty.HEDGED) for source in "ab"]
    statement = judge([*hedged, said(one, "c", certainty=Certainty.HEDGED)], RATES)[0]
    assert statement.verdict == verdict


def test_even_hedged_sides_are_disputed() -> None:
    """Where both sides weigh the same, neither prevails."""
    sides = [said("+", "a", certainty=Certainty.HEDGED), said("-", "b", certainty=Certainty.HEDGED)]
    assert judge(sides, RATES)[0].verdict == Verdict.DISPUTED


def test_the_order_of_evidence_does_not_matter() -> None:
    """Statements come out sorted and the same, whichever order the evidence came in."""
    other = Proposition(f"{DISP}drug/baclofen", "isA", f"{DISP}CNSDepressant")
    evidence = [said("+", "a"), said("-", "b"), said("+", "c", proposition=other)]
    assert judge(evidence, RATES) == judge(reversed(evidence), RATES)
    assert [statement.proposition for statement in judge(evidence, RATES)] == [other, OPIOID]


def test_qualifiers_part_propositions() -> None:
    """The same claim under another qualifier is another statement."""
    qualified = Proposition(OPIOID.subject, OPIOID.predicate, OPIOID.object, (("population", f"{DISP}population/x"),))
    assert len(judge([said("+", "a"), said("-", "a", proposition=qualified)], RATES)) == 2


def _ontology(**rates: str) -> Store:
    store = Store()
    for name, value in rates.items():
        store.add(Quad(NamedNode(DISP + "JudgeRates"), NamedNode(DISP + name), Value(value)))
    return store


def test_rates_are_read_from_the_ontology() -> None:
    """The rates of `disp:JudgeRates` are the judge's."""
    store = _ontology(systematicError="0.05", randomError="0.3", hedgedRandomError="0.45", curatedError="0.01")
    assert Rates.of(store) == RATES


@pytest.mark.parametrize("value", ["1.5", "-0.1", "often", "nan"])
def test_a_rate_that_is_no_chance_is_refused(value: str) -> None:
    """A rate lies between 0 and 1, and the message names the one that does not."""
    with pytest.raises(OntologyError, match="disp:randomError"):
        Rates.of(_ontology(systematicError="0.05", randomError=value, hedgedRandomError="0.45", curatedError="0.01"))


def test_a_missing_rate_is_refused() -> None:
    """No rate is assumed where the ontology gives none."""
    with pytest.raises(OntologyError, match="disp:systematicError"):
        Rates.of(Store())


def test_symmetric_propositions_meet_in_one_direction() -> None:
    """Both directions become one proposition, and the words change sides with it; other predicates stay."""
    one = Proposition(f"{DISP}drug/b", "interactsWith", f"{DISP}drug/a")
    turned = Evidence(one, "+", Certainty.STATED, "s", 0, 1, "B", "b words", "a words")
    kept = said("+", "s")
    assert list(orient([turned, kept], frozenset({"interactsWith"}))) == [
        Evidence(
            Proposition(f"{DISP}drug/a", "interactsWith", f"{DISP}drug/b"),
            *("+", Certainty.STATED, "s", 0, 1, "B", "a words", "b words"),
        ),
        kept,
    ]


def test_symmetric_predicates_come_from_the_ontology() -> None:
    """What the ontology declares symmetric is, and so is sameness."""
    store = Store()
    store.add(Quad(NamedNode(DISP + "near"), NamedNode(RDF + "type"), NamedNode(OWL + "SymmetricProperty")))
    assert symmetric_predicates(store) == {"near", "sameAs"}


AGONIST = Proposition(f"{DISP}drug/baclofen", "agonistOf", f"{DISP}target/gaba-b-receptor")
ACTS = Proposition(f"{DISP}drug/baclofen", "actsOn", f"{DISP}target/gaba-b-receptor")
DEPENDENCE = Proposition(f"{DISP}drug/baclofen", "hasRisk", f"{DISP}condition/dependence")


def weighed(*evidence: Evidence, modal: frozenset[str] = frozenset()) -> dict[Proposition, Judgement]:
    """Judge with what the ontology says of more special and more general facts."""
    bench = Bench(RATES, wider=Subsumption.of(files.load()).wider, modal=modal)
    return {each.statement.proposition: each for each in judgements(evidence, bench)}


def test_the_special_bears_out_the_general() -> None:
    """An agonist acts on its receptor: 1 - 0.35 * 0.35; the agonist gains nothing by one who merely says it acts."""
    found = weighed(said("+", "a", proposition=AGONIST), said("+", "b", proposition=ACTS))
    assert found[ACTS].statement.belief == 0.8775
    assert found[AGONIST].statement.belief == 0.65


def test_a_statement_names_only_what_is_about_it() -> None:
    """Evidence of a more special fact counts and shows in the weighing, and is never said to state the general one."""
    special, general = said("+", "a", proposition=AGONIST), said("+", "b", proposition=ACTS)
    found = weighed(special, general)[ACTS]
    assert found.statement.supports == (general.iri,)
    assert [witness.passages[0][0] for witness in found.weighing.supports.witnesses] == [special, general]


def test_a_denial_of_the_general_denies_the_special() -> None:
    """Who does not act on a receptor is no agonist of it, so both facts are disputed."""
    found = weighed(said("+", "a", proposition=AGONIST), said("-", "b", proposition=ACTS))
    assert {each.statement.verdict for each in found.values()} == {Verdict.DISPUTED}


def test_a_denial_of_the_special_leaves_the_general() -> None:
    """Who is no agonist may act on the receptor in another way."""
    found = weighed(said("-", "a", proposition=AGONIST), said("+", "b", proposition=ACTS))
    assert found[ACTS].statement.verdict == Verdict.SUPPORTED
    assert found[AGONIST].statement.verdict == Verdict.REFUTED


def test_a_source_makes_exceptions() -> None:
    """One that says what a drug is an agonist of and denies that it acts there disputes neither by the other."""
    found = weighed(said("+", "a", proposition=AGONIST), said("-", "a", "Another.", proposition=ACTS))
    assert found[AGONIST].statement.verdict == Verdict.SUPPORTED
    assert found[ACTS].statement.verdict == Verdict.REFUTED


def test_one_sentence_counts_once_for_what_follows_from_it() -> None:
    """A source that says both in one sentence has said it once."""
    found = weighed(said("+", "a", proposition=AGONIST), said("+", "a", proposition=ACTS))
    assert found[ACTS].statement.belief == 0.65


def test_to_say_that_it_can_is_all_that_a_risk_claims() -> None:
    """Can cause against causes none is a dispute, where the property claims no more than that it can."""
    sides = (
        said("+", "a", certainty=Certainty.HEDGED, proposition=DEPENDENCE),
        said("-", "b", proposition=DEPENDENCE),
    )
    assert weighed(*sides)[DEPENDENCE].statement.verdict == Verdict.REFUTED
    assert weighed(*sides, modal=frozenset({"hasRisk"}))[DEPENDENCE].statement.verdict == Verdict.DISPUTED


def test_a_record_of_the_ontology_is_a_source_of_its_own() -> None:
    """It adds its own error, 1 - 0.35 * 0.01 = 0.9965, and disputes what contradicts it."""
    record = Record(f"{DISP}scheduling/x", "+", "the law lists it", "21 CFR 1308.14")
    bench = Bench(RATES, records=lambda _, __: (record,))
    (judgement,) = judgements([said("+", "a")], bench)
    assert judgement.statement.belief == 0.9965
    assert [witness.record for witness in judgement.weighing.supports.witnesses] == [None, record]
    assert judgements([said("-", "a")], bench)[0].statement.verdict == Verdict.DISPUTED


def test_firmness_is_the_belief_in_the_verdict() -> None:
    """A denial of one source is believed with 0.65, though the belief in what it denies is 0."""
    (judgement,) = judgements([said("-", "a")], Bench(RATES))
    assert (judgement.statement.belief, judgement.weighing.firmness) == (0.0, 0.65)
