"""The reader of questions with answers in XML, as MedQuAD keeps them: a question is the heading of its answer."""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from loaders.readers import outline
from loaders.readers.decoding import clean
from loaders.readers.reading import Reading, joined
from loaders.readers.trees import words
from ontology.values import Block

#: What is left of the lines of a page that were put on one: the bullet of an item, and the end of a list.
BULLET, GAP = re.compile(r"(?<=\S) {2,}- +(?=\S)"), re.compile(r"(?<=\S) {3,}(?=\S)")


def read(root: Element) -> Reading:
    """Return the answers of a document under their questions; what it is about heads all."""
    # Both of MedQuAD's dialects are read; the names differ in more than their capitals.
    title = words(root.find("Focus")) or words(root.find("doctitle-focus"))
    text, blocks = joined(_parts(root, title))
    answered = any(block.kind != "heading" for block in blocks)
    return Reading(text, blocks if answered else (), title[:300], identifier=root.get("url", ""))


def _parts(root: Element, title: str) -> Iterator[Reading]:
    if title:
        yield _heading(title, 1)
    for pair in root.iter():
        if pair.tag in ("QAPair", "pair"):
            for found in pair:
                if found.tag.lower() == "question" and words(found):
                    yield _heading(words(found), 2)
                elif found.tag.lower() == "answer":
                    answer = _lined(clean("".join(found.itertext())).strip())
                    blocks = outline.blocks(answer, 0, plain=True)
                    yield Reading(answer, tuple(map(_below, blocks)))


def _lined(answer: str) -> str:
    """Return an answer with the lines that its lists had on their page."""
    return GAP.sub("\n\n", BULLET.sub("\n- ", answer)) if BULLET.search(answer) else answer


def _below(block: Block) -> Block:
    """Return a block of an answer; its headings rank below the question."""
    return replace(block, level=min(block.level + 2, 6)) if block.kind == "heading" else block


def _heading(line: str, level: int) -> Reading:
    return Reading(line, (Block("heading", 0, len(line), level),) if any(map(str.isalnum, line)) else ())
