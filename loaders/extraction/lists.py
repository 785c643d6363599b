"""Readings of bare lists: items, cells and verbless lines whose heading, lead-in or row tells what they list."""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ClauseWords
from loaders.extraction.contexts import INTERACTION
from loaders.extraction.measures import REQUIRES
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, denied_members
from loaders.extraction.readings import Reading, join
from loaders.extraction.sections import of_people
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
            described = "you" in sentence.norms[max(1, at - _TO_READER) : at + 1]  # "shaking you cannot control"
            resumed = norm in ("had", "has", "have") and sentence.norms[max(0, at - 1)] in _RESUMING
            if depth == 0 and norm in words.finite and at not in inside and not (described or resumed):
                return False
    return True


#: What goes on with an item as it began: "gout, or have had gout", "have or have had fits".
_RESUMING: Final = frozenset({"and", "have", "or"})

#: How many words before a verb "you" may stand.
_TO_READER: Final = 3

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
    if not sentence.running:  # "changes that may show up in your blood tests, including gout"
        opened = [at for at in range(min(first, len(sentence.norms))) if sentence.norms[at] in ("including", "as")]
        first -= opened[-1] if opened else 0
    return len(named | marks) >= enough * len(sentence.tokens) and first <= (4 if sentence.running else 8)


def addressed(sentence: Sentence, cues: Cues) -> bool:
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
        addressed(sentence, cues)
        or _explained(sentence, cues)
        or (is_fragment(sentence, words) and _mostly_listed(sentence, cues))
    ):
        return
    members = list(_members(sentence, cues, words))
    topic = _named_of(sentence)
    marked = denied_members(sentence, 0, members, sentence.denied, negation, words.lists)
    yield from join(
        topic,
        sentence.role,
        members,
        cues,
        cue=sentence.label or sentence.role,
        module="lists",
        at=0,
        denied=marked,
        settled=True,
    )


def _named_of(sentence: Sentence) -> tuple[Mention, ...]:
    """Return of what a list is said: of two drugs that of which a bracket says so ("bitter taste (zopiclone)")."""
    if len(sentence.topic) < 2:
        return sentence.topic
    bracketed = {e for m in sentence.mentions if sentence.norms[m.first - 1 : m.first] == ["("] for e in m.candidates}
    alone = tuple(mention for mention in sentence.topic if not bracketed.isdisjoint(mention.candidates))
    return alone or sentence.topic


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
    careful = sentence.role == PRECAUTION
    last = reason_at(sentence, cues.words("ReasonMarker")) if careful else _condition_at(norms)
    called = _called(sentence, kinds) if careful else -1
    before: Mention | None = None
    over = False  # what follows explains the last member, up to a name in a bracket at the end
    for mention in sentence.mentions:
        if norms[mention.last : mention.last + 1] == [":"] and before is None and mention.first == 0:
            continue  # "Nervous system disorders: fits"
        if mention.last <= called or (not careful and _befalls(sentence, mention, cues)):
            continue
        if (before or _of_use(sentence, mention)) and in_gloss(sentence, mention):
            continue
        if mention.first >= last:
            break
        if before and _explains(sentence, before, mention, cues):
            # "thoughts that you cannot stop, gout": behind the comma the list goes on
            over = over or norms[sentence.clause_at(mention.first).first] != "that"
            if not (over and _names_all(norms, mention)):
                continue
        elif over and not (_resumes(norms, mention) or _names_all(norms, mention)):
            continue
        if mention.meant(kinds) and not _governed(sentence, mention, before, cues, words):
            yield mention
            before = mention


def _befalls(sentence: Sentence, mention: Mention, cues: Cues) -> bool:
    """Tell whether a condition only says who is spoken of: "in people who have gout, fever"."""
    norms = sentence.norms
    comma = next((at for at in range(mention.first - 1, 0, -1) if norms[at] == ","), 0)
    return of_people(sentence, mention, cues, comma)


def _condition_at(norms: list[str]) -> int:
    """Return where an item goes on to tell of whom it is said: "fits that do not stop if you have epilepsy"."""
    return next((at for at in range(1, len(norms) - 1) if norms[at] == "if" and norms[at + 1] == "you"), len(norms))


