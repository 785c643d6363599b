"""Which mentions are a clause's subject.

The subject is the first drug or class that no preposition governs; a relative
clause takes the mention before it; a clause without one takes that of the clause before, and last the topic.
"""

from dataclasses import dataclass
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
    substances: frozenset[str]  # chemicals, enzymes: what a clause behind "that" is of, and no drug
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
            cues.single_words("SubstanceNoun"),
            ListWords.of(cues),
        )


#: The kinds that can be what a sentence is about.
ABOUT: Final = frozenset({"Drug", "DrugClass"})


def subject_of(
    sentence: Sentence, clause: Clause, before: int, kinds: frozenset[str], words: ClauseWords
) -> tuple[Mention, ...]:
    """Return what the words at token `before` are said of, or nothing where the sentence does not tell."""
    if clause.kind == "relative":
        own = _first_group(sentence, clause.first + 1, before, kinds, words)
        named = own or _antecedent(sentence, clause, kinds, words) or _whole_before(sentence, clause, kinds, words)
        return named or _said_to_be(sentence, clause, kinds, words)
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
        if ended and norms[0] in _CONCEDING and not words.finite.isdisjoint(norms[: clause.last]) and sentence.topic:
            return sentence.topic  # "While it is safe in pregnancy, X is preferred": the page's drug is safe
        return later or sentence.topic
    for earlier in reversed(sentence.clauses[:index]):
        if earlier.kind == "relative":
            goes_on = earlier.last == clause.first and opener == "and"
            if goes_on and (antecedent := _antecedent(sentence, earlier, kinds, words)):
                return antecedent
            continue  # "controls the fits that occur in epilepsy, and can …": the drug can
        found = _first_group(sentence, earlier.first, earlier.last, kinds, words)
        if found or _unnamed(sentence, earlier.first, words):
            return found
    return sentence.topic


#: What opens a clause that is set against the one after it, which may have another subject.
_CONCEDING: Final = frozenset({"although", "though", "while"})

#: Kinds that a clause can be about when it is about no drug; risks and effects of the drug are spoken of as its own.
_OTHERS: Final = frozenset({"Disease", "Symptom", "Mediator", "Target"})


#: What behind a noun for drugs shows that it is the subject.
_AUXILIARIES: Final = (["are"], ["can"], ["may"], ["that"], ["were"], ["which"])


def _unnamed(sentence: Sentence, first: int, words: ClauseWords) -> bool:
    """Tell whether a clause begins with drugs that stay unnamed: "Medicines are available"."""
    return sentence.norms[first] in words.other_drugs and sentence.norms[first + 1 : first + 2] in _AUXILIARIES


def _other_subject(sentence: Sentence, first: int, last: int, words: ClauseWords) -> bool:
    """Tell whether something else than a drug is what a clause is about: "Anxiety can cause insomnia"."""
    norms = sentence.norms
    for at in range(first, min(first + 3, last)):
        referred = any(mention.first <= at < mention.last for mention in sentence.mentions)
        if norms[at] in words.agents or (norms[at] in words.other_drugs and at > first and not referred):
            return True
    if _unnamed(sentence, first, words):
        return True
    for mention in sentence.mentions:
        if mention.first < first or mention.last > last:
            continue
        governor = norms[mention.first - 1] if mention.first > first else ""
        verb = norms[mention.last : mention.last + 2]
        if "you" in norms[mention.last : last] and norms[first] in ("if", "when"):
            return False  # "If drowsiness occurs, you should not drive": readers are told what goes for the drug
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
    if at > 2 and norms[at - 1] in words.lists.generic and norms[at - 3 : at - 1] in _APPOSED:
        at -= 3  # "X is a barbiturate, a drug that …"
    if _says_what(sentence, clause, at, words):
        main = _main_before(sentence, clause)
        return subject_of(sentence, main, at, kinds, words) if main.first < at else ()
    before = sorted((m for m in sentence.mentions if m.last <= at and m.meant(kinds)), key=lambda m: (m.last, -m.first))
    if not before or at - before[-1].last > 2:
        return ()
    plural = norms[before[-1].last - 1].endswith("s") and norms[clause.first] == "which"
    if is_predicative(sentence, before[-1]) and not plural:
        # "X is a muscle relaxant that …": the class only says what X is, and X is meant.
        apposed = _apposed(sentence, before[-1].last, kinds, words)
        first = before[-1].first
        if apposed and not is_predicative(sentence, apposed[0]):
            return apposed
        if apposed:  # "X is a Y, a Z that …"
            first = apposed[0].first
        return subject_of(sentence, _main_before(sentence, clause), first, kinds, words)
    return (before[-1],)


