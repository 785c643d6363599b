"""What the circumstances named in a sentence make of an effect: on stopping, in overdose, in combination.

"Can cause seizures" is an adverse effect; "stopping it abruptly can cause seizures" is a withdrawal symptom, "more than
200 mg can cause seizures" an effect of overdose, and "with a depressant it can cause sedation" the result of an
interaction.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from loaders.extraction import hazards
from loaders.extraction.clauses import ABOUT
from loaders.extraction.kinds import CONDITION, PHYSIOLOGICAL_EFFECT
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading, in_tokens
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity
from ontology.phrases import Phrases
from ontology.values import Literal

#: The properties that circumstances can turn into others.
EFFECTS: Final = frozenset({"hasAdverseEffect", "hasEffect", "hasOverdoseEffect", "hasWithdrawalSymptom"})

#: The properties whose objects are results where two drugs are spoken of together.
OF_COMBINATION: Final = EFFECTS | {"increases", "hasRisk"}
INTERACTION: Final = "interactsWith"
_CHANGES: Final = frozenset({"decreases", "increases"})
#: Nouns that do not say whether an effect is wanted.
_MERE: Final = frozenset(
    {"effect", "effects", "central nervous system effects", "cns effects", "nervous system effects"}
)
_HARMS: Final = frozenset({"Disease", "Symptom", "UnlistedCondition"})
#: What rises and falls together with a thing: "lowers the rate of breathing" slows it.
_DEGREES: Final = frozenset({"frequency", "incidence", "rate", "rates", "severity"})


@dataclass(frozen=True, slots=True)
class ContextWords:
    """The phrases that tell of stopping, of too much, and of taking together; and the kinds that stay what they are."""

    withdrawal: Phrases
    withdrawal_subject: Phrases  # tells so only where it stands before the cue
    overdose: Phrases
    combination: Phrases
    linkers: Phrases  # include, are: open the list of what a noun such as "effects" announces
    lowering: frozenset[str]  # less, reduced
    lessening: frozenset[str]  # suppression, relief: with "of" behind them
    chances: frozenset[str]  # risk, rate: what a lowering word makes less of

    @classmethod
    def of(cls, cues: Cues) -> "ContextWords":
        """Read the classes from the cues."""
        return cls(
            cues.words("WithdrawalContext"),
            cues.words("WithdrawalSubject"),
            cues.words("OverdoseContext"),
            cues.words("CombinationContext"),
            cues.words("RoleLinker"),
            cues.single_words("LoweringWord"),
            cues.single_words("LesseningNoun"),
            cues.single_words("ChanceNoun"),
        )


def apply(sentence: Sentence, readings: Iterable[Reading], section_role: str, words: ContextWords) -> Iterator[Reading]:
    """Yield the readings as their circumstances make them; those of a combination become results of interactions."""
    heard = list(readings)
    combined = _combined(sentence, words)
    interactions = [reading for reading in heard if reading.predicate == INTERACTION]
    for reading in heard:
        if lowered(sentence, reading, words) or _only_chance(sentence, reading, words):
            continue
        if reading.predicate == INTERACTION:
            yield from _with_results(sentence, reading)
        elif reading.predicate in OF_COMBINATION and reading.module != "lists" and (interactions or combined):
            if interactions and all(_beside(sentence, each, reading.object_mention) for each in interactions):
                yield reading
        elif reading.predicate == "decreases" and interactions and _opens_with(sentence, interactions[0]):
            continue  # "using X with Y can slow your breathing"
        elif reading.module == "lists" and _in_overdose(sentence, reading, words):
            yield replace(reading, predicate="hasOverdoseEffect")
        elif reading.predicate in EFFECTS and reading.module == "roles":
            led_to = _led_to(sentence, reading, section_role, words)
            if led_to == "hasAdverseEffect" != section_role and _among_wanted(reading, heard):
                led_to = reading.predicate
            turned = _as(reading, led_to)
            yield turned
            yield from hazards.cautions(sentence, turned, *_span(sentence, turned))
        elif reading.predicate in EFFECTS and reading.module in ("complaints", "phrases", "occurrence", "sections"):
            turned = _as(reading, _turned(sentence, reading, section_role, words))
            yield turned
            yield from hazards.cautions(sentence, turned, *_span(sentence, turned))
        else:
            yield reading
            yield from hazards.cautions(sentence, reading, *_span(sentence, reading))


def _among_wanted(reading: Reading, readings: Iterable[Reading]) -> bool:
    """Tell whether what has no name stands in a list of effects with one that a drug is taken for: "euphoria and X"."""
    return (
        reading.predicate == "hasEffect"
        and isinstance(reading.object, Entity)
        and "UnlistedCondition" in reading.object.kinds
        and any(
            each.at == reading.at and isinstance(each.object, Entity) and each.object.kinds & PHYSIOLOGICAL_EFFECT
            for each in readings
        )
    )


def _as(reading: Reading, predicate: str) -> Reading:
    return reading if reading.predicate == predicate else replace(reading, predicate=predicate)


#: How many words may stand between a lowering word and its noun, and between that noun and the cue: "potential to".
_NEAR: Final = 3


def lowered(sentence: Sentence, reading: Reading, words: ContextWords) -> bool:
    """Tell whether what a reading takes for an effect is said to be less likely: "has a lower risk of X"."""
    if reading.module == "presupposed" or (reading.predicate not in EFFECTS and reading.predicate != "hasRisk"):
        return False  # what a comparison takes for granted is not what it makes less of
    norms, target = sentence.norms, reading.object_mention
    if _lessened(norms, reading, words) or _less_likely(sentence, reading):
        return True
    if words.chances.isdisjoint(sentence.bag) or words.lowering.isdisjoint(sentence.bag):
        return False
    named = {  # "heart rate" is no chance
        at
        for each in sentence.mentions
        if each.last - each.first > 1 and each != target
        for at in range(each.first, each.last)
    }
    return any(
        norms[at] in words.chances and at not in named and not words.lowering.isdisjoint(norms[max(0, at - _NEAR) : at])
        for at in range(max(0, min(reading.at, target.first) - _NEAR), target.last)
    )


def _lessened(norms: list[str], reading: Reading, words: ContextWords) -> bool:
    """Tell whether less of what is named is spoken of: "fewer side effects", "suppression of hunger and thirst"."""
    target = reading.object_mention
    if target.first and norms[target.first - 1] in words.lowering:
        return True
    between = norms[reading.at : target.first]
    return any(first in words.lessening and second == "of" for first, second in pairwise(between))


def _less_likely(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether a clause says that something is less likely: "is less likely than others to cause nausea"."""
    if "likely" not in sentence.bag:
        return False
    window = sentence.norms[sentence.clause_at(reading.at).first : reading.at]
    return any(window[at : at + 2] == ["less", "likely"] for at in range(len(window)))


