"""What must hold of every graph: each quote stands in its source to the letter; no statement lacks evidence."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from ontology.values import Evidence, Source, Statement


def misquotes(
    evidence: Iterable[Evidence], sources: Mapping[str, Source], text_of: Callable[[str], str]
) -> Iterator[str]:
    """Yield a line for each evidence whose quote is not at its offsets in the kept text of its source.

    Texts are fetched one at a time, so that one alone is in memory.
    """
    current: Source | None = None
    text = ""
    for item in sorted(evidence, key=lambda item: (item.source, item.start, item.end, item.iri)):
        source = sources.get(item.source)
        if source is None:
            yield f"{item.iri} comes from {item.source}, which the graph does not have"
            continue
        if source is not current:
            current, text = source, text_of(item.source)
        if text[item.start : item.end] != item.quote:
            yield f"{source.name}, characters {item.start} to {item.end}: the text there is not {item.quote[:60]!r}"


def unfounded(statements: Iterable[Statement]) -> Iterator[str]:
    """Yield a line for each statement that no evidence speaks to."""
    for statement in statements:
        if not statement.supports and not statement.disputes:
            yield f"{statement.iri} has no evidence"
