"""What is taken beside the drug: advice that names medicines and drinks, without a word for what they do to each other.

"Do not use it within 24 hours of ergotamine", "tell your doctor about all your medicines, especially lithium" and
"limit alcohol" call for care with what they name, in whatever words they go on.
"""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT
from loaders.extraction.contexts import INTERACTION
from loaders.extraction.kinds import DRUG
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues

#: How many words may stand between "limit" and the drink.
_NEAR: Final = 5


def read(sentence: Sentence, cues: Cues) -> Iterator[Reading]:
    """Yield an interaction with each drug that a sentence tells readers to think of, or to take less of."""
    subjects = sentence.topic
    if not subjects or not subjects[0].meant(ABOUT):
        return
    topic = {entity.iri for mention in subjects for entity in mention.meant(ABOUT)}
    phrases = sentence.found(cues.words("CompanionPhrase"))
    first = phrases[0][0] + len(phrases[0][1]) if phrases else len(sentence.norms)
    members = [
        mention
        for mention in sentence.mentions
        if mention.first >= first and not mention.reference and _is_other(mention, topic) and _named(sentence, mention)
    ]
    members += _limited(sentence, topic, cues)
    members += _used_with(sentence, topic)
    yield from join(
        subjects, INTERACTION, members, cues, cue="with", module="companions", at=min(first, len(sentence.norms) - 1)
    )


def _is_other(mention: Mention, topic: set[str]) -> bool:
    meant = mention.meant(ABOUT)
    return bool(meant) and "OnlyPredicated" not in meant[0].kinds and topic.isdisjoint(each.iri for each in meant)


def _named(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a drug is one to think of, and not what others are for or are likened to."""
    return sentence.norms[mention.first - 1] not in ("against", "like", "than", "unlike")


def _used_with(sentence: Sentence, topic: set[str]) -> Iterator[Mention]:
    """Yield the drug of which is said what it does "when used with" the topic."""
    norms = sentence.norms
    for mention in sentence.mentions:
        before = norms[max(0, mention.first - 3) : mention.first]
        meant = {each.iri for each in mention.meant(ABOUT)}
        if before[:1] == ["when"] and before[2:] == ["with"] and before[1] in _USED and meant & topic:
            other = next((m for m in sentence.mentions if m.last < mention.first and _is_other(m, topic)), None)
            if other is not None and other.first == 0:
                yield other


_USED: Final = frozenset({"combined", "given", "taken", "used"})


def _limited(sentence: Sentence, topic: set[str], cues: Cues) -> Iterator[Mention]:
    """Yield the drink that readers are to avoid or to take less of: "limit your alcohol intake"."""
    avoidance = cues.words("AvoidanceWord")
    if not sentence.may_hold(avoidance):
        return
    taken = [m for m in sentence.mentions if not m.meant(ABOUT)]
    named = [m for m in sentence.nested if any(w.first <= m.first and m.last <= w.last for w in taken)]
    for at, phrase in sentence.found(avoidance):
        first = at + len(phrase)
        whole = sentence.mentions if sentence.norms[first : first + 1] in _ONESELF else []
        for mention in (*named, *whole):
            if at < mention.first <= first + _NEAR and mention.meant(DRUG) and _is_other(mention, topic):
                yield mention


#: Whom to limit: "limit yourself to one alcoholic drink a day".
_ONESELF: Final = (["yourself"], ["your"], ["the"])