def _only_chance(sentence: Sentence, reading: Reading, words: ContextWords) -> bool:
    """Tell whether what is said to rise or fall is the chance of something: "has a higher risk of muscle pain"."""
    if reading.predicate not in _CHANGES or reading.module != "phrases":
        return False
    between = sentence.norms[reading.at : reading.object_mention.first]
    return not (words.chances - _DEGREES).isdisjoint(between)


#: Within how many words of its beginning a sentence without a drug's name tells that it is about several.
_OPENING: Final = 3


def _combined(sentence: Sentence, words: ContextWords) -> bool:
    """Tell whether drugs are spoken of together: by name, or as those just spoken of ("the combination can …")."""
    named = {entity.iri for mention in sentence.mentions for entity in mention.meant(ABOUT)}
    topic = {entity.iri for mention in sentence.topic for entity in mention.candidates}
    within = len(sentence.tokens) if len(named | topic) > 1 else 0 if named else _OPENING
    return in_tokens(sentence, 0, min(within, len(sentence.tokens)), words.combination) >= 0


def _opens_with(sentence: Sentence, interaction: Reading) -> bool:
    """Tell whether a sentence is about taking two things together: it opens with the verb that says so."""
    return interaction.at == 0 and sentence.norms[0].endswith("ing")


#: What stands on either side of a member of a list.
_JOINING: Final = frozenset({",", "and", "or"})
_ENDING: Final = _JOINING | {".", ";"}


