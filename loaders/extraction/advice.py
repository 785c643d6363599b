"""Advice to readers: who should take care with a drug, and beside which medicines.

"Tell your doctor if you have asthma", "do not take it if you are pregnant or take warfarin": what stands behind the
"if" calls for care, a condition as a precaution, a medicine that is taken as an interaction. What readers are asked to
watch for is neither: "see a doctor if you get a rash" names what the drug may do, not whom it does not suit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.extraction import complaints
from loaders.extraction.clauses import ABOUT, is_predicative
from loaders.extraction.kinds import CONDITION, POPULATION
from loaders.extraction.lists import PRECAUTION, reason_at
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.phrases import Phrases

INTERACTION: Final = "interactsWith"

#: How many words may stand between "if" and whom it speaks of: "if you", "if the patient".
_TO_ADDRESSEE: Final = 3

#: What a symptom alone is told for, while a disease is told for what the drug may do to it.
_LASTING: Final = frozenset({"Disease", "Circumstance", "Population", "Activity", "DrugRisk"})


@dataclass(frozen=True, slots=True)
class AdviceWords:
    """The closed classes of words by which readers are warned, asked and told what to watch for."""

    advice: Phrases  # do not take, talk to your doctor
    prohibitions: Phrases  # the advice that forbids: any condition behind it is one to take care with
    complaints: Phrases  # if you notice, get worse, straight away: what follows happens under treatment
    watching: Phrases  # of these, what tells to act on what the drug may do
    companions: Phrases  # all your current medicines: what follows is taken beside the drug
    prior: Phrases  # before you take: what follows is a state that the reader is in already
    experiencing: frozenset[str]  # develop, notice: what stands behind befalls somebody
    openers: frozenset[str]  # if, when
    addressees: frozenset[str]  # you, your, anyone
    takings: frozenset[str]  # take, using
    havings: frozenset[str]  # have, suffer, are: end what is said of medicines that are taken
    people: frozenset[str]  # people, those: what they are with is a state
    enders: frozenset[str]  # because, before: what follows is no part of the condition
    reasons: Phrases  # because, since: what follows tells why an item stands in the list
    resumers: frozenset[str]  # behind a comma, words that begin the advice itself

    @classmethod
    def of(cls, cues: Cues) -> "AdviceWords":
        """Read the classes from the cues."""
        return cls(
            cues.words("Advice"),
            cues.words("ForbiddingAdvice"),
            cues.words("Complaint"),
            cues.words("Watchfulness"),
            cues.words("CompanionPhrase"),
            cues.words("PriorAdvice"),
            cues.single_words("ExperiencingVerb"),
            cues.single_words("AdviceOpener"),
            cues.single_words("Addressee"),
            cues.single_words("TakingVerb"),
            cues.single_words("HavingVerb"),
            cues.single_words("PersonNoun"),
            cues.single_words("AdviceEnder"),
            cues.words("ReasonMarker"),
            cues.single_words("AdviceResumer"),
        )


def complains(norms: Sequence[str], words: AdviceWords) -> bool:
    """Tell whether words speak of what comes about under treatment: "stop taking it if you notice"."""
    return words.complaints.first(norms, 0, len(norms)) >= 0


def is_prior(norms: Sequence[str], words: AdviceWords) -> bool:
    """Tell whether words ask for a state that readers are in before they take anything."""
    return words.prior.first(norms, 0, len(norms)) >= 0


def accompanies(norms: Sequence[str], words: AdviceWords) -> bool:
    """Tell whether words speak of what else readers take; what they are to ask "before taking" may be the drug."""
    return any(phrase[-1] not in words.takings for _, phrase in words.companions.found(norms))


def takes(norms: Sequence[str], words: AdviceWords) -> bool:
    """Tell whether words speak of taking something."""
    following = (*norms[1:], "")  # "use of X should be avoided in people with:" is a noun
    return any(norm in words.takings and after != "of" for norm, after in zip(norms, following, strict=True))


def watches(norms: Sequence[str], words: AdviceWords) -> bool:
    """Tell whether words call for action on what the drug may do: "call your doctor at once if you have"."""
    return words.watching.first(norms, 0, len(norms)) >= 0 and not is_prior(norms, words)


def asked_of(norms: Sequence[str], words: AdviceWords) -> str:
    """Return what a line of advice asks for below it: "do not take it if you" is said of states, "… with" of drugs."""
    if all(phrases.first(norms, 0, len(norms)) < 0 for phrases in (words.advice, words.prohibitions)):
        return ""
    opened = max((at for at, norm in enumerate(norms) if norm in words.openers), default=len(norms))
    beside = "with" in norms[-3:] and words.people.isdisjoint(norms[-4:])  # "people with:" opens a list of states
    taken = not words.takings.isdisjoint(norms[opened:]) or beside
    return INTERACTION if taken else PRECAUTION


def read(sentence: Sentence, cues: Cues, words: AdviceWords) -> Iterator[Reading]:
    """Yield the precautions and interactions that advice to readers, or an item of a list of them, names."""
    norms = sentence.norms
    if sentence.role == PRECAUTION and not sentence.running and not _advises(sentence, words):
        yield from _interactions(
            sentence, sentence.topic, 0, reason_at(sentence, words.reasons), cues, words, listed=True
        )
        return
    if words.openers.isdisjoint(norms):
        return
    scopes = list(_scopes(norms, words))
    if not scopes:
        return
    forbidden = words.prohibitions.first(norms, 0, len(norms)) >= 0
    asked = forbidden or words.advice.first(norms, 0, len(norms)) >= 0
    if not asked and (told := _foretold(sentence, words)):
        yield from _precautions(sentence, (told,), 1, norms.index(","), False, cues, words)
        return
    complaining = _complains_around(norms, scopes, words)
    watching = watches(norms, words)
    for first, last in scopes:
        subjects = _subjects(sentence, first, last)
        stressed = norms[max(0, first - 2) : first - 1] in _STRESSING  # "may be fatal, especially if you take warfarin"
        if not stressed and (complaining or words.complaints.first(norms, first - 1, last) >= 0):
            if watching:
                yield from complaints.read(sentence, subjects, first, last, cues, words.experiencing)
        elif asked or stressed:
            yield from _precautions(sentence, subjects, first, last, forbidden, cues, words)
            yield from _interactions(sentence, subjects, first, last, cues, words)


def _advises(sentence: Sentence, words: AdviceWords) -> bool:
    """Tell whether an item holds a whole advice of its own: "tell your doctor if you have asthma"."""
    norms = sentence.norms
    return words.advice.first(norms, 0, len(norms)) >= 0 and not words.openers.isdisjoint(norms)


#: What has not been done with those for whom a drug is not known to be safe, and how far before them it is told.
_STUDIED: Final = frozenset({"established", "evaluated", "studied", "tested"})
_TO_STUDY: Final = 3


def by_state(sentence: Sentence, reading: Reading) -> Reading:
    """Return a precaution for a group with what its members have: who is warned for liver disease has that."""
    mention = reading.object_mention
    studied = sentence.norms[max(0, reading.at - _TO_STUDY) : reading.at]
    if reading.predicate == PRECAUTION and reading.denied and not _STUDIED.isdisjoint(studied):
        return replace(reading, denied=False)  # "has not been studied in patients with a history of gout"
    if reading.predicate != PRECAUTION or not mention.meant(POPULATION):
        return reading
    for inner in (mention, *sentence.nested):
        states = inner.meant(CONDITION)
        if states and inner is mention:
            return replace(reading, object=states[0])
        if states and mention.first < inner.first and inner.last == mention.last:
            return replace(reading, object=states[0], object_mention=inner)
    return reading


_STRESSING: Final = (["especially"], ["particularly"])


def _foretold(sentence: Sentence, words: AdviceWords) -> Mention | None:
    """Return the drug that may do something to whoever is in a state: "if you have diabetes, X can make it harder"."""
    norms = sentence.norms
    if norms[0] not in words.openers or "," not in norms or words.havings.isdisjoint(norms[: norms.index(",")]):
        return None
    at = norms.index(",") + 1
    return next(
        (m for m in sentence.mentions if m.first == at and m.meant(ABOUT) and norms[m.last : m.last + 1] in _MODALS),
        None,
    )


_MODALS: Final = (["can"], ["may"], ["might"], ["could"])


def _complains_around(norms: Sequence[str], scopes: Sequence[tuple[int, int]], words: AdviceWords) -> bool:
    """Tell whether an advice speaks of complaints outside its conditions and what it grants before them."""
    at = norms.index(",") if norms[0] in words.enders and "," in norms else 0  # "Although side effects are rare, …"
    for first, last in scopes:
        if words.complaints.first(norms, at, first - 1) >= 0:
            return True
        at = last
    return words.complaints.first(norms, at, len(norms)) >= 0


def _scopes(norms: Sequence[str], words: AdviceWords) -> Iterator[tuple[int, int]]:
    """Yield the words of each condition: from the one addressed to where the advice goes on."""
    at = 0
    while at < len(norms):
        if norms[at] in words.openers and not words.addressees.isdisjoint(norms[at + 1 : at + 1 + _TO_ADDRESSEE]):
            last = at + 1
            while last < len(norms) and not _ends(norms, last, words):
                last += 1
            yield at + 1, last
            at = last
        at += 1


def _ends(norms: Sequence[str], at: int, words: AdviceWords) -> bool:
    if norms[at] == ";":  # "if you have asthma; gout; or liver disease": a list, until the advice goes on
        following = norms[at + 1 : at + 3]
        return words.resumers.isdisjoint(following[:1]) is False or not words.openers.isdisjoint(following)
    if norms[at] in words.enders:
        return norms[at - 1 : at + 1] not in _NO_REASON
    return norms[at] == "," and at + 1 < len(norms) and norms[at + 1] in words.resumers


#: What does not tell why, although a word for that stands in it.
_NO_REASON: Final = (["such", "as"], ["known", "as"], ["well", "as"])


def _subjects(sentence: Sentence, first: int, last: int) -> tuple[Mention, ...]:
    """Return which drug the advice is about: one named outside the condition, else the topic."""
    for mention in sentence.mentions:
        outside = mention.last <= first or mention.first >= last
        beside = sentence.norms[max(0, mention.first - 1)] in ("with", "for", "like")
        if outside and not beside and mention.meant(ABOUT) and not is_predicative(sentence, mention):
            return (mention,)
    return sentence.topic


def _precautions(
    sentence: Sentence,
    subjects: tuple[Mention, ...],
    first: int,
    last: int,
    forbidden: bool,
    cues: Cues,
    words: AdviceWords,
) -> Iterator[Reading]:
    kinds = cues.signatures[PRECAUTION].range
    members = [
        mention
        for mention in _within(sentence, first, last)
        if mention.meant(kinds) and not _taken(sentence, first, mention, words) and not _treated(sentence, mention)
    ]
    lasting = [mention for mention in members if not mention.meant(kinds)[0].kinds.isdisjoint(_LASTING)]
    if not forbidden and 2 * len(lasting) < len(members):  # "fits, liver disease or gout" are all states
        members = lasting
    yield from join(subjects, PRECAUTION, members, cues, cue="if you", module="advice", at=first, settled=True)


def _interactions(
    sentence: Sentence,
    subjects: tuple[Mention, ...],
    first: int,
    last: int,
    cues: Cues,
    words: AdviceWords,
    *,
    listed: bool = False,
) -> Iterator[Reading]:
    topic = {entity.iri for mention in subjects for entity in mention.candidates}
    members = [
        mention
        for mention in _within(sentence, first, last)
        if mention.meant(ABOUT)
        and not topic & {entity.iri for entity in mention.meant(ABOUT)}
        and (_taken(sentence, first, mention, words) or (listed and _bare(sentence)))
    ]
    yield from join(subjects, INTERACTION, members, cues, cue="if you take", module="advice", at=first)


def _within(sentence: Sentence, first: int, last: int) -> Iterator[Mention]:
    """Yield what is named between two tokens; of "muscle weakness called myasthenia gravis" the name alone."""
    found = [m for m in sentence.mentions if first <= m.first and m.last <= last and not m.reference]
    called = next((at for at in range(first, last) if sentence.norms[at] == "called"), -1)
    for mention in found:
        if mention.last > called or not any(each.first == called + 1 for each in found):
            yield mention


def _bare(sentence: Sentence) -> bool:
    """Tell whether an item names drugs and nothing else that could be in question: "MAO inhibitors or linezolid"."""
    states = frozenset({"Condition", "Population", "Activity"})
    return sentence.mentions[0].first <= _TO_ADDRESSEE and not any(each.meant(states) for each in sentence.mentions)


def _taken(sentence: Sentence, first: int, mention: Mention, words: AdviceWords) -> bool:
    """Tell whether the last verb before a mention is one of taking, and not one of having or being."""
    for at in range(mention.first - 1, first - 1, -1):
        if sentence.norms[at] in words.takings:
            return True
        if sentence.norms[at] in words.havings:
            return False
    return False


def _treated(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a condition only says what a medicine is for: "medicines for asthma"."""
    return sentence.norms[max(0, mention.first - 1)] in ("for", "treat", "against")
