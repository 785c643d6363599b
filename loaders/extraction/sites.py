"""Where a drug acts, told beside what it does there: "calms overactive nerves in the brain".

The drug must be the named subject of a verb of action, and the site must stand right behind what is acted on.
"""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues

SITE: Final = frozenset({"AnatomicalSite"})
ACTED_ON: Final = frozenset({"Target", "TargetClass", "Mediator", "Process"})

#: What a verb of action says by itself; a site told beside it is where it happens.
DOING: Final = frozenset(
    {"actsOn", "agonistOf", "antagonistOf", "decreases", "increases", "inhibitorOf", "inverseAgonistOf"}
    | {"negativeModulatorOf", "partialAgonistOf", "positiveModulatorOf"}
)

#: How many words may stand between a verb and the noun for what is acted on.
TO_NOUN: Final = 7


def read(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Yield the sites of action of a sentence."""
    if sentence.kinds.isdisjoint(SITE):
        return
    for mention in sentence.mentions:
        noun = _noun_before(sentence, mention, cues) if mention.meant(SITE) else -1
        verb = _verb_before(sentence, noun, cues) if noun > 0 else -1
        if verb < 0:
            continue
        clause = sentence.clause_at(verb)
        if cue_denied(sentence, verb, clause.first, negation):
            continue  # what it does not do there, it may do elsewhere: no site is denied
        for subject_mention in subject_of(sentence, clause, verb, ABOUT, words):
            if clause.first <= subject_mention.first < subject_mention.last <= verb:
                for subject in subject_mention.meant(ABOUT):
                    site = mention.meant(SITE)[0]
                    cue = " ".join(sentence.norms[noun : mention.first])
                    yield Reading(subject, "actsIn", site, False, cue, "sites", verb, subject_mention, mention)


def _noun_before(sentence: Sentence, site: Mention, cues: Cues) -> int:
    """Return the last word of what is acted on, where the site stands right behind it with "in", or -1."""
    norms = sentence.norms
    at = site.first
    while at > 1 and (norms[at - 1] in ("the", "both", "certain", "parts", "of", "your") or _joined(sentence, at)):
        at -= 1
    if at < 2 or norms[at - 1] not in cues.single_words("WithinWord"):
        return -1
    if norms[at - 2] == ")" and "(" in norms[:at]:  # "natural substances (serotonin, dopamine) in the brain"
        at = max(index for index in range(at - 2) if norms[index] == "(") + 1
        if at < 2:
            return -1
    named = any(each.last == at - 1 and each.meant(ACTED_ON) for each in sentence.mentions)
    return at - 2 if named or norms[at - 2] in cues.single_words("ActedOnNoun") else -1


def _joined(sentence: Sentence, at: int) -> bool:
    """Tell whether a site joined to another ends before a token: "the brain and spinal cord"."""
    before = sentence.norms[at - 1]
    return before in ("and", ",", "or") or any(m.first < at <= m.last and m.meant(SITE) for m in sentence.mentions)


def _verb_before(sentence: Sentence, noun: int, cues: Cues) -> int:
    """Return the verb of action whose object is the noun, or -1."""
    verbs = cues.single_words("ActionVerb")
    cued = {hit.first for hit in sentence.hits if any(cue.predicate in DOING for cue in hit.phrases)}
    for at in range(noun, max(-1, noun - TO_NOUN), -1):
        if at in cued or sentence.norms[at] in verbs:
            return at
        if sentence.norms[at] in (";", ":", "."):
            return -1
    return -1
