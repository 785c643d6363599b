"""Tables: who the columns are about, what the rows say, and tables that a plain text has flattened.

A table is read with its drugs as columns (the header row names them) or as rows (the first cell does). In a flattened
table, as a page leaves it when it is copied, the line "Feature X Y" is the header and each line below begins with a
row's label; its cells are cut where a word begins with a capital letter in the midst of a line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.extraction.readings import Reading
from loaders.extraction.schedules import custom
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.lexicon import Lexicon
from ontology.terms import DISP
from ontology.values import Block

SCHEDULED: Final = "hasSchedule"

#: The numbers of schedules.
LEVELS: Final = frozenset({"i", "ii", "iii", "iv", "v", "1", "2", "3", "4", "5", "8", "9"})

_CUT: Final = re.compile(r"(?<=[a-z)%0-9;,])\s+(?=[A-Z\d])|(?<=[A-Z)])\s+(?=[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table, each a tuple of cell spans; the first is the header."""

    rows: tuple[tuple[tuple[int, int], ...], ...]


def _numbered(sentence: Sentence, lexicon: Lexicon) -> Iterator[Reading]:
    """Read a cell that holds only the number of a schedule: "Schedule | IV"."""
    number = sentence.norms[0]
    if number not in LEVELS or (len(sentence.norms) > 1 and sentence.norms[1].isalpha()):
        return
    named = [form.entity for form in lexicon.lookup(("schedule", number))]
    for mention in sentence.topic:
        for subject in mention.candidates:
            for entity in sorted(named, key=custom)[:1]:
                yield Reading(subject, SCHEDULED, entity, False, sentence.label, "tables", 0, mention, mention)


def _scheduled(sentence: Sentence) -> Iterator[Reading]:
    """Read a schedule among the classes of a drug: "Classification: Schedule IV, depressant"."""
    for mention in sentence.mentions:
        for schedule in mention.meant(_SCHEDULE):
            for owner in sentence.topic:
                for subject in owner.candidates:
                    yield Reading(subject, SCHEDULED, schedule, False, sentence.label, "tables", 0, owner, mention)


_CLASSES: Final = "isA"
_SCHEDULE: Final = frozenset({"Schedule"})


def tables_of(blocks: Sequence[Block]) -> dict[int, Table]:
    """Return the tables of a document by number."""
    rows: dict[int, list[tuple[tuple[int, int], ...]]] = {}
    for block in blocks:
        if block.kind == "row":
            rows.setdefault(block.table, []).append(block.cells)
    return {number: Table(tuple(_from_head(cells))) for number, cells in rows.items()}


#: How many characters the words of a row have that are no label.
_TOLD: Final = 60


def told(cells: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the one cell of a row that is not empty, where there is just one and it holds more than a label."""
    filled = [span for span in cells if span[1] > span[0]]
    alone = len(filled) == 1 and len(cells) > 1 and filled[0][1] - filled[0][0] >= _TOLD
    return filled[0] if alone else None


def _from_head(rows: list[tuple[tuple[int, int], ...]]) -> list[tuple[tuple[int, int], ...]]:
    """Return the rows from the header on; a first row that only tells something stands over it."""
    return rows[1:] if len(rows) > 2 and told(rows[0]) and not told(rows[1]) else rows


def cells_of_line(text: str, start: int, end: int, columns: int) -> tuple[tuple[int, int], ...]:
    """Return the spans of the cells of a flattened row after its label, or nothing where no cut gives that many.

    With two columns each cut is tried; the one is taken that gives cells most alike in length, since both tell the
    same aspect of two things. More columns are cut only where there are just enough places.
    """
    cuts = [match for match in _CUT.finditer(text, start, end) if text[match.start() - 1] not in ",;("]
    if columns == 2 and cuts:
        depth_free = [cut for cut in cuts if text.count("(", start, cut.start()) == text.count(")", start, cut.start())]
        if not depth_free:
            return ()
        best = min(depth_free, key=lambda cut: (abs((cut.start() - start) - (end - cut.end())), cut.start()))
        return ((start, best.start()), (best.end(), end))
    if len(cuts) == columns - 1:
        edges = [start, *(edge for cut in cuts for edge in (cut.start(), cut.end())), end]
        return tuple(zip(edges[::2], edges[1::2], strict=True))
    return ()


def read(sentence: Sentence, lexicon: Lexicon, cues: Cues) -> Iterator[Reading]:
    """Yield what a cell says with yes or no to the question of its row ("Controlled drug | No"), or by a number."""
    if sentence.role == SCHEDULED and sentence.label and sentence.tokens:
        yield from _numbered(sentence, lexicon)
    if sentence.label and sentence.role == _CLASSES:
        yield from _scheduled(sentence)
    asked = lexicon.entities.get(DISP + sentence.role) if sentence.role[:1].isupper() else None
    if asked is None or not sentence.tokens:
        return
    opening = sentence.tokens[0].norm
    denied = opening in cues.single_words("Negator")
    if not denied and opening not in cues.single_words("Affirmation"):
        return
    for mention in sentence.topic:
        for subject in mention.candidates:
            yield Reading(subject, "isA", asked, denied, sentence.label or asked.label, "tables", 0, mention, mention)
