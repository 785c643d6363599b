"""What fills the places of a cue that is laid over a sentence: to the right of its first words, and to the left."""

from typing import Final

from loaders.extraction.beside import before, is_subject, owner_behind, right_before
from loaders.extraction.clauses import ClauseWords, subject_of
from loaders.extraction.contexts import EFFECTS
from loaders.extraction.coordination import group_after
from loaders.extraction.described import (
    before_bracket,
    named_behind,
    noun_before,
    of_class,
    said_of_another,
    said_of_condition,
    said_of_others,
)
from loaders.extraction.kinds import POPULATION
from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import Clause, Hit, Sentence
from ontology.anchors import PhraseCue, Signature
from ontology.patterns import Gap, Slot, Words

#: What tells of drugs what they are for and what they do.
DESCRIBING: Final = EFFECTS | {"treats", "increases", "decreases", "actsIn", "actsOn", "inhibitorOf", "interactsWith"}

_PREDICATED: Final = frozenset({"OnlyPredicated"})

#: How many words may stand between a slot that is filled and the next words of the pattern.
AFTER_SLOT: Final = 3

#: How many words may stand before the drug that something is said to come with: "associated with the use of X".
NEAR: Final = 5


class Filled:
    """A pattern being laid over a sentence: what fills its slots, and where its words end."""

    __slots__ = ("begin", "both", "follows_cause", "object_from", "objects", "subjects")

    def __init__(self, object_from: int, follows_cause: bool) -> None:
        """Begin where the cue's first words end."""
        self.object_from = object_from
        self.follows_cause = follows_cause
        self.subjects: tuple[Mention, ...] = ()
        self.objects: tuple[Mention, ...] = ()
        self.both: tuple[Mention, ...] = ()
        self.begin = 0  # before which no word denies it


def fill_right(
    sentence: Sentence,
    hit: Hit,
    cue: PhraseCue,
    clause: Clause,
    signature: Signature,
    filled: Filled,
    words: ClauseWords,
) -> bool:
    """Fill the slots behind the anchor; tell whether all that the pattern wants there follows."""
    norms = sentence.norms
    at, stop, spare = hit.last, max(clause.last, sentence.clause_at(hit.last - 1).last), 0
    if filled.follows_cause and stop < len(norms) and words.lists.causes.at(norms, stop):
        stop = sentence.clause_at(stop).last  # "treats the fits that occur in epilepsy"
    for element in cue.elements[cue.anchor + 1 :]:
        if isinstance(element, Gap):
            spare += 2
        elif isinstance(element, Words):
            found = _find(norms, element.words, at, at + spare, len(norms))
            if found < 0:
                return False
            at, spare = found + len(element.words), 0
            stop = max(stop, sentence.clause_at(at - 1).last)
        else:
            if at < len(norms) and norms[at] == ":":
                at += 1
                stop = sentence.clause_at(at).last if at < len(norms) else stop
            group = tuple(_listed(sentence, at, stop, element, signature, filled, words))
            if element.role == "b":
                either = (
                    sentence.norms[group[0].first] == "either" if len(group) == 1 else False
                )  # not the two together
                group = () if either else tuple(part for mention in group for part in _parts(mention))
            if not group or (element.role == "b" and len(group) < 2):
                return False
            if element.role == "o":
                filled.objects, filled.object_from = group, at
            elif element.role == "s" and cue.predicate in EFFECTS and group[0].first > at + NEAR:
                return False  # "associated with various conditions and drugs, such as lithium"
            elif element.role == "s":  # "an alternative to X and a first-line drug for Y"
                filled.subjects = tuple(each for each in group if not each.meant(_PREDICATED)) or group
            elif element.role == "b":
                filled.both = group
            at, spare = group[-1].last, AFTER_SLOT
    return True


