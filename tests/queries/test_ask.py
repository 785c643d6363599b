"""English questions find their query and their verdict; what cannot be answered is said, never guessed."""

import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology.errors import OntologyError
from queries.ask import Answer, ask
from queries.catalogue import canned
from queries.graph import LocalGraph
from queries.names import Names
from queries.questions import match
from queries.reasons import Passage
from queries.templates import kinds, kinds_of_slots, parse

HERE = Path(__file__).parent
GOLD = HERE.parents[1].parent / "shared" / "gold" / "QUESTIONS.md"


@pytest.fixture(scope="module")
def graph() -> LocalGraph:
    """Load the small graph."""
    store = ox.Store()
    store.load(path=HERE / "small.trig", format=ox.RdfFormat.TRIG)
    return LocalGraph(store)


@pytest.mark.parametrize(
    ("question", "query", "verdict"),
    [
        ("Is baclofen an opioid?", "is-member", "no"),
        ("is BACLOFEN an Opiate", "is-member", "no"),
        ("Is baclofen a muscle relaxant?", "is-member", "yes"),
        ("Is baclofen a CNS-depressant?", "is-member", "yes"),
        ("Is baclofen a benzodiazepine?", "is-member", "unknown"),
        ("Is aspirin an opioid?", "is-member", "unknown"),
        ("Is Soma the same as baclofen?", "same-as", "no"),
        ("Can I drink on baclofen?", "interactions-of-pair", "no"),
        ("Can you get hooked on fentanyl?", "is-addictive", "unknown"),
        ("Does fentanyl get you high?", "causes", "yes"),
        ("Can you overdose on baclofen?", "overdose-effects", "yes"),
        ("Can I stop baclofen cold turkey?", "withdrawal-symptoms", "no"),
        ("Is fentanyl stronger than morphine?", "comparisons-of-pair", "unknown"),
        ("Is Soma legal?", "schedule-of-drug", "answer"),
        ("Was Soma a controlled substance in 2010?", "was-scheduled", "no"),
        ("Was carisoprodol scheduled in the US in May 2012?", "was-scheduled", "yes"),
        ("was carisoprodol in Schedule IV on January 10, 2012", "was-scheduled", "no"),
        ("Was carisoprodol scheduled in the United Kingdom in 2013?", "was-scheduled", "unknown"),
        ("Was baclofen scheduled in 2010?", "was-scheduled", "unknown"),
        ("Was fentanyl scheduled in 1970?", "was-scheduled", "unknown"),
        ("Was fentanyl scheduled in 1969?", "was-scheduled", "unknown"),
        ("Was carisoprodol scheduled in 1969?", "was-scheduled", "unknown"),
        ("What schedule was fentanyl in in 1969?", "schedule-as-of", "unknown"),
        ("What schedule was carisoprodol in in 2013?", "schedule-as-of", "answer"),
        ("What was the schedule of carisoprodol in 2010?", "schedule-as-of", "unknown"),
        ("When was carisoprodol scheduled?", "schedule-changes", "answer"),
        ("When did Soma become a controlled substance?", "schedule-changes", "answer"),
        ("Are baclofen and Soma the same thing?", "same-as", "no"),
        ("Is Lioresal the same as baclofen?", "same-as", "yes"),
        ("Is baclofen the same as fentanyl?", "same-as", "unknown"),
        ("Can I take Soma instead of baclofen?", "interchangeable", "no"),
        ("Does baclofen act on opioid receptors?", "acts-on", "no"),
        ("Does baclofen act on the mu opioid receptor?", "acts-on", "no"),
        ("Does baclofen act on GABA receptors?", "acts-on", "yes"),
        ("Does Valium act on GABA-A?", "acts-on", "yes"),
        ("Does Xanax work on the receptor that baclofen activates?", "targets-of-pair", "no"),
        ("Is baclofen a treatment for epilepsy?", "is-treatment", "no"),
        ("Does baclofen treat spasticity?", "is-treatment", "yes"),
        ("Does baclofen treat pain?", "is-treatment", "unknown"),
        ("Is carisoprodol a controlled substance?", "is-controlled", "yes"),
        ("Is fentanyl a controlled substance?", "is-controlled", "yes"),
        ("Is baclofen a controlled substance in the United States?", "is-controlled", "no"),
        ("Is phenibut a controlled substance?", "is-controlled", "unknown"),
        ("Does baclofen cause sedation?", "causes", "disputed"),
        ("Does fentanyl cause euphoria?", "causes", "yes"),
        ("Do the sources agree that baclofen causes dependence?", "causes", "disputed"),
        ("Does baclofen cause dependence?", "causes", "yes"),
        ("Can I drink alcohol while on baclofen?", "interactions-of-pair", "no"),
        ("Is it safe to take fentanyl with baclofen?", "interactions-of-pair", "no"),
        ("Is it safe to take phenibut with alcohol?", "interactions-of-pair", "unknown"),
        ("Is fentanyl dangerous together with baclofen?", "interactions-of-pair", "yes"),
        ("Is baclofen more sedating than phenibut?", "comparisons-of-pair", "yes"),
        ("Is phenibut more sedating than baclofen?", "comparisons-of-pair", "no"),
        ("Is phenibut less sedating than baclofen?", "comparisons-of-pair", "yes"),
        ("Does stopping baclofen abruptly cause seizures?", "has-withdrawal-symptom", "yes"),
    ],
)
def test_a_yes_or_no_question_has_its_verdict(graph: LocalGraph, question: str, query: str, verdict: str) -> None:
    """The verdict is what the sources bear out, deny or dispute; what none speaks of is unknown."""
    found = ask(graph, question)
    assert (found.query, found.verdict) == (query, verdict), found.explanation


