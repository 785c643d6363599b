"""Parameters are bound as terms: a value can neither end its token nor reach a string, a comment or an IRI."""

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import CallError
from ontology.values import Literal
from queries.binding import Value, prepare
from queries.graph import LocalGraph

DRUG = "https://w3id.org/dispensatory/drug/alpha"

HOSTILE = [
    '" } INSERT DATA { <a:b> <a:b> <a:b> } #',
    "'''\"\"\"",
    "a\\u0022 } #",
    "back\\slash\\",
    "line\nbreak\r\n",
    "tab\t\x00\x0b\x85\u2028",
    "$drug ?drug # <x>",
    "",
]


@pytest.mark.parametrize(
    ("text", "bindings", "bound"),
    [
        ("ASK { $x a ?y }", {"x": DRUG}, f"ASK {{ <{DRUG}> a ?y }}"),
        ("ASK { ?x a ?y }", {"x": DRUG}, f"ASK {{ <{DRUG}> a ?y }}"),
        ("SELECT $x ?y { $x a ?y }", {"x": DRUG}, f"SELECT (<{DRUG}> AS ?x) ?y {{ <{DRUG}> a ?y }}"),
        ("SELECT (STR($x) AS ?y) {}", {"x": DRUG}, f"SELECT (STR(<{DRUG}>) AS ?y) {{}}"),
        (
            "ASK { { SELECT $x { $x a ?y } } }",
            {"x": DRUG},
            f"ASK {{ {{ SELECT (<{DRUG}> AS ?x) {{ <{DRUG}> a ?y }} }} }}",
        ),
        ("SELECT * { ?y a $x } GROUP BY $x ?y", {"x": DRUG}, f"SELECT * {{ ?y a <{DRUG}> }} GROUP BY (<{DRUG}>) ?y"),
        ("SELECT * {} ORDER BY ASC($x)", {"x": Literal("a")}, 'SELECT * {} ORDER BY ASC("a")'),
        ("SELECT * {} LIMIT $n", {"n": 3}, "SELECT * {} LIMIT 3"),
        ("ASK { FILTER(!bound( $x )) }", {"x": DRUG}, "ASK { FILTER(!true) }"),
        ("ASK { FILTER(!bound( $x )) }", {}, "ASK { FILTER(!bound( $x )) }"),
        ("ASK { ?s ?p '$x' , \"?x\" }#$x\n", {}, "ASK { ?s ?p '$x' , \"?x\" }#$x\n"),
        ("ASK { ex:a\\$x a <a:?x> , $x }", {"x": 1.5}, None),
        ("ASK { $x a $xy }", {"x": DRUG}, f"ASK {{ <{DRUG}> a $xy }}"),
    ],
)
def test_a_term_stands_where_its_variable_stood(text: str, bindings: dict[str, Value], bound: str | None) -> None:
    """The place of a variable decides how the term is written; all other text stays as it was."""
    wanted = bound or 'ASK { ex:a\\$x a <a:?x> , "1.5"^^<http://www.w3.org/2001/XMLSchema#double> }'
    assert prepare(text).bind(bindings) == wanted


@pytest.mark.parametrize(
    ("text", "bindings", "message"),
    [
        ("ASK { $x a ?y }", {"z": DRUG}, r"no variable \$z; it has: \$x, \$y"),
        ("ASK { ?s ?p '$x' }", {"x": DRUG}, r"no variable \$x"),
        ("ASK { $x a ?y }", {"x": "no iri> ; <a:b"}, r"\$x is no IRI"),
        ("ASK { $x a ?y }", {"x": ox.BlankNode("b")}, r"\$x cannot be bound"),
        ("SELECT * {} LIMIT $n", {"n": Literal("1 } #")}, r"\$n counts results: give a whole number"),
        ("SELECT * {} LIMIT $n", {"n": -1}, r"\$n counts results"),
        ("SELECT (1 AS ?x) {}", {"x": 1}, r"\$x is assigned by the query itself"),
        ("ASK { VALUES (?y ?x) { (1 2) } }", {"x": 1}, r"\$x is assigned by the query itself"),
    ],
)
def test_what_cannot_be_bound_is_refused(text: str, bindings: dict[str, Value], message: str) -> None:
    """A value of the wrong kind is named, never repaired."""
    with pytest.raises(CallError, match=message):
        prepare(text).bind(bindings)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_text_is_only_a_text(value: str) -> None:
    """Whatever a text holds, the query gets it back to the letter."""
    rows = LocalGraph(ox.Store()).select("SELECT ?found { BIND($text AS ?found) }", {"text": Literal(value)})
    assert rows.rows == ((ox.Literal(value),),)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_any_text_comes_back_to_the_letter(value: str) -> None:
    """No text whatever changes on its way into a query."""
    rows = LocalGraph(ox.Store()).select("SELECT ?found { BIND($text AS ?found) }", {"text": Literal(value)})
    assert rows.rows == ((ox.Literal(value),),)


@settings(max_examples=200, deadline=None)
@given(st.text("SELECT?$x{}()<>\"'#\\ \n:.abAS@^|/*", max_size=40))
def test_text_taken_apart_is_put_together_again(text: str) -> None:
    """However strange a query, binding nothing leaves it as it was."""
    assert prepare(text).bind({}) == text


def test_a_query_says_what_it_uses() -> None:
    """Prefixes, form and dataset are read from the tokens, not from strings or comments."""
    query = prepare('PREFIX ex: <a:b> # FROM x:y\nselect * from <a:g> { ?s ex:p "q:r" , drug:x, _:b }')
    assert (query.form, query.has_dataset, query.declared) == ("SELECT", True, frozenset({"ex"}))
    assert [prefix for prefix, _ in query.used] == ["ex", "drug"]
