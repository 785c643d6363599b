"""What is known of one drug, or of two, on one page: each fact once, with how it stands and who says so."""

import csv
import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology.errors import CallError, OntologyError
from ontology.values import Verdict
from queries.aspects import aspects, parse
from queries.graph import LocalGraph
from queries.knowledge import Ground, Known
from queries.sheet_files import SHEET_FORMATS
from queries.sheets import Line, Sheet, compare, profile
from queries.wordings import Numbering, sentence, statement


@pytest.fixture(scope="module")
def graph() -> LocalGraph:
    """Load the small graph."""
    store = ox.Store()
    store.load(path=Path(__file__).parent / "small.trig", format=ox.RdfFormat.TRIG)
    return LocalGraph(store)


def line(sheet: Sheet, heading: str) -> Line:
    """Return the row with that heading."""
    return next(each for each in (*sheet.lines, *sheet.together) if each.heading == heading)


def words(sheet: Sheet, heading: str) -> list[list[str]]:
    """Return the facts of each cell of a row, as they read."""
    row, numbering = line(sheet, heading), Numbering(sheet.sources())
    return [[sentence(fact, row.told, numbering) for fact in cell] for cell in row.cells]


def test_rows_tell_what_two_drugs_have_in_common(graph: LocalGraph) -> None:
    """Rows are marked by what is known on either side; of what is unknown of one, no difference is claimed."""
    sheet = compare(graph, "baclofen", "carisoprodol")
    assert line(sheet, "Adverse effects").likeness == "partly the same"
    assert line(sheet, "Adverse effects").cells[0][0].label == "drowsiness"
    assert line(sheet, "Controlled status").likeness == "different"
    assert line(sheet, "Uses").likeness == "one unknown"
    same = compare(graph, "baclofen", "diazepam")
    assert line(same, "Uses").likeness == "partly the same"


def test_names_brands_and_identifiers_resolve(graph: LocalGraph) -> None:
    """A brand name and a prefixed name stand for the drug; a name that nothing has is refused in one line."""
    assert compare(graph, "Lioresal", "Soma") == compare(graph, "drug:baclofen", "carisoprodol")
    with pytest.raises(CallError, match="baclofen"):
        profile(graph, "baclofin-xyz")
    with pytest.raises(CallError, match="are the same: baclofen"):
        compare(graph, "Lioresal", "baclofen")


def test_each_fact_says_how_it_stands(graph: LocalGraph) -> None:
    """A denied fact says not, a disputed one names both sides, a reservation is told, the law is cited."""
    sheet = profile(graph, "baclofen")
    assert words(sheet, "Class")[0][-1] == "muscle relaxant (inferred)"
    assert "not opioid (denied [1])" in words(sheet, "Class")[0]
    assert words(sheet, "Effects") == [["sedation (disputed [1] against [2])"]]
    assert words(sheet, "Uses") == [["spasticity", "alcohol dependence (investigational)", "not epilepsy (denied)"]]
    status = words(profile(graph, "carisoprodol"), "Controlled status")[0]
    assert "US Schedule IV [1] (by law: since 2012-01-11, 21 CFR 1308.14(c))" in status


def test_what_is_expected_is_never_shown_as_said(graph: LocalGraph) -> None:
    """What sources say of a class is expected of the member, and no ground for a likeness."""
    assert words(profile(graph, "alprazolam"), "Mechanism of action") == [
        ["positive modulator of GABA-A receptor (expected: said of benzodiazepine)"]
    ]
    row = line(compare(graph, "alprazolam", "diazepam"), "Mechanism of action")
    assert (row.likeness, row.shared) == ("one unknown", frozenset())


def test_unknown_is_not_no(graph: LocalGraph) -> None:
    """An empty cell reads unknown in every format, and no fact of it is denied."""
    sheet = compare(graph, "baclofen", "carisoprodol")
    assert "unknown" in SHEET_FORMATS["text"](sheet, None)
    assert "| Uses | unknown |" in SHEET_FORMATS["markdown"](compare(graph, "carisoprodol", "diazepam"), None)
    rows = list(csv.DictReader(io.StringIO(SHEET_FORMATS["csv"](sheet, None))))
    empty = [row for row in rows if row["thing"] == "carisoprodol" and row["heading"] == "Uses"]
    assert [(row["standing"], row["verdict"], row["object"]) for row in empty] == [("unknown", "", "")]
    whole = json.loads(SHEET_FORMATS["json"](sheet, None))
    uses = next(row for row in whole["rows"] if row["heading"] == "Uses")
    assert uses["cells"][1] == {"verdict": "unknown", "facts": []}


def test_a_fact_with_several_qualifiers_is_told_once() -> None:
    """Statements that differ in their qualifiers are grounds of one fact, each with its own."""
    store = ox.Store()
    store.load(path=Path(__file__).parent / "small.trig", format=ox.RdfFormat.TRIG)
    store.update("""PREFIX disp: <https://w3id.org/dispensatory/> PREFIX drug: <https://w3id.org/dispensatory/drug/>
        PREFIX condition: <https://w3id.org/dispensatory/condition/>
        INSERT DATA { GRAPH disp:g { disp:s90 a disp:Statement ; disp:subject drug:baclofen ;
            disp:predicate disp:hasAdverseEffect ; disp:object condition:drowsiness ; disp:population "in the elderly" ;
            disp:verdict disp:Supported ; disp:belief 0.8 } }""")
    sheet = profile(LocalGraph(store), "baclofen")
    assert words(sheet, "Adverse effects") == [["drowsiness (population in the elderly)", "dizziness"]]
    fact = line(sheet, "Adverse effects").cells[0][0]
    assert sorted(ground.qualifiers for ground in fact.grounds) == [(), (("population", "in the elderly"),)]


