"""Denial, with its scope and the ends of it.

After ConText (Harkema et al., J Biomed Inform 2009): a word of denial reaches forward until its scope ends, at "but",
at "and" before a new verb, or at the end of the clause. What stands after "rather than" or "not" inside a list is
denied although the verb before it is not.
"""

from dataclasses import dataclass
from typing import Final

from loaders.extraction.coordination import ListWords
from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity
from ontology.phrases import Phrases

#: How many tokens before its cue a word of denial still reaches it.
REACH: Final = 12

#: How many it does where a claim is denied: "there is no evidence that taking it for years on end damages the liver".
REACH_OF_CLAIM: Final = 20


@dataclass(frozen=True, slots=True)
class NegationWords:
    """The closed classes of words that deny, that only seem to, and that end a denial."""

    negators: frozenset[str]
    prefixes: frozenset[str]  # deny only the word after them: non-opioid
    exceptions: Phrases  # not only, no more than
    prohibitions: Phrases  # should not be, do not: advice that denies nothing
    enders: frozenset[str]
    reversals: Phrases
    claims: frozenset[str]  # evidence, shown: what a "that" after them says is denied with them
    exempting: Phrases  # except for: what follows is not denied where the rest is

    @classmethod
    def of(cls, cues: Cues) -> "NegationWords":
        """Read the classes from the cues."""
        return cls(
            cues.single_words("Negator"),
            cues.single_words("NegativePrefix"),
            cues.words("NegationException"),
            cues.words("Prohibition"),
            cues.single_words("NegationEnder"),
            cues.words("Reversal"),
            cues.single_words("ClaimWord"),
            cues.words("ExemptionMarker"),
        )


#: What ends a phrase with "without" before it, as a verb comes: "nausea without vomiting has been seen".
_AUXILIARIES: Final = frozenset({"are", "can", "had", "has", "have", "is", "may", "was", "were"})


def negator_at(sentence: Sentence, at: int, words: NegationWords) -> bool:
    """Tell whether token `at` denies what follows it."""
    norms = sentence.norms
    return norms[at] in words.negators and not words.exceptions.at(norms, at)


def prohibited(sentence: Sentence, first: int, clause_first: int, words: NegationWords, reach: int = REACH) -> bool:
    """Tell whether the cue at token `first` is advised against: "should not be taken with" affirms an interaction."""
    if not sentence.may_hold(words.prohibitions):
        return False
    return any(words.prohibitions.at(sentence.norms, at) for at in range(max(clause_first, first - reach), first))


def cue_denied(
    sentence: Sentence, first: int, clause_first: int, words: NegationWords, spare: frozenset[int] = frozenset()
) -> bool:
    """Tell whether the cue that starts at token `first` is denied by a word before it in its clause.

    The tokens to `spare` belong to what is said, such as the "no" of "no abuse potential".
    """
    norms = sentence.norms
    claimed = False
    for at in range(first - 1, max(clause_first, first - REACH_OF_CLAIM) - 1, -1):
        near = claimed or first - at <= REACH
        if near and at not in spare and negator_at(sentence, at, words):
            return norms[at] != "without" or _AUXILIARIES.isdisjoint(norms[at : first + 1])
        if (
            norms[at] in words.enders
            or (norms[at] in _MARKS and norms[at + 1] != "or")  # "cannot cause harm, or make you ill"
            or (norms[at] == "(" and ")" not in norms[at:first])  # "no hat (risk of overheating)"
            or (norms[at] == "that" and norms[at - 1] not in words.claims)
        ):
            return False
        if norms[at] in _SUBJECTS and norms[at - 1 : at] and norms[at - 1] not in _INVERTING and not _ends(norms, at):
            return False  # "although not a benzodiazepine it acts …": a subject begins something of its own
        claimed = claimed or norms[at] == "that"
    return False


def _ends(norms: list[str], at: int) -> bool:
    """Tell whether a pronoun is an object, as a preposition or nothing follows: "do not take it for long"."""
    return norms[at + 1 : at + 2] in _BEHIND_OBJECTS


_BEHIND_OBJECTS: Final = tuple(
    [norm]
    for norm in ("as", "at", "by", "daily", "during", "every", "for", "in", "more", "on", "to", "together", "with")
)

#: Marks that end what a word of denial reaches; a quotation may hold several sentences.
_MARKS: Final = frozenset({",", "."})
#: Subjects by which a clause can begin without a mark, and the verbs that stand before one instead: "nor does it".
_SUBJECTS: Final = frozenset({"it", "they"})
_INVERTING: Final = frozenset(
    {"are", "can", "could", "did", "do", "does", "is", "may", "should", "that", "was", "were", "will"}
)


#: What begins a description of a member of a list, and what ends it.
_DESCRIBING: Final = frozenset({"(", "that", "which", "who"})
_CLOSING: Final = frozenset({")", ",", ";"})


def denied_members(
    sentence: Sentence, last: int, members: list[Mention], denied: bool, words: NegationWords, lists: ListWords
) -> frozenset[int]:
    """Return the first tokens of the members that are denied, given whether the cue before token `last` is."""
    norms = sentence.norms
    exempted, reversed_ = sentence.may_hold(words.exempting), sentence.may_hold(words.reversals)
    result: set[int] = set()
    at = last
    current = denied
    inner = False  # within what only describes a member: "voices that are not there, fits"
    told: set[Entity] = set()
    for member in members:
        for index in range(min(at, member.first), member.first):
            described = norms[index] == "you" or (norms[index] in _DESCRIBING and not sentence.running)
            # "gout (pain that will not end), fits": what a closed bracket denies is no member
            described = described or (norms[index] == "(" and ")" in norms[index : member.first])
            inner = described or (inner and norms[index] not in _CLOSING)
            if inner and norms[index] != "(":
                continue
            if denied and exempted and words.exempting.at(norms, index):
                current = False
                break
            if (
                norms[index] == "(" and not sentence.running
            ):  # "things that are not real (hallucinations)": the bracket names them
                current = False
            if (reversed_ and words.reversals.at(norms, index)) or negator_at(sentence, index, words):
                current = True
            elif norms[index] == "but":
                current = False
        prefixed = member.first > 0 and norms[member.first - 1] in words.prefixes
        twice = told.intersection(member.candidates)  # "fatal and non-fatal", "angina, but not variant angina"
        if current != prefixed and not (twice and (prefixed or not denied)):
            result.add(member.first)  # but "angina, with the exception of variant angina" is no denial of angina
        told.update(member.candidates)
        at = member.last
    return frozenset(result)
