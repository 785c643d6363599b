"""Whom a description is of that stands in or before a bracket, or before the names of what it describes.

Leaflets say what a class is for beside its name: "medicines used to treat depression (SSRIs)", "antibiotics (used to
treat infections)", "drugs used for gout include colchicine". The words are not said of the drug that the page is about.
"""

from collections.abc import Sequence
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, is_predicative
from loaders.extraction.coordination import group_after
from loaders.extraction.kinds import CONDITION, DRUG
from loaders.extraction.mentions import Mention
from loaders.extraction.quantities import UNIT_WORDS
from loaders.extraction.sentence import Hit, Sentence

#: What may stand between a noun and the words that describe it: "medicines that are commonly used to treat …".
_BETWEEN: Final = frozenset(
    {"used", "taken", "given", "prescribed", "indicated", "approved", "licensed", "to", "for", "in", "the", "treatment"}
    | {"known", "thought", "able", "likely", "shown", "reported"}
    | {"often", "also", "sometimes", "help", "helps", "be", "been", "available", "of", "intended", "designed"}
)
_RELATIVE: Final = frozenset({"that", "which"})

#: What shows a clause, unless a relative pronoun stands before it.
_AUXILIARY: Final = frozenset({"is", "are", "can", "may", "have", "has"})

_CLASS: Final = frozenset({"DrugClass"})

#: How many words may stand between a class and what its members are used for: "that have been".
AFTER_CLASS: Final = 4

#: How many words may stand between what unnamed drugs do and "include": "… anxiety besides propranolol include …".
REACH: Final = 3


def before_bracket(sentence: Sentence, at: int, words: ClauseWords) -> tuple[tuple[Mention, ...], int]:
    """Return what a token in brackets describes and where they open: "antibiotics (used to treat infections)"."""
    norms = sentence.norms
    if ")" not in norms:
        return (), 0
    opened = next((index for index in range(at - 1, 0, -1) if norms[index] in ("(", ")")), 0)
    if not opened or norms[opened] != "(" or norms[opened + 1].endswith("ing"):  # "amnestic (inducing forgetfulness)"
        return (), 0
    for mention in sentence.mentions:
        if opened < mention.first < at and mention.meant(ABOUT) and not is_predicative(sentence, mention):
            return (), 0
    found = next((m for m in sentence.mentions if m.last == opened and m.meant(ABOUT)), None)
    return (_with_class(sentence, found, words), opened) if found else ((), 0)


def _with_class(sentence: Sentence, last: Mention, words: ClauseWords) -> tuple[Mention, ...]:
    """Return a drug with the class of which it is an example and the other examples: "Xs such as Y or Z"."""
    group = [last]
    for mention in reversed([m for m in sentence.mentions if m.last <= last.first and m.meant(ABOUT)]):
        between = sentence.norms[mention.last : group[0].first]
        if _is_marker(sentence, mention.last, words) and mention.meant(_CLASS):
            return (mention, *group)
        if not words.lists.joiners.issuperset(between):
            break
        group.insert(0, mention)
    return tuple(group) if group[0].first == 0 else (last,)  # an item, whose bracket is of all that it names


def of_class(sentence: Sentence, subjects: tuple[Mention, ...], at: int) -> bool:
    """Tell whether a token describes a class that may have its members behind: "other beta blockers used for …"."""
    first = subjects[0] if len(subjects) == 1 else None
    if first is None or not first.meant(_CLASS) or not sentence.norms[first.last - 1].endswith("s"):
        return False
    return first.first < first.last <= at <= first.last + AFTER_CLASS


def noun_before(sentence: Sentence, first: int, words: ClauseWords) -> int:
    """Return the noun for unnamed drugs that the words from a token describe ("medicines which increase …"), or -1."""
    norms = sentence.norms
    if _is_noun(sentence, first, words):
        return first
    at, verb = first - 1, False
    while at > 0 and (norms[at] in _BETWEEN or norms[at] in _AUXILIARY or norms[at].endswith("ly")):
        verb = verb or norms[at] in _AUXILIARY
        at -= 1
    if at > 0 and norms[at] in _RELATIVE:
        at, verb = at - 1, False
    return at if at >= 0 and not verb and _is_noun(sentence, at, words) else -1


def _is_noun(sentence: Sentence, at: int, words: ClauseWords) -> bool:
    """Tell whether a token is a noun for several drugs and belongs to the name of none: no "aspirin tablets"."""
    norms = sentence.norms
    if norms[at] not in words.other_drugs or norms[at] not in words.lists.generic or _says_what(sentence, at):
        return False
    before = next((norm for norm in reversed(norms[:at]) if norm != "other"), "")
    if one_of(sentence, at) or (before == "with" and norms[at + 1 : at + 2] in _GOING_ON):
        return False  # "is taken with other medicines to control …"
    return not any(m.last == at or m.first <= at < m.last for m in sentence.mentions if m.meant(ABOUT))


