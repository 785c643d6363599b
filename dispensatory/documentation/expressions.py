"""Class expressions in Manchester syntax, with labels that lead to what they name."""

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dispensatory.documentation.addresses import Links
from dispensatory.documentation.elements import element, text
from dispensatory.documentation.knowledge import Term
from ontology.terms import OWL, RDF, RDFS, XSD, shorten

_JOINED = {"intersectionOf": "and", "unionOf": "or"}
_RESTRICTED = {
    "someValuesFrom": "some",
    "allValuesFrom": "only",
    "hasValue": "value",
    "hasSelf": "Self",
    "minQualifiedCardinality": "min",
    "maxQualifiedCardinality": "max",
    "qualifiedCardinality": "exactly",
    "minCardinality": "min",
    "maxCardinality": "max",
    "cardinality": "exactly",
}


def expression(links: Links, node: Term, *, inner: bool = False) -> str:
    """Return a class expression as HTML; `inner` brackets what consists of several words."""
    if isinstance(node, NamedNode):
        return links.to(node.value)
    if isinstance(node, Literal):
        return text(f'"{node.value}"' if node.datatype.value in (XSD + "string", RDF + "langString") else node.value)
    if isinstance(node, Triple):  # no OWL says so; it tells the type checker
        return text(str(node))
    joined = _compound(links, node)
    return f"({joined})" if inner else joined


def property_expression(links: Links, node: Term) -> str:
    """Return a property, or the inverse of one."""
    if isinstance(node, NamedNode):
        return links.to(node.value)
    return f"{_word('inverse')} {links.all(links.knowledge.iris(node, OWL + 'inverseOf'))}"


def chain(links: Links, node: Term) -> str:
    """Return the properties of a chain, one after the other."""
    return " ∘ ".join(property_expression(links, each) for each in links.knowledge.members(node))


def _compound(links: Links, node: BlankNode) -> str:
    known = links.knowledge
    for name, word in _JOINED.items():
        for parts in known.objects(node, OWL + name):
            return f" {_word(word)} ".join(expression(links, part, inner=True) for part in known.members(parts))
    for part in known.objects(node, OWL + "complementOf"):
        return f"{_word('not')} {expression(links, part, inner=True)}"
    for parts in known.objects(node, OWL + "oneOf"):
        return "{" + ", ".join(expression(links, part) for part in known.members(parts)) + "}"
    roles = known.objects(node, OWL + "onProperty")
    for name, word in _RESTRICTED.items():
        for filler in known.objects(node, OWL + name):
            of = [*known.objects(node, OWL + "onClass"), *known.objects(node, OWL + "onDataRange")]
            ends = [expression(links, each, inner=True) for each in (filler, *of)]
            return " ".join([property_expression(links, roles[0]), _word(word), *ends])
    kinds = known.iris(node, RDFS + "subClassOf")
    return links.all(kinds) or text(shorten(OWL + "Thing"))


def _word(word: str) -> str:
    return element("b", word)
