"""Propositions and proofs in words, for reports."""

from collections.abc import Callable

from ontology.reasoning import Proof
from ontology.values import Literal, Node, Proposition

Label = Callable[[str], str]


def words(what: Proposition, label: Label) -> str:
    """Return a proposition in words: subject, predicate, object and the qualifiers in brackets."""
    return f"{label(what.subject)} {shortly(what, label)}"


def shortly(what: Proposition, label: Label) -> str:
    """Return what a proposition says of its subject."""
    pairs = ", ".join(f"{key} {_word(value, label)}" for key, value in what.qualifiers)
    return f"{what.predicate} {_word(what.object, label)}" + (f" ({pairs})" if pairs else "")


def plainly(text: str, label: Label) -> str:
    """Return the name of an entity, or the text where it is none."""
    return label(text) if text.startswith("http") else text


def because(side: Proof, label: Label) -> list[str]:
    """Return the proof of one side of a clash as lines."""
    first, *rest = side.lines(label)
    return [f"because {first}", *rest]


def _word(node: Node, label: Label) -> str:
    return node.value if isinstance(node, Literal) else label(node)
