"""Advice against stopping: "do not stop taking X suddenly", "never stop it without talking to your doctor".

To leave a drug at once, or by oneself, is a way of using it that calls for care. Its name stands around the drug's, so
that no name that the ontology holds could be found in one piece.
"""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT
from loaders.extraction.kinds import CONDITION
from loaders.extraction.lists import PRECAUTION
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.lexicon import Lexicon

#: What the two ways of stopping are called.
_AT_ONCE: Final = ("abrupt", "discontinuation")
_BY_ONESELF: Final = ("discontinuation", "without", "medical", "advice")

#: How far behind the verb the words may stand that tell how, and before it those that forbid it.
_BEHIND: Final = 8
_BEFORE: Final = 4
#: How far behind "without" the one may stand who is to be asked.
_TO_ADVISER: Final = 7


def read(sentence: Sentence, lexicon: Lexicon, cues: Cues) -> Iterator[Reading]:
    """Yield the way of stopping that a sentence advises against."""
    verbs = cues.words("StoppingVerb")
    for at, verb in sentence.found(verbs) if sentence.may_hold(verbs) else ():
        last = min(len(sentence.norms), at + len(verb) + _BEHIND)
        name = _manner(sentence, at, last, cues)
        if not name:
            continue
        entity = next((f.entity for f in lexicon.lookup(name) if not CONDITION.isdisjoint(f.entity.kinds)), None)
        if entity is None:
            continue
        named = [mention for mention in sentence.mentions if at < mention.first < last and mention.meant(ABOUT)]
        way = Mention(at, at + len(verb), (entity,))
        subjects = tuple(named[:1]) or sentence.topic
        yield from join(subjects, PRECAUTION, (way,), cues, cue=" ".join(verb), module="stopping", at=at, settled=True)


def _manner(sentence: Sentence, at: int, last: int, cues: Cues) -> tuple[str, ...]:
    """Return the name of the way in which not to stop, or nothing."""
    norms = sentence.norms
    forbidden = not cues.single_words("Negator").isdisjoint(norms[max(0, at - _BEFORE) : at])
    opening = sentence.clause_at(at).first == at or norms[max(0, at - 2) : at] == ["if", "you"]
    sudden = cues.words("SuddenWord")
    if sentence.first(sudden, max(0, at - 1), last) >= 0:
        return _AT_ONCE if forbidden or opening else ()
    if not forbidden:
        return ()
    for place in range(at, last):
        asked = norms[place] in ("without", "unless", "until")
        if asked and not cues.single_words("Adviser").isdisjoint(norms[place : place + _TO_ADVISER]):
            return _BY_ONESELF
    return ()
