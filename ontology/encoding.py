"""Sources, evidence and statements as quads of the evidence graph, and back again without loss.

The order of a source's references is not kept: they come back sorted. A source that was read under several names
comes back under the smallest.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias

from pyoxigraph import BlankNode, NamedNode, Quad, Store, Triple
from pyoxigraph import Literal as Text

from ontology.errors import StoreError
from ontology.terms import DCAT, DCTERMS, DISP, GRAPH_EVIDENCE, OA, PROV, RDF, XSD, predicate_iri, predicate_word
from ontology.values import Certainty, Evidence, Literal, Node, Polarity, Proposition, Source, Statement, Verdict

Term: TypeAlias = NamedNode | BlankNode | Text | Triple
Record: TypeAlias = dict[str, list[Term]]

#: A source's fields and the properties that carry them; an empty field has no triple.
SOURCE_FIELDS = {
    "sha256": DISP + "sha256",
    "name": DISP + "fileName",
    "media_type": DCTERMS + "format",
    "title": DCTERMS + "title",
    "date": DCTERMS + "date",
    "license": DCTERMS + "license",
    "publisher": DCTERMS + "publisher",
    "identifier": DCTERMS + "identifier",
    "version": DCAT + "version",
}

#: The same for an evidence's texts.
EVIDENCE_FIELDS = {
    "cue": DISP + "cue",
    "module": DISP + "module",
    "subject_text": DISP + "subjectText",
    "object_text": DISP + "objectText",
}

#: What a statement has besides its qualifiers, each of which is the `disp:` property of its key.
STATEMENT_PARTS = frozenset(DISP + name for name in ("subject", "predicate", "object", "verdict", "belief"))

STANCES: dict[Polarity, str] = {"+": DISP + "supports", "-": DISP + "disputes"}

_GRAPH = NamedNode(GRAPH_EVIDENCE)
_TYPE = NamedNode(RDF + "type")
_INTEGER = NamedNode(XSD + "integer")
_DECIMAL = NamedNode(XSD + "decimal")


def encode(sources: Iterable[Source], evidence: Iterable[Evidence], statements: Iterable[Statement]) -> Iterator[Quad]:
    """Write values as quads; evidence brings its proposition along, whether or not it has been judged."""
    for source in sources:
        yield from _source(source)
    told: set[str] = set()
    for item in evidence:
        yield from _evidence(item)
        yield from _proposition(item.proposition, told)
    for statement in statements:
        yield from _proposition(statement.proposition, told)
        yield _quad(statement.iri, DISP + "verdict", NamedNode(DISP + statement.verdict))
        yield _quad(statement.iri, DISP + "belief", belief(statement.belief))


def belief(value: float) -> Text:
    """Write a probability as a decimal of at most four places, in the one form that a store gives back."""
    short = f"{Decimal(str(value)):.4f}".rstrip("0").rstrip(".")
    return Text(short, datatype=_DECIMAL)


def to_term(node: Node) -> NamedNode | Text:
    """Return the RDF term of a value's node."""
    return Text(node.value) if isinstance(node, Literal) else NamedNode(node)


def to_node(term: Term) -> Node:
    """Return the value's node of an RDF term, the inverse of `to_term`."""
    if isinstance(term, Text):
        return Literal(term.value)
    if isinstance(term, NamedNode):
        return term.value
    raise StoreError(f"the evidence graph holds {term} where an entity or a text must stand; rebuild the store")


def decode_sources(store: Store) -> tuple[Source, ...]:
    """Read every source, ordered by IRI."""
    return tuple(_read_source(iri, record) for iri, record in sorted(_records(store, "Source").items()))


def decode_evidence(store: Store) -> tuple[Evidence, ...]:
    """Read every evidence, ordered by source, offsets and IRI."""
    propositions = {iri: _read_proposition(iri, record) for iri, record in _records(store, "Statement").items()}
    found = [_read_evidence(iri, record, propositions) for iri, record in _records(store, "Evidence").items()]
    return tuple(sorted(found, key=lambda item: (item.source, item.start, item.end, item.iri)))


def decode_statements(store: Store) -> tuple[Statement, ...]:
    """Read every judged statement, ordered by IRI; a proposition that has no verdict yet is none."""
    sides = {side: _stance(store, side) for side in STANCES.values()}
    return tuple(
        Statement(
            _read_proposition(iri, record),
            Verdict(_value(iri, record, DISP + "verdict").rpartition("/")[2]),
            float(_value(iri, record, DISP + "belief")),
            tuple(sorted(sides[DISP + "supports"][iri])),
            tuple(sorted(sides[DISP + "disputes"][iri])),
        )
        for iri, record in sorted(_records(store, "Statement").items())
        if DISP + "verdict" in record
    )


def _quad(subject: str, predicate: str, object: Term) -> Quad:
    return Quad(NamedNode(subject), NamedNode(predicate), object, _GRAPH)


