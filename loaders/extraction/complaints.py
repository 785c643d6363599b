"""What readers are told to watch for: "stop taking it if you develop a rash" names what the drug may do to them.

Such advice stands beside that on whom a drug does not suit and is put in the same words; what tells them apart is that
the reader is to act on it, at once or by leaving the drug, or that the condition is one to experience or to notice.
"""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.lists import in_gloss
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues

ADVERSE: Final = "hasAdverseEffect"

#: Kinds of condition that no drug brings about, and those that are told of otherwise.
_OTHERS: Final = frozenset({"Activity", "Circumstance", "DrugRisk", "Population"})
#: What somebody may merely have, and not from the drug: "call your doctor if you have diabetes".
_LASTING: Final = frozenset({"Disease"})

#: How many words may stand between "if" and the verb: "if you or your child ever".
_TO_VERB: Final = 7


def read(
    sentence: Sentence, subjects: tuple[Mention, ...], first: int, last: int, cues: Cues, experiencing: frozenset[str]
) -> Iterator[Reading]:
    """Yield the side effects that the condition of an advice names; `first` and `last` bound its words."""
    norms = sentence.norms
    opening = norms[first : min(last, first + _TO_VERB)]
    if "not" in opening:
        return  # "if you do not have relief"
    felt = not experiencing.isdisjoint(opening) or not _SIGNS.isdisjoint(norms[first:last])
    kinds = cues.signatures[ADVERSE].range
    members = list[Mention]()
    for mention in sentence.mentions:
        meant = mention.meant(kinds) if first <= mention.first and mention.last <= last else ()
        if not meant or mention.reference or meant[0].kinds & _OTHERS or _had(norms, mention):
            continue
        if norms[mention.last : mention.last + 1] == ["you"]:
            continue  # "and they worry you"
        if members and in_gloss(sentence, mention):
            continue
        if felt or meant[0].kinds.isdisjoint(_LASTING):
            members.append(mention)
    for member in members:
        yield from join(
            subjects, ADVERSE, (member,), cues, cue="if you", module="complaints", at=member.first, settled=True
        )


_SIGNS: Final = frozenset({"effects", "signs", "symptoms", "reaction", "reactions"})
#: What stands before a condition that is treated, or has been there before: "if your asthma", "medicine for asthma".
_BEFORE: Final = frozenset({"against", "for", "his", "her", "their", "treat", "your"})


def _had(norms: list[str], mention: Mention) -> bool:
    return mention.first > 0 and norms[mention.first - 1] in _BEFORE