def test_a_dispute_over_two_values_is_shown() -> None:
    """Of two values of which one can be, each is called disputed."""
    store = ox.Store()
    store.load(path=Path(__file__).parent / "small.trig", format=ox.RdfFormat.TRIG)
    store.update("""PREFIX disp: <https://w3id.org/dispensatory/>
        INSERT DATA { GRAPH disp:g { disp:d a disp:Dispute ; disp:disputeKind "two values of what can have one" ;
            disp:concerns <https://w3id.org/dispensatory/statement/s39> } }""")
    assert words(profile(LocalGraph(store), "baclofen"), "Abuse potential") == [["low (disputed)"]]


def test_the_pair_has_its_own_lines(graph: LocalGraph) -> None:
    """What the two do together, and what sources say of one against the other, stand below the table."""
    sheet = compare(graph, "baclofen", "carisoprodol")
    assert (
        words(sheet, "One against the other")
        == [["baclofen interchangeable with carisoprodol (denied)", "carisoprodol is the same as baclofen (denied)"]]
        or words(sheet, "One against the other")[0][-1] == "carisoprodol is the same as baclofen (denied)"
    )
    wider = compare(graph, "fentanyl", "baclofen")
    assert words(wider, "Taken together") == [["respiratory depression (inferred: said of opioid with baclofen)"]]


@pytest.mark.parametrize("form", SHEET_FORMATS)
def test_the_same_graph_gives_the_same_page(graph: LocalGraph, form: str) -> None:
    """The order of loading does not show in any format."""
    store = ox.Store()
    store.extend(sorted(graph.quads(), key=str, reverse=True))
    write = SHEET_FORMATS[form]
    assert write(compare(LocalGraph(store), "baclofen", "diazepam"), 3) == write(
        compare(graph, "baclofen", "diazepam"), 3
    )


def test_a_page_can_be_read_on_a_narrow_screen() -> None:
    """Where there is no room for columns, each cell says of which drug it is."""
    store = ox.Store()
    store.load(path=Path(__file__).parent / "small.trig", format=ox.RdfFormat.TRIG)
    page = SHEET_FORMATS["html"](compare(LocalGraph(store), "baclofen", "diazepam"), 3)
    assert '<meta name="viewport" content="width=device-width,initial-scale=1">' in page
    assert page.count('<td data-of="baclofen">') == page.count('<td data-of="diazepam">') == page.count("<tr class=")


def test_a_profile_folds_the_many_things_that_a_drug_only_follows_not_to_be() -> None:
    """They are all on the page, behind the first few."""
    store = ox.Store()
    store.load(path=Path(__file__).parent / "small.trig", format=ox.RdfFormat.TRIG)
    denials = " , ".join(f"[ a owl:Class ; owl:complementOf disp:C{number} ]" for number in range(9))
    store.update(f"""PREFIX disp: <https://w3id.org/dispensatory/> PREFIX drug: <https://w3id.org/dispensatory/drug/>
        PREFIX owl: <http://www.w3.org/2002/07/owl#>
        INSERT DATA {{ GRAPH <https://w3id.org/dispensatory/graph/inferred> {{ drug:baclofen a {denials} }} }}""")
    page = SHEET_FORMATS["html"](profile(LocalGraph(store), "baclofen"), None)
    assert "more that it is not (inferred)</summary>" in page
    assert all(f"C{number}" in page for number in range(9))


def test_a_page_escapes_what_sources_say() -> None:
    """Words of a source are text in HTML and Markdown, never markup."""
    store = ox.Store()
    store.load(path=Path(__file__).parent / "small.trig", format=ox.RdfFormat.TRIG)
    store.update("""PREFIX disp: <https://w3id.org/dispensatory/> PREFIX drug: <https://w3id.org/dispensatory/drug/>
        INSERT DATA { GRAPH disp:g { disp:s91 a disp:Statement ; disp:subject drug:baclofen ; disp:predicate
            disp:hasDose ; disp:object "<script>|*5*" ; disp:verdict disp:Supported ; disp:belief 0.8 } }""")
    sheet = profile(LocalGraph(store), "baclofen")
    assert "<script>" not in SHEET_FORMATS["html"](sheet, None)
    assert "&lt;script&gt;\\|\\*5\\*" in SHEET_FORMATS["markdown"](sheet, None)


def test_the_aspects_cover_each_predicate_once_in_each_place() -> None:
    """A faulty aspect is named; those that ship have distinct headings."""
    headings = [each.heading for each in aspects()]
    assert len(headings) == len(set(headings))
    with pytest.raises(OntologyError, match="'Uses' has 'predicate'"):
        parse("- {heading: Uses, predicate: [treats]}")


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        ("acts on", "does not act on NMDA receptor"),
        ("decreases", "does not decrease NMDA receptor"),
        ("has status", "not status NMDA receptor"),
        ("metabolized to", "not metabolized to NMDA receptor"),
    ],
)
def test_a_denied_fact_reads_as_its_relation_asks(relation: str, said: str) -> None:
    """A verb is denied as a verb is; any other word has a "not" before it."""
    fact = Known("p", relation, "o", "NMDA receptor", (Ground("source", Verdict.REFUTED),))
    assert statement(fact, told=True) == said
    assert statement(fact, told=False) == "not NMDA receptor"
