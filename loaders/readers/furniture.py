"""Page furniture: what stands on a page about the page itself, and is neither a heading nor a sentence about a drug."""

import re

#: Lines that pages print around their text, as whole lines; compared without case and end marks.
PHRASES = frozenset(
    {
        "advertisement",
        "back to search results",
        "back to top",
        "contents",
        "edit",
        "in this article",
        "jump to content",
        "jump to navigation",
        "jump to search",
        "on this page",
        "print",
        "read more",
        "share",
        "share this article",
        "skip to content",
        "skip to main content",
        "register for free and read the full article",
        "select source",
        "table of contents",
    }
)
READING_TIME = re.compile(r"\d+[ -]min(?:ute)?s? read", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Tell a line that only serves the page: a jump link, a reading time, a share button."""
    if len(line) > 40:
        return False
    words = line.strip(" \t\u00a0.:>»›…*_")
    return words.casefold() in PHRASES or READING_TIME.fullmatch(words) is not None
