"""Milestones: what happened to a drug in which year, and by whom ("approved by the FDA in 1977")."""

import re
from collections.abc import Iterator

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.values import Literal

_DATE = re.compile(
    r"\b(?P<part>(?:early|mid|late)[\s-]+)?(?:the\s+)?(?P<year>(?:1[6-9]|20)\d\d)(?P<decade>['’]?s)?\b(?![,.]?\d|\s*(?:%|[mk]?g\b|m[gl]\b|mcg\b|people\b|patients\b))",
    re.IGNORECASE,
)
EVENT = frozenset({"MilestoneEvent"})
AGENT = frozenset({"Agent"})

STATE = frozenset({"StateOfUse"})

#: How many words may stand between an event and its year.
TO_YEAR = 12


def read(text: str, sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Yield the milestones of a sentence: each year goes to the nearest event of its clause."""
    events = [mention for mention in sentence.mentions + sentence.nested if mention.meant(EVENT)]
    if not events:
        return
    used: set[int] = set()
    for match in _DATE.finditer(text, sentence.start, sentence.end):
        index = next((i for i, token in enumerate(sentence.tokens) if token.end > match.start("year")), 0)
        dated = _since(sentence, index) or bool(match.group("decade"))
        if _undated(sentence, index, cues):
            continue
        near = sorted(
            (event for event in events if event.first not in used and (dated or not event.meant(STATE))),
            key=lambda event: (abs(event.first - index) + (3 if event.first > index else 0), event.first),
        )
        if not near or abs(near[0].first - index) > TO_YEAR:
            continue
        event = near[0]
        used.add(event.first)
        part = (match.group("part") or "").strip(" -").lower()
        year = match.group("year") + ("s" if match.group("decade") else "")
        value = (part + "-" if part == "mid" else part + " " if part else "") + year
        clause = sentence.clause_at(event.first)
        agents = [m for m in sentence.mentions if m.meant(AGENT)]
        qualifiers: list[tuple[str, str]] = [("event", event.meant(EVENT)[0].iri)]
        if len(agents) == 1:
            qualifiers.insert(0, ("agent", agents[0].meant(AGENT)[0].iri))
        for subject_mention in subject_of(sentence, clause, event.first, ABOUT, words) or sentence.topic:
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


def _since(sentence: Sentence, at: int) -> bool:
    """Tell whether "since" leads to the year at a token: "since 1960", "since the early 1960s"."""
    return "since" in sentence.norms[max(0, at - 3) : at]


def _undated(sentence: Sentence, at: int, cues: Cues) -> bool:
    """Tell whether the words before a year show that nothing happened in it; "not sold until 1980" dates what began."""
    norms = sentence.norms
    for index, phrase in cues.words("UndatedLead").found(norms, max(0, at - 4), at):
        if index + len(phrase) >= at - 1:
            return phrase != ("until",) or cues.single_words("Negator").isdisjoint(norms[:index])
    return False
