"""How a drug is taken: routes that verbs and forms tell, and forms that stand beside the drug's name.

"It can be smoked, snorted or injected", "people who snort X", "oral X", "X is an oral solution", "X 50 mg tablets".
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied, prohibited
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity, Lexicon

DRUG: Final = frozenset({"Drug"})
ROUTE: Final = frozenset({"Route"})
FORM: Final = frozenset({"DoseForm"})

#: How many words may stand between a verb and the drug that is taken: "snorting the crushed X".
TO_DRUG: Final = 2

#: How far before a participle its auxiliary may stand where "and" joins it to another.
TO_COPULA: Final = 8

#: How many words may stand before the form that a sentence is about, and which.
TO_SUBJECT: Final = 2
_FORM_LEADS: Final = frozenset({"oral", "other", "some", "these", "this", "your"})

#: How many words may stand between a drug and its form: "X 50 mg film-coated tablets".
TO_FORM: Final = 4


def read(
    sentence: Sentence, lexicon: Lexicon, cues: Cues, words: ClauseWords, negation: NegationWords
) -> Iterator[Reading]:
    """Yield the routes that verbs tell, those that stand before the topic's name, and the forms that stand after it."""
    for at, norm in enumerate(sentence.norms):
        if norm in cues.takings:
            yield from _verb(sentence, at, lexicon.entities[cues.takings[norm]], cues, words, negation)
    if "by" in sentence.bag and not sentence.bag.isdisjoint(cues.takings):
        yield from _by_taking(sentence, lexicon, cues, words, negation)
    if not sentence.kinds.isdisjoint(ROUTE):
        yield from _before_topic(sentence, negation)
        if not _GIVEN.isdisjoint(sentence.bag):
            yield from _adverbs(sentence, words, negation)
    if not sentence.kinds.isdisjoint(FORM):
        yield from _behind_name(sentence, cues)
        if sentence.running:
            yield from _as_subject(sentence, cues)
    if not sentence.kinds.isdisjoint(ROUTE) and len(sentence.norms) <= _LINE:
        yield from (each for each in of_title(sentence, cues) if each.predicate == "hasRoute")


def _verb(
    sentence: Sentence, at: int, route: Entity, cues: Cues, words: ClauseWords, negation: NegationWords
) -> Iterator[Reading]:
    clause = sentence.clause_at(at)
    if prohibited(sentence, at, clause.first, negation):
        return  # "must not be swallowed" is advice
    told = _told_behind(sentence, at)
    if told is not None and told.first <= at:
        return  # a longer name of a route holds the verb, and the cues read it
    denied = cue_denied(sentence, at, clause.first, negation)
    if sentence.norms[at].endswith(("ed", "en")) and _passive(sentence, at, cues, words):
        subjects = subject_of(sentence, clause, at, ABOUT, words)
    elif denied:
        return  # "has not approved smoked X"
    else:
        subjects = _taken(sentence, at, cues, words)
    own = Mention(at, at + 1, (route,)) if told is None else told  # "injected into a vein" tells more than "injected"
    for mention in subjects:
        for subject in mention.meant(DRUG):
            yield _reading(subject, "hasRoute", own.meant(ROUTE)[0], denied, sentence.norms[at], at, mention, own)


#: What is said of a drug before the ways in which it is.
_GIVEN: Final = frozenset({"administered", "given", "taken", "used"})


