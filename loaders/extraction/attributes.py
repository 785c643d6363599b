"""Attributes: a label and its value, in a line ("Onset: 20 min", "Light 5-10 mg") or in a table about the page's drug.

In such a table no drug is named; the first cell of a row, or the head of a column, says of what the others are values:

    | Oral      |          |            | Route | Onset  | Duration |
    | Light     | 5-10 mg  |            | Oral  | 30 min | 4-6 h    |
    | Duration  | 4-6 h    |            | Nasal | 10 min | 2-3 h    |
"""

from collections.abc import Sequence
from typing import Final

from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.tokens import normal_form

ROUTE: Final = frozenset({"Route"})

#: How many words a label has at most.
LONGEST: Final = 5

_MARKS: Final = frozenset({":", "-", "~", "=", "("})
_NEAR: Final = frozenset({"about", "around", "approximately", "typically", "usually", "roughly"})
_ENDS: Final = frozenset({";", ",", ".", ")", "/", "|", "+"})

#: The classes of words that, as a label, say of what an amount or a time is the value.
DOSES: Final = ("DoseKind", "DoseLabel")
ONSETS: Final = ("OnsetLabel",)
DURATIONS: Final = ("DurationLabel",)


def label_before(sentence: Sentence, at: int) -> tuple[str, ...]:
    """Return the words of the label of which the value begins at a token; empty where a phrase runs on before it."""
    norms = sentence.norms
    while at > 0 and (norms[at - 1] in _MARKS or norms[at - 1] in _NEAR):
        at -= 1
    first = at
    while first > 0 and at - first <= LONGEST and norms[first - 1][:1].isalpha() and not _unit(norms, first - 1):
        first -= 1
    if at - first > LONGEST or (first > 0 and norms[first - 1] not in _ENDS | _MARKS and not _unit(norms, first - 1)):
        return ()
    return tuple(norms[first:at])


def _unit(norms: Sequence[str], at: int) -> bool:
    """Tell whether a token is the unit of a number before it, which ends the value of another label."""
    return at > 0 and norms[at - 1][:1].isdigit() and norms[at][:1].isalpha()


def labelled(sentence: Sentence, at: int, names: Sequence[str], cues: Cues) -> str:
    """Return the phrase of one of these classes that labels the value at a token, or nothing.

    The label stands right before the value, else over its item, its row or its column.
    """
    before = label_before(sentence, at)
    if before and (phrase := _named_by(before, names, cues)) and _fills(before, phrase, cues):
        return " ".join(phrase)
    for label in (sentence.column, sentence.label):
        if label and (phrase := _named_by(normal_form(label)[:LONGEST], names, cues)):
            return " ".join(phrase)
    return ""


def _named_by(label: Sequence[str], names: Sequence[str], cues: Cues) -> tuple[str, ...]:
    """Return the phrase of one of these classes that stands in a label; a label of levels in blood has none."""
    if any(True for _ in cues.words("OtherTime").found(label)):
        return ()
    for name in names:
        for _, phrase in cues.words(name).found(label):
            return phrase
    return ()


def _fills(label: Sequence[str], phrase: Sequence[str], cues: Cues) -> bool:
    """Tell whether nothing else stands in a label than a phrase and what may go with it: "oral", "dose", "effects"."""
    rest = [word for word in label if word not in phrase]
    return all(word in cues.single_words("LabelFiller") for word in rest)


def is_label(norms: Sequence[str], cues: Cues) -> bool:
    """Tell whether the words of a cell say of what others are the values."""
    return 0 < len(norms) <= LONGEST and bool(_named_by(norms, (*DOSES, *ONSETS, *DURATIONS), cues))


def is_route(cell: Sentence) -> bool:
    """Tell whether a cell names a route and nothing else, so that its row or table is about that route."""
    return any(
        mention.first == 0 and mention.last == len(cell.tokens) and mention.meant(ROUTE) for mention in cell.mentions
    )
