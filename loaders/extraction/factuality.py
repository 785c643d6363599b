"""What is said without being claimed: asked, believed by others, or tried once and given up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from loaders.extraction.contexts import EFFECTS
from loaders.extraction.negation import NegationWords, negator_at
from loaders.extraction.readings import Reading, in_tokens
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.phrases import Phrases

#: What needs proof: that a drug helps or harms; how it does so may stay unknown.
_PROVEN: Final = EFFECTS | {"hasRisk", "treats"}


@dataclass(frozen=True, slots=True)
class FactualityWords:
    """The phrases that open what is not claimed, and those that tell of a use given up."""

    not_claimed: Phrases
    scant: Phrases  # little evidence that: denies the harm behind it
    abandoned: Phrases
    advised_against: Phrases
    unproven: Phrases  # stand behind what they are said of
    disproven: Phrases  # stand there too, and deny it: has not been established
    efficacy: Phrases  # efficacy, benefit: of what this is said, and not of safety
    free: Phrases  # with or without: leave the choice, so that nothing is called for
    explanations: Phrases  # mechanism, why: what may be unclear of a proven use
    fostering: Phrases  # increasing, inducing: of what is no complaint
    uses: Phrases  # indicated, effective: what a denial of a use denies
    cautions: Phrases  # caution is advised: what ends a reassurance before it
    reassurances: Phrases  # safe, no known risk: what makes of a precaution or an interaction its denial

    @classmethod
    def of(cls, cues: Cues) -> "FactualityWords":
        """Read the classes from the cues."""
        names = (
            "NonFactual",
            "ScantEvidence",
            "Abandoned",
            "AdvisedAgainst",
            "Unproven",
            "Disproven",
            "EfficacyNoun",
            "FreeChoice",
            "ExplanationNoun",
            "FosteringVerb",
            "UseWord",
            "Caution",
            "Reassurance",
        )
        return cls(*(cues.words(name) for name in names))


def apply(
    sentence: Sentence, readings: Iterable[Reading], words: FactualityWords, negation: NegationWords
) -> Iterator[Reading]:
    """Yield the readings that are claimed; a use given up, advised against or never shown is yielded as denied."""
    for each in readings:
        reading = replace(each, denied=False) if _of_doubtful_safety(sentence, each, words) else each
        refused = refusal(sentence, reading, words)
        if not refused:
            yield replace(reading, denied=True) if _reassures(sentence, reading, words, negation) else reading
        elif refused in ("AdvisedAgainst", "Disproven", "ScantEvidence") or (
            refused == "Abandoned" and _refuted_later(sentence, reading, negation)
        ):
            yield replace(reading, denied=True)


def _of_doubtful_safety(sentence: Sentence, reading: Reading, words: FactualityWords) -> bool:
    """Tell whether a state is called safe only in doubt, which calls for care: "unclear if it is safe in"."""
    if reading.predicate != "hasPrecaution" or not reading.denied:
        return False
    first = sentence.clause_at(reading.at).first
    return first > 0 and in_tokens(sentence, max(0, first - 2), reading.at + 1, words.not_claimed) >= 0


def refusal(sentence: Sentence, reading: Reading, words: FactualityWords) -> str:
    """Return the class of the words for which a reading is not claimed, or nothing."""
    clause = sentence.clause_at(reading.at)
    until = max(reading.at + 1, reading.object_mention.first)
    doubted = clause.kind == "sub" and clause.first > 0 and reading.predicate != "hasPrecaution"
    opener = clause.first - doubted  # "it is unclear if X treats …": "if" opens the clause, and doubt calls for care
    if reading.predicate != "treats" and in_tokens(sentence, opener, until, words.scant) >= 0:
        return "ScantEvidence"  # of a harm it is as good as none, of a use it proves nothing
    if in_tokens(sentence, opener, until, words.not_claimed) >= 0:
        return "NonFactual"
    target = reading.object_mention
    if (
        reading.predicate == "requires"
        and not reading.denied
        and in_tokens(sentence, max(0, target.first - 3), min(target.last + 3, len(sentence.norms)), words.free) >= 0
    ):
        return "FreeChoice"
    if reading.predicate == "treats" and in_tokens(sentence, clause.first, until, words.advised_against) >= 0:
        return "AdvisedAgainst"
    if reading.predicate == "hasTreatmentDuration" and (
        in_tokens(sentence, clause.first, clause.last, words.disproven) >= 0
        or in_tokens(sentence, clause.first, clause.last, words.unproven) >= 0
    ):
        return "Unproven"
    if reading.predicate == "treats" and _is_advice(sentence, clause.first, target.last):
        return "SideEffect"
    if reading.predicate == "treats" and in_tokens(sentence, reading.at, target.first, words.fostering) >= 0:
        return "FosteringVerb"  # "effective in increasing alertness": that is brought about, not treated
    before = sentence.norms[reading.object_mention.first - 1 : reading.object_mention.first]
    if reading.predicate == "treats" and before in (["its"], ["their"]):
        return "NonFactual"  # "taken for its effects": what it has it does not treat
    if reading.predicate == "treats" and reading.denied and _of_another_verb(sentence, reading, clause.first, words):
        return "NonFactual"
    if reading.predicate == "treats" and in_tokens(sentence, until, clause.last, words.disproven) >= 0:
        return "Disproven" if in_tokens(sentence, clause.first, until, words.efficacy) >= 0 else "Unproven"
    unproven = reading.predicate in _PROVEN and any(
        in_tokens(sentence, until, clause.last, phrases) >= 0 for phrases in (words.unproven, words.disproven)
    )
    if unproven and in_tokens(sentence, clause.first, until, words.explanations) < 0:
        return "Unproven"
    return "Abandoned" if _given_up(sentence, reading, words) else ""


#: Behind a condition, what shows that it is a side effect which advice makes less of.
_SIDE_EFFECTS: Final = (["and", "other", "side"], ["and", "other", "adverse"], ["and", "other", "unwanted"])


def _is_advice(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a clause says how to have less of a side effect: "avoid alcohol to reduce the chance of nausea"."""
    norms = sentence.norms
    return norms[first] == "avoid" or norms[last : last + 3] in _SIDE_EFFECTS


