"""What a heading, a lead-in line or a label says of the text below it: its topic, and the role of a bare list."""

from collections.abc import Sequence
from typing import Final

from loaders.extraction.clauses import ABOUT
from loaders.extraction.kinds import CONDITION
from loaders.extraction.mentions import Mention
from loaders.extraction.occurrence import ROLES
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity
from ontology.phrases import Phrases

#: The properties whose headings ask for care: what they deny is what to do, not what they tell.
CAREFUL: Final = frozenset({"hasPrecaution", "interactsWith", "requires"})

#: The property of what a drug is used for.
TREATS: Final = "treats"

_CLASS: Final = frozenset({"DrugClass"})
_DRUG: Final = frozenset({"Drug"})


def role_of(norms: Sequence[str], cues: Cues, *, row: bool = False) -> str:
    """Return the property that the words of a heading (or of a row's label) name; "" where they name or affirm none."""
    role, first, _ = role_at(norms, cues, row=row)
    denied = role not in CAREFUL and not cues.single_words("Negator").isdisjoint(norms[:first])
    return "" if denied else role  # "Not used for": what stands below is no use


def role_at(norms: Sequence[str], cues: Cues, *, row: bool = False) -> tuple[str, int, int]:
    """Return the property, by the longest cue among the words, and the words from first to last (exclusive) of the cue.

    A cue on a class instead of a property ("controlled status") is returned as the class's local name, which begins
    with a capital letter.
    """
    best, first, last = "", 0, 0
    for index, table in cues.row_tables if row else cues.heading_tables:
        for at, end, key in index.found(norms):
            if (end - at, -at) > (last - first, -first):
                best, first, last = table[key], at, end
    return best, first, last


def is_mere(norms: Sequence[str], cues: Cues) -> bool:
    """Tell whether the words that give a heading its role are one noun, which does not say what kind of effects."""
    _, first, last = role_at(norms, cues)
    return last == first + 1


