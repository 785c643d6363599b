"""Words as the lexicon and the texts both see them: folded for comparison, with offsets into the untouched text.

Case, hyphens, Greek letters and possessives are folded, so that "GABA-B", "gaba b" and "GABA B" are one form and
"μ-opioid" is "mu-opioid"; digits set low ("5-HT₂A") are plain ones. A hyphen inside a word vanishes; one that stands
alone, or ends a word ("mono- and polysynaptic"), stays. Marks of Markdown and the targets of its links are no tokens.
"""

import re
import unicodedata
from functools import lru_cache

_TOKEN = re.compile(
    r"\]\([^)\s]*\)"  # the target of a Markdown link
    r"|\d+(?:[.,]\d+)*|[₀-₉]+"  # a number
    r"|[^\W\d_\u0370-\u03ff₀-₉]+?(?=n['’]t\b)|n['’]t\b"  # does|n't
    r"|[^\W\d_\u0370-\u03ff\u00b5₀-₉]+"  # a word
    r"|['’]s\b|['’](?!\w)"  # a possessive
    r"|\S"  # Greek letters and punctuation, one by one
)
#: Names of letters alone, of which a lexicon has tens of thousands, need no tokenizer.
_LETTERS = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*")
_GREEK = {
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
_DASHES = frozenset("-‐‑‒–—−")
_MARKUP = frozenset("*_`#$[]")
_LOW_DIGITS = frozenset("₀₁₂₃₄₅₆₇₈₉")
_SAME = {"’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "n’t": "not", "n't": "not", "’s": "'s"}


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


@lru_cache(maxsize=1 << 16)
def _fold(raw: str) -> str:
    folded = raw.lower()
    folded = _GREEK.get(folded, folded)
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
    for match in _TOKEN.finditer(text, start, stop):
        raw = match.group()
        first, last = match.span()
        if raw.isalnum():  # nearly all
            tokens.append(Token(_fold(raw), first, last))
        elif raw in _DASHES:
            joins_left = first > start and (text[first - 1].isalnum() or text[first - 1] == ")")
            joins_right = last < stop and text[last].isalnum()
            if joins_left and joins_right:
                between_numbers = text[first - 1].isdigit() and text[last].isdigit()
                if not between_numbers:
                    continue
                tokens.append(Token("-", first, last))
            else:
                tokens.append(Token("~" if joins_left else "-", first, last))
        elif raw in _MARKUP or raw[0] == "]":
            continue
        else:
            tokens.append(Token(_fold(raw), first, last))
    return tokens


def normal_form(text: str) -> tuple[str, ...]:
    """Return the folded words of a name or phrase."""
    if _LETTERS.fullmatch(text):
        return tuple(text.lower().replace("-", " ").split(" "))
    return tuple(token.norm for token in tokenize(text))
