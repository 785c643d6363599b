"""Readings under a heading on interactions: every other drug that a line names interacts with the topic."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, is_predicative
from loaders.extraction.contexts import INTERACTION
from loaders.extraction.coordination import group_after
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied, denied_members, prohibited
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.values import Literal

#: How many words may stand between a denial and what it denies: "did not significantly affect".
_NEAR: Final = 3

#: How many words may stand before the colon or dash of a line on one combination: "MDMA + alcohol: …".
_LABEL: Final = 12


def read(
    sentence: Sentence, section_role: str, cues: Cues, words: ClauseWords, negation: NegationWords
) -> Iterator[Reading]:
    """Yield an interaction of the topic with each other drug or class that the line names."""
    added = _sum(sentence)
    if added:
        yield from _of_sum(sentence, *added, cues, words)
        return
    if section_role != INTERACTION or not sentence.topic:
        return
    hinted = any(norm in cues.single_words("InteractionHint") for norm in sentence.norms)
    if sentence.running and not hinted and not _labelled(sentence):
        return
    topic = {entity.iri for mention in sentence.topic for entity in mention.meant(ABOUT)}
    others = [
        mention
        for mention in sentence.mentions
        if mention.meant(ABOUT)
        and not mention.reference
        and not is_predicative(sentence, mention)
        and not topic & {entity.iri for entity in mention.meant(ABOUT)}
        and not _compared(sentence, mention)
    ]
    warned = prohibited(sentence, len(sentence.tokens), 0, negation, reach=len(sentence.tokens))
    spared = not warned and _spared(sentence, cues, negation)
    denied = frozenset[int]() if warned else denied_members(sentence, 0, others, spared, negation, words.lists)
    yield from join(
        sentence.topic, INTERACTION, others, cues, cue="interactions", module="interactions", at=0, denied=denied
    )


def others(readings: Iterable[Reading], found: Sequence[Reading]) -> list[Reading]:
    """Return the interactions of pairs that the words of a sentence have not told already, or of another drug."""
    told = {each.object.iri for each in found if each.predicate == INTERACTION and not isinstance(each.object, Literal)}
    told |= {each.subject.iri for each in found if each.predicate == INTERACTION}
    return [each for each in readings if isinstance(each.object, Literal) or each.object.iri not in told]


def _sum(sentence: Sentence) -> tuple[Mention, int, int] | None:
    """Return the first of two drugs that a line adds up ("MDMA + alcohol: …"), and where the others stand."""
    norms = sentence.norms
    if "+" not in norms[:_LABEL] or not sentence.mentions:
        return None
    plus, first = norms.index("+"), sentence.mentions[0]
    if first.first > 1 or first.last != plus or not first.meant(ABOUT):
        return None
    end = next((at for at in range(plus, min(len(norms), plus + _LABEL)) if norms[at] in (":", "-", "=")), 0)
    return (first, plus + 1, end) if end else None


def _of_sum(
    sentence: Sentence, first: Mention, start: int, end: int, cues: Cues, words: ClauseWords
) -> Iterator[Reading]:
    """Yield the interaction with each drug before the colon, and with those that are named as its examples behind."""
    named = [mention for mention in sentence.mentions if start <= mention.first < end and mention.meant(ABOUT)]
    examples = group_after(sentence, end + 1, len(sentence.norms), ABOUT, words.lists, reach=0)
    yield from join((first,), INTERACTION, [*named, *examples], cues, cue="+", module="interactions", at=start - 1)


def _spared(sentence: Sentence, cues: Cues, negation: NegationWords) -> bool:
    """Tell whether each word for what one drug does to another is denied: "X does not affect the level of Y"."""
    hints = cues.single_words("InteractionHint")
    done = [at for at, norm in enumerate(sentence.norms) if norm in hints]
    return bool(done) and all(cue_denied(sentence, at, max(0, at - _NEAR), negation) for at in done)


def _labelled(sentence: Sentence) -> bool:
    """Tell whether a line begins with a drug and a colon: "Alcohol: more drowsiness"."""
    norms = sentence.norms[:_LABEL]
    return ":" in norms and any(
        mention.last <= norms.index(":") and mention.first <= 1 and mention.meant(ABOUT)
        for mention in sentence.mentions
    )


def _compared(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a mention is only what the topic is compared with: "less than other Ys"."""
    return not {"than", "unlike"}.isdisjoint(sentence.norms[max(0, mention.first - 3) : mention.first])
