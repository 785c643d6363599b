"""Every canned query has its header, its parameters and one known answer; wrong calls are named."""

import re
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
import yaml

from ontology.errors import CallError, OntologyError
from ontology.terms import shorten
from queries.catalogue import Canned, canned, catalogue, parse
from queries.examples import examples
from queries.graph import LocalGraph, Rows
from queries.names import KINDS
from queries.run import run

HERE = Path(__file__).parent
ANSWERS: dict[str, dict[str, str]] = yaml.safe_load((HERE / "answers.yaml").read_text(encoding="utf-8"))
QUERIES = catalogue()

HEADER = """\
#+ summary: Tells something.
#+ tags: [fact]
#+ answer: thing
#+ parameters:
#+   - name: drug
#+     type: drug
#+     summary: the drug
#+     example: baclofen
"""
BODY = "SELECT ?drug ?thing WHERE { ?drug ?p ?thing } ORDER BY ?thing\n"


@pytest.fixture(scope="module")
def graph() -> LocalGraph:
    """Load the small graph."""
    store = ox.Store()
    store.load(path=HERE / "small.trig", format=ox.RdfFormat.TRIG)
    return LocalGraph(store)


def example(query: Canned) -> dict[str, str]:
    """Return the parameters of a query's example call."""
    return {parameter.name: parameter.example for parameter in query.parameters if parameter.required}


def cells(rows: Rows) -> list[dict[str, str]]:
    """Return rows as a reader sees them, without empty cells."""
    shown = []
    for row in rows:
        pairs = zip(rows.variables, row, strict=True)
        texts = {
            name: shorten(term.value) if isinstance(term, ox.NamedNode) else getattr(term, "value", "")
            for name, term in pairs
        }
        shown.append({name: text for name, text in texts.items() if text})
    return shown


def test_the_catalogue_covers_what_was_promised() -> None:
    """There are at least ninety queries, and each has a known answer to be held to."""
    assert len(QUERIES) >= 90
    assert sorted(ANSWERS) == [query.name for query in QUERIES]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_gives_its_known_answer(graph: LocalGraph, query: Canned) -> None:
    """The example call of a query's header gives the answer that the small graph holds."""
    found = cells(run(graph, query.name, example(query)))
    wanted = ANSWERS[query.name]
    assert [row for row in found if wanted.items() <= row.items()], found


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_says_what_it_does(query: Canned) -> None:
    """A header has a sentence, tags and parameters of known kinds; the rows come in one order."""
    assert query.summary.endswith(".")
    assert query.tags
    assert all({*parameter.kinds} <= KINDS | {"entity", "text", "date"} for parameter in query.parameters)
    assert "ORDER BY" in query.text
    assert query.example.startswith(f"dispensatory run {query.name}")


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_rows_are_told_once_and_in_one_order(graph: LocalGraph, query: Canned) -> None:
    """No row comes twice, and the order does not depend on the order of loading."""
    rows = run(graph, query.name, example(query))
    assert max(Counter(map(str, rows)).values()) == 1
    store = ox.Store()
    store.extend(sorted(graph.quads(), key=str, reverse=True))
    assert run(LocalGraph(store), query.name, example(query)) == rows


def test_a_narrower_class_proves_the_wider_one(graph: LocalGraph) -> None:
    """A skeletal muscle relaxant is a muscle relaxant, by the statement on the narrower class."""
    found = cells(run(graph, "is-member", {"drug": "baclofen", "class": "muscle relaxant"}))
    assert [(row["claimedLabel"], row["verdict"], row["statement"]) for row in found] == [
        ("skeletal muscle relaxant", "disp:Supported", "statement:s02")
    ]


def test_a_denied_wider_class_denies_the_narrower_one(graph: LocalGraph) -> None:
    """What is no opioid is no opiate; of a class that nobody speaks of nothing is said."""
    found = cells(run(graph, "is-member", {"drug": "baclofen", "class": "opiate"}))
    assert [(row["claimedLabel"], row["verdict"]) for row in found] == [("opioid", "disp:Refuted")]
    assert cells(run(graph, "is-member", {"drug": "baclofen", "class": "benzodiazepine"})) == []


def test_a_reserved_denial_denies_no_more(graph: LocalGraph) -> None:
    """What is not controlled in one country may yet be of a class that is controlled elsewhere."""
    assert cells(run(graph, "is-member", {"drug": "baclofen", "class": "narcotic"})) == []


def test_a_disjoint_class_denies_membership(graph: LocalGraph) -> None:
    """A depressant of the central nervous system is no stimulant, since the two share no member."""
    found = cells(run(graph, "is-member", {"drug": "baclofen", "class": "stimulant"}))
    assert [(row["claimedLabel"], row["verdict"], row["because"]) for row in found] == [
        ("stimulant", "disp:Refuted", "no central nervous system depressant is one")
    ]


