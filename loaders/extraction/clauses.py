"""Where one clause ends and the next begins, and which mentions are a clause's subject.

A clause starts at a semicolon, a conjunction ("while", "but", "because"), a relative pronoun, and at an "and" that a
new subject with its verb follows. The subject is the first drug or class that no preposition governs; a relative
clause takes the mention before it; a clause without one takes that of the clause before, and last the topic.
"""

from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from loaders.extraction.coordination import ListWords, group_after
from loaders.extraction.kinds import DRUG, DRUG_CLASS, ONLY_PREDICATED
from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import ARTICLES, Clause, Sentence
from ontology.cues import Cues


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The closed classes of words that part clauses and govern mentions."""

    conjunctions: frozenset[str]
    relatives: frozenset[str]
    governors: frozenset[str]  # prepositions and contrasts whose mention is no subject
    finite: frozenset[str]  # auxiliaries and verbs that show a clause
    agents: frozenset[str]  # doctors, researchers: who acts where no drug does
    other_drugs: frozenset[str]  # agents, alternatives: drugs that stay unnamed
    lists: ListWords

    @classmethod
    def of(cls, cues: Cues) -> "ClauseWords":
        """Read the classes from the cues."""
        return cls(
            cues.single_words("Conjunction"),
            cues.single_words("RelativePronoun"),
            cues.single_words("Governor"),
            cues.single_words("FiniteVerb"),
            cues.single_words("OtherAgent"),
            cues.single_words("OtherDrugNoun"),
            ListWords.of(cues),
        )


#: The kinds that can be what a sentence is about.
ABOUT: Final = frozenset({"Drug", "DrugClass"})


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
        if norm == ";" or (norm in (":", "-") and depth == 0 and not _shows(norms, at, words)):
            starts.append((at, "main"))
        elif norm in words.relatives and _is_relative(sentence, at):
            starts.append((at, "relative"))
        elif norm in words.conjunctions:
            if not _goes_on(sentence, at, words):
                starts.append((at, "sub"))
        elif norm == "as" and norms[at - 1] == "," and _names_subject(sentence, at + 1):
            starts.append((at, "sub"))
        elif _joins(sentence, starts[-1], at, words):
            starts.append((at, "joined"))
    edges = [at for at, _ in starts[1:]] + [len(norms)]
    return [Clause(first, last, kind) for (first, kind), last in zip(starts, edges, strict=True) if last > first]


def _shows(norms: list[str], at: int, words: ClauseWords) -> bool:
    """Tell whether a mark stands beside words that lead to examples: "problems such as: X", "disorders - such as X"."""
    examples = words.lists.examples
    if norms[at] == "-":
        return bool(examples.at(norms, at + 1) or words.lists.additions.at(norms, at + 1))
    return any(len(examples.at(norms, at - width)) == width for width in (1, 2))


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
    conditional = kind == "sub" and norm == "," and sentence.norms[first] in ("if", "when", "unless")
    opens = conditional or (norm in ("and", "or", ",") and _has_verb(sentence, first, at, words))
    return opens and _opens_clause(sentence, at + 1, words)


def _resumes(sentence: Sentence, first: int, at: int, words: ClauseWords) -> bool:
    """Tell whether, after a clause put in between, the verb of the clause around it comes: ", which …, reduces …"."""
    norms = sentence.norms
    after = at + 1
    while after < len(norms) and norms[after].endswith("ly"):
        after += 1
    if after >= len(norms) or first == 0 or norms[after] in words.governors:
        return False
    return norms[after] in words.finite or any(
        hit.first == after and hit.phrases and not norms[after].endswith(("ing", "ed")) for hit in sentence.hits
    )


def _has_verb(sentence: Sentence, first: int, last: int, words: ClauseWords) -> bool:
    """Tell whether a verb stands between two tokens, so that a clause could end there; else "and" joins two nouns."""
    norms = sentence.norms
    return any(norms[at] in words.finite or _is_verb_cue(sentence, at) for at in range(first, last)) or any(
        first < hit.first < last
        and hit.phrases
        and not norms[hit.first].endswith(("ing", "ed"))
        and norms[hit.first] not in words.governors
        and any(mention.last == hit.first and mention.meant(ABOUT) for mention in sentence.mentions)
        for hit in sentence.hits
    )


def _is_relative(sentence: Sentence, at: int) -> bool:
    """Tell a relative pronoun from "that" after a verb of saying: it follows a comma or something named."""
    norms = sentence.norms
    if norms[at] != "that":
        return True
    named = any(
        mention.last == at and not mention.meant(_EVENT) for mention in sentence.mentions
    )  # "review found that"
    return named or norms[at - 1] in _HEADS


#: What right before "that" shows that it opens a clause about it: "gout, a disease that swells the joints".
_HEADS = frozenset({",", ")", "condition", "disease", "disorder", "drug", "drugs", "illness"})


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


def subject_of(
    sentence: Sentence, clause: Clause, before: int, kinds: frozenset[str], words: ClauseWords
) -> tuple[Mention, ...]:
    """Return what the words at token `before` are said of, or nothing where the sentence does not tell."""
    if clause.kind == "relative":
        own = _first_group(sentence, clause.first + 1, before, kinds, words)
        return own or _antecedent(sentence, clause, kinds, words) or _whole_before(sentence, clause, kinds, words)
    found = _apposed(sentence, before, kinds, words) or _first_group(
        sentence, clause.first, min(before, clause.last), kinds, words
    )
    if found:
        return found
    if _other_subject(sentence, clause.first, min(before, clause.last), words):
        return ()
    index = sentence.clauses.index(clause) if clause in sentence.clauses else 0
    norms = sentence.norms
    opener = norms[clause.first] if clause.first < len(norms) else ""
    if clause.kind in ("sub", "main") and index == 0:
        # "By binding to its receptor, the drug …": the subject comes after the words.
        ended = clause.kind == "sub" and clause.last < len(norms)
        start = clause.last if ended else before
        fronted = _fronted(sentence, before, words) or (ended and norms[0] in ("when", "if"))
        later = _first_group(sentence, start, len(norms), kinds, words) if fronted else ()
        return later or sentence.topic
    for earlier in reversed(sentence.clauses[:index]):
        if earlier.kind == "relative" and earlier.last == clause.first and opener == "and":
            return _antecedent(sentence, earlier, kinds, words)
        if earlier.kind == "relative":
            continue
        found = _first_group(sentence, earlier.first, earlier.last, kinds, words)
        if found:
            return found
    return sentence.topic


#: Kinds that a clause can be about when it is about no drug; risks and effects of the drug are spoken of as its own.
_OTHERS: Final = frozenset({"Disease", "Symptom", "Mediator", "Target"})


def _other_subject(sentence: Sentence, first: int, last: int, words: ClauseWords) -> bool:
    """Tell whether something else than a drug is what a clause is about: "Anxiety can cause insomnia"."""
    norms = sentence.norms
    for at in range(first, min(first + 3, last)):
        referred = any(mention.first <= at < mention.last for mention in sentence.mentions)
        if norms[at] in words.agents or (norms[at] in words.other_drugs and at > first and not referred):
            return True
    for mention in sentence.mentions:
        if mention.first < first or mention.last > last:
            continue
        governor = norms[mention.first - 1] if mention.first > first else ""
        verb = norms[mention.last : mention.last + 2]
        if mention.first - first <= 2 and governor not in words.governors:
            kinds = mention.candidates[0].kinds
            return bool(kinds & _OTHERS) and any(norm in words.finite for norm in verb) and "DrugRisk" not in kinds
        return False
    return False


def _apposed(sentence: Sentence, before: int, kinds: frozenset[str], words: ClauseWords) -> tuple[Mention, ...]:
    """Return the mention that an apposition around a token describes: "X, a potent agonist of …"."""
    norms = sentence.norms
    for at in range(before - 1, max(0, before - 7), -1):
        if norms[at] in ARTICLES and norms[at - 1] == ",":
            return tuple(m for m in sentence.mentions if m.last == at - 1 and m.meant(kinds))[:1]
        if norms[at] in (",", ";") or norms[at] in words.finite:
            return ()
    return ()


def _antecedent(sentence: Sentence, clause: Clause, kinds: frozenset[str], words: ClauseWords) -> tuple[Mention, ...]:
    """Return the list of mentions that ends right before a relative clause."""
    at = clause.first
    norms = sentence.norms
    while at > 0 and norms[at - 1] in (",", ")", "of", "both", "all", "some"):
        at -= 1
        if norms[at] == ")" and "(" in norms[:at]:  # "codeine (sold as X, Y), which …"
            at = max(index for index in range(at) if norms[index] == "(")
    before = sorted((m for m in sentence.mentions if m.last <= at and m.meant(kinds)), key=lambda m: (m.last, -m.first))
    if not before or at - before[-1].last > 2:
        return ()
    plural = norms[before[-1].last - 1].endswith("s") and norms[clause.first] == "which"
    if is_predicative(sentence, before[-1]) and not plural:
        # "X is a muscle relaxant that …": the class only says what X is, and X is meant.
        apposed = _apposed(sentence, before[-1].last, kinds, words)
        return apposed or subject_of(sentence, _main_before(sentence, clause), before[-1].first, kinds, words)
    return (before[-1],)


def _whole_before(sentence: Sentence, clause: Clause, kinds: frozenset[str], words: ClauseWords) -> tuple[Mention, ...]:
    """Return the subject before ", which …" where that speaks of the action: "binds to a receptor, which reduces …"."""
    norms = sentence.norms
    formed = any(m.last == clause.first and m.meant(_FORM) for m in sentence.mentions)  # "X is a powder that …"
    if not formed and (norms[clause.first] != "which" or norms[clause.first - 1 : clause.first] != [","]):
        return ()
    if not formed and not any(m.last == clause.first - 1 and m.meant(_ACTED_ON) for m in sentence.mentions):
        return ()
    main = _main_before(sentence, clause)
    return subject_of(sentence, main, main.last, kinds, words)


_ACTED_ON: Final = frozenset({"Target", "TargetClass", "Process"})
_FORM: Final = frozenset({"DoseForm"})
_EVENT: Final = frozenset({"MilestoneEvent"})


def _main_before(sentence: Sentence, clause: Clause) -> Clause:
    index = sentence.clauses.index(clause) if clause in sentence.clauses else 0
    earlier = [each for each in sentence.clauses[:index] if each.kind != "relative"]
    return earlier[-1] if earlier else Clause(0, clause.first)


def is_predicative(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a mention of a class says what something is and does not stand for the class's members."""
    if mention.reference or not mention.meant(DRUG_CLASS) or mention.meant(DRUG):
        return False
    if mention.meant(ONLY_PREDICATED):
        return True
    norms = sentence.norms
    tail = norms[mention.last] if mention.last < len(norms) else ""
    window = norms[max(0, mention.first - 3) : mention.first]
    if window[-1:] in (["like"], ["unlike"], ["than"], ["that"]):
        return False  # "it is thought that Ys …"
    if any(norm in ("is", "are", "as", "was", "were") for norm in window):
        return True
    if norms[mention.last - 1].endswith("s") or (tail.endswith("s") and tail in _GROUP_NOUNS):
        return False
    following = norms[mention.last : mention.last + 4]
    opens = mention.first == 0 or norms[mention.first - 1] in (";", "while", "but", "whereas", "the", "this")
    return not (opens and any(norm in _SHOWS_VERB for norm in following))


