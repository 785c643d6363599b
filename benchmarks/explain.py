"""Measures how long proofs take once conclusions are drawn: `python -m benchmarks.explain STORE [--sample N]`.

A sample of what follows from a store is proved: the smallest proof, the three smallest, and the one derivation that the
engine remembers. Figures are processor time; the first proof that needs a relation reads its rows, which is told apart.
"""

import argparse
import platform
import random
import time
from collections.abc import Callable, Sequence
from statistics import median

from ontology.reasoning import Fact, Proof, Reasoning, reason
from queries.store import open_graph
from queries.testimony import Testimony

#: The bar: milliseconds that a trace may take.
TRACE_MS = 10.0

Prove = Callable[[Reasoning, Fact], Sequence[Proof]]
SIDES: dict[str, Prove] = {
    "smallest": lambda drawn, fact: proofs(drawn, fact, 1),
    "three smallest": lambda drawn, fact: proofs(drawn, fact, 3),
    "the engine's own": lambda drawn, fact: [
        found
        for found in (drawn.proof(str(fact.subject), fact.predicate, fact.object, negative=fact.negative),)
        if found
    ],
}


def proofs(drawn: Reasoning, fact: Fact, limit: int) -> Sequence[Proof]:
    """Return the smallest proofs of a fact."""
    return drawn.proofs(str(fact.subject), fact.predicate, fact.object, negative=fact.negative, limit=limit)


def times(drawn: Reasoning, facts: Sequence[Fact], prove: Prove) -> tuple[list[float], int]:
    """Return the milliseconds of each proof, sorted, and the steps of the first proofs together."""
    spent, steps = [], 0
    for fact in facts:
        began = time.process_time()
        found = prove(drawn, fact)
        spent.append((time.process_time() - began) * 1000)
        steps += sum(1 for _ in found[0].steps())
    return sorted(spent), steps


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store")
    parser.add_argument("--sample", type=int, default=1000)
    given = parser.parse_args()
    began = time.process_time()
    drawn = reason(Testimony(open_graph(given.store)).quads())
    print(
        f"Python {platform.python_version()}; {len(drawn.inferred)} conclusions in {time.process_time() - began:.1f} s"
    )
    facts = [fact for fact in drawn.inferred if isinstance(fact.subject, str)]
    facts = random.Random(0).sample(facts, min(given.sample, len(facts)))  # noqa: S311  # no secret
    print(
        "| proofs | median, ms | 99 of 100 under, ms | longest, ms | over the bar | steps |\n|---|---|---|---|---|---|"
    )
    for name, prove in SIDES.items():
        for turn in ("first", "again"):
            spent, steps = times(drawn, facts, prove)
            over = sum(each > TRACE_MS for each in spent)
            high = spent[len(spent) * 99 // 100]
            print(f"| {name}, {turn} | {median(spent):.2f} | {high:.2f} | {spent[-1]:.2f} | {over} | {steps} |")


if __name__ == "__main__":
    main()
