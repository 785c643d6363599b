"""Conditions whose names a list composes: "infections of the lungs, skin and bones", "allergic to opioids or aspirin".

What stands before the list is said of each member, and so are as many conditions: the infection of the lungs, that of
the skin. One that the ontology does not know by such a name is called by these words.
"""

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
#: How many words may stand before the first member: "of both the".
_REACH: Final = 2


#: What joins a known name to the rest of the list.
_GOING_ON: Final = ([","], ["or"], ["and"])


def name(sentence: Sentence, lexicon: Lexicon, cues: Cues, words: ClauseWords) -> None:
    """Add a mention for what each member of a list is the name of together with the words before the list."""
    allergies, nouns = cues.words("AllergyLead"), cues.words("LocatedNoun")
    if sentence.may_hold(allergies):
        for at, lead in sentence.found(allergies):
            _compose(sentence, at, lead, ABOUT, _ALLERGY, lexicon, words)
    if sentence.may_hold(nouns) and not sentence.kinds.isdisjoint(SITE):
        for at, lead in sentence.found(nouns):
            _compose(sentence, at, lead, SITE, lead[0].removesuffix("s"), lexicon, words)


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
    members = _members(sentence, start, sentence.clause_at(at).last, kinds, lead[-1], words)
    added = [
        Mention(at if member is members[0] else member.first, member.last, (_condition(member, kinds, noun, lexicon),))
        for member in members
        if not any(m.first == member.first and m.last == member.last and m.meant(CONDITION) for m in sentence.mentions)
    ]
    if added:
        kept = [m for m in sentence.mentions if not (at <= m.first and m.last <= start and m.meant(CONDITION))]
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


def _condition(member: Mention, kinds: frozenset[str], noun: str, lexicon: Lexicon) -> Entity:
    """Return the condition that a member and a noun name, as the ontology knows it or else by these words."""
    words = (*normal_form(member.meant(kinds)[0].label), noun)
    known = [form.entity for form in lexicon.lookup(words) if "Condition" in form.entity.kinds]
    iri = iri_of(words)
    return known[0] if known else Entity(iri, label_of(iri), frozenset({"Condition", "UnlistedCondition"}))
