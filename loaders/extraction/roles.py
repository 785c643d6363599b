"""Readings by role: nouns that say what the object is to the subject ("side effects of X include Y").

The same nouns serve as headings, lead-in lines and row labels; there the object is a bare list (see `lists`).
"""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT, ClauseWords, subject_of
from loaders.extraction.contexts import EFFECTS
from loaders.extraction.coordination import group_after
from loaders.extraction.kinds import METABOLITE
from loaders.extraction.mentions import Mention
from loaders.extraction.negation import NegationWords, cue_denied, denied_members, negator_at
from loaders.extraction.readings import Reading, join
from loaders.extraction.sentence import Hit, Sentence
from loaders.extraction.unlisted import takes_conditions
from ontology.anchors import Anchor
from ontology.cues import Cues

#: How many words may stand between a role (with its "of X") and the word that opens its list.
TO_LINKER: Final = 14


#: Within how many words of its beginning a clause names a role of its own.
_TO_NOUN: Final = 5

#: How many words may stand between a verb that makes less of something and the noun for it.
_TO_ROLE: Final = 8

_CONDITION: Final = frozenset({"Condition"})

#: What the examples of an effect are, wanted or not.
_EFFECT: Final = "hasAdverseEffect"


def read(sentence: Sentence, cues: Cues, words: ClauseWords, negation: NegationWords) -> Iterator[Reading]:
    """Yield what the role nouns of a sentence say."""
    for hit in _named(sentence, cues):
        subjects, at = _owner(sentence, hit, cues, words)
        signature = cues.signatures[hit.role]
        clause = sentence.clause_at(hit.first)
        denied = cue_denied(sentence, hit.first, clause.first, negation) and not _lacked_by_another(sentence, hit, at)
        objects: list[Mention] = []
        origin = at
        for begins, linked in _linkers(sentence, at, cues, words):
            stop = sentence.clause_at(min(linked, len(sentence.tokens) - 1)).last
            objects = group_after(
                sentence,
                linked,
                stop,
                signature.range,
                words.lists,
                reach=6,
                causes=hit.role in cues.following_causes,
            )
            origin = linked
            if objects:
                denied = denied or _right_after_denial(sentence, begins, negation)
                if sentence.norms[linked - 1] == "from":
                    objects += _up_to(sentence, objects[-1].last, signature.range, words)
                objects += _continued(sentence, stop, signature.range, words)
                break
        if not objects and _after_copula(sentence, hit, cues):
            objects = [m for m in subject_of(sentence, clause, hit.first, signature.range, words) if not m.reference]
            objects = [m for m in objects if m.last <= hit.first]
            origin = hit.last
        if not objects or _relieved(sentence, hit, clause.first, origin, cues):
            continue
        if not subjects:
            subjects = subject_of(sentence, clause, hit.first, signature.domain, words)
        if denied and any(norm in ("and", "but", ";") for norm in sentence.norms[hit.last : origin]):
            denied = False  # "no serious side effects were seen, and the most frequent were …"
        marked = denied_members(sentence, origin, objects, denied, negation, words.lists)
        yield from join(
            subjects,
            hit.role,
            objects,
            cues,
            cue=" ".join(hit.words),
            module="roles",
            at=hit.first,
            denied=marked,
            settled=True,
        )


def _lacked_by_another(sentence: Sentence, hit: Hit, at: int) -> bool:
    """Tell whether another drug lacks what the owner has: "lacks the side effects of X, such as …"."""
    return at > hit.last and not _LACKING.isdisjoint(sentence.norms[max(0, hit.first - _TO_ROLE) : hit.first])


_LACKING: Final = frozenset({"lack", "lacked", "lacking", "lacks", "without"})


def _relieved(sentence: Sentence, hit: Hit, first: int, origin: int, cues: Cues) -> bool:
    """Tell whether what has the role is made less, and no harm: "reduces symptoms such as X", "include reducing X"."""
    window = sentence.norms[max(first, hit.first - _TO_ROLE) : hit.first] + sentence.norms[origin : origin + 2]
    return hit.role != "treats" and not cues.single_words("RelievingVerb").isdisjoint(window)


