"""Readings under a heading on interactions: every other drug that a line names interacts with the topic."""

from collections.abc import Iterator

from loaders.extraction.clauses import ABOUT, ClauseWords, is_predicative
from loaders.extraction.contexts import INTERACTION
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, denied_members, prohibited
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues


def read(
    sentence: Sentence, section_role: str, cues: Cues, words: ClauseWords, negation: NegationWords
) -> Iterator[Reading]:
    """Yield an interaction of the topic with each other drug or class that the line names."""
    if section_role != INTERACTION or not sentence.topic:
        return
    if sentence.running and not any(norm in cues.single_words("InteractionHint") for norm in sentence.norms):
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
    denied = frozenset[int]() if warned else denied_members(sentence, 0, others, False, negation, words.lists)
    yield from join(
        sentence.topic, INTERACTION, others, cues, cue="interactions", module="interactions", at=0, denied=denied
    )


def _compared(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a mention is only what the topic is compared with: "less than other Ys"."""
    return not {"than", "unlike"}.isdisjoint(sentence.norms[max(0, mention.first - 3) : mention.first])
