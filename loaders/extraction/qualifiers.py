"""For whom, how often and at which dose something is said to hold: qualifiers of a reading, never facts of their own.

"In the elderly, X may cause confusion" tells of the elderly only, "rarely" and "in up to 10 % of patients" tell how
often, "at high doses" and "doses above 200 mg" at which dose. Words before a cue hold for all that it tells; words
behind a member of a list hold for that member; words set off by a comma hold for what follows them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from loaders.extraction.contexts import EFFECTS
from loaders.extraction.frequencies import FrequencyWords, frequencies
from loaders.extraction.kinds import CONDITION
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import Clause, Sentence
from loaders.extraction.spans import Span
from ontology.cues import Cues
from ontology.phrases import Phrases

#: The properties of which each qualifier is told.
HAPPENING: Final = (EFFECTS - {"hasEffect"}) | {"hasRisk"}
OF_PEOPLE: Final = EFFECTS | {"decreases", "hasDose", "hasRisk", "increases", "treats"}
#: An effect of overdose has its dose in its name; with it as a qualifier it would be no plain fact any more.
OF_DOSE: Final = (EFFECTS - {"hasOverdoseEffect"}) | {"decreases", "hasRisk", "increases", "similarTo", "comparedWith"}

GROUP: Final = frozenset({"Population"})
STATE: Final = frozenset({"Circumstance", "Disease"})

#: The units of a dose.
_MASS: Final = frozenset({"g", "mg", "ug"})

#: How many words may stand between a preposition and the group of people: "in some very old patients".
MODIFIERS: Final = 3


class Place:
    """What heading, lead-in or label say of a sentence: as what its lists are read, and how often it happens."""

    __slots__ = ("frequency", "role")

    def __init__(self, role: str, frequency: str) -> None:
        """Take the property and the frequency."""
        self.role = role
        self.frequency = frequency


@dataclass(frozen=True, slots=True)
class QualifierWords:
    """The phrases that lead to groups of people and to doses, and those that tell how often."""

    frequency: FrequencyWords
    leads: frozenset[str]  # in, among, during
    emphases: frozenset[str]  # especially: what holds for some in particular holds for the others too
    people: frozenset[str]
    states: Phrases  # the conditions that by themselves stand for people: pregnancy
    doses: tuple[tuple[Phrases, str], ...]
    dose_nouns: frozenset[str]
    dose_leads: frozenset[str]  # at, with
    enders: frozenset[str]  # between a member of a list and a span, shows that the span is of something else

    @classmethod
    def of(cls, cues: Cues) -> "QualifierWords":
        """Read the classes from the cues."""
        return cls(
            FrequencyWords.of(cues),
            cues.single_words("GroupLead"),
            cues.single_words("Emphasis"),
            cues.single_words("PersonNoun"),
            cues.words("StateOfPeople"),
            tuple((cues.words(name), value) for name, value in _DOSES),
            cues.single_words("DoseNoun"),
            cues.single_words("DoseLead"),
            cues.single_words("ListBreaker") - cues.single_words("FiniteVerb") - cues.single_words("Copula"),
        )


#: The classes of words that tell a dose, and what they tell.
_DOSES: Final = (("VeryHighDose", "very high"), ("HighDose", "high"), ("LowDose", "low"), ("StandardDose", "standard"))


def apply(
    text: str, sentence: Sentence, readings: Iterable[Reading], place: Place, words: QualifierWords
) -> list[Reading]:
    """Return the readings with what their sentence, or a heading, says of how often, for whom and at which dose."""
    heard = list(readings)
    if not any(reading.predicate in OF_PEOPLE or reading.predicate in OF_DOSE for reading in heard):
        return heard
    often = frequencies(sentence, words.frequency)
    people = list(_groups(sentence, words))
    doses = list(_doses(text, sentence, words))
    if not (often or people or doses or place.frequency):
        return heard
    told: dict[tuple[str, str, int, int, bool], dict[str, str]] = {}
    for reading in heard:
        added = told.setdefault(_key(reading), {})
        happens = reading.predicate in HAPPENING and not reading.denied
        if happens and (found := _frequency(sentence, reading, often, place, words)):
            added.setdefault("frequency", found)
        if reading.predicate in OF_PEOPLE and (found := governing(sentence, reading, people, words)):
            added.setdefault("population", found)
        if reading.predicate in OF_DOSE and (found := governing(sentence, reading, doses, words)):
            added.setdefault("dose", found)
    return [_with(each, told[_key(each)]) for each in heard]


def _with(reading: Reading, told: dict[str, str]) -> Reading:
    return replace(reading, qualifiers=(*reading.qualifiers, *told.items())) if told else reading


def _frequency(sentence: Sentence, reading: Reading, often: Sequence[Span], place: Place, words: QualifierWords) -> str:
    found = governing(sentence, reading, often, words)
    return found or (place.frequency if reading.predicate == place.role else "")


def _key(reading: Reading) -> tuple[str, str, int, int, bool]:
    mention = reading.object_mention
    return (reading.subject.iri, reading.predicate, mention.first, mention.last, reading.denied)


def governing(sentence: Sentence, reading: Reading, spans: Sequence[Span], words: QualifierWords) -> str:
    """Return the value of the span that holds for a reading, or nothing."""
    if not spans:
        return ""
    target = reading.object_mention
    own, others = sentence.clause_at(reading.at), sentence.clause_at(target.first)
    scope = Clause(_begin(sentence, min(own.first, others.first), words), max(own.last, others.last, target.last))
    near = [span for span in spans if scope.first <= span.first and span.last <= scope.last + 1]
    for span in near:
        if span.bracketed and target.last == span.first - 1:
            return span.value
    free = [span for span in near if not span.bracketed]
    free = [span for span in free if not span.rate or all(other.rate for other in free)]
    for span in free:
        if span.first >= target.last and not _leads_on(sentence, span, scope):
            if _reaches(sentence, reading, span, words):
                return span.value
            break
    before = [span for span in free if span.last <= target.first][-1:]
    if before and (before[0].last <= reading.at or _opens(sentence, before[0], scope)):
        return before[0].value
    return ""


def _begin(sentence: Sentence, first: int, words: QualifierWords) -> int:
    """Return where a clause begins: with the phrase fronted before it, and the dash of a range begins none."""
    norms = sentence.norms
    if not first:
        return first
    before = sentence.clause_at(first - 1).first
    ranged = norms[first] == "-" and norms[first - 1][-1:].isdigit() and norms[first + 1][:1].isdigit()
    fronted = norms[first] == "," and norms[before] in words.leads | words.dose_leads
    return _begin(sentence, before, words) if ranged or fronted else first


def _opens(sentence: Sentence, span: Span, scope: Clause) -> bool:
    """Tell whether a span is set off from what stands before it, so that it holds for what follows."""
    return span.first <= scope.first + 1 or sentence.norms[span.first - 1] in (",", ";", ":", "and", "or", "but", "-")


def _leads_on(sentence: Sentence, span: Span, scope: Clause) -> bool:
    """Tell whether a span behind a member is set off and has members of its own behind it."""
    return _opens(sentence, span, scope) and any(
        span.last <= mention.first < scope.last and mention.meant(CONDITION) for mention in sentence.mentions
    )


def _reaches(sentence: Sentence, reading: Reading, span: Span, words: QualifierWords) -> bool:
    """Tell whether only the rest of a list, or a verb, stands between a reading's object and a span behind it."""
    last = max(reading.object_mention.last, reading.at + 1)  # the cue may stand behind: "X may occur in the elderly"
    if any(last <= hit.first and hit.last < span.first and hit.phrases for hit in sentence.hits):
        return False
    return not any(norm in words.enders for norm in sentence.norms[last : span.first])