def _named(sentence: Sentence, cues: Cues) -> Iterator[Hit]:
    """Yield the role nouns, and what opens a sentence in the place of one: "These symptoms include …"."""
    for hit in sentence.hits:
        if hit.role and hit.role in cues.signatures:
            yield hit
    examples = cues.words("ExampleMarker")
    for mention in sentence.mentions:
        after = mention.last + (sentence.norms[mention.last : mention.last + 1] == [","])
        named = sentence.norms[mention.last - 1] in cues.single_words("EffectNoun") and mention.meant(_CONDITION)
        if named and examples.at(sentence.norms, after):  # "anticholinergic effects, such as dry mouth"
            listed = not sentence.running and takes_conditions(sentence.role, cues)
            role = sentence.role if listed else _EFFECT
            yield Hit(mention.first, mention.last, Anchor((sentence.norms[mention.last - 1],), (), role))
    opener = cues.words("RoleReference").at(sentence.norms, 0) if sentence.spoken_role in _GOING_ON else ()
    after = len(opener)
    if opener and sentence.norms[after : after + 1] == ["specifically"]:
        after += 1
    if opener and cues.words("IncludingVerb").at(sentence.norms, after):
        yield Hit(0, after, Anchor(opener, (), sentence.spoken_role))


#: The roles whose list a sentence may go on with: "This includes …".
_GOING_ON: Final = EFFECTS | {"treats"}


def _up_to(sentence: Sentence, at: int, kinds: frozenset[str], words: ClauseWords) -> list[Mention]:
    """Return the members at the other end of a range: "range from drowsiness and nausea to coma and death"."""
    norms = sentence.norms
    at = next((i for i in range(at, min(at + _TO_END, len(norms))) if norms[i] in _ENDS), -1)
    return group_after(sentence, at + 1, sentence.clause_at(at).last, kinds, words.lists) if at >= 0 else []


#: What opens the other end of a range, and how many words may stand before it: "giddiness), to".
_ENDS: Final = frozenset({"through", "to"})
_TO_END: Final = 5


def _continued(sentence: Sentence, at: int, kinds: frozenset[str], words: ClauseWords) -> list[Mention]:
    """Return the members behind semicolons: "as follows: dizziness; less often nausea; rarely confusion"."""
    norms = sentence.norms
    found: list[Mention] = []
    while at < len(norms) and norms[at] == ";":
        stop = sentence.clause_at(at).last
        if any(norm in words.finite for norm in norms[at:stop]):
            break
        found += group_after(sentence, at + 1, stop, kinds, words.lists)
        at = stop
    return found


def _owner(sentence: Sentence, hit: Hit, cues: Cues, words: ClauseWords) -> tuple[tuple[Mention, ...], int]:
    """Return whose role it is, where the words beside the noun tell, and the token after them."""
    norms = sentence.norms
    at = hit.last
    if at < len(norms) and norms[at] in cues.single_words("OwnerMarker"):
        group = group_after(sentence, at + 1, sentence.clause_at(at).last, ABOUT, words.lists, reach=3)
        if group:
            return tuple(group), group[-1].last
    own = [mention for mention in sentence.mentions if mention.last <= hit.first and mention.meant(ABOUT)]
    for mention in sorted(own or sentence.nested, key=lambda each: -each.first):
        if mention.last <= hit.first and mention.meant(ABOUT) and not mention.meant(METABOLITE):
            between = norms[mention.last : hit.first]
            if (
                len(between) <= 4
                and not any(norm in words.lists.breakers for norm in between)
                and (not between or between[0] in ("'s", "'") or mention.reference or len(between) <= 1)
            ):
                return (mention,), at
            break
    return (), at


def _linkers(sentence: Sentence, at: int, cues: Cues, words: ClauseWords) -> Iterator[tuple[int, int]]:
    """Yield where the words begin and end that may open the list ("include", "are", "such as", a colon), in order.

    Of "no withdrawal is known, although after-effects include X" the list is that of the second noun.
    """
    norms = sentence.norms
    if norms[at : at + 1] == ["("] and ")" in norms[at:]:
        yield at, at + 1  # "has few side effects (nausea, headache)"
    others = {hit.first for hit in sentence.hits if hit.role and hit.first > at}
    end = len(norms)
    for index in range(at, len(norms)):
        own = norms[index] in words.conjunctions and not others.isdisjoint(range(index + 1, index + _TO_NOUN))
        if norms[index] == ";" or own:
            end = index
            break
    for index, linker in sentence.found(cues.words("RoleLinker"), at):
        if index <= min(at + TO_LINKER, end):
            yield index, index + len(linker)


def _right_after_denial(sentence: Sentence, at: int, words: NegationWords) -> bool:
    """Tell whether the verb that opens the list is denied: "do not usually include"."""
    while at and sentence.norms[at - 1].endswith("ly"):
        at -= 1
    return at > 0 and negator_at(sentence, at - 1, words)


def _after_copula(sentence: Sentence, hit: Hit, cues: Cues) -> bool:
    """Tell whether "is a common" or the like stands right before the role."""
    norms = sentence.norms
    copulas = cues.single_words("Copula")
    window = norms[max(0, hit.first - 6) : hit.first]
    return any(norm in copulas for norm in window)
