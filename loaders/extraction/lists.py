"""Readings of bare lists: items, cells and verbless lines whose heading, lead-in or row tells what they list."""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ClauseWords
from loaders.extraction.contexts import INTERACTION
from loaders.extraction.measures import REQUIRES
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, denied_members
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues
from ontology.phrases import Phrases


def is_fragment(sentence: Sentence, words: ClauseWords) -> bool:
    """Tell whether a stretch has no finite verb outside brackets and relative clauses."""
    depth = 0
    inside = {at for mention in sentence.mentions for at in range(mention.first + 1, mention.last)}  # "heart block"
    for clause in sentence.clauses or ():
        if clause.kind in ("relative", "sub"):
            continue
        for at in range(clause.first, clause.last):
            norm = sentence.tokens[at].norm
            depth += (norm == "(") - (norm == ")" and depth > 0)
            if depth == 0 and norm in words.finite and at not in inside:
                return False
    return True


PRECAUTION: Final = "hasPrecaution"

#: The roles whose items are read wherever in them something stands (see `interactions` and `measures`).
ELSEWHERE: Final = frozenset({INTERACTION, REQUIRES})

#: The share of a line's words that its members and the marks between them must make up.
LISTED: Final = 0.4


def _mostly_listed(sentence: Sentence, cues: Cues) -> bool:
    """Tell whether a line consists mainly of things named; prose whose verb is unknown does not."""
    kinds = cues.signatures[sentence.role].range
    named = {i for m in sentence.mentions if m.meant(kinds) for i in range(m.first, m.last)}
    marks = {i for i, token in enumerate(sentence.tokens) if token.norm in ("and", "or", ",", "/", "(", ")", ".", ";")}
    first = min(named, default=99)
    enough = LISTED if sentence.running else LISTED / 2
    return len(named | marks) >= enough * len(sentence.tokens) and first <= (4 if sentence.running else 8)


def _addressed(sentence: Sentence, cues: Cues) -> bool:
    """Tell whether an item addresses the reader ("You are pregnant or breastfeeding") and lists all the same."""
    return bool(sentence.label or sentence.role) and bool(cues.words("ItemOpener").at(sentence.norms, 0))


def reason_at(sentence: Sentence, reasons: Phrases) -> int:
    """Return where an item goes on to tell why: "glaucoma because it can …", "asthma – it may narrow the airways"."""
    norms = sentence.norms
    return next((at for at in range(1, len(norms)) if norms[at] == "-" or reasons.at(norms, at)), len(norms))


def read(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Yield what a bare list says of the topic, under the role that its place gives it."""
    if not sentence.role or sentence.role not in cues.signatures or not sentence.topic:
        return
    if sentence.role in ELSEWHERE and not sentence.running:
        return
    if not (
        _addressed(sentence, cues)
        or _explained(sentence, cues)
        or (is_fragment(sentence, words) and _mostly_listed(sentence, cues))
    ):
        return
    members = list(_members(sentence, cues, words))
    marked = denied_members(sentence, 0, members, sentence.denied, negation, words.lists)
    yield from join(
        sentence.topic,
        sentence.role,
        members,
        cues,
        cue=sentence.label or sentence.role,
        module="lists",
        at=0,
        denied=marked,
        settled=True,
    )


def _explained(sentence: Sentence, cues: Cues) -> bool:
    """Tell whether an item names one thing and goes on to explain it: "Osteoporosis, where bones become thin"."""
    kinds = cues.signatures[sentence.role].range
    first = next((mention for mention in sentence.mentions if mention.meant(kinds)), None)
    if sentence.running or first is None or first.first > 1:
        return False
    after = first.last + (sentence.norms[first.last : first.last + 1] == [","])
    return after < len(sentence.norms) and sentence.norms[after] in cues.single_words("ExplanationOpener")


def _members(sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Mention]:
    """Yield what a list names, up to where an item goes on to tell why or to explain."""
    norms, kinds = sentence.norms, cues.signatures[sentence.role].range
    last = reason_at(sentence, cues.words("ReasonMarker")) if sentence.role == PRECAUTION else len(norms)
    before: Mention | None = None
    for mention in sentence.mentions:
        if before and _in_gloss(sentence, mention):
            continue
        if mention.first >= last or (before and _explains(sentence, mention, cues)):
            break
        if mention.meant(kinds) and not _governed(sentence, mention, before, cues, words):
            yield mention
            before = mention


def _explains(sentence: Sentence, mention: Mention, cues: Cues) -> bool:
    """Tell whether a mention stands in what is said of a member: "gout, a disease that swells the joints"."""
    clause = sentence.clause_at(mention.first)
    opened = sentence.norms[clause.first : mention.first]
    if ")" in opened:  # what a closed bracket held is over
        opened = opened[len(opened) - opened[::-1].index(")") :]
    return clause.kind == "relative" or not cues.single_words("ExplanationOpener").isdisjoint(opened)


def _in_gloss(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a mention stands in a bracket that explains: "(an autoimmune disease)", "(symptoms include …)"."""
    norms = sentence.norms
    opened = next((at for at in range(mention.first - 1, -1, -1) if norms[at] in ("(", ")")), -1)
    if opened < 0 or norms[opened] != "(" or opened + 1 >= len(norms):
        return False
    return norms[opened + 1] in ("a", "an", "symptoms", "signs")


def _governed(sentence: Sentence, mention: Mention, member: Mention | None, cues: Cues, words: ClauseWords) -> bool:
    """Tell whether a preposition binds a mention to something else than the list."""
    norms, at = sentence.norms, mention.first - 1
    while at > 0 and norms[at] in ARTICLES:
        at -= 1
    if at < 0 or norms[at] not in words.governors:
        return False
    leads = cues.words("MemberLeadIn")
    if any(len(leads.at(norms, at + 1 - width)) == width for width in (1, 2, 3) if at + 1 >= width):
        return False  # "any form of cancer", "conditions such as gout"
    if norms[at] != "with" or at == 0:
        return True
    if member is None:  # "people with sleep apnea": the condition is the member
        return norms[at - 1] not in cues.single_words("PersonNoun")
    return member.last != at  # "rash with fever"
