"""Lists: which mentions stand side by side ("nausea, constipation and drowsiness").

A group runs on over commas, "and", "or", "such as" and a few describing words; it ends at a verb, a preposition, or
a thing of another kind.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from loaders.extraction.kinds import PHYSIOLOGICAL_EFFECT
from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import ARTICLES, Hit, Sentence
from ontology.anchors import PhraseCue
from ontology.cues import Cues
from ontology.patterns import Slot
from ontology.phrases import Phrases


@dataclass(frozen=True, slots=True)
class ListWords:
    """The closed classes of words that make and break lists."""

    joiners: frozenset[str]  # and, or, nor, comma, slash …
    examples: Phrases  # such as, including, like …
    causes: Phrases  # resulting from, due to …
    breakers: frozenset[str]  # verbs, prepositions and conjunctions that end a list
    verbs: frozenset[str]  # helps, makes: with them a name begins that stands in no list
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
            cues.single_words("NamingVerb"),
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

#: What joins two clauses as well as two members.
_JOINTS: Final = ([","], ["and"], [",", "and"])

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
        if mention.last <= at:
            continue
        listed = bool(members) and _opens_list(sentence, at, words)
        if not listed and at < len(norms) and norms[at] == "(":
            at = _after_bracket(sentence, at, words, wanted)
        if mention.last <= at or mention.last > stop or not mention.meant(wanted):
            continue
        if mention.first < at and (members or mention.first < start - OVERLAP):
            continue
        if members and mention.reference:
            break  # "with opioids, and neither should …": a word of reference begins something of its own
        if members and mention.first == at and not listed:
            members[-1] = mention  # "the neurotransmitter serotonin": the name stands for what it is
            at = mention.last
            continue
        limit = (AMONG_DRUGS if wanted <= _FAMILIES[0] else MAX_UNKNOWN) if members else reach
        if not listed and not _passable(sentence, at, mention.first, words, bool(members), limit, causes):
            break
        if _blocked(sentence, at, mention.first, words, bool(members), wanted) or _new_start(sentence, at, mention):
            break
        if members and norms[at : mention.first] == [","] and norms[mention.last : mention.last + 1] in _AUXILIARIES:
            break  # "does not cause nausea, drowsiness is possible": the comma parts two sentences
        if members and norms[at : mention.first] in _JOINTS and norms[mention.first] in words.verbs:
            break  # "reduces swelling, helps you sleep": a verb opens the name
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
    inside = [m for m in sentence.mentions if at < m.first < close and m.meant(kinds)]
    if inside and words.examples.at(norms, at + 1):
        return at
    return close + 1 if close >= 0 else at


def _opens_list(sentence: Sentence, at: int, words: ListWords) -> bool:
    """Tell whether a bracket opens at a token and holds a list of conditions: "blood disorders (anemia and X)"."""
    norms = sentence.norms
    if norms[at : at + 1] != ["("] or ")" not in norms[at:]:
        return False
    close = norms.index(")", at)
    inside = [m for m in sentence.mentions if at < m.first < close and m.meant(_CONDITION)]
    return len(inside) > 1 and _is_list(norms, at + 1, close, inside, words)


def _is_list(norms: list[str], first: int, last: int, members: list[Mention], words: ListWords) -> bool:
    """Tell whether the tokens are nothing but a list of some mentions, and not other words for one thing."""
    for mention in members:
        if not words.joiners.issuperset(norms[first : mention.first]) or "/" in norms[first : mention.first]:
            return False
        first = mention.last
    return first == last and len({mention.candidates for mention in members}) > 1


def _blocked(sentence: Sentence, first: int, last: int, words: ListWords, inside: bool, wanted: frozenset[str]) -> bool:
    """Tell whether something of another kind stands between, and is more than a description of what follows."""
    named = first  # where the name of the member before ends, with the site that closes it
    for mention in sentence.mentions:
        if mention.first >= last:
            break
        if first <= mention.first and mention.last <= last and mention.candidates[0].kinds & _THINGS:
            if inside and mention.candidates[0].kinds >= _SITE and _ends_name(sentence.norms[named : mention.first]):
                named = mention.last
                continue  # "tightness of the neck muscles": the site ends the name of the member before it
            following = sentence.tokens[mention.last].norm
            if inside and wanted <= _PROCESSES and mention.meant(PHYSIOLOGICAL_EFFECT):
                continue  # "improves attention, wakefulness and memory"
            if (
                following in ("or", "and")
                and mention.candidates[0].kinds >= _SITE
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
_TO_SITE: Final = frozenset({"in", "of", "the", "your"})


def _ends_name(between: list[str]) -> bool:
    """Tell whether a site belongs to the member before it: right behind it, or over "of the" with a word of its own."""
    return not between or (between[0] in _TO_SITE and sum(norm not in _TO_SITE for norm in between) <= 1)


_CONDITION: Final = frozenset({"Condition"})

#: Kinds whose members stand in one list; what is listed beside a symptom is no process, and so on.
_FAMILIES: Final = (
    frozenset({"Drug", "DrugClass"}),
    frozenset({"Condition", "Aspect", "Population", "Activity"}),
    frozenset({"Mediator", "Process"}),
    frozenset({"Target", "TargetClass"}),
)
_PROCESSES: Final = frozenset({"Faculty", "Mediator", "Process"})


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
    named = first  # where the name of the member before ends: "as a gel (0.1 %), a cream"
    if first and sentence.norms[first - 1] == ")" and "(" in sentence.norms[:first]:
        named = max(at for at in range(first) if sentence.norms[at] == "(")
    before = sentence.norms[max(0, named - 4) : named]
    listed = any(norm in ("a", "an") for norm in before)  # "as a tablet, an oral solution and an injection"
    articled = len(norms) > 1 and norms[0] == "," and norms[1] in ("a", "an")
    if articled and not listed and not member.meant(_CONDITION):
        return True
    if articled and norms[-1] == "of" and not _KINDS.isdisjoint(norms):
        return True  # "PMDD, a severe form of PMS"
    subjects = {m.last for m in sentence.mentions if first < m.first < last and m.meant(_FAMILIES[0])}
    for hit in sentence.hits:
        joined = first < hit.first < last and norms[hit.first - first - 1] in (",", "and", "or")
        if joined and hit.words[0] in _LEADING_NOUNS:
            continue  # "panic attacks, symptoms of depression"
        if hit.first in subjects and hit.last < last and hit.words[0].endswith("s") and not hit.role:
            return True  # "reduces spasms, X improves mobility": a clause of its own
        repeated = len(hit.words) == 1 and hit.words[0] in REPEATED  # "in the elderly, in children" goes on
        if joined and not repeated and not _passed_by(hit, member):
            return True
    return False


#: Nouns that with "of" behind them lead to a member, though a cue may begin with them.
_LEADING_NOUNS: Final = frozenset(
    {"feeling", "feelings", "sensation", "sensations", "sense", "sign", "signs", "state", "states", "symptoms"}
)

#: Nouns that say with "of" what a thing in apposition is one of.
_KINDS: Final = frozenset({"form", "kind", "subtype", "type", "variant"})


def _passed_by(hit: Hit, member: Mention) -> bool:
    """Tell whether no cue that begins with some words can open something new before a member."""
    noun = hit.words[-1] == "of"
    return all(_behind_object(cue) or (noun and _of_others(cue, member)) for cue in hit.phrases)


def _of_others(cue: PhraseCue, member: Mention) -> bool:
    """Tell whether a noun takes only other kinds than a member is of: "maintenance of" an effect, not a disease."""
    slots = [each for each in cue.elements[cue.anchor + 1 :] if isinstance(each, Slot) and each.role == "o"]
    return bool(slots) and slots[0].kind != "" and not member.meant(frozenset(slots[0].kind.split(",")))


def _behind_object(cue: PhraseCue) -> bool:
    """Tell whether a cue stands behind its object ("oral forms"), so that nothing new begins with it."""
    first = cue.elements[0]
    return isinstance(first, Slot) and first.role == "o"


def _passable(
    sentence: Sentence, first: int, last: int, words: ListWords, inside: bool, limit: int, causes: bool
) -> bool:
    """Tell whether the tokens between two members (or the cue and the first member) leave the list unbroken."""
    norms = unfilled(sentence, first, last, words)
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
                if marker in words.causes and not (_beside(marker) or _of_states(sentence, last, after, marker)):
                    return False
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
    led = norms[1:] if norms[:1] in (["a"], ["an"]) else norms  # "a safe, non-sedating painkiller"
    if not inside and led.count(",") == 1 and led.index(",") > 1 and led[-1] != ",":
        return False  # "taken in small amounts, users report X", but not "used for severe, disabling X"
    if not inside:  # "reduce their drinking": whose it is does not matter here
        norms = [norm for norm in norms if norm not in ("their", "its", "your")]
    norms = _without_place(norms, words) if inside else norms
    joined = not inside or any(norm in words.joiners for norm in norms)
    if inside and joined and norms[-1] not in ARTICLES:
        norms = norms[:-1] if norms[-1] in REPEATED else norms
    elif inside and joined and len(norms) > 2 and norms[-2] in REPEATED:
        norms = norms[:-2]
    unknown = [norm for norm in norms if norm not in words.joiners and norm not in _UNCOUNTED]
    return joined and not any(norm in words.breakers for norm in unknown) and len(unknown) <= limit


#: What may stand between two members any number of times: "a non-narcotic, non-sedating painkiller".
_UNCOUNTED: Final = frozenset({"the", "a", "an", "of", "(", ")", "non"})


def _of_states(sentence: Sentence, first: int, before: list[str], marker: tuple[str, ...]) -> bool:
    """Tell whether a cause is spoken of as a state that is treated as well: "pain due to conditions such as X"."""
    if before[-1:] == ["and"] and len(before) > 1:
        return True  # "candidiasis due to C. albicans and X": X is listed beside candidiasis
    member = next((mention for mention in sentence.mentions if mention.first == first), None)
    named = sentence.norms[member.first : member.last] if member else []
    if marker == _BROUGHT and member is not None and member.meant(_DISEASE) and named[-1] not in _INJURIES:
        return True  # "coughing caused by asthma"
    return not _STATES.isdisjoint(before) or named[-1:] in _STATE_NAMES


#: What says of a disease that its complaints are treated.
_BROUGHT: Final = ("caused", "by")
_DISEASE: Final = frozenset({"Disease"})
_INJURIES: Final = frozenset({"damage", "injuries", "injury"})

#: What the name of a group of states ends with: "neurological conditions", and not "renal disease".
_STATE_NAMES: Final = (["conditions"], ["diseases"], ["disorders"])


def _beside(marker: tuple[str, ...]) -> bool:
    """Tell whether a marker is one behind which stands what is treated as well: "seizures that occur in epilepsy"."""
    return marker[-1] == "in" or marker in _BESIDE


#: Further such markers.
_BESIDE: Final = frozenset({("accompanied", "by"), ("with", "associated"), ("with", "concomitant")})

_STATES: Final = frozenset({"condition", "conditions", "disease", "diseases", "disorder", "disorders"})


def unfilled(sentence: Sentence, first: int, last: int, words: ListWords) -> list[str]:
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