#: How the cues begin that name a use by a noun, which any verb may govern.
_NOMINAL: Final = ("treatment", "management", "therapy", "relief", "prevention")


def _of_another_verb(sentence: Sentence, reading: Reading, first: int, words: FactualityWords) -> bool:
    """Tell whether a denial before a noun for a use is of nothing to do with use: "is not paid for treatment of"."""
    return reading.cue.startswith(_NOMINAL) and in_tokens(sentence, first, reading.at, words.uses) < 0


def _reassures(sentence: Sentence, reading: Reading, words: FactualityWords, negation: NegationWords) -> bool:
    """Tell whether a clause says that what would call for care is safe: "its use in pregnancy is considered safe".

    So it is where two drugs are said to be safe together; what they do to each other is a claim of its own.
    """
    together = reading.predicate == "interactsWith" and "result" not in dict(reading.qualifiers)
    if reading.predicate != "hasPrecaution" and not together:
        return False
    clause = sentence.clause_at(reading.object_mention.first)
    first = clause.first
    if clause.kind == "sub" and first:  # "there is no known risk when it is used in …"
        first = sentence.clause_at(first - 1).first
    last = clause.last
    if together and sentence.norms[last : last + 1] == ["or"]:  # "use of X with Y or Zs such as W is safe"
        last = sentence.clause_at(last).last
    at = in_tokens(sentence, first, last, words.reassurances)
    if at < 0 or in_tokens(sentence, max(0, first - 4), at, words.not_claimed) >= 0:
        return False  # "it is unclear if its use in … is safe"
    if in_tokens(sentence, at, reading.object_mention.first, words.cautions) >= 0:
        return False  # "while it is safe for most, caution is advised in …"
    return not any(negator_at(sentence, index, negation) for index in range(max(first, at - 3), at))


def _given_up(sentence: Sentence, reading: Reading, words: FactualityWords) -> bool:
    """Tell whether a use is one that once was."""
    if reading.predicate != "treats":
        return False
    abandoned = in_tokens(sentence, 0, len(sentence.tokens), words.abandoned)
    return abandoned >= 0 and sentence.clause_at(reading.at).first <= abandoned <= reading.at


def _refuted_later(sentence: Sentence, reading: Reading, negation: NegationWords) -> bool:
    """Tell whether a "but" with a denial follows the clause."""
    norms, first = sentence.norms, sentence.clause_at(reading.at).last
    return "but" in norms[first : first + 3] and any(
        negator_at(sentence, at, negation) for at in range(first, len(norms))
    )