@pytest.mark.parametrize(
    ("question", "query", "answers"),
    [
        (
            "What kind of drug is baclofen?",
            "classes-of-drug",
            ("central nervous system depressant", "skeletal muscle relaxant", "muscle relaxant"),
        ),
        ("Which drugs are benzodiazepines?", "members-of-class", ("diazepam", "alprazolam")),
        ("What is the generic name of Soma?", "generic-name", ("carisoprodol",)),
        ("Under which brand names is baclofen sold?", "brand-names", ("Lioresal",)),
        ("Which receptor does baclofen act on, and how?", "targets-of-drug", ("GABA-B receptor",)),
        ("Which drugs act on GABA-A receptors?", "drugs-on-target", ("benzodiazepine", "alprazolam", "diazepam")),
        ("Where in the body does baclofen work?", "sites-of-action", ("spinal cord",)),
        ("What is baclofen prescribed for?", "indications", ("alcohol dependence", "spasticity")),
        ("Which drugs treat spasticity?", "drugs-for-condition", ("baclofen", "diazepam")),
        ("What is the U.S. schedule of carisoprodol?", "schedule-of-drug", ("US Schedule IV",)),
        ("In which schedule are fentanyl and Soma?", "schedule-of-drug", ("US Schedule II", "US Schedule IV")),
        ("Which drugs are in Schedule II?", "drugs-in-schedule", ("fentanyl",)),
        ("What are the side effects of baclofen?", "adverse-effects", ("dizziness", "drowsiness")),
        ("What can an overdose of baclofen do?", "overdose-effects", ("coma",)),
        ("What happens if I stop baclofen abruptly?", "withdrawal-symptoms", ("insomnia", "seizure")),
        ("How should baclofen be stopped?", "requirements", ("gradual tapering",)),
        ("What happens when baclofen and fentanyl are combined?", "interactions-of-pair", ("respiratory depression",)),
        ("Which combinations may depress breathing?", "interactions-with-result", ("baclofen with opioid",)),
        ("What is the usual daily dose of baclofen?", "doses-of-kind", ("30-75 mg",)),
        ("How fast does oral baclofen work?", "doses-and-times", ("15-45 min",)),
        ("By which routes and in which forms is baclofen given?", "routes-and-forms", ("tablet", "oral")),
        ("When was baclofen approved?", "milestones-of-event", ("1977",)),
        ("How many years passed between the synthesis of baclofen and its FDA approval?", "years-between", ("15",)),
        (
            "How does baclofen compare with phenibut?",
            "comparisons-of-pair",
            ("baclofen: higher in sedation, compared with phenibut", "baclofen: similar, compared with phenibut"),
        ),
        (
            "Which scheduled substance is a metabolite of carisoprodol?",
            "scheduled-metabolites",
            ("meprobamate",),
        ),
        ("Which withdrawal symptom do baclofen and opioids share?", "shared-withdrawal-symptoms", ("insomnia",)),
        ("What is disputed about baclofen?", "disputed-facts", ("sedation",)),
    ],
)
def test_an_open_question_has_its_answers(
    graph: LocalGraph, question: str, query: str, answers: tuple[str, ...]
) -> None:
    """An open question is answered with all that the sources and the ontology hold, and nothing that they deny."""
    found = ask(graph, question)
    assert (found.query, found.verdict, found.answers) == (query, "answer", answers)


