"""Conditions that the ontology does not name: what stands in a list of conditions is one, whatever its words.

"Nausea, a feeling of weightlessness and dizziness" names three conditions although a vocabulary may know only two. A
list is entered beside a member that is known, behind a noun that says what it lists ("side effects include …"), or
where a heading or lead-in does so; it is followed piece by piece over commas and "and" until a piece is no noun.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity
from ontology.phrases import Phrases
from ontology.unlisted import iri_of, label_of

#: How many words a name may have of its own: longer pieces are rather told than named.
LONGEST: Final = 5

#: How many words a name has that a verb alone shows to be one.
TOLD: Final = 3

#: How many known members show that a list is one of conditions where nothing else does.
SHOWING: Final = 2

#: The kind of what a text names and the ontology does not.
UNLISTED: Final = "UnlistedCondition"

CONDITION: Final = frozenset({"Condition"})
_ABOUT: Final = frozenset({"Drug", "DrugClass"})

#: Endings that few nouns have: a name ends in a noun.
_NO_NOUN: Final = ("ly", "ed", "ic", "ous", "ive", "able", "ible", "ful", "ical", "ary", "less")

#: The properties whose object may be told by the noun that it is built around alone.
OPEN: Final = frozenset(
    {"hasAdverseEffect", "hasEffect", "hasOverdoseEffect", "hasRisk", "hasWithdrawalSymptom", "treats"}
)

#: What ends a name as its last word shows that a thing of another kind is named.
_OTHERS: Final = frozenset(
    {"Drug", "DrugClass", "Target", "TargetClass", "Population", "Measure", "Route", "DoseForm", "Schedule", "Agent"}
)


#: What alone is only that of which a condition is told.
_PARTS: Final = frozenset({"AnatomicalSite", "Mediator", "Process", "Aspect"})


@dataclass(frozen=True, slots=True)
class UnlistedWords:
    """The closed classes of words that open, end and make up names."""

    joiners: frozenset[str]
    stops: frozenset[str]  # what no name holds: verbs, pronouns, prepositions
    finite: frozenset[str]
    enders: frozenset[str]  # when, during: the words that may follow a name
    copulas: frozenset[str]
    imperatives: frozenset[str]  # avoid, wait: what opens advice
    spoken: frozenset[str]  # verbs and words for people, which show a clause
    leads: frozenset[str]  # articles and describing words, which stand before a name
    telling: frozenset[str]  # low, poor, reduced: leads without which a name says something else
    unable: Phrases  # not being able to, inability to: with the verb behind it a name
    hollow: frozenset[str]  # symptoms, problems: nouns that name nothing by themselves
    heads: frozenset[str]  # pain, impairment: nouns that show a condition with a word that says which
    relational: frozenset[str]  # loss, feeling: nouns that go on over a preposition
    prepositions: frozenset[str]
    linkers: Phrases
    examples: Phrases  # such as, including
    body: frozenset[str]  # hands, face: what alone is only where something is felt

    @classmethod
    def of(cls, cues: Cues) -> "UnlistedWords":
        """Read the classes from the cues."""
        finite = cues.single_words("FiniteVerb") | cues.single_words("Copula")
        others = ("ListBreaker", "Governor", "RelativePronoun", "Conjunction", "Negator", "NameBreaker")
        return cls(
            cues.single_words("Joiner"),
            frozenset().union(finite, *(cues.single_words(name) for name in others)),
            finite,
            cues.single_words("NameEnder"),
            cues.single_words("Copula"),
            cues.single_words("Imperative"),
            finite | cues.single_words("RelativePronoun") | cues.single_words("PersonNoun"),
            frozenset().union(
                *(cues.single_words(name) for name in ("NameLead", "Partial", "LoweringWord", "TellingWord"))
            ),
            cues.single_words("LoweringWord") | cues.single_words("TellingWord"),
            cues.words("UnablePhrase"),
            cues.single_words("HollowNoun") | cues.single_words("GenericNoun"),
            cues.single_words("ConditionHead"),
            cues.single_words("RelationalNoun"),
            cues.single_words("NamePreposition"),
            cues.words("RoleLinker"),
            cues.words("ExampleMarker"),
            cues.single_words("BodyPart"),
        )


#: What opens no name: "during the last months of pregnancy", "in rare cases".
_TIMING: Final = frozenset({"after", "at", "before", "by", "during", "for", "from", "in", "on", "within"})

#: What shows that the words behind are a verb.
_MODAL: Final = frozenset({"can", "cannot", "could", "not", "to", "will", "you"})


class Piece:
    """Tokens between two joints of a list: `first` to `last` (exclusive) name something, the next begins at `end`."""

    __slots__ = ("end", "first", "known", "last")

    def __init__(self, first: int, last: int, end: int, known: bool) -> None:
        """Take the tokens; `known` is what the ontology names."""
        self.first = first
        self.last = last
        self.end = end
        self.known = known


def add(sentence: Sentence, cues: Cues, words: UnlistedWords) -> None:
    """Add a mention for every condition that its place in a list shows and that the ontology does not name."""
    listing = takes_conditions(sentence.role, cues)
    known = [mention for mention in sentence.mentions if mention.meant(CONDITION)]
    if not listing and not known and not any(hit.role for hit in sentence.hits):
        return
    found: dict[int, Piece] = {}
    for start, sure in dict.fromkeys(
        _starts(sentence, listing, known, cues, words)
    ):  # members of one list begin as one
        run = list(_run(sentence, start, words))
        if sure or _mostly_known(run):
            for piece in run:
                found.setdefault(piece.first, piece)
    if listing and not sentence.running and (item := _whole_item(sentence, known, words)):
        found.setdefault(item.first, item)
    for run in _bare_lists(sentence, words) if listing and sentence.running else ():
        for piece in run:
            found.setdefault(piece.first, piece)
    for hit in sentence.hits:
        if not OPEN.isdisjoint(hit.anchor.before_conditions):
            for piece in _run(sentence, hit.last, words):
                if not piece.known and not _headed(sentence, piece, words):
                    break
                found.setdefault(piece.first, piece)
    inside = {
        at for mention in known for at in range(mention.first, mention.last)
    }  # "feel drowsy" names what "drowsy" does
    added = [_mention(sentence, piece) for piece in found.values() if not piece.known and piece.first not in inside]
    if added:
        sentence.mentions = sorted([*sentence.mentions, *added], key=lambda each: (each.first, -each.last))
        sentence.forget_kinds()


def _bare_lists(sentence: Sentence, words: UnlistedWords) -> Iterator[list[Piece]]:
    """Yield the lists that make up a whole clause without a verb: "Feelings of happiness, closeness to others."."""
    norms = sentence.norms
    for index, clause in enumerate(sentence.clauses):
        if any(each.kind == "relative" for each in sentence.clauses[index + 1 : index + 2]):
            continue  # "activities which need …": the words go on
        run = list(_run(sentence, clause.first + (norms[clause.first] in (":", ";", "-")), words))
        rest = norms[run[-1].end : clause.last] if run else []
        about = any(m.meant(_ABOUT) and clause.first <= m.first < clause.last for m in sentence.mentions)
        if len(run) > 1 and rest in ([], ["."]) and not about:
            yield run


def _whole_item(sentence: Sentence, known: list[Mention], words: UnlistedWords) -> Piece | None:
    """Return what an item names up to its first mark where it says nothing else: "Putting on weight"."""
    norms = sentence.norms
    first = next((at for at, norm in enumerate(norms) if norm not in words.leads), len(norms))
    last = next((at for at in range(first, len(norms)) if not norms[at][:1].isalpha()), len(norms))
    named = norms[first:last]
    if not 1 < len(named) <= LONGEST or named[0] in words.imperatives or not words.spoken.isdisjoint(named):
        return None
    others = any(mention.candidates[0].kinds & _OTHERS for mention in sentence.mentions if mention.last <= last)
    if others or any(mention.first < last or norms[mention.first - 1] == "(" for mention in known):
        return None  # "seeing things (hallucinations)": the bracket names it
    return None if named[-1] in words.prepositions else Piece(first, last, last, known=False)


def _mostly_known(run: list[Piece]) -> bool:
    """Tell whether a list shows by its members alone that it is one of conditions."""
    known = sum(piece.known for piece in run)
    return known >= SHOWING and 2 * known >= len(run)


def takes_conditions(role: str, cues: Cues) -> bool:
    """Tell whether what a role lists may be conditions."""
    signature = cues.signatures.get(role)
    return signature is not None and "Condition" in signature.range


def _starts(
    sentence: Sentence, listing: bool, known: list[Mention], cues: Cues, words: UnlistedWords
) -> Iterator[tuple[int, bool]]:
    """Yield where a list of conditions may begin, and whether its place alone shows that it is one."""
    if listing and not sentence.running and not _explained(sentence, known):
        yield 0, True
        for at, marker in sentence.found(words.examples):  # "medical conditions such as difficulty in urination, gout"
            yield at + len(marker), True
    for hit in sentence.hits:
        if hit.role and takes_conditions(hit.role, cues):
            for at, linker in sentence.found(words.linkers, hit.last):
                if at <= hit.last + 8:
                    yield at + len(linker), linker[-1] not in words.copulas
                break
    opened: dict[int, int] = {}
    for mention in known:
        yield _opening(sentence, mention, words, opened), False


def _explained(sentence: Sentence, known: list[Mention]) -> bool:
    """Tell whether an item describes what it names in its bracket: "seeing things that are not there (X)"."""
    return "," not in sentence.norms and any(
        sentence.norms[mention.first - 1] == "(" for mention in known if mention.first
    )


def _headed(sentence: Sentence, piece: Piece, words: UnlistedWords) -> bool:
    """Tell whether the noun that a name is built around shows a condition: "violent outbursts", "loss of balance"."""
    named = sentence.norms[piece.first : piece.last]
    if len(named) > 1 and named[-1] in words.heads:
        return True
    return len(named) > 2 and named[0] in words.relational and named[1] in words.prepositions


def _opening(sentence: Sentence, mention: Mention, words: UnlistedWords, opened: dict[int, int]) -> int:
    """Return where the list begins in which a known condition stands; `opened` holds it for each member passed."""
    norms = sentence.norms
    at = mention.first
    while at > 0 and norms[at - 1] in words.leads:
        at -= 1
    passed = [at]
    while at > 1 and norms[at - 1] in words.joiners and at not in opened:
        first = at
        while first > 0 and norms[first - 1] in words.joiners:
            first -= 1
        begin = first
        while begin > 0 and norms[begin - 1] not in words.joiners and norms[begin - 1] not in words.stops:
            begin -= 1
        if begin and norms[begin - 1] in _MODAL:
            break  # "thoughts that you cannot control, …": a verb stands there
        piece = _piece(sentence, begin, words)
        if piece is None or piece.last != first or _has_condition(sentence, begin):
            break
        at = begin
        passed.append(at)
    found = opened.get(at, at)
    opened.update(dict.fromkeys(passed, found))
    return found


def _has_condition(sentence: Sentence, at: int) -> bool:
    """Tell whether a token stands behind a condition and a preposition: of "early puberty in boys" it names whose."""
    governed = at > 1 and sentence.norms[at - 1] in ("among", "during", "for", "in")
    return governed and any(m.last == at - 1 and m.meant(CONDITION) for m in sentence.mentions)


def _run(sentence: Sentence, start: int, words: UnlistedWords) -> Iterator[Piece]:
    """Yield the pieces of the list that begins at a token, until one is no name."""
    norms = sentence.norms
    at = start
    while at < len(norms):
        piece = _piece(sentence, at, words)
        if piece is None:
            return
        if at == start and not piece.known and piece.last - piece.first == 1 and norms[piece.end :][:1] != [","]:
            return  # "shallow or slow breathing": a word alone before the first "or" rather describes
        yield piece
        at = piece.end
        if at >= len(norms) or norms[at] not in words.joiners:
            return
        while at < len(norms) and norms[at] in words.joiners:
            at += 1
        at += len(words.examples.at(norms, at)) if at < len(norms) else 0  # "specific phobias, such as dental fear"


def _piece(sentence: Sentence, start: int, words: UnlistedWords) -> Piece | None:
    """Return what is named at a token, or nothing where no name stands there."""
    norms = sentence.norms
    at = start
    while at < len(norms) and norms[at] in words.leads:
        at += 1
    for place in range(bisect_left(sentence.mentions, start, key=_first), len(sentence.mentions)):
        mention = sentence.mentions[place]
        if mention.first > at + 2:
            break
        if mention.meant(CONDITION):
            between = norms[at : mention.first]
            if not any(norm in words.joiners or norm in words.stops for norm in between):
                return Piece(mention.first, mention.last, _after_bracket(norms, mention.last), known=True)
    last = at + len(words.unable.at(norms, at))
    while at > start and norms[at - 1] in words.telling:
        at -= 1
    while last < len(norms) and norms[last] not in words.joiners and norms[last][:1].isalpha():
        if norms[last] in words.prepositions and norms[last - 1] in words.relational and last > at:
            last += 1
            while last < len(norms) and norms[last] in words.leads:
                last += 1
            continue
        if norms[last] in words.stops:
            break
        last += 1
    if not _is_name(sentence, at, last, words) or norms[at] in _TIMING:
        return None
    if last - at == 1 and norms[at] in words.telling:
        return None
    return Piece(at, last, _after_bracket(norms, last), known=False)


def _is_name(sentence: Sentence, first: int, last: int, words: UnlistedWords) -> bool:
    """Tell whether the tokens can name a condition: a few words that end in a noun, and no verb follows."""
    norms = sentence.norms
    if not 0 < last - first <= LONGEST or norms[last - 1] in words.prepositions:
        return False
    if norms[last - 1] in words.hollow and norms[first] not in words.telling:  # but "impaired driving skills"
        return False
    if (
        last < len(norms)
        and norms[last][:1].isalnum()
        and norms[last] not in words.joiners
        and norms[last] not in words.enders
    ):
        return False  # it goes on, and is a clause or a longer name
    head = norms[last - 1]
    if last - first == 1 and head in words.body:
        return False  # "swelling of the ankles or feet"
    if head in words.body and norms[first - 1 : first] in (["of"], ["the"], ["your"]):
        return False  # "spasm of the calf muscles"
    if len(head) < 3 or head.endswith(_NO_NOUN) or head in words.leads or head in words.relational:
        return False
    for mention in sentence.mentions:
        if mention.first >= last:
            break
        kinds = mention.candidates[0].kinds
        if mention.last > first and mention.first < last <= mention.last and kinds & _OTHERS:
            return False
        if mention.first <= first and mention.last >= last and kinds & _PARTS:
            return False  # "swelling of the ankles or feet"
    return True


def told_before(sentence: Sentence, first: int, at: int, words: UnlistedWords) -> list[Mention]:
    """Return the list of names that makes up all of a clause before its verb: "Jaw clenching has been reported"."""
    norms, found, begin = sentence.norms, list[Mention](), first
    while at > first and (norms[at - 1] in words.finite or norms[at - 1] == "also"):
        at -= 1  # "have also"
    for end in range(first, at + 1):
        if end < at and norms[end] not in words.joiners:
            continue
        while begin < end and norms[begin] in words.leads:
            begin += 1
        named = norms[begin:end]
        if named and not (_told(named, words) and _of_no_other_kind(sentence, begin, end)):
            return []
        if named:
            known = [m for m in sentence.mentions if m.first == begin and m.last == end and m.meant(CONDITION)]
            found += known[:1] or [_mention(sentence, Piece(begin, end, end, known=False))]
        begin = end + 1
    return found


def _told(named: list[str], words: UnlistedWords) -> bool:
    """Tell whether words can name a condition by themselves: few, without a verb, and a noun that says which."""
    head = named[-1]
    bare = len(named) > TOLD or not all(norm.isalpha() and norm not in words.stops for norm in named)
    return not bare and len(head) > 3 and head not in words.hollow and not head.endswith(_NO_NOUN)


def _of_no_other_kind(sentence: Sentence, first: int, last: int) -> bool:
    inside = [m for m in sentence.mentions if first < m.last and m.first < last]
    return not any(m.reference or m.candidates[0].kinds & (_OTHERS | _PARTS) for m in inside)


def _first(mention: Mention) -> int:
    return mention.first


def _after_bracket(norms: list[str], at: int) -> int:
    """Return the token after a remark in brackets that opens at a token."""
    if at < len(norms) and norms[at] == "(":
        return next((index + 1 for index in range(at, len(norms)) if norms[index] == ")"), at)
    return at


def _mention(sentence: Sentence, piece: Piece) -> Mention:
    iri = iri_of(sentence.norms[piece.first : piece.last])
    return Mention(piece.first, piece.last, (Entity(iri, label_of(iri), frozenset({"Condition", UNLISTED})),))
