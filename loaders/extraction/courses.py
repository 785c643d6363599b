"""For how long a drug is used, where words and no numbers tell: "for short-term use", "taken indefinitely".

That somebody uses a drug for long is not yet how it is meant to be used: "long-term use of X may cause dependence" only
warns. What it is used for, or should be, is led to ("prescribed for short-term use"), stands behind a verb of using, or
is discouraged, which denies it ("long-term use is not recommended").
"""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied
from loaders.extraction.readings import Reading, in_tokens
from loaders.extraction.sentence import ARTICLES, Clause, Sentence
from ontology.cues import Cues
from ontology.values import Literal

DURATION: Final = "hasTreatmentDuration"

#: How far before a term the verb of using may stand: "used alone or with other drugs for long periods".
_REACH: Final = 8

#: What leads to a term, with a verb of using before it or without.
_LEADS: Final = frozenset({"for", "to"})
_LEADS_AFTER_USE: Final = frozenset({"for", "over", "in", "as", "during"})

#: The nouns of terms that are spans of time as such, of which any verb may tell.
_SPANS: Final = frozenset({"period", "periods", "time"})

#: What somebody is under, so that to say what holds during it says that it is done.
_COURSES: Final = frozenset({"treatment", "therapy"})


def read(text: str, sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Yield for how long a sentence says that its drug is used, or is not to be."""
    for at, term in sentence.found(cues.words("TreatmentTerm"), 0):
        clause = sentence.clause_at(at)
        last = at + len(term)
        behind = sentence.norms[last : last + 2]
        nouns = cues.single_words("UseNoun")
        named = term[-1] in nouns or not nouns.isdisjoint(behind)
        if not named and behind and behind[0].isalpha() and behind[0] not in _ends(cues):
            continue  # "for short-term procedures"
        if behind[:1] == ["against"] or _conditional(sentence, clause):
            continue  # "continued long-term against advice", "if taken for long periods"
        discouraged = in_tokens(sentence, last, clause.last, cues.words("Discouragement")) >= 0
        led = _led(sentence, clause.first, at, last, cues)
        opening = at <= clause.first + 2 and named
        if not led and not (opening and discouraged):
            continue
        denied = cue_denied(sentence, at, clause.first, negation) or (opening and discouraged and not led)
        mention = Mention(at, last, ())
        value = Literal(sentence.text_of(text, mention).lower())
        for subject_mention in _subjects(sentence, at, last, words):
            for subject in subject_mention.meant(ABOUT):
                yield Reading(subject, DURATION, value, denied, " ".join(term), "courses", at, subject_mention, mention)


def _ends(cues: Cues) -> frozenset[str]:
    """Return the words that may stand behind a term that is no description of a noun."""
    return cues.single_words("ListBreaker") | cues.single_words("Joiner") | frozenset({"of", "only", "unless"})


def _conditional(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause tells of a case that may come up, and not of how the drug is to be used."""
    opener = sentence.norms[clause.first : clause.first + 2]
    return clause.kind == "sub" and not {"if", "when", "unless"}.isdisjoint(opener)


def _led(sentence: Sentence, first: int, at: int, last: int, cues: Cues) -> bool:
    """Tell whether a preposition or a verb of using leads to a term."""
    norms = sentence.norms
    lead = at - 1
    while lead >= first and (norms[lead] in ARTICLES or norms[lead] in ("only", "very", "relatively")):
        lead -= 1
    if lead < first:
        return False
    if norms[lead] in _LEADS and norms[last - 1] not in _SPANS:
        return True
    if norms[lead] == "during" and not _COURSES.isdisjoint(norms[last - 1 : last + 1]):
        return True
    used = not cues.single_words("UseVerb").isdisjoint(norms[max(first, lead - _REACH) : lead + 1])
    adverbial = at == lead + 1 and norms[lead] not in cues.single_words("Governor")
    return (norms[lead] in _LEADS_AFTER_USE or adverbial) and used


def _subjects(sentence: Sentence, at: int, last: int, words: ClauseWords) -> tuple[Mention, ...]:
    """Return whose use it is: of the drug behind "of", else of what the clause is about."""
    behind = sentence.norms[last : last + 3]
    if "of" in behind:
        owner = last + behind.index("of") + 1
        for mention in sentence.mentions:
            if mention.first in (owner, owner + 1) and mention.meant(ABOUT):
                return (mention,)
    return subject_of(sentence, sentence.clause_at(at), at, ABOUT, words)
