"""An answer as text: the verdict in the first line, the reason, the sentences on each side, and how it was asked."""

from itertools import chain, zip_longest

from ontology.values import Verdict
from queries.ask import Answer
from queries.facts import Fact
from queries.reasons import Passage

#: How many sentences, and how many lines of reasons, are shown; `--all` and JSON hold them all.
SENTENCES = 5
REASONS = 8

#: How many answers that no source states are named in the first line.
SHOWN = 8

#: The heading of each side's sentences.
SIDES = {"supports": "What supports it:", "disputes": "What disputes it:"}

_BASES = {
    "ingredient": "of what it holds; no source says it of the combination itself",
    "expected": "expected of a class that it belongs to; no source says it of the drug itself",
    "inferred": "inferred; no source says it",
    "law": "by the lists of the law; no source that was read says it",
}


def render(answer: Answer, *, everything: bool = False) -> str:
    """Return an answer as lines for a terminal or a pipe."""
    reasons = answer.reasons if everything else answer.reasons[:REASONS]
    lines = [headline(answer), *reasons]
    if len(answer.reasons) > len(reasons):
        lines.append(f"… and {len(answer.reasons) - len(reasons)} more lines (--all shows them)")
    shown = answer.evidence if everything else _balanced(answer.evidence)[:SENTENCES]
    for stance, heading in SIDES.items():
        told = [each for each in shown if each.stance == stance]
        if told:
            lines += ["", heading]
            lines += [f"  “{' '.join(each.quote.split())}”\n      — {each.source}" for each in told]
    if len(answer.evidence) > len(shown):
        lines += ["", f"… and {len(answer.evidence) - len(shown)} more sentences (--all shows them)"]
    if answer.call:
        lines += ["", f"Asked as: {answer.call}"]
    return "\n".join(lines)


def headline(answer: Answer) -> str:
    """Return the first line: the verdict, with the answers of an open question, and what it rests on."""
    rests = f" ({_BASES[answer.basis]})" if answer.basis in _BASES else ""
    if answer.verdict != "answer":
        return f"{answer.verdict.upper()}{rests}"
    firm = dict.fromkeys(_marked(each) for each in answer.facts if each.basis == answer.basis)
    text = f"ANSWER: {', '.join(firm)}{rests}"
    if answer.basis == "stated":
        for basis in ("expected", "inferred"):
            more = [_marked(each) for each in answer.facts if each.basis == basis]
            also = [label for label in dict.fromkeys(more) if label not in firm]
            text += f"; {basis}: {', '.join(also[:SHOWN])}{' …' * (len(also) > SHOWN)}" if also else ""
    return text


def _marked(fact: Fact) -> str:
    """Return the label of a fact, marked where it is in dispute."""
    return f"{fact.label} (disputed)" if fact.verdict == Verdict.DISPUTED else fact.label


def _balanced(evidence: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Return passages of both sides by turns, each sentence once, so that few show what stands against what."""
    sides = [[each for each in evidence if each.stance == stance] for stance in SIDES]
    turns = (each for each in chain(*zip_longest(*sides)) if each is not None)
    return tuple({(each.quote, each.stance): each for each in reversed(list(turns))}.values())[::-1]
