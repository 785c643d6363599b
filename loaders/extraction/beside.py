"""Which mentions stand beside the words of a cue: right before them, or first in their clause."""

from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords
from loaders.extraction.coordination import group_after
from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import Clause, Sentence

#: What right before a name shows that something is said to be it: "is addictive".
_PREDICATING: Final = frozenset({"are", "be", "been", "considered", "is", "not", "was", "were"})

#: What may govern a condition that stands right before a verb: "seizures in epilepsy are treated with".
_PREPOSITIONS: Final = (["in"], ["of"], ["with"], ["from"], ["for"], ["after"], ["during"])


def right_before(sentence: Sentence, at: int, kinds: frozenset[str], spare: int) -> tuple[Mention, ...]:
    """Return the mention that ends at a token, or up to `spare` before it, with those listed with it to its left."""
    norms = sentence.norms
    for mention in sorted([*sentence.mentions, *sentence.nested], key=lambda each: (-each.last, each.first)):
        if at - spare <= mention.last <= at and mention.meant(kinds):
            group = [mention]
            while True:
                earlier = [
                    each
                    for each in sentence.mentions
                    if each.last < group[0].first
                    and each.meant(kinds)
                    and set(norms[each.last : group[0].first]) <= {",", "and", "or", "/", "(", ")"}
                ]
                if not earlier or norms[earlier[-1].first - 1] in _PREDICATING:
                    return tuple(group)  # "is not addictive and tolerance builds": another clause ends before "and"
                group.insert(0, earlier[-1])
    return ()


def with_own_end(sentence: Sentence, at: int, subjects: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return those that the words at a token are the end of, where each has its own: "X to calm, Y to help sleep"."""
    norms = sentence.norms
    if not subjects or norms[subjects[-1].last : subjects[-1].last + 1] != ["to"]:
        return ()
    for mention in reversed(sentence.mentions):
        if subjects[-1].last < mention.first and mention.last < at and mention.meant(ABOUT) and not mention.reference:
            own = norms[mention.last] == "to" and "," not in norms[mention.last : at]
            return right_before(sentence, mention.last, ABOUT, 0) if own else ()
    return ()


def owner_behind(sentence: Sentence, last: int) -> tuple[Mention, ...]:
    """Return what the words before a token are said to be of: "the addiction liability of opioids"."""
    norms = sentence.norms
    if norms[last : last + 1] != ["of"]:
        return ()
    at = last + 2 if norms[last + 1 : last + 2] == ["the"] else last + 1
    return tuple(each for each in sentence.mentions if each.first == at and each.meant(ABOUT))[:1]


def before(
    sentence: Sentence, clause: Clause, at: int, kinds: frozenset[str], words: ClauseWords
) -> tuple[Mention, ...]:
    """Return what a verb at a token is said of: the first list of its clause, or the one right before the verb."""
    first = _leading(sentence, clause, at, kinds, words)
    near = right_before(sentence, at, kinds, 0)
    if not near or _governed(sentence, near[0]):
        return first
    listed = near[-1] in first and not (sentence.norms[at] in words.finite and _governed(sentence, first[0]))
    return first if listed else near  # "watch for tremor, and severe seizures should be treated with"


def _governed(sentence: Sentence, mention: Mention) -> bool:
    return sentence.norms[mention.first - 1 : mention.first] in _PREPOSITIONS


def _leading(
    sentence: Sentence, clause: Clause, before: int, kinds: frozenset[str], words: ClauseWords
) -> tuple[Mention, ...]:
    """Return the first list of mentions of these kinds before a token, whatever governs it."""
    for mention in sentence.mentions:
        known = not mention.reference or "Drug" in kinds
        if clause.first <= mention.first and mention.last <= before and mention.meant(kinds) and known:
            return tuple(group_after(sentence, mention.first, before, kinds, words.lists))
    return ()


def is_subject(sentence: Sentence, clause: Clause, first: int, last: int, words: ClauseWords) -> bool:
    """Tell whether a noun with what it acts on opens its clause and has a verb of its own: "TAAR1 activation is"."""
    norms = sentence.norms
    while norms[last : last + 1] and (norms[last].endswith("ly") or norms[last] == "also"):
        last += 1
    opens = first - clause.first <= 1 or norms[first - 1] in ("that", "this", "the")
    return opens and norms[last : last + 1] != [] and norms[last] in words.finite
