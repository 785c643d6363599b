"""Texts of the words that the extractor knows, in any order: names, cues, words of denial and reference, marks.

Random letters hardly ever name a drug, so they leave most of the extractor unread. Two bytes choose a word here, so
that any bytes are a text, and what changes bytes by what they reach finds its way.
"""

from collections.abc import Iterator, Sequence

from dispensatory.tools import Tools

#: What stands between words: ends of sentences and lines, marks of lists, headings and tables.
MARKS = (
    *(". ", ", ", "; ", ": ", "? ", " (", ") ", " / ", "-", " – ", "'s ", " and ", " or ", " not ", "\n", "\n\n"),
    *("\n- ", "\n  - ", "\n1. ", "\n# ", "\n## ", "\n\n| ", " | ", " |\n", "\n| - | - |\n", "\t", " [", "](x) ", "**"),
    *(" 10 mg ", " 1 in 10 ", " 20 %", " 1977 ", "&amp; ", "<b>", "<p>", "μ", "α"),
)
#: How many names of each kind of thing are among the words.
NAMES = 12


def vocabulary(tools: Tools) -> list[str]:
    """Return names, the phrases of closed classes, the words of cues, and marks, each of the four as often met."""
    cues = tools.extractor.cues
    names: dict[frozenset[str], list[str]] = {}
    for key, forms in tools.lexicon.names():
        found = names.setdefault(forms[0].entity.kinds, [])
        if len(found) < NAMES:
            found.append(key)
    tables = (cues.roles, cues.headings, cues.rows)
    parts = (
        {name for some in names.values() for name in some},
        {" ".join(words) for phrases in cues.word_classes.values() for words in phrases},
        {word for key in cues.anchors for word in key.split(" ")}
        | {" ".join(key) for table in tables for key in table},
        set(MARKS),
    )
    most = max(map(len, parts))
    return [word for part in parts for word in sorted(part) * (most // len(part))]


def text(data: bytes, words: Sequence[str]) -> str:
    """Return the text that bytes choose, two a word."""
    pairs = zip(data[::2], data[1::2], strict=False)
    return "".join(_spaced(words[(first << 8 | second) % len(words)] for first, second in pairs))


def _spaced(chosen: Iterator[str]) -> Iterator[str]:
    for word in chosen:
        yield word if not word[:1].isalnum() else f" {word}"
