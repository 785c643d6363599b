"""Values become quads and come back the same, through a store and through text."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, Quad, Store

from ontology.encoding import belief, decode_evidence, decode_sources, decode_statements, encode
from ontology.errors import StoreError
from ontology.terms import DISP, GRAPH_EVIDENCE, RDF, XSD
from ontology.values import Certainty, Evidence, Literal, Node, Proposition, Source, Statement, Verdict

DRUGS = st.sampled_from([f"{DISP}drug/{name}" for name in ("alpha", "beta", "gamma")])
CLASSES = st.sampled_from([f"{DISP}{name}" for name in ("Opioid", "Sedative")])
WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
NODES: st.SearchStrategy[Node] = st.one_of(DRUGS, CLASSES, WORDS.map(Literal))


def qualifiers(pairs: dict[str, Node]) -> tuple[tuple[str, Node], ...]:
    """Return qualifiers in the order of their keys, as the loaders make them."""
    return tuple(sorted(pairs.items(), key=lambda pair: pair[0]))


PROPOSITIONS = st.builds(
    Proposition,
    st.one_of(DRUGS, CLASSES),
    st.sampled_from(["isA", "sameAs", "treats", "hasDose"]),
    NODES,
    st.dictionaries(st.sampled_from(["status", "kind", "result"]), NODES).map(qualifiers),
)
SOURCES = st.builds(
    Source,
    st.text("0123456789abcdef", min_size=64, max_size=64),
    WORDS,
    st.sampled_from(["text/plain", "text/html"]),
    WORDS,
    st.sampled_from(["", "2026-01-10"]),
    WORDS,
    st.sets(WORDS).map(lambda found: tuple(sorted(found))),
)
EVIDENCE = st.builds(
    Evidence,
    PROPOSITIONS,
    st.sampled_from(["+", "-"]),
    st.sampled_from(Certainty),
    st.sampled_from([f"{DISP}source/{digits}" for digits in ("0a", "1b")]),
    st.integers(0, 10**9),
    st.integers(0, 10**9),
    WORDS,
    WORDS,
    WORDS,
    WORDS,
    WORDS,
)


def stored(*values: object) -> Store:
    """Put sources, evidence and statements into a store in memory."""
    store = Store()
    store.extend(
        encode(
            [value for value in values if isinstance(value, Source)],
            [value for value in values if isinstance(value, Evidence)],
            [value for value in values if isinstance(value, Statement)],
        )
    )
    return store


@settings(max_examples=60, deadline=None)
@given(st.lists(SOURCES, unique_by=lambda source: source.iri))
def test_sources_come_back(sources: list[Source]) -> None:
    """Whatever a source says of itself is read back to the letter."""
    assert decode_sources(stored(*sources)) == tuple(sorted(sources, key=lambda source: source.iri))


@settings(max_examples=60, deadline=None)
@given(st.lists(EVIDENCE, unique_by=lambda item: item.iri, max_size=8))
def test_evidence_comes_back_before_it_is_judged(evidence: list[Evidence]) -> None:
    """Evidence brings its proposition along, so no statement is needed to read it."""
    store = stored(*evidence)
    assert decode_evidence(store) == tuple(
        sorted(evidence, key=lambda item: (item.source, item.start, item.end, item.iri))
    )
    assert decode_statements(store) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(EVIDENCE, unique_by=lambda item: item.iri, max_size=8),
    st.lists(st.tuples(st.sampled_from(Verdict), st.integers(0, 10_000)), min_size=8, max_size=8),
)
def test_statements_come_back_with_both_sides(evidence: list[Evidence], weights: list[tuple[Verdict, int]]) -> None:
    """Verdict, belief and the evidence on each side survive the way through a store."""
    propositions = {item.proposition.iri: item.proposition for item in evidence}
    statements = tuple(
        Statement(
            proposition,
            verdict,
            ten_thousandths / 10_000,
            tuple(sorted(item.iri for item in evidence if item.proposition.iri == iri and item.polarity == "+")),
            tuple(sorted(item.iri for item in evidence if item.proposition.iri == iri and item.polarity == "-")),
        )
        for (iri, proposition), (verdict, ten_thousandths) in zip(sorted(propositions.items()), weights, strict=False)
    )
    assert decode_statements(stored(*evidence, *statements)) == statements


def test_the_same_proposition_is_told_once() -> None:
    """Two passages and a verdict on one proposition yield each of its quads once."""
    proposition = Proposition(f"{DISP}drug/alpha", "isA", f"{DISP}Opioid")
    first = Evidence(proposition, "+", Certainty.STATED, f"{DISP}source/0a", 0, 4, "text")
    statement = Statement(proposition, Verdict.SUPPORTED, 0.95, (first.iri,), ())
    quads = list(encode([], [first, replace(first, start=1)], [statement]))
    assert len(quads) == len(set(quads))


def test_a_source_under_two_names_comes_back_under_the_smaller() -> None:
    """A copy of a file is the same source; which name was read first does not matter."""
    source = Source("0" * 64, "b.txt", "text/plain")
    copy = replace(source, name="a.txt")
    assert decode_sources(stored(source, copy)) == (copy,)


@pytest.mark.parametrize(
    ("value", "written"), [(0.9971, "0.9971"), (0.99706, "0.9971"), (0.5, "0.5"), (1.0, "1"), (0.00001, "0"), (0, "0")]
)
def test_belief_is_written_as_a_store_gives_it_back(value: float, written: str) -> None:
    """A belief has at most four places and no idle zero, the form that Oxigraph keeps decimals in."""
    literal = belief(value)
    assert literal == Text(written, datatype=NamedNode(XSD + "decimal"))
    quad = Quad(NamedNode("a:s"), NamedNode("a:p"), literal)
    store = Store()
    store.add(quad)
    assert list(store) == [quad]


def test_a_maimed_record_is_named() -> None:
    """Evidence that has lost its quote is reported by its IRI, with the mend."""
    store = Store()
    iri = f"{DISP}evidence/0a"
    store.add(Quad(NamedNode(iri), NamedNode(RDF + "type"), NamedNode(DISP + "Evidence"), NamedNode(GRAPH_EVIDENCE)))
    with pytest.raises(StoreError, match=r"^<.*evidence/0a> has no <.*>: .*rebuild the store$"):
        decode_evidence(store)
