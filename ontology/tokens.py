"""Words as the lexicon and the texts both see them: folded for comparison, with offsets into the untouched text.

Case, hyphens, Greek letters and possessives are folded, so that "GABA-B", "gaba b" and "GABA B" are one form and
"μ-opioid" is "mu-opioid"; digits set low ("5-HT₂A") are plain ones. A hyphen inside a word vanishes; one that stands
alone, or ends a word ("mono- and polysynaptic"), stays. Verbs cut short are whole ("it's" is "it is"). Marks of
Markdown and the targets of its links are no tokens.
"""

import re
import unicodedata
from typing import Final

#: A word, number or mark with the blanks before it, so that what is found fills the text and tells its own offsets.
_PIECE: Final = re.compile(
    r"\s*(?:\]\([^)\s]*\)"  # the target of a Markdown link
    r"|\d+(?:[.,]\d+)*|[₀-₉]+"  # a number
    r"|[^\W\d_\u0370-\u03ff\u00b5₀-₉]+(?:(?<=n)['’]t\b)?"  # a word: does|n't
    r"|['’](?:s|re|ve|ll)\b|['’](?!\w)"  # a possessive, or a verb cut short
    r"|\S)"  # Greek letters and punctuation, one by one
)
#: Names of letters alone, of which a lexicon has tens of thousands, need no tokenizer.
_LETTERS: Final = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*")
_GREEK: Final = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "κ": "kappa",
    "λ": "lambda",
    "µ": "mu",
    "μ": "mu",
    "σ": "sigma",
    "ω": "omega",
}
_DASHES: Final = frozenset("-‐‑‒–—−")
_MARKUP: Final = frozenset("*_`#$[]")
_LOW_DIGITS: Final = frozenset("₀₁₂₃₄₅₆₇₈₉")
_SAME: Final = {"’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "n’t": "not", "n't": "not", "’s": "'s"}
#: Verbs cut short, of which only "'s" can be a possessive as well.
_VERBS: Final = {"'re": "are", "’re": "are", "'ve": "have", "’ve": "have", "'ll": "will", "’ll": "will"}
#: The words behind which "'s" is a verb.
_PRONOUNS: Final = frozenset({"he", "here", "it", "she", "that", "there", "what", "who"})


class Token:
    """A word, number or mark: its folded form, and where it stands in the text.

    A plain class, as is all of which every sentence has dozens: compiled, it is made and read several times faster
    than a named tuple or a data class.
    """

    __slots__ = ("end", "norm", "start")

    def __init__(self, norm: str, start: int, end: int) -> None:
        """Take the folded form and the offsets."""
        self.norm = norm
        self.start = start
        self.end = end


class _Piece:
    """What a word, number or mark in a text is, whatever stands around it."""

    __slots__ = ("blanks", "dash", "negated", "norm", "possessive", "width")

    def __init__(self, raw: str) -> None:
        """Take it as it stands, with the blanks before it."""
        bare = raw.lstrip()
        self.width = len(raw)
        self.blanks = len(raw) - len(bare)
        self.dash = bare in _DASHES
        self.negated = len(bare) > _NEGATION and bare.endswith(("n't", "n’t"))  # two tokens: does|n't
        self.norm = "" if bare in _MARKUP or bare[0] == "]" else _fold(bare[:-_NEGATION] if self.negated else bare)
        self.possessive = self.norm == "'s"


#: The pieces met so far; texts repeat most of theirs.
_known: Final[dict[str, _Piece]] = {}
_MOST: Final = 1 << 16

#: How many characters of a verb deny it: "n't".
_NEGATION: Final = 3


def _fold(raw: str) -> str:
    folded = raw.lower()
    folded = _VERBS.get(folded) or _GREEK.get(folded, folded)
    if not folded.isascii():
        folded = _SAME.get(folded, folded)
        if not folded.isascii() and (len(folded) > 1 or folded in _LOW_DIGITS):
            folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    elif folded == "n't":
        folded = "not"
    return folded


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of `text[start:end]` with offsets into `text`, in code points."""
    tokens: list[Token] = []
    stop = len(text) if end is None else end
    known = _known
    at = start
    for raw in _PIECE.findall(text, start, stop):
        piece = known.get(raw)
        if piece is None:
            piece = _learn(raw)
        first = at + piece.blanks
        at += piece.width
        if piece.dash:
            if norm := _dash(text, start, first, stop):
                tokens.append(Token(norm, first, at))
        elif piece.negated:
            tokens.append(Token(piece.norm, first, at - _NEGATION))
            tokens.append(Token("not", at - _NEGATION, at))
        elif piece.possessive and tokens and tokens[-1].norm in _PRONOUNS:
            tokens.append(Token("has" if text.startswith(" been", at, stop) else "is", first, at))
        elif piece.norm:
            tokens.append(Token(piece.norm, first, at))
    return tokens


def _learn(raw: str) -> _Piece:
    if len(_known) >= _MOST:
        _known.clear()
    piece = _known[raw] = _Piece(raw)
    return piece


def _dash(text: str, start: int, at: int, stop: int) -> str:
    """Return how a dash is read: as a mark, as the end of a word ("mono-"), or not at all inside of one."""
    before, after = text[at - 1] if at > start else " ", text[at + 1] if at + 1 < stop else " "
    joins_left = before.isalnum() or before == ")"
    if joins_left and after.isalnum():
        return "-" if before.isdigit() and after.isdigit() else ""
    return "~" if joins_left else "-"


def normal_form(text: str) -> tuple[str, ...]:
    """Return the folded words of a name or phrase."""
    if _LETTERS.fullmatch(text):
        return tuple(text.lower().replace("-", " ").split(" "))
    return tuple(token.norm for token in tokenize(text))