def _source(source: Source) -> Iterator[Quad]:
    yield _quad(source.iri, _TYPE.value, NamedNode(DISP + "Source"))
    for field, predicate in SOURCE_FIELDS.items():
        if value := getattr(source, field):
            yield _quad(source.iri, predicate, Text(value))
    for reference in source.references:
        yield _quad(source.iri, DCTERMS + "references", Text(reference))


def _evidence(item: Evidence) -> Iterator[Quad]:
    iri = item.iri
    yield _quad(iri, _TYPE.value, NamedNode(DISP + "Evidence"))
    yield _quad(iri, STANCES[item.polarity], NamedNode(item.proposition.iri))
    yield _quad(iri, DISP + "certainty", NamedNode(DISP + item.certainty.capitalize()))
    yield _quad(iri, DISP + "quote", Text(item.quote))
    yield _quad(iri, OA + "start", Text(str(item.start), datatype=_INTEGER))
    yield _quad(iri, OA + "end", Text(str(item.end), datatype=_INTEGER))
    yield _quad(iri, PROV + "wasDerivedFrom", NamedNode(item.source))
    for field, predicate in EVIDENCE_FIELDS.items():
        if value := getattr(item, field):
            yield _quad(iri, predicate, Text(value))


def _proposition(proposition: Proposition, told: set[str]) -> Iterator[Quad]:
    iri = proposition.iri
    if iri in told:
        return
    told.add(iri)
    yield _quad(iri, _TYPE.value, NamedNode(DISP + "Statement"))
    yield _quad(iri, DISP + "subject", NamedNode(proposition.subject))
    yield _quad(iri, DISP + "predicate", NamedNode(predicate_iri(proposition.predicate, proposition.subject)))
    yield _quad(iri, DISP + "object", to_term(proposition.object))
    for key, value in proposition.qualifiers:
        yield _quad(iri, DISP + key, to_term(value))


def _records(store: Store, kind: str) -> dict[str, Record]:
    """Collect what the evidence graph says of every record of a kind."""
    found: dict[str, Record] = {}
    for quad in store.quads_for_pattern(None, _TYPE, NamedNode(DISP + kind), _GRAPH):
        record: defaultdict[str, list[Term]] = defaultdict(list)
        for part in store.quads_for_pattern(quad.subject, None, None, _GRAPH):
            record[part.predicate.value].append(part.object)
        found[_text(quad.subject)] = dict(record)
    return found


def _stance(store: Store, side: str) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for quad in store.quads_for_pattern(None, NamedNode(side), None, _GRAPH):
        found[_text(quad.object)].append(_text(quad.subject))
    return found


def _text(term: Term) -> str:
    return str(term) if isinstance(term, Triple) else term.value


def _value(iri: str, record: Record, predicate: str, default: str | None = None) -> str:
    """Return the smallest value of a property, or the default; without one, the property must be there."""
    if terms := record.get(predicate):
        return min(_text(term) for term in terms)
    if default is None:
        raise StoreError(f"<{iri}> has no <{predicate}>: something else changed the evidence graph; rebuild the store")
    return default


def _read_source(iri: str, record: Record) -> Source:
    fields = {field: _value(iri, record, predicate, "") for field, predicate in SOURCE_FIELDS.items()}
    references = sorted(_text(term) for term in record.get(DCTERMS + "references", ()))
    return Source(**fields, references=tuple(references))


def _read_proposition(iri: str, record: Record) -> Proposition:
    qualifiers = [
        (predicate.removeprefix(DISP), to_node(term))
        for predicate, terms in record.items()
        if predicate.startswith(DISP) and predicate not in STATEMENT_PARTS
        for term in terms
    ]
    _value(iri, record, DISP + "object")
    return Proposition(
        _value(iri, record, DISP + "subject"),
        predicate_word(_value(iri, record, DISP + "predicate")),
        to_node(record[DISP + "object"][0]),
        tuple(sorted(qualifiers, key=lambda pair: (pair[0], isinstance(pair[1], Literal), _plain(pair[1])))),
    )


def _plain(node: Node) -> str:
    return node.value if isinstance(node, Literal) else node


def _read_evidence(iri: str, record: Record, propositions: dict[str, Proposition]) -> Evidence:
    polarity: Polarity = "+" if STANCES["+"] in record else "-"
    statement = _value(iri, record, STANCES[polarity])
    if statement not in propositions:
        raise StoreError(f"<{iri}> speaks to <{statement}>, which is not in the evidence graph; rebuild the store")
    return Evidence(
        propositions[statement],
        polarity,
        Certainty(_value(iri, record, DISP + "certainty").removeprefix(DISP).lower()),
        _value(iri, record, PROV + "wasDerivedFrom"),
        int(_value(iri, record, OA + "start")),
        int(_value(iri, record, OA + "end")),
        _value(iri, record, DISP + "quote"),
        **{field: _value(iri, record, predicate, "") for field, predicate in EVIDENCE_FIELDS.items()},
    )