#: What follows a class that stands for its members although it is named in the singular: "opioid misuse can …".
_SHOWS_VERB: Final = frozenset(
    {"is", "are", "was", "were", "has", "have", "can", "may", "should", "carries", "causes", "will", "could", "must"}
)

#: What makes a class named in the singular stand for its members: "benzodiazepine medicines".
_GROUP_NOUNS: Final = frozenset({"drugs", "medicines", "medications", "agents", "users", "products"})


def _fronted(sentence: Sentence, before: int, words: ClauseWords) -> bool:
    """Tell whether the words stand in a fronted phrase, before the subject and without a finite verb."""
    norms = sentence.norms
    if norms[:2] == ["similar", "to"]:
        return True
    return bool(norms) and (norms[0] in words.governors or norms[0].endswith("ing") or norms[0] in ("to", "while"))


#: What stands before all of a list that something is compared with.
_COMPARING: Final = frozenset({"as", "than"})


#: What may stand between a preposition and the name that it governs.
_BEFORE_NAMES: Final = frozenset(
    {"a", "all", "an", "both", "either", "many", "most", "other", "several", "some", "the", "these", "this"}
)


def _first_group(
    sentence: Sentence, first: int, last: int, kinds: frozenset[str], words: ClauseWords
) -> tuple[Mention, ...]:
    """Return the first list of mentions in the tokens that is governed by no preposition, else one after "of"."""
    norms = sentence.norms
    second: tuple[Mention, ...] = ()
    passed = first  # where the list ends that a preposition was found to govern
    for mention in sentence.mentions:
        if mention.first < passed or mention.last > last or not mention.meant(kinds):
            continue
        at = mention.first - 1
        while at > 0 and norms[at] in _BEFORE_NAMES:
            at -= 1
        governor = norms[at] if at >= 0 else ""
        if at >= first and governor in words.governors and not (at == first > 0 and governor == "as"):
            if governor in _COMPARING:  # "more effective than X, Y and Z, and as effective as …"
                listed = group_after(sentence, mention.first, last, kinds, words.lists)
                passed = max([passed, *(m.last for m in listed if words.finite.isdisjoint(norms[m.last : m.last + 1]))])
            if (governor in ("of", "for", "from") or (at == 0 and governor in ("with", "in", "on"))) and not second:
                second = tuple(group_after(sentence, mention.first, last, kinds, words.lists))
            continue
        if is_predicative(sentence, mention) or _fronted_description(sentence, mention):
            continue
        if _stands_for_topic(sentence, mention):
            return sentence.topic
        if at >= first and governor in ("and", "or", ",") and _governed(sentence, mention, first, words):
            continue
        group = group_after(sentence, mention.first, last, kinds, words.lists)
        return tuple(each for each in group if each is mention or not is_predicative(sentence, each))
    return second


