"""An answer as text: the verdict, why, and the sentences on each side."""

from queries.ask import Answer

#: How many sentences of a side are shown; JSON holds them all.
SHOWN = 4

#: The heading of each side's sentences.
SIDES = {"supports": "What supports it:", "disputes": "What disputes it:"}


def render(answer: Answer) -> str:
    """Return an answer as lines for a terminal or a pipe."""
    lines = [*([", ".join(answer.answers)] if answer.verdict == "answer" else [answer.verdict.upper()])]
    lines += [answer.explanation] if answer.explanation else []
    for stance, heading in SIDES.items():
        told = [each for each in answer.evidence if each.stance == stance]
        if told:
            lines += ["", heading]
            lines += [f"  “{' '.join(each.quote.split())}”\n      — {each.source}" for each in told[:SHOWN]]
        if len(told) > SHOWN:
            lines.append(f"  … and {len(told) - SHOWN} more (--format json shows all)")
    return "\n".join(lines)