def _groups(sentence: Sentence, words: QualifierWords) -> Iterator[Span]:
    """Yield the groups of people of whom alone something is said: "in the elderly", "in people with asthma"."""
    norms = sentence.norms
    for mention in sentence.mentions:
        group = mention.meant(GROUP) or mention.meant(STATE)
        if not group:
            continue
        lead = _lead(norms, mention.first, words)
        if lead < 0 or (lead and norms[lead - 1] in words.emphases):
            continue
        between = norms[lead + 1 : mention.first]
        with_it = bool(words.people & set(between)) and between[-1] in ("with", "have")
        if not mention.meant(GROUP) and not with_it and tuple(norms[mention.first : mention.last]) not in words.states:
            continue
        if not _listed(sentence, mention):
            yield Span(lead, mention.last, group[0].iri)


def _listed(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether another group stands beside one ("in children and adults"), which leaves hardly anyone out."""
    norms = sentence.norms
    return norms[mention.last : mention.last + 1] in (["and"], ["or"], [","]) and any(
        mention.last < other.first <= mention.last + 3 and other.meant(GROUP) for other in sentence.mentions
    )


def _lead(norms: Sequence[str], first: int, words: QualifierWords) -> int:
    """Return the preposition that leads to a group which begins at a token, or -1."""
    for at in range(first - 1, max(-1, first - 2 - MODIFIERS - 2), -1):
        if norms[at] in words.leads:
            return at
        if norms[at] in (",", ";", "(", ")", "and", "or") or norms[at].endswith("ing"):
            return -1
    return -1


def _doses(text: str, sentence: Sentence, words: QualifierWords) -> Iterator[Span]:
    """Yield the doses at which something is said to hold, in order: "at high doses", "doses above 200 mg"."""
    norms = sentence.norms
    found: dict[int, Span] = {}
    for phrases, value in words.doses:
        for at, phrase in sentence.found(phrases):
            if not any(span.first <= at < span.last for span in found.values()):
                first = at - 1 if at and norms[at - 1] in words.dose_leads else at
                if not first or norms[first - 1] not in words.emphases:
                    found[at] = Span(first, at + len(phrase), value)
    if any(norm in words.dose_nouns for norm in norms):
        for quantity in sentence.quantities(text):
            first = next((i for i, token in enumerate(sentence.tokens) if token.end > quantity.start), 0)
            last = next((i for i, t in enumerate(sentence.tokens) if t.start >= quantity.end), len(norms))
            noun = next(
                (i for i in range(max(0, first - 4), min(last + 2, len(norms))) if norms[i] in words.dose_nouns), -1
            )
            if quantity.unit in _MASS and noun >= 0:
                begin = min(first, noun)
                found[begin] = Span(begin - (begin > 0 and norms[begin - 1] in words.dose_leads), last, quantity.value)
    yield from (found[at] for at in sorted(found))
