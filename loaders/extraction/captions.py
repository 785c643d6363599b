"""Headings that a page does not mark as such, told by their words: "Possible side effects" on a line of its own.

The readers tell headings by their looks; where these fail, a line that holds nothing but the words of a known heading
is one all the same, and one that looks like a heading amid a list of side effects is none.
"""

import re
from collections.abc import Sequence
from typing import Final

from loaders.extraction import headings
from loaders.extraction.clauses import ABOUT
from loaders.extraction.contexts import EFFECTS
from loaders.extraction.passages import Analyser
from loaders.extraction.sentence import ARTICLES
from ontology.values import Block

#: The rank of such headings, below those of all that are marked.
BELOW_ALL: Final = 9

#: How many characters and words they have at most.
_LONGEST: Final = 70
_WORDS: Final = 8

#: As long a line below is no item of a list.
_PROSE: Final = 60

_ENDS: Final = (".", "!", ";", ":", ",", "?")

#: The number of a section, and how far before its heading it begins at most.
_NUMBER: Final = re.compile(r"(?<![^\s])\d{1,2}[.)]?\s*$")
_TO_NUMBER: Final = 6

#: Where a page has run two headings into one: "Side effectsWhat to do".
_GLUED: Final = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


def level_of(block: Block) -> int:
    """Return the rank of a heading; of a numbered item, that of a section."""
    if block.kind == "item":
        return 2
    return block.level or (BELOW_ALL if block.kind == "paragraph" else 1)


def is_caption(text: str, blocks: Sequence[Block], at: int, reader: Analyser) -> bool:
    """Tell whether a line without the marks of a heading holds nothing but the words of one."""
    block = blocks[at]
    if block.kind not in ("item", "paragraph") or block.end - block.start > _LONGEST or at + 1 == len(blocks):
        return False
    numbered = block.kind == "item" and bool(_NUMBER.search(text, max(0, block.start - _TO_NUMBER), block.start))
    if block.kind == "item" and not (numbered and blocks[at + 1].kind == "paragraph"):
        return False
    if text.endswith(_ENDS, block.start, block.end) or not text[block.start].isupper():
        return False
    sentence = reader.analyse(text, block.start, block.end, {}, None)
    role, first, last = headings.role_at(sentence.norms, reader.cues)
    if numbered and role:  # "4. Possible side effects": the contents number it as well
        return True
    if not role or len(sentence.norms) > _WORDS or not _leads(text, blocks, at, single=last == first + 1):
        return False
    named = {i for m in sentence.mentions if m.meant(ABOUT) for i in range(m.first, m.last)}
    fillers = reader.cues.single_words("HeadingFiller")
    return all(
        first <= i < last or i in named or norm in ARTICLES or norm in fillers for i, norm in enumerate(sentence.norms)
    )


def _leads(text: str, blocks: Sequence[Block], at: int, *, single: bool) -> bool:
    """Tell whether something stands below a line of which it can be the heading; below one word, prose or a list."""
    below = blocks[at + 1]
    prose = below.end - below.start >= _PROSE or text.endswith(":", below.start, below.end)  # "Absolute:" leads in
    return below.kind == "item" or (below.kind == "paragraph" and (prose or not single))


def is_stranded(text: str, blocks: Sequence[Block], at: int, reader: Analyser, section_role: str) -> bool:
    """Tell whether a line that looks like a heading is one of a list of effects: nothing stands below it."""
    block = blocks[at]
    if section_role not in EFFECTS or at + 1 == len(blocks) or blocks[at + 1].kind != "heading":
        return False
    if block.end - block.start > _LONGEST or blocks[at - 1].end - blocks[at - 1].start > _LONGEST:
        return False
    sentence = reader.analyse(text, block.start, block.end, {}, None)
    named = any(mention.meant(ABOUT) for mention in sentence.mentions)
    told = headings.role_of(sentence.norms, reader.cues) or reader.frequency_of(sentence)
    return not (named or told or text.endswith(_ENDS, block.start, block.end))


def role_of_first(text: str, block: Block, reader: Analyser) -> str:
    """Return the role of the first of two headings that a page has run into one."""
    glue = _GLUED.search(text, block.start, block.end)
    if glue is None:
        return ""
    return headings.role_of(reader.analyse(text, block.start, glue.start(), {}, None).norms, reader.cues)
