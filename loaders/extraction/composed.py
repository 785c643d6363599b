"""Conditions whose names a list composes: "infections of the lungs and skin", "allergic to opioids or aspirin".

What stands before the list is said of each member, and so are as many conditions: the infection of the lungs, that of
the skin. One that the ontology does not know by such a name is called by these words.
"""

from collections.abc import Sequence
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords
from loaders.extraction.coordination import group_after
from loaders.extraction.kinds import CONDITION
from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity, Lexicon
from ontology.phrases import Phrase
from ontology.tokens import normal_form
from ontology.unlisted import iri_of, label_of

SITE: Final = frozenset({"AnatomicalSite"})

#: What a state behind the name of a drug or class is called.
_ALLERGY: Final = "allergy"
_DEPENDENCE: Final = "dependence"
#: How many words may stand before the first member: "of both the".
_REACH: Final = 2


#: What joins a known name to the rest of the list.
_GOING_ON: Final = ([","], ["or"], ["and"])


def name(sentence: Sentence, lexicon: Lexicon, cues: Cues, words: ClauseWords) -> None:
    """Add a mention for what each member of a list is the name of together with the words before the list."""
    if sentence.allergic:
        _allergies(sentence, lexicon)
    allergies, nouns = cues.words("AllergyLead"), cues.words("LocatedNoun")
    if sentence.may_hold(allergies):
        for at, lead in sentence.found(allergies):
            _compose(sentence, at, lead, ABOUT, _ALLERGY, lexicon, words)
    addictions = cues.words("AddictionLead")
    # Where states of readers are asked for; else it tells what the drug may do: "he became addicted to it".
    if sentence.may_hold(addictions) and (sentence.role == "hasPrecaution" or "if" in sentence.bag):
        for at, lead in sentence.found(addictions):
            _compose(sentence, at, lead, ABOUT, _DEPENDENCE, lexicon, words)
    if sentence.may_hold(nouns) and not sentence.kinds.isdisjoint(SITE):
        for at, lead in sentence.found(nouns):
            _compose(sentence, at, lead, SITE, _singular(lead[0]), lexicon, words)
    if sentence.may_hold(cues.words("QualityAdjective")):
        _qualify(sentence, lexicon, cues)


def _allergies(sentence: Sentence, lexicon: Lexicon) -> None:
    """Let each drug and class of an item below "if you are allergic to:" be the allergy to it."""
    sentence.mentions = [
        Mention(m.first, m.last, (_condition(m, ABOUT, _ALLERGY, lexicon),))
        if m.meant(ABOUT) and not m.reference
        else m
        for m in sentence.mentions
    ]
    sentence.forget_kinds()


def _singular(noun: str) -> str:
    return noun if noun.endswith("ss") else noun.removesuffix("s")


def _compose(
    sentence: Sentence, at: int, lead: Phrase, kinds: frozenset[str], noun: str, lexicon: Lexicon, words: ClauseWords
) -> None:
    """Let each member of the list behind a lead be a condition; what the lead names by itself is none then."""
    start = at + len(lead)
    known = next((m for m in sentence.mentions if m.first <= at and m.last > start and m.meant(CONDITION)), None)
    if known:  # "an allergy to aspirin, codeine or naproxen": the ontology knows the first by its whole name
        if sentence.norms[known.last : known.last + 1] not in _GOING_ON:
            return
        at = start = known.last + 1
    described = next((m for m in sentence.mentions if m.first < at < m.last <= start and m.meant(CONDITION)), None)
    members = _members(sentence, start, sentence.clause_at(at).last, kinds, lead[-1], words)
    told = known.meant(CONDITION) if known else ()
    added = list[Mention]()
    for member in members:
        first = (described.first if described else at) if member is members[0] else member.first
        condition = _condition(member, kinds, noun, lexicon)
        same = [
            m for m in sentence.mentions if m.first == member.first and m.last == member.last and m.meant(CONDITION)
        ]
        if known and (condition in told or any(m.meant(CONDITION) == told for m in same)):
            # "swelling in the ankles or feet": a wider name for the first is none for the next
            condition = _unlisted((*normal_form(member.meant(kinds)[0].label), noun))
            sentence.mentions = [m for m in sentence.mentions if m not in same]
        elif same:
            continue
        if any(condition in each.candidates for each in added):  # a wider name for all of them
            condition = _unlisted((*normal_form(member.meant(kinds)[0].label), noun))
        added.append(Mention(first, member.last, (condition,)))
    if added or sentence.norms[start:] == [":"]:  # "if you are allergic to:": the items tell to what
        begin = described.first if described else at  # "bacterial infections of the lungs"
        kept = [m for m in sentence.mentions if not (begin <= m.first and m.last <= start and m.meant(CONDITION))]
        sentence.mentions = sorted([*kept, *added], key=lambda each: (each.first, -each.last))
        sentence.forget_kinds()


