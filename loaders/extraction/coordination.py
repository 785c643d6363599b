"""Lists: which mentions stand side by side ("nausea, constipation and drowsiness"), with what they leave out.

A group runs on over commas, "and", "or", "such as" and a few describing words; it ends at a verb, a preposition, or
a thing of another kind. What members share is given back to each: "mu, delta and kappa opioid receptors",
"muscle and bone pain", "mono- and polysynaptic reflexes".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from loaders.extraction.kinds import PROCESS
from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.anchors import PhraseCue
from ontology.cues import Cues
from ontology.lexicon import Entity, Lexicon
from ontology.patterns import Slot
from ontology.phrases import Phrases


@dataclass(frozen=True, slots=True)
class ListWords:
    """The closed classes of words that make and break lists."""

    joiners: frozenset[str]  # and, or, nor, comma, slash …
    examples: Phrases  # such as, including, like …
    causes: Phrases  # resulting from, due to …
    breakers: frozenset[str]  # verbs, prepositions and conjunctions that end a list
    generic: frozenset[str]  # symptoms, conditions, drugs: nouns that only introduce members
    reversing: Phrases  # rather than, not, instead of: what follows is set against the rest
    additions: Phrases  # as well as: they join as "and" does
    fillers: Phrases  # mild to moderate, to a lesser extent: they leave a list as it is

    @classmethod
    def of(cls, cues: Cues) -> "ListWords":
        """Read the classes from the cues."""
        return cls(
            cues.single_words("Joiner"),
            cues.words("ExampleMarker"),
            cues.words("CauseMarker"),
            cues.single_words("ListBreaker"),
            cues.single_words("GenericNoun"),
            cues.words("Reversal"),
            cues.words("Addition"),
            cues.words("ListFiller"),
        )


#: How many words that no list knows may stand between two members, or between a cue and the first of them.
MAX_UNKNOWN: Final = 4

#: Prepositions that a list may repeat before each member: "for anxiety, for insomnia and in epilepsy".
REPEATED: Final = frozenset({"in", "for", "during", "with", "against", "as", "on"})

#: How many such words may stand between two drugs: their names need little description.
AMONG_DRUGS: Final = 1

#: What behind a member, after a mere comma, shows that a sentence of its own began with it.
_AUXILIARIES: Final = tuple([norm] for norm in ("are", "can", "is", "may", "might", "was", "were"))

#: How many words of its own the first member may have before the token where the list begins.
OVERLAP: Final = 3


def group_after(
    sentence: Sentence,
    start: int,
    stop: int,
    kinds: frozenset[str],
    words: ListWords,
    reach: int = MAX_UNKNOWN,
    causes: bool = False,
) -> list[Mention]:
    """Return the list that begins at or shortly after token `start` and lies before `stop`; empty where none does.

    With `causes` the list goes on from a condition to what it comes from ("spasticity due to multiple sclerosis").
    """
    members: list[Mention] = []
    at = start
    wanted = kinds
    norms = sentence.norms
    stop = min(stop, _end_of_bracket(sentence, start))
    for mention in sentence.mentions:
        if mention.first >= stop:
            break
        if at < len(norms) and norms[at] == "(":
            at = _after_bracket(sentence, at, words, wanted)
        if mention.last <= at or mention.last > stop or not mention.meant(wanted):
            continue
        if mention.first < at and (members or mention.first < start - OVERLAP):
            continue
        if members and mention.reference:
            break  # "with opioids, and neither should …": a word of reference begins something of its own
        if members and mention.first == at:
            members[-1] = mention  # "the neurotransmitter serotonin": the name stands for what it is
            at = mention.last
            continue
        limit = (AMONG_DRUGS if wanted <= _FAMILIES[0] else MAX_UNKNOWN) if members else reach
        if not _passable(sentence, at, mention.first, words, bool(members), limit, causes):
            break
        if _blocked(sentence, at, mention.first, words, bool(members)) or _new_start(sentence, at, mention):
            break
        if members and norms[at : mention.first] == [","] and norms[mention.last : mention.last + 1] in _AUXILIARIES:
            break  # "does not cause nausea, drowsiness is possible": the comma parts two sentences
        members.append(mention)
        at = mention.last
        if len(members) == 1:
            wanted = _alike(mention, kinds)
    return members


def _end_of_bracket(sentence: Sentence, start: int) -> int:
    """Return where the bracket closes in which a list begins, so that the list ends there too; else the end."""
    norms = sentence.norms
    if ")" not in sentence.bag or ")" not in norms[start:]:
        return len(norms)
    close = norms.index(")", start)
    opened = next((mark for mark in reversed(norms[:start]) if mark in ("(", ")")), ")")
    return close if opened == "(" and "(" not in norms[start:close] else len(norms)


def _after_bracket(sentence: Sentence, at: int, words: ListWords, kinds: frozenset[str]) -> int:
    """Return the token after a remark in brackets that opens at a token; examples of the wanted kinds are no remark."""
    norms = sentence.norms
    if at >= len(norms) or norms[at] != "(":
        return at
    close = next((index for index in range(at, len(norms)) if norms[index] == ")"), -1)
    inside = any(at < m.first < close and m.meant(kinds) for m in sentence.mentions)
    if inside and words.examples.at(norms, at + 1):
        return at
    return close + 1 if close >= 0 else at


def _blocked(sentence: Sentence, first: int, last: int, words: ListWords, inside: bool) -> bool:
    """Tell whether something of another kind stands between, and is more than a description of what follows."""
    for mention in sentence.mentions:
        if mention.first >= last:
            break
        if first <= mention.first and mention.last <= last and mention.candidates[0].kinds & _THINGS:
            following = sentence.tokens[mention.last].norm
            if (
                following in ("or", "and")
                and mention.candidates[0].kinds <= _SITE
                and mention.last + 1 < len(sentence.norms)
            ):
                continue  # "heart or kidney disease"
            if following in words.breakers or (following in words.joiners and (inside or following != ",")):
                return not words.examples.at(sentence.norms, mention.last)
    return False


#: The kinds that end a list of others; words for aspects, levels and forms only describe.
_THINGS: Final = frozenset(
    {"Drug", "DrugClass", "Target", "TargetClass", "Mediator", "Process", "Condition", "AnatomicalSite"}
)

_SITE: Final = frozenset({"AnatomicalSite"})

_CONDITION: Final = frozenset({"Condition"})

#: Kinds whose members stand in one list; what is listed beside a symptom is no process, and so on.
_FAMILIES: Final = (
    frozenset({"Drug", "DrugClass"}),
    frozenset({"Condition", "Aspect", "Population", "Activity"}),
    frozenset({"Mediator", "Process"}),
    frozenset({"Target", "TargetClass"}),
)


def _alike(mention: Mention, kinds: frozenset[str]) -> frozenset[str]:
    """Return those of the kinds that can stand in one list with the first member."""
    for family in _FAMILIES:
        if mention.meant(kinds & family):
            return kinds & family
    return kinds


def _new_start(sentence: Sentence, first: int, member: Mention) -> bool:
    """Tell whether something new begins before a member: an apposition (", a …"), or a cue (", relieving …").

    What a drug is stands in apposition; conditions are listed with their articles ("gout, an ulcer, a cough").
    """
    last = member.first
    norms = sentence.norms[first:last]
    before = sentence.norms[max(0, first - 4) : first]
    listed = any(norm in ("a", "an") for norm in before)  # "as a tablet, an oral solution and an injection"
    articled = len(norms) > 1 and norms[0] == "," and norms[1] in ("a", "an")
    if articled and not listed and not member.meant(_CONDITION):
        return True
    if articled and norms[-1] == "of" and not _KINDS.isdisjoint(norms):
        return True  # "PMDD, a severe form of PMS"
    subjects = {m.last for m in sentence.mentions if first < m.first < last and m.meant(_FAMILIES[0])}
    for hit in sentence.hits:
        joined = first < hit.first < last and norms[hit.first - first - 1] in (",", "and", "or")
        if hit.first in subjects and hit.last < last and hit.words[0].endswith("s") and not hit.role:
            return True  # "reduces spasms, X improves mobility": a clause of its own
        repeated = len(hit.words) == 1 and hit.words[0] in REPEATED  # "in the elderly, in children" goes on
        if joined and not repeated and not all(_behind_object(cue) for cue in hit.phrases):
            return True
    return False


#: Nouns that say with "of" what a thing in apposition is one of.
_KINDS: Final = frozenset({"form", "kind", "subtype", "type", "variant"})


def _behind_object(cue: PhraseCue) -> bool:
    """Tell whether a cue stands behind its object ("oral forms"), so that nothing new begins with it."""
    first = cue.elements[0]
    return isinstance(first, Slot) and first.role == "o"


def _passable(
    sentence: Sentence, first: int, last: int, words: ListWords, inside: bool, limit: int, causes: bool
) -> bool:
    """Tell whether the tokens between two members (or the cue and the first member) leave the list unbroken."""
    norms = _unfilled(sentence, first, last, words)
    if inside and norms[:1] == ["-"]:
        norms = [",", *norms[1:]]  # a dash sets off what goes on with the list: "disorders — such as X — as well as Y"
    causes_too = causes and inside
    for marker in _markers_among(sentence, norms, words, causes_too):
        width = len(marker)
        for at in range(len(norms) - width, -1, -1):
            if tuple(norms[at : at + width]) == marker:
                before, after = norms[:at], norms[at + width :]
                if any(tuple(before[k : k + len(c)]) == c for c in words.causes for k in range(len(before))) and causes:
                    before = []
                open_words = [norm for norm in after if norm not in words.joiners]
                return (
                    not any(norm in words.breakers for norm in before if norm not in ("of", "in"))
                    and len(before) <= 6
                    and not any(norm in words.breakers for norm in after)
                    and len(open_words) <= limit
                )
    bare = tuple(_bare(norms, words))
    reversal = next((each for each in words.reversing if bare[: len(each)] == each), ()) if inside else ()
    if inside and reversal:  # "prescription-only rather than controlled": still one list, its end denied
        rest = [norm for norm in bare[len(reversal) :] if norm not in ARTICLES]
        rest = rest[1:] if rest[:1] and rest[0] in REPEATED else rest  # "but not for"
        return len(rest) <= limit and not any(norm in words.breakers for norm in rest)
    if not inside and norms.count(",") == 1 and norms.index(",") > 1 and norms[-1] != ",":
        return False  # "taken in small amounts, users report X", but not "used for severe, disabling X"
    if not inside:  # "reduce their drinking": whose it is does not matter here
        norms = [norm for norm in norms if norm not in ("their", "its", "your")]
    norms = _without_place(norms, words) if inside else norms
    joined = not inside or any(norm in words.joiners for norm in norms)
    if inside and joined and norms[-1] not in ARTICLES:
        norms = norms[:-1] if norms[-1] in REPEATED else norms
    elif inside and joined and len(norms) > 2 and norms[-2] in REPEATED:
        norms = norms[:-2]
    unknown = [norm for norm in norms if norm not in words.joiners and norm not in ("the", "a", "an", "of", "(", ")")]
    return joined and not any(norm in words.breakers for norm in unknown) and len(unknown) <= limit


def _unfilled(sentence: Sentence, first: int, last: int, words: ListWords) -> list[str]:
    """Return the words between two tokens without those that say no more than how much or how often."""
    norms = sentence.norms[first:last]
    for at, filler in reversed([*sentence.found(words.fillers, first, last)]):
        del norms[at - first : at - first + len(filler)]
    if sentence.may_hold(words.additions):
        for at, marker in reversed(words.additions.found(norms)):
            norms[at : at + len(marker)] = ["and"]
    return norms


#: How many words may tell where a member is felt: "a metallic taste in your mouth, a dry mouth".
_PLACE: Final = 6
_WHERE: Final = frozenset({"around", "in", "of", "on", "over"})


def _without_place(norms: list[str], words: ListWords) -> list[str]:
    """Return the words between two members without those that tell where in the body the first one is felt."""
    if not norms or norms[0] not in _WHERE:
        return norms
    return next((norms[at:] for at in range(1, min(_PLACE, len(norms))) if norms[at] in words.joiners), norms)


def _markers_among(sentence: Sentence, norms: list[str], words: ListWords, causes: bool) -> Iterator[tuple[str, ...]]:
    """Yield the markers of examples, and of causes where wanted, whose words all stand among these."""
    if not (sentence.may_hold(words.examples) or (causes and sentence.may_hold(words.causes))):
        return
    there = set(norms)
    if there.isdisjoint(words.examples.openers) and (not causes or there.isdisjoint(words.causes.openers)):
        return
    for marker in (*words.examples, *(words.causes if causes else ())):
        if there.issuperset(marker):
            yield marker


def _bare(norms: list[str], words: ListWords) -> list[str]:
    """Return the words without the marks that join a list at their beginning."""
    at = 0
    while at < len(norms) and norms[at] in words.joiners:
        at += 1
    return norms[at:]


def expand_elided(sentence: Sentence, lexicon: Lexicon) -> None:
    """Add the members of a list that leave the shared end of their name to the last one."""
    norms = sentence.norms
    added: list[Mention] = []
    for mention in sentence.mentions:
        words = tuple(norms[mention.first : mention.last])
        added.extend(_heads_on_the_left(norms, mention, words, sentence.mentions, lexicon))
        added.extend(_tails_on_the_right(norms, mention, words, lexicon))
    taken = {index for mention in sentence.mentions for index in range(mention.first, mention.last)}
    of_list = [m for m in added if len(m.candidates) and m.first in taken and _is_process(m)]
    if of_list:
        spans = {(m.first, m.last) for m in of_list}
        sentence.mentions = [m for m in sentence.mentions if (m.first, m.last) not in spans or not m.meant(_SUBSTANCES)]
    taken = {index for mention in sentence.mentions for index in range(mention.first, mention.last)}
    fresh = [m for m in added if not any(index in taken for index in range(m.first, m.last))]
    replaced = {m.first: m for m in added if m not in fresh}
    merged = [_merge(mention, replaced.get(mention.first)) for mention in sentence.mentions] + fresh
    sentence.mentions = sorted(merged, key=lambda each: each.first)


_SUBSTANCES: Final = frozenset({"Mediator"})


def _is_process(mention: Mention) -> bool:
    return bool(mention.meant(PROCESS))


def _merge(mention: Mention, other: Mention | None) -> Mention:
    if other is None or other.last != mention.last:
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
        while joint > 0 and norms[joint - 1] in (",", "and", "or", "/", "nor", "&"):
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
        forms = lexicon.lookup((*words[:-1], norms[first])) if first < len(norms) else ()
        if not forms:
            break
        shared = tuple(dict.fromkeys(form.entity for form in forms))
        # With "of" the name begins where the list does: "reuptake of serotonin and norepinephrine".
        found.append(Mention(first, first + 1, shared))
        at = first + 1
    return found


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
