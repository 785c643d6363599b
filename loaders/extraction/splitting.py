"""Where one clause ends and the next begins.

A clause starts at a semicolon, a conjunction ("while", "but", "because"), a relative pronoun, and at an "and" that a
new subject with its verb follows.
"""

from itertools import takewhile
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords
from loaders.extraction.coordination import group_after
from loaders.extraction.sentence import Clause, Sentence


def split(sentence: Sentence, words: ClauseWords) -> list[Clause]:
    """Return the clauses of a sentence in order; together they cover it."""
    norms = sentence.norms
    starts: list[tuple[int, str]] = [(0, "main")]
    depth = 0
    for at, norm in enumerate(norms):
        depth += (norm == "(") - (norm == ")" and depth > 0)
        if at == 0:
            if norm in words.conjunctions:
                starts[0] = (0, "sub")
            continue
        if depth and ")" in norms[at:]:  # "nausea (which may be severe), headache" is one clause
            continue
        if depth == 0 and (norm == ";" or (norm in (":", "-") and not _shows(norms, at, words))):
            starts.append((at, "main"))
        elif norm in words.relatives and _is_relative(sentence, at, words):
            starts.append((at, "relative"))
        elif norm in words.conjunctions:
            if not _goes_on(sentence, at, words):
                starts.append((at, "sub"))
        elif norm == "as" and norms[at - 1] == "," and _names_subject(sentence, at + 1):
            starts.append((at, "sub"))
        elif norm in _JOINTS and _joins(sentence, starts[-1], at, words):
            starts.append((at, "joined"))
    edges = [at for at, _ in starts[1:]] + [len(norms)]
    return [Clause(first, last, kind) for (first, kind), last in zip(starts, edges, strict=True) if last > first]


def _shows(norms: list[str], at: int, words: ClauseWords) -> bool:
    """Tell whether a mark stands beside words that lead to examples: "problems such as: X", "disorders - such as X"."""
    examples = words.lists.examples
    if norms[at] == "-":
        return bool(examples.at(norms, at + 1) or words.lists.additions.at(norms, at + 1))
    return any(len(examples.at(norms, at - width)) == width for width in (1, 2))


#: What may stand between two clauses with a subject each.
_JOINTS: Final = frozenset({",", "and", "or"})


def _goes_on(sentence: Sentence, at: int, words: ClauseWords) -> bool:
    """Tell whether a "but" only goes on with a list: "but not X", "but also X", with no verb soon after it."""
    norms = sentence.norms
    reverses = norms[at] == "but" and norms[at + 1 : at + 2] in (["not"], ["also"])
    return reverses and not any(norm in words.finite for norm in norms[at + 1 : at + 6])


def _names_subject(sentence: Sentence, at: int) -> bool:
    """Tell whether a drug or a word for one stands right at a token."""
    return any(mention.first == at and mention.meant(ABOUT) for mention in sentence.mentions)


def _joins(sentence: Sentence, last: tuple[int, str], at: int, words: ClauseWords) -> bool:
    """Tell whether the clause that began `last` ends at a token, and one with a subject or verb of its own begins."""
    first, kind = last
    norm = sentence.norms[at]
    if norm == "," and kind in ("relative", "sub") and _resumes(sentence, first, at, words):
        return True
    opener = sentence.norms[first]
    reduced = first == 0 and opener in ("although", "though", "while")  # "While less potent than X, Y is …"
    conditional = kind == "sub" and norm == "," and (opener in ("if", "when", "unless") or reduced)
    return _opens_clause(sentence, at + 1, words) and (conditional or _has_verb(sentence, first, at, words))


def _resumes(sentence: Sentence, first: int, at: int, words: ClauseWords) -> bool:
    """Tell whether, after a clause put in between, the verb of the clause around it comes: ", which …, reduces …"."""
    norms = sentence.norms
    after = at + 1
    if norms[after : after + 1] == ["and"]:  # "fits that occur in epilepsy, and can relieve anxiety"
        return norms[first] == "that" and norms[after + 1 : after + 2] in _MODALS
    while after < len(norms) and norms[after].endswith("ly"):
        after += 1
    if after >= len(norms) or first == 0 or norms[after] in words.governors:
        return False
    return norms[after] in words.finite or any(
        hit.first == after and hit.phrases and not norms[after].endswith(("ing", "ed")) for hit in sentence.hits
    )


