"""What using a drug calls for: "should be tapered", "take it with food", "regular blood tests are needed".

A measure is rarely the object of a verb of its own ("requires"); mostly the sentence says that something ought to be
done, orders it, or stands in a list of such advice. Which measures are meant is what the ontology names; what a doctor
does for somebody who is ill, such as surgery, is no such measure unless the drug is said to require it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from loaders.extraction.clauses import ClauseWords, subject_of
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues
from ontology.phrases import Phrases

REQUIRES: Final = "requires"

#: The measures that make the use of a drug safe, and those that look at what it does.
SAFE_USE: Final = frozenset({"SafeUseMeasure"})
EXAMINATION: Final = frozenset({"Examination"})
#: Those that must be ordered, as they serve other ends as well.
ORDERED: Final = frozenset({"OrderedMeasure"})

#: What says that a measure is taken as a rule.
_NOW: Final = frozenset({"is", "are", "be"})

#: What is done to readers as a rule: "blood tests will be done", "your doctor will monitor you".
_DOING: Final = frozenset(
    {"check", "checked", "do", "done", "measured", "monitor", "monitored", "order", "ordered", "performed", "start"}
    | {"tested", "watched"}
)

#: How many words may stand between "is" and the measure: "is usually taken with food".
_AFTER_COPULA: Final = 3


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The closed classes of words that oblige, order and look after."""

    obligations: frozenset[str]  # should, necessary
    imperatives: frozenset[str]  # take, start, avoid
    examining: frozenset[str]  # monitored, checked
    choices: Phrases  # with or without

    @classmethod
    def of(cls, cues: Cues) -> "MeasureWords":
        """Read the classes from the cues."""
        return cls(
            cues.single_words("Obligation"),
            cues.single_words("Imperative"),
            cues.single_words("ExaminingWord"),
            cues.words("FreeChoice"),
        )


def read(
    sentence: Sentence, cues: Cues, clauses: ClauseWords, negation: NegationWords, words: MeasureWords
) -> Iterator[Reading]:
    """Yield the measures that a sentence says the drug calls for."""
    if sentence.kinds.isdisjoint(SAFE_USE):
        return
    for mention in sentence.mentions:
        if not mention.meant(SAFE_USE) or not _looked_after(sentence, mention, words):
            continue
        clause = sentence.clause_at(mention.first)
        free = _is_free(sentence, mention, words)
        ordered = free or _advised(sentence, mention, words)
        if not ordered and (mention.meant(ORDERED) or not _obliged(sentence, mention, words)):
            continue
        needless = free or _needless(sentence, mention, words)
        denied = needless or cue_denied(sentence, mention.first, clause.first, negation)
        if denied and not needless and sentence.norms[max(0, mention.first - 1)] != "no":
            continue  # "should not be titrated": what to leave undone is no measure that is denied
        said = subject_of(sentence, clause, mention.first, cues.signatures[REQUIRES].domain, clauses)
        yield from join(
            _subjects(sentence, said, ordered, words),
            REQUIRES,
            [mention],
            cues,
            cue="should",
            module="measures",
            at=mention.first,
            denied=frozenset({mention.first} if denied else ()),
        )


def _is_free(sentence: Sentence, mention: Mention, words: MeasureWords) -> bool:
    """Tell whether readers have the choice, so that a measure is not called for: "taken with or without food"."""
    return sentence.first(words.choices, max(0, mention.first - _TO_CHOICE), mention.last) >= 0


_TO_CHOICE: Final = 3
#: What stands before a verb that orders nothing.
_NO_ORDER: Final = frozenset({"or", "they", "you"})
#: What is got together with a measure does not call for it: "should receive antibiotics and close monitoring".
_GETTING: Final = frozenset({"get", "have", "need", "receive", "require"})
_JOINED: Final = (["and"], [","], ["or"])


def _subjects(sentence: Sentence, said: tuple[Mention, ...], ordered: bool, words: MeasureWords) -> tuple[Mention, ...]:
    """Return the drug that calls for a measure: the one spoken of, or the topic where another is named in passing."""
    norms = sentence.norms
    said = tuple(m for m in said if norms[m.last : m.last + 1] not in _JOINED or norms[m.first - 1] not in _GETTING)
    for mention in said:
        before = norms[max(0, mention.first - 1)]
        passing = before not in words.imperatives if ordered else before in ("of", "from", "to", "with", "by")
        if passing and not mention.reference and sentence.topic:
            return sentence.topic
    return said or sentence.topic


def _needless(sentence: Sentence, mention: Mention, words: MeasureWords) -> bool:
    """Tell whether a measure is said not to be needed: "dose adjustment is not required"."""
    norms = sentence.norms[mention.last : sentence.clause_at(mention.first).last]
    return "not" in norms and not words.obligations.isdisjoint(norms[norms.index("not") : norms.index("not") + 3])


def _advised(sentence: Sentence, mention: Mention, words: MeasureWords) -> bool:
    """Tell whether a measure stands in a list of advice, or opens or follows an order."""
    norms = sentence.norms
    if sentence.role == REQUIRES and not sentence.running:
        return True
    if norms[mention.first] in words.imperatives and norms[max(0, mention.first - 1)] in _NO_ORDER:
        return False  # "any medicines that you start or stop using"
    clause = sentence.clause_at(mention.first)
    first = clause.first
    while first < mention.first and norms[first] in (
        ",",
        ":",
        ";",
        "-",
        "and",
        "or",
        "then",
        "but",
        "please",
        "always",
    ):
        first += 1
    if norms[first] in words.imperatives:
        return norms[first] != "avoid" or mention.first == first  # "avoid it at bedtime"
    at = mention.first  # "…, start with a low dose and take it with food": an order in the midst
    while at > first:
        if norms[at - 1] in (",", "and", ";") and norms[at] in words.imperatives:
            return True
        at -= 1
    return False


def _obliged(sentence: Sentence, mention: Mention, words: MeasureWords) -> bool:
    """Tell whether the clause says that a measure ought to be taken, or is taken as a rule."""
    norms = sentence.norms
    clause = sentence.clause_at(mention.first)
    said = norms[clause.first : clause.last]
    if not words.obligations.isdisjoint(said) or (("will" in said or "may" in said) and not _DOING.isdisjoint(said)):
        return True
    before = norms[max(clause.first, mention.first - _AFTER_COPULA) : mention.first]
    copula = max((at for at, norm in enumerate(before) if norm in _NOW), default=-1)
    return copula >= 0 and ARTICLES.isdisjoint(before[copula:])


def _looked_after(sentence: Sentence, mention: Mention, words: MeasureWords) -> bool:
    """Tell whether what is to be examined is: "kidney function" alone is no measure, "kidney function tests" are."""
    if not mention.meant(EXAMINATION):
        return True
    clause = sentence.clause_at(mention.first)
    return not words.examining.isdisjoint(sentence.norms[clause.first : clause.last])
