"""Asides that tell where to read on: "[see Clinical Studies (14)]". They say nothing of a drug and are passed over."""

import re
from collections.abc import Sequence
from typing import Final

from ontology.tokens import Token

#: A bracket that opens with "see", with the brackets within it; at the end of the text it may stay open.
_ASIDE: Final = re.compile(r"[\[(]\s*(?:\*+|_+)?see\b[^()\[\]]*(?:[\[(][^()\[\]]*[\])][^()\[\]]*)*[\])]", re.IGNORECASE)


def passed_over(text: str, tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens of a sentence without those in its asides."""
    if not any(token.norm == "see" for token in tokens):
        return list(tokens)
    spans = [match.span() for match in _ASIDE.finditer(text, tokens[0].start, tokens[-1].end + 1)]
    return [token for token in tokens if not any(first <= token.start < last for first, last in spans)]
