"""A stretch of text made ready for the reading modules: tokens, mentions, references, cue words, clauses."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from loaders.extraction import asides, clauses, ellipsis, intake, reference, schedules, sited, splitting
from loaders.extraction.mentions import Mention, find_mentions
from loaders.extraction.sentence import Hit, Sentence
from loaders.extraction.vocabulary import Vocabulary, Word
from ontology.anchors import Anchor
from ontology.cues import Cues
from ontology.lexicon import Entity, Lexicon
from ontology.tokens import Token, tokenize


def analyse(
    text: str,
    start: int,
    end: int,
    lexicon: Lexicon,
    cues: Cues,
    vocabulary: Vocabulary,
    defined: Mapping[str, Entity],
    words: clauses.ClauseWords,
    references: reference.ReferenceWords,
    focus: reference.Focus | None,
) -> Sentence:
    """Return `text[start:end]` as a sentence; without a focus, words of reference stay unresolved."""
    tokens = _led_on(asides.passed_over(text, tokenize(text, start, end)))
    known = [vocabulary.word(token.norm) for token in tokens]
    sentence = Sentence(start, end, tokens, known)
    sentence.mentions, sentence.nested = find_mentions(text, tokens, known, lexicon, defined)
    _drop_homonyms(sentence, cues)
    intake.settle(sentence)
    ellipsis.expand_elided(sentence, lexicon)
    sited.name(sentence, lexicon, cues)
    schedules.settle(sentence)
    sentence.hits = find_hits(sentence, known, cues)
    if focus is not None:
        reference.resolve(sentence, focus, references)
    sentence.part = lambda ready: splitting.split(ready, words)
    return sentence


def _led_on(tokens: list[Token]) -> list[Token]:
    """Return the tokens with a colon for the dots with which a line leads on to a list: "the risk, including…"."""
    at = len(tokens) - 1
    while at > 0 and tokens[at].norm in (".", "..."):
        at -= 1
    if 0 < at < len(tokens) - 1 and tokens[at].norm in _LEADING and tokens[-1].start - tokens[at].end <= len("...."):
        dots = tokens[at + 1]
        if len(tokens) - at > 2 or dots.norm == "...":
            return [*tokens[: at + 1], Token(":", dots.start, tokens[-1].end)]
    return tokens


#: The words behind which dots lead on.
_LEADING: Final = frozenset({"are", "as", "include", "includes", "including", "like"})


def _drop_homonyms(sentence: Sentence, cues: Cues) -> None:
    """Take out what is only written like a name: "decreased concentrations of" names no state of mind."""
    if "anti" in sentence.norms:  # "an anti-convulsant" is no convulsant
        against = [m for m in sentence.mentions if m.first and sentence.norms[m.first - 1] == "anti" and _alone(m)]
        sentence.mentions = [m for m in sentence.mentions if m not in against]
    taken = {index for at, words in sentence.found(cues.words("Homonym")) for index in range(at, at + len(words))}
    if taken:
        sentence.mentions = [m for m in sentence.mentions if taken.isdisjoint(range(m.first, m.last))]
        sentence.nested = [m for m in sentence.nested if taken.isdisjoint(range(m.first, m.last))]


def _alone(mention: Mention) -> bool:
    """Tell whether what stands behind "anti" is the thing itself, and not what is against it: "anti-migraine drugs"."""
    return mention.last - mention.first == 1 or not mention.meant(frozenset({"DrugClass"}))


def _covers(hit: Hit, first: int, last: int, anchor: Anchor) -> bool:
    """Tell whether a longer cue makes a shorter one needless; one that opens it may yet express another property."""
    if not (hit.first <= first and last <= hit.last and (hit.first, hit.last) != (first, last)):
        return False
    return first > hit.first or hit.anchor.predicates >= anchor.predicates


#: Kinds whose names hold words that say nothing by themselves ("drug-induced nausea", "decreased appetite").
_CLOSED: Final = frozenset({"Disease", "Symptom", "Circumstance"})


def find_hits(sentence: Sentence, known: Sequence[Word], cues: Cues) -> list[Hit]:
    """Return the cue words of a sentence in reading order; of two that overlap, the longer stands."""
    found = cues.anchors.index.found(sentence.norms, [word.cues for word in known])
    closed = _closed(sentence.mentions) if found else set()
    hits: list[Hit] = []
    around: list[Hit] = []  # those that go on beyond where the next begins
    for first, last, key in found:
        if (first, last) in closed:
            continue
        anchor = cues.anchors[key]
        around = [hit for hit in around if hit.last > first]
        if not any(_covers(hit, first, last, anchor) for hit in around):
            hits.append(Hit(first, last, anchor))
            around.append(hits[-1])
    return hits


def _closed(mentions: Iterable[Mention]) -> set[tuple[int, int]]:
    """Return the stretches of words that lie in longer names whose words say nothing by themselves."""
    return {
        (first, last)
        for mention in mentions
        if mention.last - mention.first > 1 and any(not _CLOSED.isdisjoint(each.kinds) for each in mention.candidates)
        for first in range(mention.first, mention.last)
        for last in range(first + 1, mention.last + 1)
        if (first, last) != (mention.first, mention.last)
    }