def _called(sentence: Sentence, kinds: frozenset[str]) -> int:
    """Return where the name of a state begins that is told before: "an eye problem called glaucoma", or -1."""
    norms = sentence.norms
    at = norms.index("called") if "called" in norms else -1
    return at if any(m.first == at + 1 and m.meant(kinds) for m in sentence.mentions) else -1


def _resumes(norms: list[str], mention: Mention) -> bool:
    """Tell whether a list goes on behind an explanation: "changes in the blood, which tests will show, or gout"."""
    return norms[max(0, mention.first - 2) : mention.first] in ([",", "or"], [",", "and"])


def _names_all(norms: list[str], mention: Mention) -> bool:
    """Tell whether a bracket at the end names what an item describes: "a disorder which can cause pain (gout)"."""
    closed = norms[mention.last : mention.last + 1] == [")"] and len(norms) - mention.last <= _TO_END
    return closed and norms[mention.first - 1] == "("


#: How many marks may stand behind such a name.
_TO_END: Final = 2


def _explains(sentence: Sentence, before: Mention, mention: Mention, cues: Cues) -> bool:
    """Tell whether a mention stands in what is said of a member: "gout, a disease that swells the joints"."""
    clause = sentence.clause_at(mention.first)
    if clause.first < before.last and clause.kind == "relative":
        return False  # both stand in what is said of a noun: "changes which may show, such as gout and fits"
    opened = sentence.norms[clause.first : mention.first]
    if ")" in opened:  # what a closed bracket held is over
        opened = opened[len(opened) - opened[::-1].index(")") :]
    if clause.kind == "relative" and sentence.norms[clause.first] == "that":
        return "," not in opened
    if _resumes(sentence.norms, mention):
        return False
    return clause.kind == "relative" or not cues.single_words("ExplanationOpener").isdisjoint(opened)


def in_gloss(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a mention stands in a bracket that explains: "(an autoimmune disease)", "(symptoms include …)"."""
    norms = sentence.norms
    opened = next((at for at in range(mention.first - 1, -1, -1) if norms[at] in ("(", ")")), -1)
    if opened < 0 or norms[opened] != "(" or opened + 1 >= len(norms):
        return False
    first = norms[opened + 1]
    return first in _GLOSSING or (first.endswith("ing") and first != "including" and _is_clause(norms, opened))


#: What opens a bracket that explains; it also tells what a drug is for: "itraconazole (used to treat infections)".
_USES: Final = frozenset({"for", "used"})
_GLOSSING: Final = frozenset({"a", "an", "signs", "symptoms"}) | _USES

#: As many words in a bracket that a verb opens tell what something is like: "(seeing things that are not there)".
_LONG: Final = 4


def _is_clause(norms: list[str], opened: int) -> bool:
    closed = norms.index(")", opened) if ")" in norms[opened:] else len(norms)
    return closed - opened > _LONG


def _of_use(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a mention stands in a bracket on what a drug is for."""
    norms = sentence.norms
    opened = next((at for at in range(mention.first - 1, -1, -1) if norms[at] in ("(", ")")), -1)
    return opened > 0 and norms[opened] == "(" and norms[opened + 1] in _USES


def _governed(sentence: Sentence, mention: Mention, member: Mention | None, cues: Cues, words: ClauseWords) -> bool:
    """Tell whether a preposition binds a mention to something else than the list."""
    norms, at = sentence.norms, mention.first - 1
    while at > 0 and norms[at] in ARTICLES:
        at -= 1
    if at < 0 or norms[at] not in words.governors or norms[at] == "including":
        return False
    leads = cues.words("MemberLeadIn")
    if any(len(leads.at(norms, at + 1 - width)) == width for width in (1, 2, 3) if at + 1 >= width):
        return False  # "any form of cancer", "conditions such as gout"
    if norms[at] != "with" or at == 0:
        return True
    if member is None:  # "people with sleep apnea": the condition is the member
        return norms[at - 1] not in cues.single_words("PersonNoun")
    return member.last != at  # "rash with fever"