def _says_what(sentence: Sentence, clause: Clause, at: int, words: ClauseWords) -> bool:
    """Tell whether a noun for drugs before a relative clause says what the subject is: "Xs are medicines which"."""
    norms = sentence.norms
    if (
        at < 2
        or norms[at - 1] not in words.lists.generic
        or any(m.last == at and m.meant(ABOUT) for m in sentence.mentions)
    ):
        return False
    copula = next((i for i in range(at - 2, max(0, at - _TO_COPULA), -1) if norms[i] in _COPULAS), 0)
    return copula > 0 and norms[copula - 1] != "there" and norms[copula + 1] not in ("for", "in", "to", "with")


_COPULAS: Final = frozenset({"are", "is", "was", "were"})
_TO_COPULA: Final = 9

#: What opens, before a noun for any drug, an apposition of which a relative clause tells.
_APPOSED: Final = ([",", "a"], [",", "an"])


def _whole_before(sentence: Sentence, clause: Clause, kinds: frozenset[str], words: ClauseWords) -> tuple[Mention, ...]:
    """Return the subject before ", which …" where that speaks of the action: "binds to a receptor, which reduces …"."""
    norms = sentence.norms
    # "X is a powder that …", "X has a potential for abuse that may lead to …"
    formed = any(m.last == clause.first and m.meant(_FORM) for m in (*sentence.mentions, *sentence.nested))
    formed = formed or (norms[clause.first - 1 : clause.first] in _TRAITS and _has(norms, clause.first - 1))
    if not formed and (norms[clause.first] != "which" or norms[clause.first - 1 : clause.first] != [","]):
        return ()
    if not formed and not any(m.last == clause.first - 1 and m.meant(_ACTED_ON) for m in sentence.mentions):
        return ()
    main = _main_before(sentence, clause)
    return subject_of(sentence, main, main.last, kinds, words)


def _said_to_be(sentence: Sentence, clause: Clause, kinds: frozenset[str], words: ClauseWords) -> tuple[Mention, ...]:
    """Return what is said to be the substance that a relative clause describes: "X is a chemical that relaxes"."""
    norms, at = sentence.norms, clause.first
    if at == 0 or norms[at - 1] not in words.substances or _COPULAS.isdisjoint(norms[max(0, at - _TO_SUBSTANCE) : at]):
        return ()
    main = _main_before(sentence, clause)
    return subject_of(sentence, main, main.last, kinds, words)


_TO_SUBSTANCE: Final = 6

_ACTED_ON: Final = frozenset({"Target", "TargetClass", "Process"})


def _has(norms: list[str], at: int) -> bool:
    """Tell whether a noun at a token is what the subject is said to have, and no side effect."""
    return norms[at - 1] not in ("adverse", "side") and not {"has", "have"}.isdisjoint(norms[max(0, at - 3) : at])


#: Nouns for what a drug has and does, so that what is said of them is said of it: "has properties that …".
_TRAITS: Final = (["effect"], ["effects"], ["properties"])
_FORM: Final = frozenset({"DoseForm", "DrugRisk"})


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
    if window[1:] == ["such", "as"]:
        return False  # "medicines for gout such as Ys"
    if window[1:] in _NAMED_AS and window[0] in _GROUP_NOUNS:
        return False  # "drugs classified as Ys"
    cut = max((at + 1 for at, norm in enumerate(window) if norm in (";", ":")), default=0)  # "it is new; Ys block …"
    if any(norm in ("is", "are", "as", "was", "were") for norm in window[cut:]):
        return True
    if norms[mention.first] in _GROUP_NOUNS:
        return False  # "medicines for depression like X"
    if norms[mention.last - 1].endswith("s") or (tail.endswith("s") and tail in _GROUP_NOUNS):
        return False
    following = norms[mention.last : mention.last + 4]
    opens = mention.first == 0 or norms[mention.first - 1] in (";", "while", "but", "whereas", "the", "this")
    if mention.first == 1 and norms[0] in ARTICLES and following[:1] != [","]:
        opens = True  # "A narcotic is a drug that …"
    if norms[mention.first - 1 : mention.first] == [","] and norms[0] in _CONTRASTING:
        following, opens = following[:1], True  # "While it calms, chemotherapy can …"
    return not (opens and any(norm in _SHOWS_VERB for norm in following))