def named_in(mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """Return the drugs and classes that a heading names, in order; one that only says what drugs are is no topic."""
    ordered = sorted(mentions, key=lambda mention: mention.first)
    named = dict.fromkeys(entity for mention in ordered for entity in mention.meant(ABOUT))
    return tuple(entity for entity in named if "OnlyPredicated" not in entity.kinds)


def spoken_for(sentence: Sentence, mentions: Sequence[Mention], cues: Cues) -> list[Mention]:
    """Return what a heading names without what it tells to avoid, and what it adds to a noun of its own.

    "Avoiding alcohol" and "Medicines and stimulants" have no topic of which all below them is said, and "Is it a Y?" is
    not about Ys.
    """
    norms = sentence.norms
    if any(norms[at : at + 2] in _ASKING for at in (0, 1)):
        return []
    avoidance, nouns = cues.single_words("AvoidanceWord"), cues.single_words("OtherDrugNoun")
    return [
        mention
        for mention in mentions
        if avoidance.isdisjoint(norms[: mention.first])
        and not (norms[mention.last : mention.last + 1] == ["like"] and norms[mention.last + 1 :][:1] in _LIKENED)
        and not (norms[max(0, mention.first - 1) : mention.first] in _JOINED and norms[mention.first - 2] in nouns)
    ]


def asks_class(sentence: Sentence) -> bool:
    """Tell whether a heading asks whether something is in a class, and so is about that alone: "Are Xs Ys?"."""
    named = sorted((m for m in sentence.mentions if m.meant(ABOUT)), key=lambda mention: mention.first)
    if sentence.norms[:1] not in (["are"], ["is"]) or len(named) < 2 or not named[1].meant(_CLASS):
        return False
    return named[0].first == 1 and sentence.norms[named[0].last : named[1].first] in _ASKED_AS


#: What stands between the two.
_ASKED_AS: Final[tuple[list[str], ...]] = ([], ["a"], ["an"], ["considered"], ["considered", "a"], ["considered", "an"])

#: How a question begins of what has been named before.
_ASKING: Final = (["is", "it"], ["are", "they"], ["is", "this"])

#: What is like that of a drug: "X-like reactions".
_LIKENED: Final = tuple(
    [noun] for noun in ("activity", "effect", "effects", "reaction", "reactions", "symptoms", "syndrome", "withdrawal")
)

_JOINED: Final = (["and"], ["or"])


def leads_in(sentence: Sentence, cues: Cues) -> bool:
    """Tell whether a line leads in to what stands below it: it ends in a colon, or in a word that opens a list."""
    norms = sentence.norms
    if norms[-1:] == [":"]:
        return True
    openers = cues.words("ListOpener")
    return sentence.may_hold(openers) and any(tuple(norms[-len(words) :]) == words for words in openers)


def ends_in(sentence: Sentence, phrases: Phrases) -> bool:
    """Tell whether a line ends in one of some phrases, with a colon behind it or without."""
    end = len(sentence.norms) - (sentence.norms[-1:] == [":"])
    return any(at + len(phrase) == end for at, phrase in sentence.found(phrases))


def class_led_in(sentence: Sentence, cues: Cues) -> tuple[Entity, ...]:
    """Return the class whose members a lead-in announces: "Common opioids include:", "They are:"."""
    norms = sentence.norms
    end = len(norms) - (norms[-1:] == [":"])
    opener = next((words for words in cues.words("ListOpener") if tuple(norms[end - len(words) : end]) == words), ())
    last = end - len(opener)
    for mention in sentence.mentions:
        if opener and mention.meant(_CLASS) and mention.last >= last - 1 and mention.last <= last:
            plural = mention.reference or norms[mention.last - 1].endswith("s")
            kind = _described(sentence, mention)
            return kind.meant(_CLASS)[:1] if plural else ()
    return ()


def class_listed(sentence: Sentence, cues: Cues) -> tuple[Entity, ...]:
    """Return the class whose members a heading announces: "Types of opioids", "Common statins", "Benzodiazepines"."""
    norms = sentence.norms
    classes = [m for m in sentence.mentions if m.meant(_CLASS) and norms[m.last - 1].endswith("s")]
    if len(classes) != 1 or any(m.meant(_DRUG) for m in sentence.mentions if m is not classes[0]):
        return ()
    before, behind = norms[: classes[0].first], norms[classes[0].last :]
    announced = before[-1:] == ["of"] and any(norm in cues.single_words("KindNoun") for norm in before)
    bare = not [norm for norm in before if norm not in cues.single_words("MemberLead")]
    return classes[0].meant(_CLASS)[:1] if (announced or bare) and not behind else ()


ADVERSE: Final = "hasAdverseEffect"
#: Nouns of what a drug may cause that leave open what it is.
_CAUSED: Final = frozenset({"changes", "complications", "problems", "reactions"})


def spoken_of(sentence: Sentence, before: str) -> str:
    """Return the role of which a sentence speaks last, or else the one of which the text spoke `before`."""
    told = next((hit.role for hit in reversed(sentence.hits) if hit.role in ROLES), "")
    if told or _CAUSED.isdisjoint(sentence.bag):
        return told or before
    caused = any(cue.predicate == ADVERSE for hit in sentence.hits for cue in hit.phrases)  # "can cause changes to"
    return ADVERSE if caused else before


def tells_use(sentence: Sentence, cues: Cues) -> bool:
    """Tell whether the last that a sentence says is what something is used for, so that "This includes" goes on."""
    uses = [
        hit.last
        for hit in sentence.hits
        if any(cue.predicate == TREATS and not cue.denies and len(cue.elements) > cue.anchor + 1 for cue in hit.phrases)
    ]
    if not uses or not cues.single_words("Negator").isdisjoint(sentence.norms):
        return False
    return any(mention.first >= uses[-1] and mention.meant(CONDITION) for mention in sentence.mentions)


def _described(sentence: Sentence, mention: Mention) -> Mention:
    """Return the class that stands before one which only says what drugs are: "opioid prescription medicines"."""
    before = [each for each in sentence.mentions if each.last == mention.first and each.meant(_CLASS)]
    hollow = any("OnlyPredicated" in entity.kinds for entity in mention.candidates)
    return before[0] if hollow and before else mention


def opens_contents(norms: Sequence[str], cues: Cues) -> bool:
    """Tell whether a line stands over a list of headings, and is nothing else: "In this leaflet:"."""
    phrase = cues.words("ContentsHeading").at(norms, 0)
    return bool(phrase) and all(not norm.isalnum() for norm in norms[len(phrase) :])
