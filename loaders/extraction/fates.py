"""What becomes of a drug in the body, which other drugs and diseases change and which is no effect of it."""

from typing import Final

from loaders.extraction.clauses import ABOUT
from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import Sentence

_FATES: Final = frozenset({"DrugFate"})


def of_a_drug(sentence: Sentence, subject: Mention, process: Mention) -> bool:
    """Tell whether what becomes of a drug is changed: "inhibits the metabolism of X", "cirrhosis slows elimination"."""
    if not process.meant(_FATES):
        return False
    if subject.last <= subject.first or subject.reference or sentence.norms[process.first - 1] in ("its", "their"):
        return True
    after = sentence.norms[process.last : process.last + 1]
    named = any(
        process.last < mention.first <= process.last + _NEAR and mention.meant(ABOUT) for mention in sentence.mentions
    )
    return after == ["by"] or (after == ["of"] and named)


#: How far behind the process its drug may stand.
_NEAR: Final = 2