def _is_overdosed(sentence: Sentence, reading: Reading, last: int, words: ContextWords) -> bool:
    """Tell whether an overdose is the circumstance of an effect, and no effect beside it: "causes overdose or coma"."""
    norms = sentence.norms
    for at, phrase in sentence.found(words.overdose, reading.at, last):
        around = (norms[at - 1], norms[at + len(phrase)] if at + len(phrase) < len(norms) else ".")
        if around[0] not in _JOINING or around[1] not in _ENDING:
            return True
    return False


def _of_others(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether a sentence speaks of other drugs than its section, so that the section's role is not theirs."""
    topic = {entity for mention in sentence.topic for entity in mention.candidates}
    named = {entity for mention in sentence.mentions for entity in mention.candidates}
    return bool(topic) and topic.isdisjoint(named) and reading.subject not in topic


def _turned(sentence: Sentence, reading: Reading, section_role: str, words: ContextWords) -> str:
    first, last = _span(sentence, reading)
    if in_tokens(sentence, first, last, words.withdrawal) >= 0 or _stopped_around(sentence, first, last, words):
        return "hasWithdrawalSymptom"
    if in_tokens(sentence, first, reading.at, words.withdrawal_subject) >= 0:
        return "hasWithdrawalSymptom"
    end = reading.object_mention.first if reading.module == "sections" else last  # an item speaks for itself alone
    if in_tokens(sentence, first, reading.at, words.overdose) >= 0 or _is_overdosed(sentence, reading, end, words):
        return "hasOverdoseEffect"
    if section_role in ("hasWithdrawalSymptom", "hasOverdoseEffect") and reading.predicate == "hasAdverseEffect":
        return reading.predicate if _of_others(sentence, reading) else section_role
    return reading.predicate


def _led_to(sentence: Sentence, reading: Reading, section_role: str, words: ContextWords) -> str:
    """Return what a noun such as "side effects" is to the drug where stopping it leads there: "stopping can cause"."""
    end = words.linkers.first(sentence.norms, reading.at, reading.object_mention.first)
    if in_tokens(sentence, reading.at, end, words.withdrawal_subject) >= 0:  # "the effects of X withdrawal are"
        return "hasWithdrawalSymptom"
    if in_tokens(sentence, reading.at, end, words.overdose) >= 0:
        return "hasOverdoseEffect"
    first = _span(sentence, reading)[0]
    stopped = in_tokens(sentence, first, reading.at, words.withdrawal) >= 0
    if stopped or _stopped_around(sentence, first, reading.at, words):
        return "hasWithdrawalSymptom"
    mere = reading.cue in _MERE and reading.predicate == "hasEffect"
    if mere and (section_role == "hasAdverseEffect" or _is_harm(reading.object)):
        return "hasAdverseEffect"  # "psychiatric effects include" under "Side effects"
    return reading.predicate


def _is_harm(target: Entity | Literal) -> bool:
    """Tell whether a condition is nothing that a drug is taken for: nausea, and not relaxation."""
    return isinstance(target, Entity) and bool(target.kinds & _HARMS) and not target.kinds & PHYSIOLOGICAL_EFFECT


def _in_overdose(sentence: Sentence, reading: Reading, words: ContextWords) -> bool:
    """Tell whether a bare list opens with an overdose: "In case of overdose: seizures and coma"."""
    return (
        reading.predicate == "hasAdverseEffect"
        and in_tokens(sentence, 0, reading.object_mention.first, words.overdose) >= 0
    )


def _stopped_around(sentence: Sentence, first: int, last: int, words: ContextWords) -> bool:
    """Tell whether the words of stopping stand around the drug's name: "stopping X suddenly"."""
    norms = sentence.norms
    for mention in sentence.mentions:
        if first < mention.first and mention.last < last and mention.meant(ABOUT):
            around = (norms[mention.first - 1], norms[mention.last])
            if around in words.withdrawal or around[:1] in words.withdrawal:
                return True
    return False


def _span(sentence: Sentence, reading: Reading) -> tuple[int, int]:
    """Return the tokens that tell of the circumstances: the clause's own, and those of a condition beside it."""
    clause = sentence.clause_at(reading.at)
    first, last = clause.first, max(reading.object_mention.last, clause.last)
    if sentence.norms[first] in ("if", "when"):  # "If it causes a rash, stop taking it": advice is no circumstance
        last = next((at for at in range(reading.object_mention.last, last) if sentence.norms[at] == ","), last)
    index = sentence.clauses.index(clause) if clause in sentence.clauses else -1
    if index == 1 and sentence.norms[sentence.clauses[index - 1].first] in ("if", "when"):
        first = sentence.clauses[index - 1].first
    before = index - 1
    while (
        before > 0 and sentence.clauses[before].kind == "relative"
    ):  # "withdrawal, which may last long, causes nausea"
        before -= 1
        first = sentence.clauses[before].first
    if index > 0 and sentence.norms[first] == ":":  # "stopping it can cause problems such as: nausea"
        first = sentence.clauses[index - 1].first
    if 0 <= index < len(sentence.clauses) - 1 and sentence.norms[sentence.clauses[index + 1].first] in ("if", "when"):
        last = sentence.clauses[index + 1].last
    return first, last


def _beside(sentence: Sentence, interaction: Reading, mention: Mention) -> bool:
    """Tell whether interactions are listed beside an effect: "a warning of abuse, withdrawal and interactions with"."""
    norms, at = sentence.norms, interaction.at
    joined = "and" in norms[max(0, at - _NEAR) : at] or "or" in norms[max(0, at - _NEAR) : at]
    return norms[at] in _INTERACTIONS and joined and mention.last <= at


_INTERACTIONS: Final = frozenset({"interaction", "interactions"})


def _with_results(sentence: Sentence, reading: Reading) -> Iterator[Reading]:
    """Yield an interaction once for each condition that the sentence names as its result."""
    if reading.module == "advice":  # "if you take warfarin or have asthma": a state of the reader is no result
        yield reading
        return
    after = max(reading.object_mention.last, reading.subject_mention.last, reading.at)
    results = [
        entity.iri
        for mention in sentence.mentions
        if mention.first >= after and not _treated(sentence, mention)
        for entity in mention.meant(CONDITION)
        if "Circumstance" not in entity.kinds
    ]
    if not results:
        results = [
            entity.iri
            for mention in sentence.mentions
            for entity in mention.meant(CONDITION)
            if mention.last <= min(reading.object_mention.first, reading.at)
            and mention.first > reading.subject_mention.last
            and not _beside(sentence, reading, mention)
            and not _treated(sentence, mention)
        ]
    for result in dict.fromkeys(results):
        yield replace(reading, qualifiers=(*reading.qualifiers, ("result", result)))
    if not results:
        yield reading


#: The words right before a condition that a drug is taken for or somebody has: "to treat epilepsy", "those with gout".
_BEFORE_TREATED: Final = frozenset({"treat", "treats", "treating", "relieve", "manage", "against", "treated"})


#: Names of a hazard that are verbs, and so tell of use.
_USING: Final = frozenset({"abusing", "misusing", "using"})


def _treated(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a condition is what somebody has or is treated for, and so no result."""
    norms = sentence.norms
    before, earlier = norms[max(0, mention.first - 1)], norms[max(0, mention.first - 2)]
    return (
        norms[mention.last - 1] in _USING  # "when mixed with alcohol, abusing it can be fatal"
        or before in _BEFORE_TREATED
        or (before == "for" and earlier not in ("risk", "potential", "responsible"))
        or (before == "of" and earlier in ("case", "cases", "treatment", "management"))
        or (before == "with" and earlier in ("patients", "people", "those", "individuals", "persons", "anyone"))
    )
