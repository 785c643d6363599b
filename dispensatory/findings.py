"""What a reader of the report wants to know of a statement: the fact in words and a sentence of each side."""

from collections.abc import Callable, Iterable, Mapping

from dispensatory.report import Line
from dispensatory.withdrawal import Withdrawal
from ontology.reasoning.facts import Proof
from ontology.values import Evidence, Literal, Node, Source, Statement, Verdict

#: How many sentences of a side are shown.
SHOWN = 2


def disputes(
    statements: Iterable[Statement],
    evidence: Mapping[str, Evidence],
    sources: Mapping[str, Source],
    label: Callable[[str], str],
) -> tuple[Line, ...]:
    """Return a line for each disputed statement, with sentences of both sides, ordered by what they say."""
    lines = [
        Line(words(statement, label), sentences(statement, evidence, sources))
        for statement in statements
        if statement.verdict is Verdict.DISPUTED
    ]
    return tuple(sorted(lines, key=lambda line: line.text))


def withdrawals(
    withdrawn: Iterable[Withdrawal],
    evidence: Mapping[str, Evidence],
    sources: Mapping[str, Source],
    label: Callable[[str], str],
) -> tuple[Line, ...]:
    """Return a line for each withdrawn statement: why it cannot stand, with its proof and its sentences."""
    lines = []
    for each in withdrawn:
        proofs = [line for side in each.clash.sides for line in _because(side, label)]
        said = [line for statement in each.statements for line in sentences(statement, evidence, sources)]
        facts = " / ".join(words(statement, label) for statement in each.statements)
        lines.append(Line(f"{facts} ({each.clash.sentence(label)})", (*proofs, *said)))
    return tuple(lines)


def _because(side: Proof, label: Callable[[str], str]) -> list[str]:
    """Return the proof of one side of a clash as lines."""
    first, *rest = side.lines(label)
    return [f"because {first}", *rest]


def words(statement: Statement, label: Callable[[str], str]) -> str:
    """Return a statement in words: subject, predicate, object and the qualifiers in brackets."""

    def word(node: Node) -> str:
        return node.value if isinstance(node, Literal) else label(node)

    what = statement.proposition
    pairs = ", ".join(f"{key} {word(value)}" for key, value in what.qualifiers)
    return f"{word(what.subject)} {what.predicate} {word(what.object)}" + (f" ({pairs})" if pairs else "")


def sentences(statement: Statement, evidence: Mapping[str, Evidence], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Return the first sentences of each side, with the name of their source."""
    lines = []
    for sign, side in (("+", statement.supports), ("-", statement.disputes)):
        items = sorted((evidence[iri] for iri in side), key=lambda item: (sources[item.source].name, item.start))
        lines += [f"{sign} {sources[item.source].name}: “{' '.join(item.quote.split())}”" for item in items[:SHOWN]]
        if len(items) > SHOWN:
            lines.append(f"{sign} … and {len(items) - SHOWN} more")
    return tuple(lines)