def test_a_denied_fact_is_no_answer(graph: LocalGraph) -> None:
    """The indications leave out epilepsy, which the sources deny."""
    found = cells(run(graph, "indications", {"drug": "baclofen"}))
    assert [row["conditionLabel"] for row in found] == ["alcohol dependence", "spasticity"]


def test_an_optional_parameter_narrows(graph: LocalGraph) -> None:
    """Without a subject all denied facts are listed, with a predicate only its own."""
    assert len(run(graph, "denied-facts", {})) == 7
    found = cells(run(graph, "denied-facts", {"predicate": "isA", "subject": "baclofen"}))
    assert [row["objectLabel"] for row in found] == ["controlled substance", "opioid"]


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("is-membr", {}, "no canned query is called 'is-membr'; did you mean is-member?"),
        (
            "indications",
            {},
            "'indications' wants drug=<drug or class>: the drug or drug class asked about. "
            "Example: dispensatory run indications drug=baclofen",
        ),
        (
            "indications",
            {"drug": "baclofen", "drugg": "x"},
            "'indications' has no parameter 'drugg'; did you mean drug? "
            "Example: dispensatory run indications drug=baclofen",
        ),
        (
            "indications",
            {"drug": "target:gaba-b-receptor"},
            "target:gaba-b-receptor is a target, but a drug or class is wanted",
        ),
        ("indications", {"drug": "baclofin"}, "no drug or class is called 'baclofin'; did you mean baclofen?"),
        (
            "comparisons-in-aspect",
            {"drug": "baclofen", "aspect": "sedation", "direction": "up"},
            "'comparisons-in-aspect' takes direction as higher, lower or similar, not 'up'",
        ),
        *(
            (
                "schedule-as-of",
                {"drug": "baclofen", "date": day},
                f"'schedule-as-of' takes date as YYYY-MM-DD, YYYY-MM or YYYY, not '{day}'. "
                f"Example: {canned('schedule-as-of').example}",
            )
            for day in ("January 2013", "2013-02-30", "13-01-01")
        ),
    ],
)
def test_a_wrong_call_is_named(graph: LocalGraph, name: str, parameters: dict[str, str], message: str) -> None:
    """An unknown query, a missing, unexpected or ill-typed parameter each get one line with the remedy."""
    with pytest.raises(CallError) as caught:
        run(graph, name, parameters)
    assert str(caught.value) == message


def test_a_value_cannot_leave_its_place(graph: LocalGraph) -> None:
    """A name that looks like SPARQL is only a name that nothing has."""
    with pytest.raises(CallError, match="no drug or class is called"):
        run(graph, "indications", {"drug": "baclofen> . } DROP ALL #"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BODY, "the first line is no header"),
        (HEADER.replace("#+ answer: thing\n", "") + BODY, "the header lacks 'answer'"),
        (HEADER.replace("tags", "tgs") + BODY, "the header has 'tgs'"),
        (HEADER.replace("answer: thing", "answer: what") + BODY, "SELECT does not name ?what"),
        (HEADER.replace("#+     type: drug\n", "") + BODY, "parameter 'drug' lacks 'type'"),
        ("#+ summary: [\n" + BODY, "it is no YAML"),
    ],
)
def test_a_bad_header_is_named(text: str, message: str) -> None:
    """What is wrong with a query's file is told with the file's name."""
    with pytest.raises(OntologyError) as caught:
        parse("mine", text)
    assert "queries/canned/mine.rq" in str(caught.value)
    assert message in str(caught.value)


def test_examples_are_shacl_that_runs(graph: LocalGraph) -> None:
    """Each query comes out as one `sh:SPARQLExecutable`, in the same bytes, and answers as it stands."""
    text = examples(graph)
    assert text == examples(graph)
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    selects = [
        quad.object for quad in store.quads_for_pattern(None, ox.NamedNode("http://www.w3.org/ns/shacl#select"), None)
    ]
    assert len(selects) == len(QUERIES)
    assert all(len(graph.select(each.value)) for each in selects if isinstance(each, ox.Literal))


def test_free_parameters_stay_in_examples_without_a_graph() -> None:
    """Without a graph no name can be looked up, so the variables stand as they are written."""
    assert canned("indications").text.splitlines()[-1] in examples()


def test_the_guide_names_every_query() -> None:
    """The table of the guide lists all canned queries and none that is gone."""
    guide = (HERE.parents[1] / "docs" / "queries.md").read_text(encoding="utf-8")
    rows = [line for line in guide.splitlines() if line.startswith("| ") and line.count("`") > 4]
    assert sorted(re.findall(r"`([a-z-]+)`", "".join(rows))) == [query.name for query in QUERIES]