def test_an_answer_carries_its_sentences(graph: LocalGraph) -> None:
    """A verdict stands with the passages behind it, their places and sides, and a line that weighs them."""
    found = ask(graph, "Is baclofen an opioid?")
    assert found == Answer(
        "Is baclofen an opioid?",
        "is-member",
        "no",
        (),
        (Passage("Baclofen at a glance", "Baclofen is not an opioid.", 10, 36, "disputes"),),
        "1 passage of 1 source against it. Opioid (refuted; belief 0.01).",
        "stated",
        "dispensatory run is-member drug=drug:baclofen class=disp:Opioid",
        facts=found.facts,
        reasons=found.reasons,
    )


def test_dissent_is_shown(graph: LocalGraph) -> None:
    """A fact that prevails is a yes with the sentence of the other side beside it."""
    found = ask(graph, "Does baclofen cause dependence?")
    assert [(each.source, each.stance) for each in found.evidence] == [
        ("Baclofen at a glance", "supports"),
        ("note.txt", "disputes"),
    ]


def test_a_step_of_reasoning_is_told(graph: LocalGraph) -> None:
    """What answers through a wider, narrower or other fact says by which step."""
    schedule = ask(graph, "Is carisoprodol a controlled substance?").explanation
    assert "US Schedule IV" in schedule
    assert "what is in a schedule is a controlled substance" in schedule
    member = ask(graph, "Is baclofen a muscle relaxant?").explanation
    assert "a member of the narrower class is a member of the wider one" in member
    assert "said of opioid" in ask(graph, "Does fentanyl cause euphoria?").explanation


def test_json_holds_the_whole_answer(graph: LocalGraph) -> None:
    """The object begins with the six keys that scripts rely on."""
    told = json.loads(ask(graph, "Does baclofen cause sedation?").to_json())
    assert list(told)[:6] == ["question", "query", "verdict", "answers", "evidence", "explanation"]
    assert told["evidence"][1] == {
        "source": "note.txt",
        "quote": "Baclofen may not sedate.",
        "start": 0,
        "end": 24,
        "stance": "disputes",
    }


def test_an_unknown_name_is_told_with_its_neighbours(graph: LocalGraph) -> None:
    """A name that nothing has makes the answer unknown, and what may be meant is offered, not used."""
    found = ask(graph, "Is bacclofeene an opioid?")
    assert (found.verdict, found.evidence) == ("unknown", ())
    assert found.explanation == (
        "No drug or class is called 'bacclofeene'; did you mean baclofen? No source that was read speaks of it."
    )


