"""Shows how a belief came about: the judge's arithmetic over the evidence that a store holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from dispensatory.tools import Tools
from dispensatory.words import shortly, words
from loaders.judge import Judgement, judgements
from loaders.weighing import Side, Weighing, Witness
from ontology.encoding import decode_evidence, decode_sources
from ontology.errors import CallError
from ontology.terms import DISP, GRAPH_EVIDENCE, PREFIXES, shorten
from ontology.values import Certainty, Proposition, Source, Verdict
from queries.graph import Graph

_SUBJECT = f"SELECT ?subject WHERE {{ GRAPH <{GRAPH_EVIDENCE}> {{ $statement disp:subject ?subject }} }}"

#: All that is said of a subject: what a statement on it entails or is entailed by is among it.
_ABOUT = f"""
CONSTRUCT {{ ?record ?property ?value }} WHERE {{ GRAPH <{GRAPH_EVIDENCE}> {{
    {{ ?record disp:subject $subject ; ?property ?value }}
    UNION {{ ?said disp:subject $subject . ?record disp:supports|disp:disputes ?said ; ?property ?value }}
    UNION {{
        ?said disp:subject $subject . ?passage disp:supports|disp:disputes ?said ; prov:wasDerivedFrom ?record .
        ?record ?property ?value
    }}
}} }}
"""

_NAMED = f"""
SELECT ?statement WHERE {{ GRAPH <{GRAPH_EVIDENCE}> {{
    ?statement disp:subject $subject ; disp:predicate ?said ; disp:object $object .
}} FILTER(?said = $predicate || ($predicate = rdf:type && ?said = rdfs:subClassOf)) }} ORDER BY ?statement
"""


@dataclass(frozen=True, slots=True)
class Account:
    """A judgement, and the sources that it weighs."""

    judgement: Judgement
    sources: Mapping[str, Source]


def account(graph: Graph, statement: str, tools: Tools) -> Account:
    """Weigh a statement of a graph again, with everything that bears on it."""
    store, evidence = ox.Store(), ox.NamedNode(GRAPH_EVIDENCE)
    iri = written(statement)
    for subject in graph.select(_SUBJECT, {"statement": ox.NamedNode(iri)}).column("subject"):
        if isinstance(subject, ox.NamedNode):
            found = graph.construct(_ABOUT, {"subject": subject}).triples
            store.extend(ox.Quad(each.subject, each.predicate, each.object, evidence) for each in found)
    copies = {
        quad.subject.value: quad.object.value
        for quad in store.quads_for_pattern(None, ox.NamedNode(DISP + "copyOf"), None)
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)
    }
    sources = {source.iri: source for source in decode_sources(store)}
    judged = judgements(decode_evidence(store), tools.bench(copies, sources.values()))
    for each in judged:
        if each.statement.iri == iri:
            return Account(each, sources)
    raise CallError(f"the store holds no statement {shorten(iri)}; find one with: dispensatory run facts-about")


def statements(graph: Graph, subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> tuple[str, ...]:
    """Return the statements that claim a fact, whichever their qualifiers."""
    given = {"subject": ox.NamedNode(subject), "predicate": ox.NamedNode(predicate), "object": value}
    return tuple(
        term.value for term in graph.select(_NAMED, given).column("statement") if isinstance(term, ox.NamedNode)
    )


def written(statement: str) -> str:
    """Return the IRI of a statement that is named by its IRI, its prefixed name or its hash."""
    name = statement.removeprefix("statement:").removeprefix(PREFIXES["statement"])
    return statement if "://" in name else PREFIXES["statement"] + name


def lines(told: Account, tools: Tools) -> Iterator[str]:
    """Yield an account as text: the verdict, both sides source by source, and how the belief comes of them."""
    statement, weighing = told.judgement.statement, told.judgement.weighing
    what = statement.proposition
    yield f"{words(what, tools.label)}: {statement.verdict.lower()}, belief {statement.belief:.4g}"
    yield f"{shorten(statement.iri)}"
    for title, side in (("for", weighing.supports), ("against", weighing.disputes)):
        yield ""
        yield from _side(title, side, what, told, tools)
    yield ""
    yield f"belief {statement.belief:.4g} = {weighing.supports.chance:.4g} × (1 - {weighing.disputes.chance:.4g})"
    if weighing.verdict is Verdict.DISPUTED:
        yield f"disputed, since {_why_disputed(weighing)}"


def _why_disputed(weighing: Weighing) -> str:
    if weighing.supports.flat and weighing.disputes.flat:
        return "both sides put it without reservation"
    if weighing.supports.flat or weighing.disputes.flat:
        return "the lighter side puts it without reservation"
    return "both sides weigh the same"


def _side(title: str, side: Side, what: Proposition, told: Account, tools: Tools) -> Iterator[str]:
    if side.witnesses:
        errors = " × ".join(f"{witness.error:.4g}" for witness in side.witnesses)
        yield f"{title}: {side.chance:.4g} = 1 - {errors}"
    else:
        yield f"{title}: 0, nothing speaks {title} it"
    for witness in side.witnesses:
        yield from (f"  {line}" for line in _witness(witness, what, told, tools))
    for passage in side.passed:
        source = told.sources[passage.source]
        yield f"  not counted, as the law has changed since {source.date}  {source.name}"
        yield f"    “{' '.join(passage.quote.split())}”"


def _witness(witness: Witness, what: Proposition, told: Account, tools: Tools) -> Iterator[str]:
    if witness.record:
        yield f"{witness.error:.4g}  the ontology: {witness.record.text} ({witness.record.citation})"
        return
    chances = " × ".join(f"{chance:.4g}" for _, chance in witness.passages)
    names = dict.fromkeys(told.sources[passage.source].name for passage, _ in witness.passages)
    copies = " (copies, counted as one source)" if len(names) > 1 else ""
    yield f"{witness.error:.4g} = {tools.rates.systematic:.4g} + {chances}  {', '.join(names)}{copies}"
    for passage, chance in witness.passages:
        of = f" (of: {shortly(passage.proposition, tools.label)})" if passage.proposition != what else ""
        word = passage.certainty if passage.certainty != Certainty.STATED else "stated"
        yield f"    {chance:.4g} {word}: “{' '.join(passage.quote.split())}”{of}"