#: What goes on with the sentence around a relative clause.
_MODALS: Final = (["can"], ["may"], ["might"], ["must"], ["should"])


def _has_verb(sentence: Sentence, first: int, last: int, words: ClauseWords) -> bool:
    """Tell whether a verb stands between two tokens, so that a clause could end there; else "and" joins two nouns."""
    norms = sentence.norms
    for at in range(first, last):
        noun = norms[at + 1 : at + 2] == ["of"] or (at == first and norms[at + 1 : at + 2] == ["with"])
        if norms[at] in words.finite and (not noun or norms[at] in _OF):
            return True  # but "the use of", "a need of" and "Use with X or Y may …" are nouns
    verbs = [norms[hit.first] for hit in sentence.hits if first <= hit.first < last and hit.phrases]
    if any(norm.endswith("s") and not norm.endswith("ous") for norm in verbs):
        return True
    return any(
        first < hit.first < last
        and hit.phrases
        and not norms[hit.first].endswith(("ing", "ed"))
        and norms[hit.first] not in words.governors
        and any(mention.last == hit.first and mention.meant(ABOUT) for mention in sentence.mentions)
        for hit in sentence.hits
    )


#: Verbs that "of" may follow: "is of use".
_OF: Final = frozenset({"are", "be", "is", "was", "were"})


def _is_relative(sentence: Sentence, at: int, words: ClauseWords) -> bool:
    """Tell a relative pronoun from "that" after a verb of saying: it follows a comma or something named."""
    norms = sentence.norms
    if any(mention.first < at < mention.last and mention.meant(ABOUT) for mention in sentence.mentions):
        return False  # "drugs that cause drowsiness" is the name of a class
    if norms[at] != "that":
        return True
    named = any(
        mention.last == at and not mention.meant(_EVENT) for mention in sentence.mentions
    )  # "review found that"
    if not sentence.running and norms[at - 1].endswith("s") and norms[at + 1 : at + 2] in _DESCRIBING:
        return True  # an item says no more of anything: "thoughts that you cannot control"
    return named or norms[at - 1] in _HEADS or norms[at - 1] in words.substances


_DESCRIBING: Final = (["are"], ["do"], ["you"])
_EVENT: Final = frozenset({"MilestoneEvent"})

#: What right before "that" shows that it opens a clause about it: "gout, a disease that swells the joints".
_HEADS: Final = frozenset({",", ")", "condition", "disease", "disorder", "drug", "drugs", "illness"})


def _opens_clause(sentence: Sentence, at: int, words: ClauseWords) -> bool:
    """Tell whether a subject with its verb begins at token `at`, within a few words."""
    norms = sentence.norms
    while at < len(norms) and norms[at] in ("and", "or", "the", "a", "an", "its", "their", "both", "either"):
        at += 1
    for mention in sentence.mentions:
        plural = norms[mention.last - 1].endswith("s")
        if mention.meant(ABOUT) and (mention.first == at or (at < mention.first <= at + 2 and plural)):
            if any(norm in words.lists.breakers or norm == "," for norm in norms[at : mention.first]):
                return False
            first, *rest = group_after(sentence, mention.first, len(norms), ABOUT, words.lists)
            named = takewhile(lambda each: not each.reference, rest)  # "X or Y, and it is …": "it" begins another
            after = max([first.last, *(each.last for each in named)])
            while after < len(norms) and norms[after].endswith("ly"):
                after += 1
            return after < len(norms) and (norms[after] in words.finite or _is_verb_cue(sentence, after))
    return False


def _is_verb_cue(sentence: Sentence, at: int) -> bool:
    return any(hit.first == at and hit.phrases and sentence.norms[at].endswith("s") for hit in sentence.hits)
