"""A stretch of text made ready for the reading modules: tokens, mentions, references, cue words, clauses."""

from collections.abc import Mapping

from loaders.extraction import clauses, coordination, reference
from loaders.extraction.mentions import find_mentions, scan
from loaders.extraction.sentence import Hit, Sentence
from ontology.cues import Cues, PhraseCue
from ontology.lexicon import Entity, Lexicon
from ontology.tokens import tokenize


def analyse(
    text: str,
    start: int,
    end: int,
    lexicon: Lexicon,
    cues: Cues,
    defined: Mapping[str, Entity],
    words: clauses.ClauseWords,
    references: reference.ReferenceWords,
    focus: reference.Focus | None,
) -> Sentence:
    """Return `text[start:end]` as a sentence; without a focus, words of reference stay unresolved."""
    sentence = Sentence(start, end, tokenize(text, start, end))
    sentence.mentions, sentence.nested = find_mentions(text, sentence.tokens, lexicon, defined)
    coordination.expand_elided(sentence, lexicon)
    sentence.hits = find_hits(sentence, cues)
    if focus is not None:
        reference.resolve(sentence, focus, references)
    sentence.clauses = clauses.split(sentence, words)
    return sentence


def _covers(hit: Hit, first: int, last: int, phrases: tuple[PhraseCue, ...]) -> bool:
    """Tell whether a longer cue makes a shorter one needless; one that opens it may yet express another property."""
    if not (hit.first <= first and last <= hit.last and (hit.first, hit.last) != (first, last)):
        return False
    said = {cue.predicate for cue in hit.phrases}
    return first > hit.first or not phrases or all(cue.predicate in said for cue in phrases)


#: Kinds whose names hold words that say nothing by themselves ("drug-induced nausea", "decreased appetite").
_CLOSED = frozenset({"Disease", "Symptom", "Circumstance"})


def find_hits(sentence: Sentence, cues: Cues) -> list[Hit]:
    """Return the cue words of a sentence in reading order; of two that overlap, the longer stands."""
    closed = [mention for mention in sentence.mentions if any(each.kinds & _CLOSED for each in mention.candidates)]
    found = sorted(scan(sentence.norms, cues.automaton), key=lambda hit: (hit[0], -hit[1]))
    hits: list[Hit] = []
    for first, last, pattern in found:
        words = cues.anchor_list[pattern]
        if any(_covers(hit, first, last, cues.anchors.get(words, ())) for hit in hits):
            continue
        if any(m.first <= first and last <= m.last and (m.first, m.last) != (first, last) for m in closed):
            continue
        hits.append(Hit(first, last, words, cues.anchors.get(words, ()), cues.roles.get(words, "")))
    return hits