def test_a_misspelt_name_is_used_where_it_is_certain(graph: LocalGraph) -> None:
    """A name one slip away from a single known one is read as that one, and the answer says so."""
    found = ask(graph, "Is baclofin an opioid?")
    assert found.verdict == "no"
    assert found.reasons[0] == "'baclofin' is read as 'baclofen'."


@pytest.mark.parametrize("question", ["", "?", "Will it rain tomorrow?", "Which colour has baclofen?"])
def test_what_fits_no_kind_is_not_guessed(graph: LocalGraph, question: str) -> None:
    """A question that fits no pattern has no query, and the answer offers the three nearest that can be asked."""
    found = ask(graph, question)
    assert (found.query, found.verdict, found.answers) == ("", "unknown", ())
    assert len(found.nearby) == 3
    assert all(each in found.explanation for each in found.nearby)


def test_what_is_offered_instead_is_about_the_drug_asked_about(graph: LocalGraph) -> None:
    """The nearest questions hold the drug that the question names, and can be asked as they stand."""
    near = ask(graph, "Which colour has fentanyl?").nearby
    assert any("fentanyl" in each.casefold() for each in near)
    assert all(match(each, Names.of(graph, kinds_of_slots())) is not None for each in near)


def test_every_kind_of_question_fits_its_query() -> None:
    """What a kind fixes and fills are parameters or columns of a canned query that exists."""
    for kind in kinds():
        query = canned(kind.query)
        columns = query.text.partition("WHERE")[0]
        for name, _ in kind.given:
            assert query.parameter(name) or f"?{name} " in columns, (kind.about, name)


def test_every_kind_reads_its_own_example(graph: LocalGraph) -> None:
    """The example that a user is shown is itself a question of that kind, or of one that asks the same query."""
    names = Names.of(graph, kinds_of_slots())
    for kind in kinds():
        found = match(kind.example, names)
        assert found is not None, kind.example
        assert found.kind.query == kind.query, kind.example


@pytest.mark.skipif(not GOLD.exists(), reason="the competency questions are not here")
def test_all_competency_questions_are_understood(graph: LocalGraph) -> None:
    """Each of the sixty competency questions fits a pattern or lacks a name that the small graph does not know."""
    questions = re.findall(r"^\| \d+ \| (.+?) \|", GOLD.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(questions) == 60
    names = Names.of(graph, kinds_of_slots())
    assert sum(match(question, names) is None for question in questions) <= 12


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("is {drug} (a|b", "does not close a choice"),
        ("is {drug} a) b", "closes a choice that it does not open"),
        ("is {drog}", "has a slot {drog} that is not declared"),
    ],
)
def test_a_bad_pattern_is_named(pattern: str, message: str) -> None:
    """What is wrong with a pattern is told with the file's name."""
    text = f"""
slots: {{drug: drug}}
questions:
  - {{about: x, example: x, query: is-member, rule: fact, patterns: ["{pattern}"]}}
"""
    with pytest.raises(OntologyError) as caught:
        parse(text)
    assert "queries/questions.yaml" in str(caught.value)
    assert message in str(caught.value)


def test_what_only_the_law_lists_is_told_as_such(graph: LocalGraph) -> None:
    """Where no source speaks of a schedule, the answer rests on the ontology's records and says so."""
    found = ask(graph, "Was Soma a controlled substance in 2010?")
    assert found.explanation == (
        "By the lists of the law that the ontology records, not by a source that was read:"
        " US Schedule IV (United States); not before 2012-01-11, by 21 CFR 1308.14(c)."
    )
    assert found.evidence == ()
    assert "By the lists of the law" not in ask(graph, "Is carisoprodol a controlled substance?").explanation
    for question in ("What schedule was carisoprodol in in 2013?", "When was carisoprodol scheduled?"):
        assert "US Schedule IV; by 21 CFR 1308.14(c)" in ask(graph, question).explanation
    undated = ask(graph, "Was fentanyl scheduled in 1980?").explanation
    assert "since a day that is not told, not before 1970-10-27, by 21 CFR 1308.12(c)" in undated
