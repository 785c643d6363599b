"""What a heading, a lead-in line or a label says of the text below it: its topic, and the role of a bare list."""

from collections.abc import Sequence

from loaders.extraction.clauses import ABOUT
from loaders.extraction.mentions import Mention
from ontology.cues import Cues
from ontology.lexicon import Entity


def role_of(norms: Sequence[str], cues: Cues, *, row: bool = False) -> str:
    """Return the property that the words of a heading (or of a row's label) name; "" where they name none."""
    return role_at(norms, cues, row=row)[0]


def role_at(norms: Sequence[str], cues: Cues, *, row: bool = False) -> tuple[str, int, int]:
    """Return the property, by the longest cue among the words, and the words from first to last (exclusive) of the cue.

    A cue on a class instead of a property ("controlled status") is returned as the class's local name, which begins
    with a capital letter.
    """
    best: tuple[int, int, str] = (0, 0, "")
    tables = [cues.rows, cues.roles, cues.headings] if row else [cues.headings, cues.roles]
    for table in tables:
        for words, predicate in table.items():
            width = len(words)
            for at in range(len(norms) - width + 1):
                if tuple(norms[at : at + width]) == words and (width, -at) > best[:2]:
                    best = (width, -at, predicate)
    width, at, predicate = best
    return predicate, -at, width - at


def named_in(mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """Return the drugs and classes that a heading names, in order; one that only says what drugs are is no topic."""
    ordered = sorted(mentions, key=lambda mention: mention.first)
    named = dict.fromkeys(entity for mention in ordered for entity in mention.meant(ABOUT))
    return tuple(entity for entity in named if "OnlyPredicated" not in entity.kinds)
