"""Members of a class by their place alone: "statins (X, Z)", "the opioid X", a list below.

A bracket behind the plural of a class holds its members, a bracket behind drugs that holds a class alone says what they
are, what stands right behind a class named in the singular bears its name, and "this opioid" is the page's drug. The
items of a list are members where a lead-in line or a heading says whose.
"""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ClauseWords
from loaders.extraction.coordination import group_after
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity

CLASS: Final = frozenset({"DrugClass"})
DRUG: Final = frozenset({"Drug"})

#: What may stand beside members in their bracket.
_JOINTS: Final = frozenset({",", "/", "and", "or", "e", ".", "g", "eg", "eg.", "e.g", "for", "example", "etc"})


def read(sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Yield the members that a sentence, or the list it stands in, shows by their place."""
    if sentence.listed:
        yield from _listed(sentence, words)
    if sentence.kinds.isdisjoint(CLASS):
        return
    if "(" in sentence.norms:
        yield from _in_brackets(sentence)
    yield from _named_by_class(sentence, cues)
    if sentence.norms[:1] == ["this"] and sentence.running and len(sentence.topic) == 1:
        yield from _pointed_at(sentence)
    if sentence.running and len(sentence.topic) == 1 and words.finite.isdisjoint(sentence.bag):
        yield from _described(sentence)


def _described(sentence: Sentence) -> Iterator[Reading]:
    """Read a line without a verb that says what the page's drug is: "A benzodiazepine similar to X."."""
    norms, topic = sentence.norms, sentence.topic[0]
    for mention in sentence.mentions:
        opens = mention.first == 1 and norms[0] in ARTICLES and norms[0] != "the"
        if opens and mention.meant(CLASS) and topic.meant(DRUG) and norms[mention.last : mention.last + 1] in _GOING_ON:
            yield from _pair([topic], mention, "a", 1)


#: What may stand behind the class in such a line.
_GOING_ON: Final = tuple(
    [word]
    for word in (",", ".", "chemically", "closely", "for", "related", "similar", "structurally", "that", "used", "with")
)


def _pointed_at(sentence: Sentence) -> Iterator[Reading]:
    """Read "This benzodiazepine is taken …" where a sentence on the page's drug begins so."""
    for mention in sentence.mentions:
        alone = mention.first == 1 and not mention.meant(DRUG) and not sentence.norms[mention.last - 1].endswith("s")
        if alone and mention.meant(CLASS) and sentence.topic[0].meant(DRUG):
            yield from _pair([sentence.topic[0]], mention, "this", 1)


def _in_brackets(sentence: Sentence) -> Iterator[Reading]:
    norms = sentence.norms
    for at, norm in enumerate(norms):
        if norm != "(" or ")" not in norms[at:]:
            continue
        close = norms.index(")", at)
        inside = [mention for mention in sentence.mentions if at < mention.first and mention.last <= close]
        before = [mention for mention in sentence.mentions if mention.last == at]
        covered = {index for mention in inside for index in range(mention.first, mention.last)}
        bare = all(index in covered or norms[index] in _JOINTS for index in range(at + 1, close))
        if not inside or not before or not bare or norms[at + 1] in ("and", "or"):
            continue
        if before[0].meant(CLASS) and norms[at - 1].endswith("s") and all(m.meant(DRUG) for m in inside):
            yield from _pair(inside, before[0], "brackets", at)
        elif len(inside) == 1 and inside[0].meant(CLASS) and not norms[close - 1].endswith("s"):
            yield from _pair(_joined_before(sentence, before[0]), inside[0], "brackets", at)
        elif len(inside) == 1 and inside[0].meant(CLASS) and before[0].meant(CLASS):
            yield from _kindred(before[0], inside[0], at, exemplified=inside[0].first > at + 1)


def _kindred(outer: Mention, inner: Mention, at: int, *, exemplified: bool) -> Iterator[Reading]:
    """Read "opioids (painkillers)"; where the class in the bracket is known as the narrower one, it is the subject."""
    first, second = outer.meant(CLASS)[0], inner.meant(CLASS)[0]
    narrower = exemplified or first.iri.rpartition("/")[2] in second.kinds
    subject, target, mentions = (second, first, (inner, outer)) if narrower else (first, second, (outer, inner))
    if subject.iri != target.iri and "OnlyPredicated" not in subject.kinds:
        yield Reading(subject, "isA", target, False, "brackets", "instances", at, *mentions)


def _joined_before(sentence: Sentence, last: Mention) -> list[Mention]:
    """Return the drugs that "and" or "or" joins to one before a bracket; a comma parts those that it is not said of."""
    found = [last] if last.meant(DRUG) and not last.brand else []
    for mention in reversed(sentence.mentions):
        if found and mention.meant(DRUG) and sentence.norms[mention.last : found[0].first] in (["or"], ["and"]):
            found.insert(0, mention)
    return found


def _named_by_class(sentence: Sentence, cues: Cues) -> Iterator[Reading]:
    """Read "the opioid X": the class in the singular stands right before a drug, with an article."""
    norms = sentence.norms
    drugs = {mention.first: mention for mention in sentence.mentions if mention.meant(DRUG) and not mention.reference}
    for mention in sentence.mentions:
        named = drugs.get(mention.last)
        if named is None or not mention.meant(CLASS) or mention.reference or norms[mention.last - 1].endswith("s"):
            continue
        if norms[mention.last - 1] in cues.single_words("StandingAdjective"):
            continue  # "the army banned X"
        opener = norms[max(0, mention.first - 3) : mention.first]
        if opener and "the" in opener and norms[named.last : named.last + 1] not in (["receptor"], ["receptors"]):
            yield from _pair([named], mention, "the", mention.first)


def _listed(sentence: Sentence, words: ClauseWords) -> Iterator[Reading]:
    """Read an item that begins with a drug, in a list of the members of a class."""
    found = group_after(sentence, 0, len(sentence.tokens), DRUG, words.lists, reach=1)
    members = [mention for mention in found[:1] if mention.first <= 1 and not mention.reference]
    if sentence.label:
        members = [mention for mention in sentence.topic if mention.meant(DRUG)]
    for member in members:
        yield from _pair([member], sentence.listed[0], "list", 0)


def _pair(members: list[Mention], of: Mention, cue: str, at: int) -> Iterator[Reading]:
    target: Entity = of.meant(CLASS)[0]
    for member in members:
        for subject in member.meant(DRUG):
            yield Reading(subject, "isA", target, False, cue, "instances", at, member, of)
