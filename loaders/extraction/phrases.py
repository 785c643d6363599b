"""Readings by phrase: a cue with its subject and object in the places that its pattern names."""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.beside import right_before, with_own_end
from loaders.extraction.clauses import ABOUT, ClauseWords
from loaders.extraction.contexts import EFFECTS
from loaders.extraction.described import (
    named_between,
    said_of_another,
    taken_behind,
)
from loaders.extraction.fates import of_a_drug
from loaders.extraction.filling import Filled, fill_left, fill_right
from loaders.extraction.kinds import CONDITION
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied, denied_members, negator_at, prohibited
from loaders.extraction.parts import in_longer_name, names_disease, of_other_drug
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Clause, Hit, Sentence
from ontology.anchors import PhraseCue
from ontology.cues import Cues

#: What a warning affirms: "should not be taken with a sedative" tells of an interaction.
ADVISED: Final = frozenset({"interactsWith", "hasPrecaution", "requires"})

_NEEDING: Final = frozenset({"necessary", "need", "needed", "needs", "require", "required", "requires"})

_DRUG: Final = frozenset({"Drug"})

#: Nouns for what acts on a target; with a drug before them they tell what it is, or what is named beside it.
_ATTACHED: Final = ("ed", "ing", "from")
_ACTORS: Final = frozenset({"agonist", "antagonist", "blocker", "inhibitor", "modulator"})

#: Nouns for what is done to a target; at the head of a clause they tell what follows from it, whoever does it.
_ACTIONS: Final = frozenset({"activation", "antagonism", "blockade", "inhibition", "stimulation"})

#: Verbs that keep an action from happening.
_KEEPING: Final = frozenset({"block", "blocks", "blocking", "inhibit", "inhibits", "prevent", "preventing", "prevents"})

#: The verbs of what is done with a form.
_HANDLING: Final = frozenset({"swallow", "swallowed", "swallowing", "take", "taken", "taking"})


