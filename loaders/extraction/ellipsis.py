"""What the members of a list leave out, because they share it.

It is given back to each: "mu, delta and kappa opioid receptors", "muscle and bone pain", "mono- and polysynaptic
reflexes".
"""

from collections.abc import Sequence
from typing import Final

from loaders.extraction.kinds import CONDITION, PROCESS
from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.lexicon import Entity, Lexicon

#: What joins the members of a list whose names share a part.
_JOINTS: Final = frozenset({",", "and", "or", "/", "nor", "&"})


def expand_elided(sentence: Sentence, lexicon: Lexicon) -> None:
    """Add the members of a list that leave the shared end of their name to the last one."""
    norms = sentence.norms
    added: list[Mention] = []
    for mention in sentence.mentions:
        joined_before = mention.first >= 2 and norms[mention.first - 1] in _JOINTS
        joined_behind = mention.last < len(norms) and norms[mention.last] in _JOINTS
        words = tuple(norms[mention.first : mention.last]) if joined_before or joined_behind else ()
        if joined_before:
            added += _heads_on_the_left(norms, mention, words, sentence.mentions, lexicon)
        if joined_behind:
            added += _tails_on_the_right(norms, mention, words, lexicon)
    if not added:
        return
    taken = {index for mention in sentence.mentions for index in range(mention.first, mention.last)}
    of_list = [m for m in added if len(m.candidates) and m.first in taken and _is_process(m)]
    if of_list:
        spans = {(m.first, m.last) for m in of_list}
        sentence.mentions = [m for m in sentence.mentions if (m.first, m.last) not in spans or not m.meant(_SUBSTANCES)]
    taken = {index for mention in sentence.mentions for index in range(mention.first, mention.last)}
    fresh = [m for m in added if not any(index in taken for index in range(m.first, m.last))]
    # of "severe liver or kidney disease" the liver, but of "dry mouth or throat irritation" no mouth
    replaced = {m.last: m for m in added if m not in fresh and not _ends_another(m, sentence.mentions)}
    merged = [_merge(mention, replaced.get(mention.last)) for mention in sentence.mentions] + fresh
    sentence.mentions = sorted(merged, key=lambda each: each.first)


def _ends_another(mention: Mention, known: Sequence[Mention]) -> bool:
    return any(each.first < mention.first and each.last == mention.last and each.meant(CONDITION) for each in known)


_SUBSTANCES: Final = frozenset({"Mediator"})


def _is_process(mention: Mention) -> bool:
    return bool(mention.meant(PROCESS))


def _merge(mention: Mention, other: Mention | None) -> Mention:
    if other is None or other.first > mention.first:
        return mention
    extra = tuple(entity for entity in other.candidates if entity not in mention.candidates)
    return Mention(mention.first, mention.last, mention.candidates + extra, brand=mention.brand)


def _heads_on_the_left(
    norms: Sequence[str], mention: Mention, words: tuple[str, ...], known: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    found: list[Mention] = []
    at = mention.first
    while at >= 2:
        joint = at
        while joint > 0 and norms[joint - 1] in _JOINTS:
            joint -= 1
        if joint == at or joint == 0:
            break
        at = joint
        if norms[at - 1] == ")":  # "Mu (μ), Kappa (κ) and Delta (δ) opioid receptors"
            at = next((i for i in range(at - 2, max(-1, at - 6), -1) if norms[i] == "("), at)
        first, names = _shared(norms, at, words, lexicon)
        if not names:
            break
        found.append(Mention(first, at, names))
        at = first
    return found


def _tails_on_the_right(
    norms: Sequence[str], mention: Mention, words: tuple[str, ...], lexicon: Lexicon
) -> list[Mention]:
    """Return what "eyes" and "lips" mean in "swollen face/eyes/lips"."""
    found: list[Mention] = _behind_preposition(norms, mention, words, lexicon)
    at = found[-1].last if found else mention.last
    while len(words) > 1 and at + 1 < len(norms) and norms[at] in ("/", ",", "and", "or"):
        first = at + 1 + (norms[at + 1] in ("and", "or"))
        first += first < len(norms) and norms[first] in ARTICLES and words[-2] in ARTICLES  # "into a muscle or a vein"
        forms, last = lexicon.lookup((*words[:-1], *norms[first : first + 1])), first + 1
        if not forms and len(words) < 4:  # "increased heart rate and blood pressure", "slow breathing, heart rate and"
            forms, last = lexicon.lookup((words[0], *norms[first : first + 2])), first + 2
        if not forms or last > len(norms) or norms[last : last + 1] == ["of"]:
            break  # "panic attacks, symptoms of anxiety": no panic symptoms
        if norms[at] == "," and norms[last : last + 1] not in _ENDING:
            break  # "teeth grinding, problems focusing": the second has nothing to share
        shared = tuple(dict.fromkeys(form.entity for form in forms))
        # With "of" the name begins where the list does: "reuptake of serotonin and norepinephrine".
        found.append(Mention(first, last, shared))
        at = last
    return found


#: What may stand behind a member of such a list that a comma parts from the one before it.
_ENDING: Final = (*([joint] for joint in sorted(_JOINTS)), [], ["."], [";"], [")"])

#: Where the shared part of a name ends: "increases in heart rate and blood pressure", "loss of weight and appetite".
_OF: Final = frozenset({"in", "of", "to"})
#: How many words of its own a further member of such a name may have.
_OWN: Final = 3


def _behind_preposition(
    norms: Sequence[str], mention: Mention, words: tuple[str, ...], lexicon: Lexicon
) -> list[Mention]:
    """Return what "blood pressure" means in "increases in heart rate and blood pressure"."""
    found: list[Mention] = []
    cut = next((at + 1 for at in range(1, len(words) - 1) if words[at] in _OF), 0)
    at = mention.last
    while cut and at + 1 < len(norms) and norms[at] in (",", "and", "or"):
        first = at + 1 + (norms[at + 1] in ("and", "or"))
        for width in range(_OWN, 0, -1):
            forms = lexicon.lookup((*words[:cut], *norms[first : first + width]))
            if forms and first + width <= len(norms):
                found.append(Mention(first, first + width, tuple(dict.fromkeys(form.entity for form in forms))))
                break
        else:
            break
        at = found[-1].last
    return found


def _shared(norms: Sequence[str], end: int, words: tuple[str, ...], lexicon: Lexicon) -> tuple[int, tuple[Entity, ...]]:
    """Return the start and the meaning of the words before `end` once the end of `words` is given to them."""
    for width in (2, 1):
        if end - width < 0:
            continue
        modifier = tuple(norms[end - width : end])
        if modifier[-1] == "~" and width == 2:  # "mono-" of "mono- and polysynaptic reflexes"
            for cut in range(1, len(words[0])):
                forms = lexicon.lookup((modifier[0] + words[0][cut:], *words[1:]))
                if forms and len(words[0]) - cut > 3:
                    return end - 2, tuple(dict.fromkeys(form.entity for form in forms))
        for cut in range(1, len(words)):
            forms = lexicon.lookup(modifier + words[cut:])
            if forms:
                return end - width, tuple(dict.fromkeys(form.entity for form in forms))
    return end, ()
