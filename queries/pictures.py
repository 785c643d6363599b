"""An explanation as a picture: a flowchart of Mermaid, and SVG that needs nothing else to be seen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from textwrap import wrap

from queries.explanation import Explanation, Step, Told
from queries.renderings import FILLS, as_dot, as_json, as_text, as_turtle, origin

_WIDTH = 64  # of a line, in characters
_LINE, _INDENT, _PAD, _BOX = 18, 36, 10, 500  # of the picture, in pixels
_BOLD, _MUTED = ' font-weight="bold"', ' fill="#555"'  # the question; where a step or a sentence comes from
_COLOURS = {**FILLS, "supports": "#e9f6e9", "disputes": "#fbe9e7", "said": "#ffffff"}


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the picture: its kind, what stands in it, and the boxes that it rests on."""

    kind: str
    text: str
    below: "tuple[Box, ...]" = field(default=())

    def walk(self, depth: int = 0) -> "Iterator[tuple[int, Box]]":
        """Give this box and all below it, each with its depth."""
        yield depth, self
        for box in self.below:
            yield from box.walk(depth + 1)


def boxes(explanation: Explanation) -> Box:
    """Return the tree of boxes: the fact above its proofs, or above the ways in which it could be known."""
    below = [_box(step) for step in (*explanation.steps, *explanation.ways)]
    below += [box for told in explanation.told for box in _passages(told)]
    for conflict in explanation.conflicts:
        others = tuple(Box("said", sentence, tuple(_passages(told))) for sentence, told in conflict.others)
        below.append(Box("said", f"in dispute ({conflict.kind}): {conflict.reason}", others))
    return Box("said", f"{explanation.fact}: {explanation.headline}", tuple(below))


def _box(step: Step) -> Box:
    below = [*(box for told in step.told for box in _passages(told)), *map(_box, step.premises)]
    return Box(step.origin, f"{step.conclusion}\n[{origin(step)}]", tuple(below))


def _passages(told: Told) -> Iterator[Box]:
    for passage in told.passages:
        yield Box(passage.stance, f"“{' '.join(passage.quote.split())}”\n{passage.stance}: {passage.source}")


def as_mermaid(explanation: Explanation) -> str:
    """Return the explanation as a flowchart of Mermaid, which Markdown pages draw; arrows run from reasons up."""
    lines = ["flowchart BT"]
    parents: list[str] = []
    for number, (depth, box) in enumerate(boxes(explanation).walk(), 1):
        name = f"n{number}"
        lines.append(f'    {name}["{_quoted(box.text)}"]:::{box.kind}')
        if depth:
            arrow = "-.->" if box.kind in ("disputes", "missing", "possible") else "-->"
            lines.append(f"    {name} {arrow} {parents[depth - 1]}")
        parents[depth:] = [name]
    used = dict.fromkeys(box.kind for _, box in boxes(explanation).walk())
    lines += [f"    classDef {kind} fill:{_COLOURS[kind]},stroke:#888,color:#222" for kind in used]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Write a text as Mermaid takes it between quotes: entities for what it would read, breaks for lines."""
    kept = "".join(f"#{ord(sign)};" if sign in '"#`<>&;' else sign for sign in text)
    return kept.replace("\n", "<br/>")


def as_svg(explanation: Explanation) -> str:
    """Return the explanation as SVG: a box a row, indented below what it proves, with a rail to it."""
    rows: list[str] = []
    tops: list[int] = []
    top = width = _PAD
    for depth, box in boxes(explanation).walk():
        lines = [
            (line, _MUTED if number else _BOLD if not depth else "")
            for number, part in enumerate(box.text.split("\n"))
            for line in wrap(part, _WIDTH) or [""]
        ]
        left, height = _PAD + depth * _INDENT, len(lines) * _LINE + _PAD
        if depth:
            rail, middle = left - _INDENT // 2, top + height // 2
            rows.append(f'<path d="M{rail} {tops[depth - 1]}V{middle}H{left}" fill="none" stroke="#888"/>')
        dashes = ' stroke-dasharray="4 3"' if box.kind in ("disputes", "missing", "possible") else ""
        rows.append(
            f'<rect x="{left}" y="{top}" width="{_BOX}" height="{height}" rx="4" fill="{_COLOURS[box.kind]}" '
            f'stroke="#888"{dashes}/>'
        )
        rows += [
            f'<text x="{left + _PAD}" y="{top + (at + 1) * _LINE}"{look}>{escape(line)}</text>'
            for at, (line, look) in enumerate(lines)
        ]
        tops[depth:] = [top + height]
        width, top = max(width, left + _BOX + _PAD), top + height + _PAD
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{top}" viewBox="0 0 {width} {top}" '
        f'font-family="sans-serif" font-size="13" fill="#222" style="max-width:100%;height:auto">'
        f"<title>{escape(explanation.fact)}</title>"
        '<rect width="100%" height="100%" fill="#fff"/>'  # a dark page would swallow the words
    )
    return "\n".join([head, *rows, "</svg>"]) + "\n"


#: How an explanation can be written, by the name of the format.
RENDERINGS: dict[str, Callable[[Explanation], str]] = {
    "text": as_text,
    "json": as_json,
    "turtle": as_turtle,
    "mermaid": as_mermaid,
    "svg": as_svg,
    "dot": as_dot,
}