#: What opens a sentence whose first comma ends what is set against the rest.
_CONTRASTING: Final = frozenset({"although", "though", "unlike", "whereas", "while", "whilst"})

#: What follows a class that stands for its members although it is named in the singular: "opioid misuse can …".
_SHOWS_VERB: Final = frozenset(
    {"is", "are", "was", "were", "has", "have", "can", "may", "should", "carries", "causes", "will", "could", "must"}
)

_NAMED_AS: Final = (["classified", "as"], ["described", "as"], ["known", "as"])

#: What makes a class named in the singular stand for its members: "benzodiazepine medicines".
_GROUP_NOUNS: Final = frozenset({"drugs", "medicines", "medications", "agents", "users", "products"})


def _fronted(sentence: Sentence, before: int, words: ClauseWords) -> bool:
    """Tell whether the words stand in a fronted phrase, before the subject and without a finite verb."""
    norms = sentence.norms
    if norms[:2] == ["similar", "to"]:
        return True
    if norms[before : before + 1] == [
        "avoid"
    ]:  # "Avoid supplements with iron or antacids": none of them avoids the rest
        return False
    if norms[:1] and norms[0] in _ONCE and norms[1].endswith("ed"):
        return True  # "Once marketed as a sedative, the drug …"
    return bool(norms) and (norms[0] in words.governors or norms[0].endswith("ing") or norms[0] in ("to", "while"))


_ONCE: Final = frozenset({"first", "formerly", "initially", "once", "originally", "previously"})


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
        if at >= first and governor in words.governors and not (governor == "as" and _is_named(norms, at, first)):
            if governor in _COMPARING:  # "more effective than X, Y and Z, and as effective as …"
                listed = group_after(sentence, mention.first, last, kinds, words.lists)
                passed = max([passed, *(m.last for m in listed if words.finite.isdisjoint(norms[m.last : m.last + 1]))])
            if (governor in ("of", "for", "from") or (at == 0 and governor in ("with", "in", "on"))) and not second:
                second = tuple(group_after(sentence, mention.first, last, kinds, words.lists))
            continue
        if is_predicative(sentence, mention) or _fronted_description(sentence, mention):
            continue
        if "(" in sentence.bag and _in_remark(norms, mention, first, last):
            continue
        if _stands_for_topic(sentence, mention):
            return sentence.topic
        if at >= first and governor in ("and", "or", ",") and _governed(sentence, mention, first, words):
            continue
        group = group_after(sentence, mention.first, last, kinds, words.lists)
        return tuple(each for each in group if each is mention or not is_predicative(sentence, each))
    return second


def _in_remark(norms: list[str], mention: Mention, first: int, last: int) -> bool:
    """Tell whether a mention stands within a bracket, but not at its head: "(a cup holds 1 mg of X), the drug is"."""
    opened = next((at for at in range(mention.first - 1, first - 1, -1) if norms[at] in ("(", ")")), -1)
    if opened < 0 or norms[opened] == ")" or opened >= mention.first - 2:
        return False
    return ")" in norms[mention.last : last]


def _is_named(norms: list[str], at: int, first: int) -> bool:
    """Tell whether an "as" begins a clause, or only names the drugs before it: "drugs classified as SSRIs are"."""
    return at == first > 0 or (at - 2 == first and norms[at - 1] in _NAMED)


_NAMED: Final = frozenset({"classified", "described", "known"})


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
        and _pointed_at(sentence, mention)
    )


def _pointed_at(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a class is pointed at: "the opioid", "this antifungal agent"."""
    before = sentence.norms[max(0, mention.first - 1) : mention.first]
    return before == ["this"] or (before == ["the"] and mention.last - mention.first == 1)


def _governed(sentence: Sentence, mention: Mention, first: int, words: ClauseWords) -> bool:
    """Tell whether a mention belongs to a list that a preposition governs ("unlike opioids and stimulants, …")."""
    earlier = [each for each in sentence.mentions if first <= each.first < mention.first and each.meant(ABOUT)]
    if not earlier:
        return False
    previous = earlier[-1]
    gap = [norm for norm in sentence.norms[previous.last : mention.first] if norm not in _BEFORE_NAMES]
    at = previous.first - 1
    return (
        gap in (["and"], ["or"], [",", "and"], [",", "or"])
        and at >= first
        and sentence.tokens[at].norm in words.governors
    )