def _members(
    sentence: Sentence, start: int, last: int, kinds: frozenset[str], preposition: str, words: ClauseWords
) -> list[Mention]:
    """Return the members of the list, and of one that goes on with the same preposition: "to X or to other Ys"."""
    found = group_after(sentence, start, last, kinds, words.lists, reach=_REACH)
    while found and sentence.norms[found[-1].last : found[-1].last + 2] in (["or", preposition], ["and", preposition]):
        more = group_after(sentence, found[-1].last + 2, last, kinds, words.lists, reach=_REACH)
        if not more:
            break
        found += more
    return found


def _qualify(sentence: Sentence, lexicon: Lexicon, cues: Cues) -> None:
    """Let each adjective name a condition with the noun that several share: "red, cracked and sore lips"."""
    norms, adjectives = sentence.norms, cues.single_words("QualityAdjective")
    added: list[Mention] = []
    at = 0
    while at < len(norms):
        row, end = _row(norms, at, adjectives)
        last = _noun_end(sentence, end, cues) if row else end
        if len(row) > 1 and last > end:
            noun = tuple(norms[end:last])
            for place in row:
                stop = last if place == row[-1] else place + 1
                added.append(Mention(place, stop, (_known((norms[place], *noun), lexicon),)))
            at = last
        at += 1
    if added:
        outer = added  # "or difficult speech" is read from the words of one of them
        kept = [m for m in sentence.mentions if not any(o.first <= m.first and m.last <= o.last for o in outer)]
        sentence.mentions = sorted([*kept, *added], key=lambda each: (each.first, -each.last))
        sentence.forget_kinds()


def _row(norms: Sequence[str], at: int, adjectives: frozenset[str]) -> tuple[list[int], int]:
    """Return where the adjectives of a list that begins at a word stand, and where it ends."""
    row: list[int] = []
    while at < len(norms) and norms[at] in adjectives:
        row.append(at)
        at += 1
        joint = at
        while joint < len(norms) and norms[joint] in _JOINING:
            joint += 1
        if joint == at or joint >= len(norms) or norms[joint] not in adjectives:
            break
        at = joint
    return row, at


#: What joins adjectives.
_JOINING: Final = frozenset({",", "and", "or", "/"})


def _noun_end(sentence: Sentence, at: int, cues: Cues) -> int:
    """Return where the noun at a place ends of which something can be wrong; the place itself where none stands."""
    found = next((m for m in sentence.mentions if m.first == at and m.meant(SITE)), None)
    return found.last if found else at + len(cues.words("QualifiedNoun").at(sentence.norms, at))


def _known(words: Phrase, lexicon: Lexicon) -> Entity:
    """Return the condition of a name, as the ontology knows it or else by its words."""
    known = [form.entity for form in lexicon.lookup(words) if "Condition" in form.entity.kinds]
    return known[0] if known else _unlisted(words)


def _unlisted(words: Phrase) -> Entity:
    iri = iri_of(words)
    return Entity(iri, label_of(iri), frozenset({"Condition", "UnlistedCondition"}))


def _condition(member: Mention, kinds: frozenset[str], noun: str, lexicon: Lexicon) -> Entity:
    """Return the condition that a member and a noun name, as the ontology knows it or else by these words."""
    words = (*normal_form(member.meant(kinds)[0].label), noun)
    return _known(words, lexicon)