def _listed(
    sentence: Sentence, at: int, stop: int, slot: Slot, signature: Signature, filled: Filled, words: ClauseWords
) -> list[Mention]:
    """Return the list that fills a slot; where the slot wants certain kinds, its first member must be of one."""
    wanted = _kinds(slot, signature)
    group = group_after(sentence, at, stop, wanted, words.lists, causes=filled.follows_cause)
    if not group or not slot.kind or slot.role != "o":
        return group
    people = next((m.first for m in sentence.mentions if m.first >= group[-1].last and m.meant(POPULATION)), stop)
    whole = group_after(sentence, at, min(stop, people), signature.range, words.lists, causes=filled.follows_cause)
    return whole if len(whole) > len(group) and whole[0] == group[0] else group


def fill_left(
    sentence: Sentence,
    hit: Hit,
    cue: PhraseCue,
    clause: Clause,
    signature: Signature,
    filled: Filled,
    words: ClauseWords,
) -> str:
    """Fill the slots before the anchor; return why that fails, or nothing."""
    left = cue.elements[: cue.anchor]
    slots = [element for element in left if isinstance(element, Slot)]
    if any(slot.role == "b" for slot in slots):
        group = subject_of(sentence, clause, hit.first, signature.domain, words)
        filled.both = tuple(member for mention in group for member in _parts(mention))
        return "" if len(filled.both) >= 2 else "fewer than two subjects stand before it"
    for slot in slots:
        if slot.role == "o" and not filled.subjects:
            spare = 2 * sum(isinstance(element, Gap) for element in left)
            filled.objects = right_before(sentence, hit.first, _kinds(slot, signature), spare)
            filled.object_from = hit.first
            if not filled.objects:
                return "no object that the property takes stands right before it"
            if "Target" in signature.range and said_of_another(sentence, filled.objects[0].first):
                return "the words tell what something else is"
            if "Target" in signature.range and is_subject(sentence, clause, filled.objects[0].first, hit.last, words):
                return "what the words name is itself what the clause is about"
        elif slot.role == "o":
            filled.objects = before(sentence, clause, hit.first, _kinds(slot, signature), words)
            filled.object_from = clause.first
            if not filled.objects:
                return "no object that the property takes stands before it"
    if not filled.subjects and not filled.both and cue.predicate in DESCRIBING:
        filled.subjects, filled.begin = before_bracket(sentence, hit.first, words)
        noun = noun_before(sentence, hit.first, words) if filled.objects and not filled.subjects else -1
        if noun >= 0:
            filled.subjects, filled.begin = named_behind(sentence, filled.objects[-1].last, words), noun
            if not filled.subjects:
                return 'it is said of things that stay unnamed ("those", "other drugs")'
    if not filled.subjects and not filled.both:
        if said_of_others(sentence, hit.first, words):
            return 'it is said of things that stay unnamed ("those", "other drugs")'
        if said_of_condition(sentence, hit):
            return "it is said of the condition before it"
        if filled.objects and filled.objects[-1].last == hit.first and (owner := owner_behind(sentence, hit.last)):
            filled.subjects = owner
            return ""
        first = min([hit.first] + [mention.first for mention in filled.objects if mention.last <= hit.first])
        filled.subjects = subject_of(sentence, clause, first, signature.domain, words)
        if cue.predicate in DESCRIBING and filled.objects and of_class(sentence, filled.subjects, first):
            filled.subjects += named_behind(sentence, filled.objects[-1].last, words)
    if filled.both or (filled.subjects and filled.objects):
        return ""
    return "no drug or class is the subject of its clause" if filled.objects else "its pattern has no object"


def _parts(mention: Mention) -> list[Mention]:
    """Return one mention for each thing that a reference to several stands for."""
    if not mention.together:
        return [mention]
    return [
        Mention(mention.first, mention.last, (entity,), reference=mention.reference) for entity in mention.candidates
    ]


def _kinds(slot: Slot, signature: Signature) -> frozenset[str]:
    if slot.kind:
        return frozenset(slot.kind.split(","))
    return signature.domain if slot.role in ("s", "b") else signature.range


def _find(norms: list[str], words: tuple[str, ...], first: int, last: int, end: int) -> int:
    for at in range(first, min(last, end - len(words)) + 1):
        if tuple(norms[at : at + len(words)]) == words:
            return at
    return -1