def _adverbs(sentence: Sentence, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Read the adverbs of a list of ways, whatever stands among them: "taken orally, as a cream, or rectally"."""
    for mention in sentence.mentions:
        if not (mention.meant(ROUTE) and sentence.norms[mention.last - 1].endswith("ly")):
            continue
        clause = sentence.clause_at(mention.first)
        at = next((i for i in range(clause.first, mention.first) if sentence.norms[i] in _GIVEN), -1)
        if at < 0 or cue_denied(sentence, mention.first, clause.first, negation):
            continue
        for subject_mention in subject_of(sentence, clause, at, ABOUT, words):
            for subject in subject_mention.meant(DRUG):
                route = mention.meant(ROUTE)[0]
                yield _reading(subject, "hasRoute", route, False, sentence.norms[at], at, subject_mention, mention)


#: What opens a sentence that names first what its subject is like: "Similar to X, Y may be taken by …".
_LIKENING: Final = frozenset({"like", "similar", "unlike"})


def _by_taking(
    sentence: Sentence, lexicon: Lexicon, cues: Cues, words: ClauseWords, negation: NegationWords
) -> Iterator[Reading]:
    """Read the ways that gerunds behind "by" tell: "people use X by injecting, snorting or swallowing it"."""
    norms = sentence.norms
    for by, norm in enumerate(norms):
        at = by + 1
        if norm != "by" or norms[at : at + 1] == [] or norms[at] not in cues.takings or norms[0] in _LIKENING:
            continue
        clause = sentence.clause_at(by)
        denied = cue_denied(sentence, by, clause.first, negation)
        subjects = subject_of(sentence, clause, by, ABOUT, words)
        while at < len(norms) and (norms[at] in cues.takings or norms[at] in words.lists.joiners):
            if norms[at] in cues.takings and norms[at].endswith("ing"):
                route = Mention(at, at + 1, (lexicon.entities[cues.takings[norms[at]]],))
                for mention in subjects:
                    for subject in mention.meant(DRUG):
                        yield _reading(subject, "hasRoute", route.candidates[0], denied, "by", by, mention, route)
            at += 1


def _told_behind(sentence: Sentence, at: int) -> Mention | None:
    """Return the longer name of a route that holds the verb or begins right behind it."""
    for mention in sentence.mentions:
        held = mention.first <= at < mention.last and mention.last - mention.first > 1
        if mention.meant(ROUTE) and (held or mention.first == at + 1):
            return mention
    return None


def _passive(sentence: Sentence, at: int, cues: Cues, words: ClauseWords) -> bool:
    """Tell whether a participle says what is done to the drug: "is usually smoked or snorted", "when injected"."""
    norms, copulas = sentence.norms, cues.single_words("Copula")
    if norms[at + 1 : at + 2] == ["with"]:  # "injected with X" is somebody
        return False
    joined = norms[at - 1 : at] in (["and"], ["or"], ["then"])  # "is mixed with water and injected"
    for place in range(at - 1, -1, -1):
        norm = norms[place]
        if norm in copulas or norm in ("being", "if", "when"):
            named = norms[sentence.clause_at(at).first : place]
            people = not cues.single_words("PersonNoun").isdisjoint(named)
            return not people and cues.words("DoseExclusion").first(named, 0, len(named)) < 0
        listed = norm in cues.takings or norm in _AMONG or norm.endswith(("ly", "ed"))
        before = joined and at - place <= TO_COPULA and norm not in words.finite and norm not in words.relatives
        if not (listed or before):
            return False
    return cues.single_words("FiniteVerb").isdisjoint(norms)  # "Usually swallowed, seldom snorted."


#: What may stand among participles that are said of one drug: "smoked, sometimes snorted, and then also injected".
_AMONG: Final = frozenset(
    {",", "/", "also", "and", "either", "never", "not", "often", "or", "seldom", "sometimes", "then"}
)


def _taken(sentence: Sentence, at: int, cues: Cues, words: ClauseWords) -> tuple[Mention, ...]:
    """Return the drug right behind a verb, or behind the verbs that are listed with it: "smoke, snort or inject X"."""
    norms = sentence.norms
    after = at + 1
    while after < len(norms) and (norms[after] in cues.takings or norms[after] in words.lists.joiners):
        after += 1
    if norms[after : after + 1] in (["it"], ["them"]) and len(sentence.topic) == 1:
        return tuple(mention for mention in sentence.mentions if mention.first == after) or sentence.topic
    for mention in sentence.mentions:
        if after <= mention.first <= after + TO_DRUG and mention.meant(DRUG):
            between = norms[after : mention.first]
            return (
                () if any(norm in words.governors or norm in words.lists.breakers for norm in between) else (mention,)
            )
    return ()


def _before_topic(sentence: Sentence, negation: NegationWords) -> Iterator[Reading]:
    """Read a route right before the name of what the page is about: "oral X", "intravenous X"."""
    topics = {entity.iri for mention in sentence.topic for entity in mention.candidates}
    starts = {mention.first: mention for mention in sentence.mentions if mention.meant(DRUG) and not mention.reference}
    for mention in sentence.mentions:
        named = starts.get(mention.last)
        if named is None or not mention.meant(ROUTE):
            continue
        if not cue_denied(sentence, mention.first, sentence.clause_at(mention.first).first, negation):
            for subject in named.meant(DRUG):
                if subject.iri in topics:
                    route = mention.meant(ROUTE)[0]
                    yield _reading(subject, "hasRoute", route, False, "route", mention.first, named, mention)


def _as_subject(sentence: Sentence, cues: Cues) -> Iterator[Reading]:
    """Read the form that a sentence on the topic is about: "A long-acting formulation may be used"."""
    if any(mention.meant(ABOUT) for mention in sentence.mentions):
        return
    norms, finite = sentence.norms, cues.single_words("FiniteVerb")
    for mention in sentence.mentions:
        opens = mention.first <= TO_SUBJECT and not finite.isdisjoint(norms[mention.last : mention.last + 1])
        if opens and all(norm in ARTICLES or norm in _FORM_LEADS for norm in norms[: mention.first]):
            for owner in sentence.topic:
                for subject, form in product(owner.meant(DRUG), mention.meant(FORM)):
                    yield _reading(subject, "hasDoseForm", form, False, "form", mention.first, owner, mention)


#: Forms whose names tell what is done as well: "heroin injection" is no product.
_DONE: Final = frozenset({"injection", "infusion", "combination product", "kit"})

#: What is of a drug and no product: "a slow release of X", "a solution of X".
_NO_PRODUCT: Final = frozenset({"release", "solution", "solutions"})


def of_title(sentence: Sentence, cues: Cues) -> Iterator[Reading]:
    """Read what a title or a line without a verb says a product is: "X 10 mg tablets", "X hydrochloride (oral)"."""
    yield from _behind_name(sentence, cues)
    norms, passed = sentence.norms, cues.single_words("FormFiller")
    for owner in sentence.mentions:
        for mention in sentence.mentions if owner.first == 0 and owner.meant(DRUG) else ():
            between = norms[owner.last : mention.first]
            last = {*norms[mention.last :]} <= _AFTER_ROUTE
            if mention.meant(ROUTE) and mention.first >= owner.last and last and _fills(between, passed):
                for subject in owner.meant(DRUG):
                    yield _reading(
                        subject, "hasRoute", mention.meant(ROUTE)[0], False, "title", mention.first, owner, mention
                    )


def _fills(norms: list[str], passed: frozenset[str]) -> bool:
    """Tell whether nothing stands between a drug and its route but a salt, a mark, and a form."""
    return len(norms) <= _TO_ROUTE and all(
        norm in passed or norm in _MARKS or norm.endswith(("ate", "ide", "hcl")) for norm in norms
    )


_TO_ROUTE: Final = 3
#: How many words a line has at most that is no sentence.
_LINE: Final = 7
_MARKS: Final = frozenset({"(", "-", ",", ":"})
_AFTER_ROUTE: Final = frozenset({")", ".", "route"})


def _behind_name(sentence: Sentence, cues: Cues) -> Iterator[Reading]:
    """Read a form behind the drug's name, with nothing but strength and kind between: "X 50 mg film-coated tablets"."""
    norms, passed = sentence.norms, cues.single_words("FormFiller")
    drugs = [mention for mention in sentence.mentions if mention.meant(DRUG) and not mention.reference]
    for mention in sentence.mentions:
        for form in mention.meant(FORM):
            owner = next((drug for drug in reversed(drugs) if drug.last <= mention.first), None)
            if owner is None or form.label in _DONE or mention.first - owner.last > TO_FORM:
                continue
            if all(norm in passed or norm[:1].isdigit() for norm in norms[owner.last : mention.first]):
                for subject in owner.meant(DRUG):
                    yield _reading(subject, "hasDoseForm", form, False, "name", mention.first, owner, mention)

    for owner in drugs:  # "tablets of X"
        for mention in sentence.mentions:
            if norms[mention.last : owner.first] in (["of"], ["containing"]):
                for form in mention.meant(FORM):
                    if form.label not in _DONE and norms[mention.last - 1] not in _NO_PRODUCT:
                        for subject in owner.meant(DRUG):
                            yield _reading(subject, "hasDoseForm", form, False, "of", mention.first, owner, mention)


def routes_of_forms(sentence: Sentence, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the routes that the names of forms tell: "an oral solution", "a transdermal patch"."""
    routes = [mention for mention in sentence.mentions if mention.meant(ROUTE)]
    for reading in readings:
        if reading.predicate == "hasDoseForm" and not reading.denied:
            form = reading.object_mention
            for mention in routes:
                if (form.first <= mention.first < form.last) or mention.last == form.first:
                    route = mention.meant(ROUTE)[0]
                    yield _reading(
                        reading.subject,
                        "hasRoute",
                        route,
                        False,
                        reading.cue,
                        reading.at,
                        reading.subject_mention,
                        mention,
                    )


def _reading(
    subject: Entity, predicate: str, target: Entity, denied: bool, cue: str, at: int, owner: Mention, mention: Mention
) -> Reading:
    return Reading(subject, predicate, target, denied, cue, "administration", at, owner, mention)
