"""Milestones: what happened to a drug in which year, and by whom ("approved by the FDA in 1977")."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import Clause, Sentence
from ontology.cues import Cues
from ontology.values import Literal

_DATE: Final = re.compile(
    r"\b(?P<part>(?:early|mid|late)[\s-]+)?(?:the\s+)?(?P<year>(?:1[6-9]|20)\d\d)(?P<decade>['’]?s)?\b(?![,.]?\d|\s*(?:%|[mk]?g\b|m[gl]\b|mcg\b|people\b|patients\b))",
    re.IGNORECASE,
)
EVENT: Final = frozenset({"MilestoneEvent"})
AGENT: Final = frozenset({"Agent"})
DRUG: Final = frozenset({"Drug"})
PLACE: Final = frozenset({"Jurisdiction"})
_PLACED: Final = frozenset({",", ";", "and", "by", "in", "the", "then", "finally", "later"})

_JOINERS: Final = frozenset({",", "and", "or"})
STATE: Final = frozenset({"StateOfUse"})

#: How many words may stand between an event and its year.
TO_YEAR: Final = 12

#: How many words may stand between an event and the drug that somebody acted on.
TO_DRUG: Final = 4


def read(text: str, sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Yield the milestones of a sentence: each year goes to the nearest event of its clause."""
    if sentence.kinds.isdisjoint(EVENT):
        return
    events = [mention for mention in sentence.mentions + sentence.nested if mention.meant(EVENT)]
    used: set[int] = set()
    last: tuple[Mention, int] | None = None  # the event told last, and the token of its year
    for match in _DATE.finditer(text, sentence.start, sentence.end):
        index = next((i for i, token in enumerate(sentence.tokens) if token.end > match.start("year")), 0)
        dated = _since(sentence, index) or bool(match.group("decade"))
        if _undated(sentence, index, cues):
            continue
        near = sorted(
            (event for event in events if event.first not in used and (dated or not event.meant(STATE))),
            key=lambda event: (abs(event.first - index) + _behind(sentence, index, event), event.first),
        )
        near = [event for event in near if abs(event.first - index) <= TO_YEAR]
        if near:
            event = near[0]
        elif last and _goes_on(sentence, last[1], index):
            event = last[0]
        else:
            continue
        last = (event, index)
        used.add(event.first)
        part = (match.group("part") or "").strip(" -").lower()
        year = match.group("year") + ("s" if match.group("decade") else "")
        value = (part + "-" if part == "mid" else part + " " if part else "") + year
        clause = sentence.clause_at(event.first)
        agents = [m for m in sentence.mentions if m.meant(AGENT)]
        qualifiers: list[tuple[str, str]] = [("event", event.meant(EVENT)[0].iri)]
        if len(agents) == 1:
            qualifiers.insert(0, ("agent", agents[0].meant(AGENT)[0].iri))
        subjects = _acted_on(sentence, event, clause) or subject_of(sentence, clause, event.first, ABOUT, words)
        for subject_mention in subjects or sentence.topic:
            for subject in subject_mention.meant(ABOUT):
                yield Reading(
                    subject,
                    "hasMilestone",
                    Literal(value),
                    False,
                    " ".join(sentence.norms[event.first : event.last]),
                    "history",
                    event.first,
                    subject_mention,
                    Mention(index, index + 1, ()),
                    tuple(qualifiers),
                )


def _behind(sentence: Sentence, at: int, event: Mention) -> int:
    """Return how much farther an event counts that stands behind the year at a token, above all behind "and"."""
    if event.first < at:
        return 0
    return 3 + TO_YEAR * (sentence.norms[event.first - 1] in ("and", "but"))


def _acted_on(sentence: Sentence, event: Mention, clause: Clause) -> tuple[Mention, ...]:
    """Return the drug behind an event that an agency, company or person brought about: "the FDA approved X"."""
    before = [m for m in sentence.mentions if clause.first <= m.first and m.last <= event.first]
    if not any(m.meant(AGENT) for m in before) or any(m.meant(ABOUT) for m in before):
        return ()
    near = [m for m in sentence.mentions if event.last <= m.first <= min(event.last + TO_DRUG, clause.last)]
    named = [m for m in near if m.meant(ABOUT) and not m.reference]
    drugs = [m for m in named if m.meant(DRUG)]
    classes = [m for m in named if sentence.norms[m.last - 1].endswith("s")]  # "for all benzodiazepine medicines"
    listed = takewhile(lambda pair: {*sentence.norms[pair[0].last : pair[1].first]} <= _JOINERS, pairwise(drugs))
    return tuple([*drugs[:1], *(later for _, later in listed)] or classes[:1])


def _goes_on(sentence: Sentence, first: int, at: int) -> bool:
    """Tell whether a year only goes on with the places of an event: "in Germany in 1989, in the US in 2003"."""
    places = {
        index for mention in sentence.mentions if mention.meant(PLACE) for index in range(mention.first, mention.last)
    }
    rest = [norm for index, norm in enumerate(sentence.norms) if first < index < at and index not in places]
    return bool(places) and _PLACED.issuperset(rest)


def _since(sentence: Sentence, at: int) -> bool:
    """Tell whether "since" leads to the year at a token: "since 1960", "since the early 1960s"."""
    return "since" in sentence.norms[max(0, at - 3) : at]


def _undated(sentence: Sentence, at: int, cues: Cues) -> bool:
    """Tell whether the words before a year show that nothing happened in it; "not sold until 1980" dates what began."""
    norms = sentence.norms
    for index, phrase in sentence.found(cues.words("UndatedLead"), max(0, at - 4), at):
        if index + len(phrase) >= at - 1:
            return phrase != ("until",) or cues.single_words("Negator").isdisjoint(norms[:index])
    return False