#: What goes on behind medicines that a drug is taken with: "is taken with other medicines in the treatment of …".
_GOING_ON: Final = (["to"], ["in"], ["for"])


def one_of(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun says of what something is one: "is one of several drugs used for …", "a class of drugs"."""
    norms = sentence.norms
    window = norms[max(0, at - 6) : at]
    if "of" not in window:
        return False
    return not _ONE.isdisjoint(window[: window.index("of")])


def said_of_condition(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a participle belongs to the condition before it: "euphoria associated with", "pain-relieving"."""
    norms = sentence.norms
    at = hit.first
    attached = hit.words[0] in ("associated", "linked") and not _is_predicate(norms, at)
    if attached and not _TREATING.isdisjoint(norms[max(0, at - _NEAR) : at]):
        return True  # "indicated for sudden freezing associated with Parkinson's disease"
    if at and norms[at - 1] == ")" and "(" in norms[:at]:  # "tachycardia (a fast pulse) associated with …"
        at = max(index for index in range(at) if norms[index] == "(")
    return (
        hit.words[0].endswith(("ed", "ing"))
        and hit.words[0] != "need"
        and (
            norms[at - 1 : at] in _ILLNESSES
            or any(mention.last == at and mention.meant(CONDITION) for mention in sentence.mentions)
        )
    )


#: Nouns for what people have, of which the words behind are said: "a condition causing muscle weakness".
_ILLNESSES: Final = tuple([noun] for noun in ("condition", "disease", "disorder", "illness"))


def _is_predicate(norms: list[str], at: int) -> bool:
    """Tell whether a participle is the verb of its clause: "treatment with X is not often associated with"."""
    while at and (norms[at - 1] in ("not", "also", "never", "often") or norms[at - 1].endswith("ly")):
        at -= 1
    return at > 0 and norms[at - 1] in _PASSIVE


#: The verbs that make a participle the verb of its clause.
_PASSIVE: Final = frozenset({"are", "be", "been", "is", "was", "were"})

#: What shows that a clause tells of a use, and how far before its condition.
_TREATING: Final = frozenset(
    {
        "indicated",
        "manage",
        "management",
        "manages",
        "managing",
        "relieve",
        "relieving",
        "treat",
        "treating",
        "treatment",
    }
)
_NEAR: Final = 24


def said_of_others(sentence: Sentence, at: int, words: ClauseWords) -> bool:
    """Tell whether the cue describes things left unnamed ("those used in …", "other drugs that …")."""
    norms = sentence.norms
    before = norms[at - 1] if at else ""
    if _of_apposed(sentence, at, words):
        return True
    if before in ("that", "which", "who") and at > 1:
        first = sentence.clause_at(at).first
        if first < at - 1 and words.finite.isdisjoint(norms[first : at - 1]) and not _names_until(sentence, at - 1):
            return True  # "Measures that improve sleep are …"
        before = norms[at - 2]
    window = norms[max(0, at - 4) : at]
    place = max(0, at - 4) + window.index("used") if "used" in window else 0
    if (
        place
        and (norms[place - 1] in _UNNAMED or norms[place - 1] in words.lists.generic)
        and not one_of(sentence, place - 1)
    ):  # "other drugs used in the treatment of …"
        return True
    return (
        before in ("those", "others")
        or (
            before in words.lists.generic
            and before.endswith("s")
            and before != "effects"  # "has effects that improve mood"
            and not (norms[at - 3 : at - 1] == ["with", "other"] and norms[at : at + 1] in _GOING_ON)
            and not one_of(sentence, at - 1)
            and not _says_what(sentence, at - 1 - (norms[at - 1] in _RELATIVE))
            and not (_names_until(sentence, at) or _names_until(sentence, at - 1))
        )
    )


def _says_what(sentence: Sentence, at: int) -> bool:
    """Tell whether the noun at a token says what the subject is: "Xs are medicines that …", not "there are"."""
    norms = sentence.norms
    copula = next((i for i in range(at - 1, max(0, at - 4), -1) if norms[i] in ("are", "were")), 0)
    return copula > 0 and norms[copula - 1] != "there"


def _of_apposed(sentence: Sentence, at: int, words: ClauseWords) -> bool:
    """Tell whether a relative clause is of no drug: "reduce prostaglandins, substances in your body that cause"."""
    norms = sentence.norms
    if norms[at - 1 : at] not in (["that"], ["which"]):
        return False
    comma = next((i for i in range(at - 2, max(0, at - _APPOSED), -1) if norms[i] == ","), 0)
    return (
        comma > 0
        and norms[comma + 1] in _SUBSTANCES
        and any(m.last == comma and m.meant(_INNER) for m in sentence.mentions)
        and words.finite.isdisjoint(norms[comma + 1 : at - 1])
    )


#: Nouns for what is found in the body, the kinds of their names, and how far before the verb they may stand.
_SUBSTANCES: Final = frozenset({"chemicals", "compounds", "enzymes", "hormones", "molecules", "proteins", "substances"})
_INNER: Final = frozenset({"Mediator", "Target"})
_APPOSED: Final = 9


#: What stands for drugs that are told apart by what they are used for alone.
_UNNAMED: Final = frozenset({"ones", "others", "those"})


def _names_until(sentence: Sentence, last: int) -> bool:
    return any(mention.last == last and mention.meant(ABOUT) for mention in sentence.mentions)


#: The words for one, or for a whole, of which the noun behind "of" tells.
_ONE: Final = frozenset({"one", "class", "classes", "family", "group", "groups", "kind", "type"})


def named_behind(sentence: Sentence, at: int, words: ClauseWords) -> tuple[Mention, ...]:
    """Return what a description that ends at a token is of: "… (SSRIs)", "…, such as X and Y", "… include X"."""
    norms = sentence.norms
    if norms[at : at + 1] == ["("]:
        close = next((index for index in range(at, len(norms)) if norms[index] == ")"), len(norms))
        first = _behind_marker(sentence, at + 1, words)
        inside = tuple(m for m in sentence.mentions if first <= m.first < close and m.meant(ABOUT) and not m.reference)
        return inside if inside and inside[0].first <= first + 1 else ()
    for index in range(at, min(at + REACH + 1, len(norms))):
        if norms[index] in ("include", "includes", "are") or (index <= at + 1 and _is_marker(sentence, index, words)):
            first = _behind_marker(sentence, index, words)
            group = group_after(sentence, max(first, index + 1), len(norms), ABOUT, words.lists, reach=1)
            return tuple(each for each in group if not each.reference)
        if norms[index] in words.finite or norms[index] in (";", ".", "("):
            break
    return ()


def _is_marker(sentence: Sentence, at: int, words: ClauseWords) -> bool:
    return bool(words.lists.examples.at(sentence.norms, at))


def _behind_marker(sentence: Sentence, at: int, words: ClauseWords) -> int:
    """Return the token after the words "such as" or the like that stand at a token."""
    at += len(words.lists.examples.at(sentence.norms, at) or ())
    return at + (sentence.norms[at : at + 1] == [","])


def said_of_another(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun such as "X blocker" is what something is named, compared or taken with, not what it is."""
    norms = sentence.norms
    while at > 0 and norms[at - 1] in ("a", "an", "the", "other"):
        at -= 1
    if at > 1 and norms[at - 1] in ("and", "or"):  # "citalopram or an MAO inhibitor"
        return any(m.last == at - 1 and m.meant(DRUG) and not m.reference for m in sentence.mentions)
    if at > 1 and norms[at - 1] == "of" and norms[at - 2] in UNIT_WORDS:  # "within 14 days of an MAO inhibitor"
        return True
    return at > 0 and norms[at - 1] in (
        "to",
        "with",
        "than",
        "unlike",
        "versus",
        "like",
        "after",
        "before",
        "taking",
        "taken",
        "take",
        "used",
        "using",
    )


def named_between(sentence: Sentence, at: int, subject: Mention, objects: Sequence[Mention]) -> bool:
    """Tell whether a drug stands between a cue that ends at `at` and its object, where the subject is unnamed.

    "Uses of X include epilepsy" is said of X and not of the topic, "the use of X and Y together" of the two.
    """
    if subject.last > subject.first or at > objects[0].first:
        return False
    if sentence.norms[at - 1] == "of" and len(objects) > 1 and objects[0].meant(ABOUT):
        return True
    return any(
        each.first == at
        and each.last <= objects[0].first
        and each.meant(ABOUT)
        and set(subject.candidates).isdisjoint(each.candidates)
        for each in sentence.mentions
    )


def taken_behind(sentence: Sentence, at: int, subject: Mention, takings: frozenset[str]) -> bool:
    """Tell whether an unnamed subject gives way to what is named as taken: "people with X should not take Ys"."""
    if subject.last > subject.first:
        return False
    verb = next((i for i in range(at, min(at + _TO_TAKING, len(sentence.norms))) if sentence.norms[i] in takings), -1)
    return verb >= 0 and any(
        verb < each.first <= verb + 2 and each.meant(ABOUT) and set(subject.candidates).isdisjoint(each.candidates)
        for each in sentence.mentions
    )


#: How many words may stand before the verb: "should not".
_TO_TAKING: Final = 4
