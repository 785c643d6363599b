"""Harm to a part of the body: "damages the liver" is liver damage, and so is "damage to the heart and liver"."""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.coordination import group_after
from loaders.extraction.kinds import CONDITION
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity, Lexicon
from ontology.tokens import normal_form
from ontology.unlisted import iri_of, label_of

SITE: Final = frozenset({"AnatomicalSite"})

DISEASE: Final = frozenset({"Disease"})

#: What may stand between what does the harm and the verb.
_AUXILIARIES: Final = frozenset({"also", "can", "could", "may", "might", "often"})

#: What harm to a part of the body is called behind the name of the part.
_NOUN: Final = "damage"


def read(
    sentence: Sentence, lexicon: Lexicon, cues: Cues, words: ClauseWords, negation: NegationWords
) -> Iterator[Reading]:
    """Yield the damage that a drug is said to do, as an adverse effect."""
    for at, verb in sentence.found(cues.words("HarmVerb")) if not sentence.kinds.isdisjoint(SITE) else ():
        clause = sentence.clause_at(at)
        sites = group_after(sentence, at + len(verb), clause.last, SITE, words.lists, reach=2)
        if not sites or _done_by_disease(sentence, at):
            continue
        yield from join(
            subject_of(sentence, clause, at, ABOUT, words),
            "hasAdverseEffect",
            [_damaged(site, lexicon) for site in sites],
            cues,
            cue=" ".join(verb),
            module="damage",
            at=at,
            denied=frozenset(m.first for m in sites)
            if cue_denied(sentence, at, clause.first, negation)
            else frozenset(),
        )


def name(sentence: Sentence, lexicon: Lexicon, cues: Cues, words: ClauseWords) -> None:
    """Add a mention for the damage to each part of a list: "damage to the nasal septum, heart and liver"."""
    added: list[Mention] = []
    for at, noun in cues.words("HarmNoun").found(sentence.norms) if not sentence.kinds.isdisjoint(SITE) else ():
        known = next((each for each in sentence.mentions if each.first == at and each.meant(CONDITION)), None)
        origin = known.last if known else at + len(noun)
        reach = 1 if known else 3
        for site in group_after(sentence, origin, len(sentence.norms), SITE, words.lists, reach=reach):
            damaged = _damaged(site, lexicon)
            first = site.first if known or added else at
            added.append(Mention(first, site.last, damaged.candidates))
    if added:
        ends = {(each.first, each.last) for each in added}
        kept = [
            each
            for each in sentence.mentions
            if not any(first <= each.first and each.last <= last for first, last in ends)
        ]
        sentence.mentions = sorted([*kept, *added], key=lambda each: (each.first, -each.last))
        sentence.forget_kinds()


def _done_by_disease(sentence: Sentence, at: int) -> bool:
    """Tell whether a disease stands right before the verb, as what does the harm: "Diabetes damages the kidneys"."""
    while at and (sentence.norms[at - 1].endswith("ly") or sentence.norms[at - 1] in _AUXILIARIES):
        at -= 1
    return any(mention.last == at and mention.meant(DISEASE) for mention in sentence.mentions)


def _damaged(site: Mention, lexicon: Lexicon) -> Mention:
    """Return the damage to a part of the body, as the ontology knows it or else by its words."""
    name = (*normal_form(site.meant(SITE)[0].label), _NOUN)
    known = [form.entity for form in lexicon.lookup(name) if "Condition" in form.entity.kinds]
    iri = iri_of(name)
    entity = known[0] if known else Entity(iri, label_of(iri), frozenset({"Condition", "UnlistedCondition"}))
    return Mention(site.first, site.last, (entity,))