def _fronted_description(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a class only describes the "it" after it: "One of the oldest antidepressants, it …"."""
    return sentence.norms[mention.last : mention.last + 1] == [","] and any(
        each.reference and each.first == mention.last + 1 for each in sentence.mentions
    )


def _stands_for_topic(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether "the opioid" stands for the drug that the page is about."""
    return (
        bool(sentence.topic)
        and not mention.meant(DRUG)
        and all(topic.meant(DRUG) for topic in sentence.topic)
        and not sentence.norms[mention.last - 1].endswith("s")
        and sentence.norms[max(0, mention.first - 1) : mention.first] in (["the"], ["this"])
        and mention.last - mention.first == 1
    )


def _governed(sentence: Sentence, mention: Mention, first: int, words: ClauseWords) -> bool:
    """Tell whether a mention belongs to a list that a preposition governs ("unlike opioids and stimulants, …")."""
    earlier = [each for each in sentence.mentions if first <= each.first < mention.first and each.meant(ABOUT)]
    if not earlier:
        return False
    previous = earlier[-1]
    gap = [token.norm for token in sentence.tokens[previous.last : mention.first]]
    at = previous.first - 1
    return (
        gap in (["and"], ["or"], [",", "and"], [",", "or"])
        and at >= first
        and sentence.tokens[at].norm in words.governors
    )
