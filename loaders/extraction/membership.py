"""Readings of membership: "X is a Y", "X, a Y,", "Ys such as X", "X and other Ys"; and what a page denies of it."""

from collections.abc import Iterator
from typing import Final

from loaders.extraction import examples
from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.coordination import group_after, unfilled
from loaders.extraction.kinds import DRUG
from loaders.extraction.lists import is_fragment
from loaders.extraction.members import CLASS, pair
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied, denied_members
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues

#: How far "as" may stand behind "used", and the family's name behind the verb.
AS_FAR: Final = 18
OF_FAR: Final = 8

#: How many words may stand between the verb and the first class it gives.
REACH: Final = 5


def read(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Yield the memberships that a sentence states or denies."""
    if sentence.kinds.isdisjoint(CLASS):
        return
    for reading in _readings(sentence, cues, words, negation):
        if not _only_likened(sentence, reading.object_mention):
            yield reading


def _readings(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    yield from _copula(sentence, cues, words, negation)
    yield from _as_class(sentence, cues, words, negation)
    yield from _of_family(sentence, cues, words)
    yield from _apposition(sentence, cues, words)
    yield from examples.read(sentence, cues, words)
    yield from _labelled(sentence, cues, words, negation)
    yield from _other(sentence, words)
    yield from examples.of_topic(sentence, cues, words)


def _only_likened(sentence: Sentence, member: Mention) -> bool:
    """Tell whether a class stands in "barbiturate-like", said of what is none; "an opioid like X" names one."""
    at, norms = member.last, sentence.norms
    if norms[at : at + 1] != ["like"] or norms[at - 1].endswith("s"):
        return False
    if norms[at + 1 : at + 2] and norms[at + 1] in ARTICLES:
        return False
    return not any(m.first == at + 1 and m.candidates[0].kinds & _DRUG for m in sentence.mentions)


def _copula(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    norms = sentence.norms
    for at, verb in sentence.found(cues.words("MembershipVerb")):
        if at and norms[at - 1] == "there":
            continue
        if at > 1 and norms[at - 1] in words.other_drugs and norms[at - 2] in _ANY:
            continue  # "if you take any medicines known as MAO inhibitors"
        clause = sentence.clause_at(at)
        after = at + len(verb)
        subjects = [
            each
            for each in subject_of(sentence, clause, at, ABOUT, words)
            if each.last <= at
            or each.reference
            or each.first == each.last
            or (at <= 1 and "," in norms[at : each.first])
        ]
        subjects = [
            each
            for each in subjects
            if each.last > each.first or not _unknown_subject(sentence, clause.first, at, words)
        ]
        if verb in _OF_TERMS and all(each.last <= each.first for each in subjects):
            continue  # "The term refers to opioids" is said of no drug
        denied = cue_denied(sentence, at, clause.first, negation)
        if len(subjects) == 1 and _is_divided(sentence, subjects[0], cues):
            parts = group_after(sentence, after, clause.last, ABOUT, words.lists, reach=1)
            if parts and not denied_members(sentence, after, parts, denied, negation, words.lists):
                yield from pair(parts, subjects, frozenset(), " ".join(verb), at)
            continue
        members = group_after(sentence, after, clause.last, CLASS, words.lists, reach=REACH)
        members = [each for each in members if not each.reference]  # "the difference is their mechanism"
        if not members or (
            only_modifies(sentence, members[0], cues) and not (denied and _for_people(sentence, members[0]))
        ):
            continue
        between = unfilled(sentence, after, members[0].first, words.lists)  # "a widely used statin"
        if any(norm in cues.single_words("ClassBreaker") for norm in between) or between.count("(") > between.count(
            ")"
        ):
            continue  # "the drugs are X (an opioid) and Y"
        if between[-1:] == ["of"] and between[-2:-1] not in _PARTITIVE:
            continue  # "is a target of antidepressants"
        members += _before(sentence, members, cues)
        if norms[members[0].last - 1] in cues.single_words("StandingAdjective"):
            subjects = [each for each in subjects if _right_before(sentence, each, clause.first, at)]
        marked = denied_members(sentence, after, members, denied, negation, words.lists)
        yield from pair(subjects, members, marked, " ".join(verb), at)
        outside = [] if denied else [each for each in sentence.mentions if _prefixed(sentence, each, members, cues)]
        yield from pair(subjects, outside, frozenset(each.first for each in outside), " ".join(verb), at)


#: Verbs of which a word is the subject as well as a drug.
_OF_TERMS: Final = (("refers", "to"), ("is", "a", "term", "for"), ("another", "word", "for"))


def _for_people(sentence: Sentence, member: Mention) -> bool:
    """Tell whether an approval is spoken of that is for no single use: "is not approved for medical use"."""
    return sentence.norms[member.last : member.last + 3] in _ANY_USE


_ANY_USE: Final = tuple(["for", kind, "use"] for kind in ("clinical", "human", "medical"))


def _prefixed(sentence: Sentence, mention: Mention, members: list[Mention], cues: Cues) -> bool:
    """Tell whether a class is denied right before one that is given: "a non-narcotic painkiller"."""
    before = any(mention.last == each.first for each in members)
    return (
        before
        and bool(mention.meant(CLASS))
        and sentence.norms[mention.first - 1] in cues.single_words("NegativePrefix")
    )


def _before(sentence: Sentence, members: list[Mention], cues: Cues) -> list[Mention]:
    """Return the class right before the first member, of which that is one as well: "a psychedelic prodrug"."""
    first = members[0].first if members else 0
    if not first or sentence.norms[first] in cues.single_words("DescribedNoun"):
        return []
    return [each for each in sentence.mentions if each.last == first and each.meant(CLASS) and not each.meant(DRUG)]


_ANY: Final = frozenset({"any", "other", "some"})


def _right_before(sentence: Sentence, subject: Mention, first: int, at: int) -> bool:
    """Tell whether nothing but adverbs parts a subject from its verb: of "its sale is illegal" it is not the drug."""
    between = sentence.norms[max(subject.last, first) : at]
    governed = subject.first > first and sentence.norms[subject.first - 1] in ("of", "with", "for")
    return not governed and all(norm in _ADVERBS or norm.endswith("ly") for norm in between)


#: Words before a verb that are no subject of it.
_ADVERBS: Final = frozenset({"also", "however", "now", "often", "sometimes", "still", "then", "therefore", "thus"})


def _unknown_subject(sentence: Sentence, first: int, at: int, words: ClauseWords) -> bool:
    """Tell whether a name that the ontology does not have is the subject: "Calixcoca is a vaccine against …"."""
    norms = sentence.norms
    before = [
        norm
        for norm in norms[first:at]
        if norm.isalnum() and norm not in ARTICLES | _ADVERBS and not norm.endswith("ly")
    ]
    if not before or len(before) > 2 or before[-1] in words.finite or any(norm in words.governors for norm in before):
        return False
    return (
        before[0] not in words.conjunctions
        and before[0] not in words.relatives
        and before[0] not in words.lists.joiners
    )


def _is_divided(sentence: Sentence, mention: Mention, cues: Cues) -> bool:
    """Tell whether a class is spoken of by its parts: "the main types of Y"."""
    before = sentence.norms[max(0, mention.first - 2) : mention.first]
    return before[1:] == ["of"] and before[0] in cues.single_words("KindNoun") and bool(mention.meant(CLASS))


def _as_class(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Read "used in many countries as a hypnotic": more stands between the participle and "as"."""
    norms = sentence.norms
    if "as" not in norms:
        return
    participles = cues.single_words("UsedAsWord")
    for at, norm in enumerate(norms):
        if norm not in participles or norms[at + 1 : at + 2] == ["as"]:
            continue
        clause = sentence.clause_at(at)
        between = range(at + 2, min(at + AS_FAR, clause.last))
        place = next(
            (i for i in between if norms[i : i + 2] in (["as", "a"], ["as", "an"]) and norms[i - 1] != "such"), -1
        )
        if place < 0:
            continue
        members = group_after(sentence, place + 1, clause.last, CLASS, words.lists, reach=3)
        if not members or only_modifies(sentence, members[0], cues):
            continue
        denied = cue_denied(sentence, at, clause.first, negation)
        marked = denied_members(sentence, place, members, denied, negation, words.lists)
        yield from pair(list(subject_of(sentence, clause, at, ABOUT, words)), members, marked, f"{norm} as", at)


def _of_family(sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Read "a hypnotic of the imidazopyridine class", "a substance from the amphetamine family"."""
    norms = sentence.norms
    families = cues.single_words("FamilyNoun")
    for mention in sentence.mentions:
        at = mention.first - 1
        if not mention.meant(CLASS) or norms[mention.last : mention.last + 1] == [] or at < 1:
            continue
        named = norms[mention.last] in families and norms[at] == "the" and norms[at - 1] in ("of", "from", "in")
        if named and not words.finite.isdisjoint(norms[max(0, at - OF_FAR) : at]):
            subjects = list(subject_of(sentence, sentence.clause_at(at), at, ABOUT, words))
            yield from pair(subjects, [mention], frozenset(), "family", at)


#: What leads over "of" to the class itself: "is a type of opioid", "is one of the statins".
_PARTITIVE: Final = tuple(
    [norm] for norm in ("type", "kind", "form", "class", "member", "example", "sort", "group", "family", "one", "some")
)

#: What a class in front of it only describes.
_MODIFIED: Final = frozenset({"Condition", "Target", "TargetClass", "Process", "Mediator", "AnatomicalSite", "Drug"})


def only_modifies(sentence: Sentence, member: Mention, cues: Cues) -> bool:
    """Tell whether a class only describes the noun after it ("is an opioid receptor", "a benzodiazepine overdose")."""
    following = sentence.norms[member.last] if member.last < len(sentence.tokens) else ""
    touching = any(
        mention.first == member.last and mention.meant(_MODIFIED) and not mention.reference  # "is no opiate either"
        for mention in sentence.mentions
    )
    if following.isalpha() and sentence.norms[member.last - 1] in cues.single_words("StandingAdjective"):
        return following not in cues.single_words("PlaceOpener")  # "illegal to own", "a banned book"
    partly = following in ("at", "of", "on") and sentence.norms[member.last - 1] == "agonist"
    return touching or partly or following in cues.single_words("DescribedNoun")


def _apposition(sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Read "X, a Y," and "X (a Y)": an article opens the class right behind the mark."""
    norms = sentence.norms
    for mention in sentence.mentions:
        subject = mention.meant(DRUG)
        at = mention.last
        while norms[at : at + 1] == ["("] and ")" in norms[at : at + 6] and norms[at + 1] not in ARTICLES:
            at = norms.index(")", at) + 1
        if not subject or at + 1 >= len(norms) or norms[at] not in (",", "(", "-"):
            continue
        if norms[at + 1] not in ARTICLES:
            continue
        members = group_after(sentence, at + 2, len(norms), CLASS, words.lists, reach=3)
        if members and not only_modifies(sentence, members[0], cues) and not _goes_on(norms, members[0].last):
            yield from pair([mention], members, frozenset(), "apposition", at)


def _goes_on(norms: list[str], at: int) -> bool:
    """Tell whether what looks like an apposition is a member of a list: "lithium, a sedative, or a laxative"."""
    return any(norms[at : at + len(more)] == more for more in _MORE)


_MORE: Final = ([",", "or", "a"], [",", "or", "an"], [",", "and", "a"], [",", "and", "an"], ["or", "a"], ["or", "an"])


_DRUG: Final = frozenset({"Drug"})


def _labelled(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Read an item such as "X: a hypnotic, not an opioid": the label names the drug, the item its classes."""
    if not sentence.label or sentence.role not in ("", "isA") or not is_fragment(sentence, words):
        return
    members = group_after(sentence, 0, len(sentence.tokens), CLASS, words.lists, reach=3)
    if members and members[0].first <= REACH and not only_modifies(sentence, members[0], cues):
        marked = denied_members(sentence, 0, members, False, negation, words.lists)
        yield from pair(list(sentence.topic), members, marked, "label", 0)


def _other(sentence: Sentence, words: ClauseWords) -> Iterator[Reading]:
    """Read "X with other Ys": X is one of them."""
    for mention in sentence.mentions:
        before = sentence.norms[max(0, mention.first - 2) : mention.first]
        if before in (["with", "other"], ["like", "other"], ["than", "other"], ["to", "other"]) and mention.meant(
            CLASS
        ):
            if _with_another(sentence, mention):
                continue  # "similar to other benzodiazepines and Z-drugs": it is not both
            at = mention.first - 2
            subjects = [
                each
                for each in subject_of(sentence, sentence.clause_at(at), at, ABOUT, words)
                if each.meant(DRUG) or each.reference
            ]
            yield from pair(subjects, [mention], frozenset(), "other", at)


def _with_another(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether "and" or "or" joins another class to one."""
    after = mention.last + 1
    joined = sentence.norms[mention.last : after] in (["and"], ["or"])
    return joined and any(each.first == after and each.meant(CLASS) for each in sentence.mentions)
