"""What people call things leads to what the graph calls them; what nothing is called gets the nearest names."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology.errors import CallError
from ontology.terms import PREFIXES, shorten
from queries.graph import LocalGraph
from queries.names import Names, fold, resolve
from queries.nearness import alternatives, nearest

SMALL = Path(__file__).parent / "small.trig"


@pytest.fixture(scope="module")
def graph() -> LocalGraph:
    """Load the small graph."""
    store = ox.Store()
    store.load(path=SMALL, format=ox.RdfFormat.TRIG)
    return LocalGraph(store)


@pytest.mark.parametrize(
    ("text", "kinds", "found"),
    [
        ("baclofen", ["drug"], "drug:baclofen"),
        ("Baclofen", ["drug"], "drug:baclofen"),
        ("drug:baclofen", ["drug", "class"], "drug:baclofen"),
        (PREFIXES["drug"] + "baclofen", ["drug"], "drug:baclofen"),
        (f"<{PREFIXES['drug']}baclofen>", ["drug"], "drug:baclofen"),
        ("ethanol", ["drug"], "drug:alcohol"),
        ("β-(4-chlorophenyl)-GABA", ["drug"], "drug:baclofen"),
        ("soma", ["drug"], "drug:carisoprodol"),
        ("Lioresal", ["drug"], "drug:baclofen"),
        ("vanadom", ["drug"], "drug:carisoprodol"),
        ("Baclofen hydrochloride", ["drug"], "drug:baclofen"),
        ("GHB", ["drug"], "drug:gamma-hydroxybutyrate"),
        ("opioids", ["drug", "class"], "disp:Opioid"),
        ("benzos", ["class"], "disp:Benzodiazepine"),
        ("disp:Opioid", ["class"], "disp:Opioid"),
        ("CNS-depressants", ["class"], "disp:CNSDepressant"),
        ("opioid receptors", ["target"], "disp:OpioidReceptor"),
        ("gaba b receptor", ["target"], "target:gaba-b-receptor"),
        ("GABAA", ["target"], "target:gaba-a-receptor"),
        ("schedule iv", ["schedule"], "schedule:us-csa-iv"),
        ("U.S.", ["jurisdiction"], "jurisdiction:us"),
        ("seizures", ["condition"], "condition:seizure"),
        ("treats", ["predicate"], "disp:treats"),
        ("acts on", ["predicate"], "disp:actsOn"),
        ("isA", ["predicate"], "rdf:type"),
        ("note.txt", ["source"], "source:note"),
        ("Baclofen at a glance", ["source"], "source:page"),
        ("statement:s01", ["statement"], "statement:s01"),
        ("spasticity", ["entity"], "condition:spasticity"),
    ],
)
def test_a_name_leads_to_its_thing(graph: LocalGraph, text: str, kinds: list[str], found: str) -> None:
    """Labels, synonyms, brands, short forms, prefixed names and IRIs all name; case and plurals do not count."""
    assert shorten(resolve(graph, text, kinds)) == found


@pytest.mark.parametrize(
    ("text", "kinds", "message"),
    [
        ("baclofin", ["drug"], "no drug is called 'baclofin'; did you mean baclofen?"),
        ("drug:baclofin", ["drug"], "no drug is called 'drug:baclofin'; did you mean baclofen?"),
        ("xyzzy", ["drug", "class"], "no drug or class is called 'xyzzy' in this store"),
        ("baclofen", ["class"], "no class is called 'baclofen' in this store"),
        ("drug:baclofen", ["class"], "drug:baclofen is a drug, but a class is wanted"),
        ("https://example.org/x", ["drug"], "the store knows no <https://example.org/x>"),
        (
            "sedation",
            ["entity"],
            "'sedation' names more than one thing: aspect:sedation (aspect) or condition:sedation (condition); "
            "give the one you mean",
        ),
        ("", ["drug"], "no drug is called '' in this store"),
    ],
)
def test_what_names_nothing_is_told(graph: LocalGraph, text: str, kinds: list[str], message: str) -> None:
    """A name that fits nothing, the wrong kind or several things is named with the remedy."""
    with pytest.raises(CallError) as caught:
        resolve(graph, text, kinds)
    assert str(caught.value) == message


def test_a_kind_has_to_be_known(graph: LocalGraph) -> None:
    """Asking for a kind that the model does not have is a wrong call."""
    with pytest.raises(CallError, match="'drog' is no kind of thing"):
        Names.of(graph, ["drog"])


def test_a_brand_is_given_as_it_is_written(graph: LocalGraph) -> None:
    """A brand name is a text, so it is looked up as the graph writes it."""
    names = Names.of(graph, ["brand"])
    assert names.written("LIORESAL") == "Lioresal"
    with pytest.raises(CallError, match="no brand is called 'baclofen'"):
        names.written("baclofen")


def test_folding_forgets_what_does_not_count() -> None:
    """Case, hyphens, blanks, Greek letters and regular plurals vanish; what tells names apart stays."""
    assert fold("GABA-B Receptors") == fold("gabab receptor")
    assert fold("μ-opioid receptor") == fold("mu opioid receptors")
    assert fold("allergies") == fold("allergy")
    assert fold("GABA-A") != fold("GABA-B")
    assert fold("class") == "class"


def test_the_nearest_names_come_first() -> None:
    """At most three names are offered, the likeliest first, and none that is unlike."""
    names = ["baclofen", "arbaclofen", "fentanyl", "sufentanil", "alfentanil"]
    assert nearest("baclofin", names) == ("baclofen", "arbaclofen")
    assert nearest("fentanil", names) == ("alfentanil", "sufentanil", "fentanyl")
    assert nearest("water", names) == ()
    assert alternatives(["a", "b", "c"]) == "a, b or c"
    assert alternatives(["a"]) == "a"


def test_reading_only_what_a_text_could_be_finds_the_same(graph: LocalGraph) -> None:
    """Every name of the graph, as it is written and in capitals, leads where it leads among all names."""
    whole = Names.of(graph, ["entity", "source"])
    written = {name.written for names in whole._names.values() for name in names}
    assert len(written) > 50
    for text in sorted(written | {each.upper() for each in written}):
        assert Names.of(graph, ["entity", "source"], (text, "nothing")).find(text) == whole.find(text), text