def read(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Yield what the phrase cues of a sentence say."""
    kinds, bag = sentence.kinds, sentence.bag
    for hit in sentence.hits:
        for run in hit.anchor.runs:
            if any(kinds.isdisjoint(needed) for needed in run.needs):
                continue  # nothing here could fill one of the places
            for cue in run.among(bag):
                filled = lay(sentence, hit, cue, cues, words, negation)
                if isinstance(filled, Filled):
                    yield from _readings(sentence, hit, cue, filled, cues, words, negation)


def _readings(
    sentence: Sentence,
    hit: Hit,
    cue: PhraseCue,
    filled: Filled,
    cues: Cues,
    words: ClauseWords,
    negation: NegationWords,
) -> Iterator[Reading]:
    """Yield what a cue says that was laid over a sentence."""
    clause = sentence.clause_at(hit.first)
    if filled.both:
        yield from _pairs(sentence, hit, cue, filled, cues, clause, negation, words)
        return
    members = list(filled.objects)
    spare = frozenset(index for member in members for index in range(member.first, member.last))
    begin = max(clause.first, filled.begin)
    if _own_subject(sentence, hit, cue):  # "failed to affect opioid-induced nausea" denies another verb
        begin = max(begin, filled.subjects[0].first - 2)
    behind = members[-1].last <= hit.first and hit.words[0].endswith(_ATTACHED)
    if behind and all(norm.endswith("ly") for norm in sentence.norms[members[-1].last : hit.first]):
        # "will not reverse an overdose caused by"
        begin = filled.object_from = max(begin, members[0].first - 2)
    start = hit.first
    if members[-1].last <= hit.first:  # "not for systemic, oral or rectal use"
        start = members[0].first
        while start > begin + 2 and sentence.norms[start - 1] == ",":
            start -= 2
        if any(negator_at(sentence, at, negation) for at in range(members[-1].last, hit.first)):
            start = hit.first  # "seizures have not been associated with"
    denied = cue_denied(sentence, start, begin, negation, spare) != cue.denies
    if sentence.first(negation.exempting, hit.first, filled.object_from) >= 0:
        denied = cue.denies  # "is not indicated except for"
    if (
        cue.predicate in ADVISED
        and hit.words[0] not in _NEEDING  # "do not need medical attention" forbids nothing
        and prohibited(sentence, hit.first, clause.first, negation)
    ):
        denied = cue.denies
    if (cue.denied and not denied) or (denied and cue.predicate == "hasDoseForm" and hit.words[0] in _HANDLING):
        return  # "do not swallow the patch" denies no form
    for reading in join(
        filled.subjects,
        cue.predicate,
        members,
        cues,
        cue=cue.pattern,
        module="phrases",
        at=hit.first,
        denied=denied_members(sentence, filled.object_from, members, denied, negation, words.lists),
    ):
        reading.compared = _compared(sentence, reading.object_mention, cues)
        yield reading


def lay(
    sentence: Sentence, hit: Hit, cue: PhraseCue, cues: Cues, words: ClauseWords, negation: NegationWords
) -> Filled | str:
    """Lay a cue over a sentence: return what fills its slots, or why it says nothing here."""
    signature = cues.signatures.get(cue.predicate)
    if signature is None:
        return "the property has no domain and range"
    if _is_adjective(sentence, hit, cue) or _of_any_drug(sentence, hit, cue, words):
        return "the participle only describes what follows"
    clause = sentence.clause_at(hit.first)
    filled = Filled(object_from=hit.last, follows_cause=cue.predicate in cues.following_causes)
    if not fill_right(sentence, hit, cue, clause, signature, filled, words):
        return "what its pattern wants does not follow"
    if reason := fill_left(sentence, hit, cue, clause, signature, filled, words):
        return reason
    if filled.both:
        return filled
    if cue.predicate == "hasPrecaution" and sentence.norms[hit.last : hit.last + 1] == ["exceed"]:
        return "a limit to the dose is no warning"  # "doses for children should not exceed"
    if named_between(sentence, hit.last, filled.subjects[0], filled.objects) or (
        cue.predicate in ADVISED
        and taken_behind(sentence, filled.objects[-1].last, filled.subjects[0], cues.single_words("TakingVerb"))
    ):
        return "a drug that is named behind is what it is said of"  # "uses of X include"
    if cue.denies and hit.first <= filled.objects[0].first < hit.last:
        return "the words belong to the name of the object"  # "a lack of oxygen"
    if "Target" in signature.range and hit.words[0] in _ACTORS and said_of_another(sentence, hit.first):
        return "the words tell what something else is"
    if (
        hit.words[0] in _ACTIONS
        and hit.first <= clause.first + 1
        and filled.subjects[0].last <= filled.subjects[0].first
    ):
        return "it tells what an action of any drug does"  # "Activation of the receptor enhances …"
    if hit.words[0] in _ACTIONS and sentence.norms[max(0, hit.first - 1)] in _KEEPING:
        return "the action is one that does not happen"  # "blocks activation of the receptor"
    if cue.predicate in _CHANGES and of_a_drug(sentence, filled.subjects[0], filled.objects[0]):
        return "it is of another drug that the process is told, or of this one by something else"
    if cue.predicate in _CHANGES and filled.objects[0].first <= hit.first < hit.last <= filled.objects[0].last:
        return "the words belong to the name of the object"  # "a reduction in anxiety"
    if cue.predicate == "hasRisk" and of_other_drug(sentence, filled.subjects[0], filled.objects[0]):
        return "the risk is that of another drug"
    if filled.objects[0].first >= hit.last and in_longer_name(sentence, filled.objects[0], cue.predicate):
        return "the object is part of a longer name"  # "marketed as a sleeping pill", "the same analgesic potency"
    if cue.predicate in _CHANGES and names_disease(sentence, filled.objects[0]):
        return "the object is part of the name of a disease"  # "symptoms of attention deficit disorder"
    own = _own_subject(sentence, hit, cue) or with_own_end(sentence, hit.first, filled.subjects)
    filled.subjects = own or filled.subjects
    if cue.predicate == "interactsWith" and set(filled.subjects) <= set(filled.objects):
        filled.subjects = sentence.topic  # "Mixing with stimulants (e.g. cocaine)": what is listed is no subject
    if filled.objects[0].first >= hit.last and any(
        each.first < hit.first and hit.last <= each.last for each in sentence.mentions if each.meant(CONDITION)
    ):
        return "the words are part of a name"  # "pain-relieving and sedating effects"
    if _instead(sentence, filled.object_from, filled.objects[0].first, negation):
        return 'the object stands behind words such as "instead of"'  # what is named is what did not happen
    if filled.objects[0].first >= hit.last and _role_between(sentence, hit.last, filled.objects[0].first):
        return 'a noun such as "side effects" stands between and says what the objects are'
    return filled


def _compared(sentence: Sentence, mention: Mention, cues: Cues) -> bool:
    """Tell whether a comparative stands right before or in a mention."""
    window = sentence.norms[max(0, mention.first - 3) : mention.last]
    return not all(cues.single_words(name).isdisjoint(window) for name in ("HigherWord", "LowerWord"))


def _own_subject(sentence: Sentence, hit: Hit, cue: PhraseCue) -> tuple[Mention, ...]:
    """Return the drug of which the words right beside it are said, whatever the clause is about.

    It stands before a participle ("opioid-induced") and behind what it is ("the CYP2D6 inhibitor quinidine").
    """
    if hit.words[-1] in _ACTORS:
        return tuple(each for each in sentence.mentions if each.first == hit.last and each.meant(_DRUG))[:1]
    if cue.predicate not in EFFECTS or not hit.words[0].endswith("ed"):
        return ()
    return right_before(sentence, hit.first, ABOUT, 0)


def _alternatives(sentence: Sentence, first: Mention, last: Mention) -> bool:
    """Tell whether two are named as alternatives: "combinations of X or Y with Z" are none of X with Y."""
    between = sentence.norms[first.last : max(first.last, last.first)]
    return "or" in between and "and" not in between


def _of_any_drug(sentence: Sentence, hit: Hit, cue: PhraseCue, words: ClauseWords) -> bool:
    """Tell whether a participle is of no drug in particular: "drug-induced nausea"."""
    before = sentence.norms[hit.first - 1] if hit.first else ""
    named = any(mention.last == hit.first and mention.meant(ABOUT) for mention in sentence.mentions)
    if cue.predicate not in EFFECTS or named:
        return False
    if hit.words[0] in _CAUSES and before in _UNDERLYING:
        return True  # "addresses the underlying cause of muscle pain"
    own = before.isalpha() and before not in words.finite and not before.endswith("ly") and before not in _AUXILIARY
    return hit.words[0].endswith("ed") and (before in words.lists.generic or (hit.words[0] == "induced" and own))


_CAUSES: Final = frozenset({"cause", "causes"})
_UNDERLYING: Final = frozenset({"root", "underlying"})
#: What may stand before a participle that is the verb of its clause: "which induced", "and induced".
_AUXILIARY: Final = frozenset({"also", "and", "be", "been", "it", "or", "that", "they", "which", "who"})


def _examples_between(sentence: Sentence, first: Mention, member: Mention, words: ClauseWords) -> bool:
    """Tell whether a member is an example of the first: "combining sedatives such as X" is no interaction of theirs."""
    return any(True for _ in sentence.found(words.lists.examples, first.last, max(first.last, member.first)))


#: The cues whose past participle more often describes ("decreased appetite") than tells what a drug did.
_CHANGES: Final = frozenset({"increases", "decreases"})


def _is_adjective(sentence: Sentence, hit: Hit, cue: PhraseCue) -> bool:
    """Tell whether a participle only describes what follows: no subject and no auxiliary stands before it."""
    if not (cue.predicate in _CHANGES or hit.words[0] == "improved") or not hit.words[0].endswith("ed"):
        return False
    before = sentence.norms[hit.first - 1] if hit.first else ""
    named = any(mention.last == hit.first and mention.meant(ABOUT) for mention in sentence.mentions)
    return not (named or before in ("has", "have", "had") or before.endswith("ly"))


def _pairs(
    sentence: Sentence,
    hit: Hit,
    cue: PhraseCue,
    filled: Filled,
    cues: Cues,
    clause: Clause,
    negation: NegationWords,
    words: ClauseWords,
) -> Iterator[Reading]:
    denied = cue_denied(sentence, hit.first, clause.first, negation) != cue.denies
    if cue.predicate in ADVISED and prohibited(sentence, hit.first, clause.first, negation):
        denied = cue.denies
    first, *rest = filled.both
    if rest and (_examples_between(sentence, first, rest[0], words) or _alternatives(sentence, first, rest[-1])):
        return
    marked = frozenset(member.first for member in rest) if denied else frozenset[int]()
    yield from join((first,), cue.predicate, rest, cues, cue=cue.pattern, module="phrases", at=hit.first, denied=marked)


def _instead(sentence: Sentence, first: int, last: int, negation: NegationWords) -> bool:
    """Tell whether the first object stands behind "instead of" or the like, with nothing known before it."""
    if not sentence.may_hold(negation.reversals):
        return False
    norms = sentence.norms
    return any(
        tuple(norms[at : at + len(phrase)]) == phrase
        for at in range(first, last)
        for phrase in negation.reversals
        if len(phrase) > 1 and "not" not in phrase
    )


def _role_between(sentence: Sentence, first: int, last: int) -> bool:
    return any(first <= hit.first and hit.last <= last and hit.role for hit in sentence.hits)
