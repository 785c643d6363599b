"""What stands where the object of a use would, and is none: what a drug may lead to, or what comes of another thing.

"Taken for long periods, dependence can develop" tells of no use against dependence, "the management of modafinil
overdose" of none of modafinil, and "nausea associated with cancer treatment" of none against cancer.
"""

from dataclasses import replace
from typing import Final

from loaders.extraction.kinds import CIRCUMSTANCE, CONDITION
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity

#: What comes of taking a drug; only what is clearly said makes it something that another drug is for.
RISK: Final = frozenset({"DrugRisk"})


def misread(sentence: Sentence, reading: Reading, cues: Cues) -> bool:
    """Tell whether the words around the object of a use show that it is none, or around that of a caution one."""
    if reading.module == "roles" and reading.predicate == "hasAdverseEffect":
        return _had_by_people(sentence, reading, cues)
    if reading.predicate == "hasPrecaution" and reading.module == "phrases":
        return _of_use(sentence.norms, reading.object_mention)
    if reading.predicate != "treats" or reading.module != "phrases":
        return False
    target = reading.object_mention
    return (
        _of_reader(sentence.norms, reading.at)
        or _warned_of(sentence.norms, reading.at)
        or _of_taken(sentence.norms, reading.at, cues)
        or _by_manner(sentence.norms, reading.at)
        or _brought_about(sentence, target)
        or _severed(sentence, reading)
        or _of_treatment(sentence, reading, cues)
        or _by_others(sentence, reading, cues)
        or (bool(target.meant(RISK) or _too_much(target)) and _own(sentence, reading))
    )


def _had_by_people(sentence: Sentence, reading: Reading, cues: Cues) -> bool:
    """Tell whether what is listed is what people have: "not for people with problems such as gout"."""
    norms, people = sentence.norms, cues.single_words("PersonNoun")
    first = sentence.clause_at(reading.at).first
    return any(norms[at] in people and norms[at + 1] == "with" for at in range(first, reading.at - 1))


def _of_use(norms: list[str], target: Mention) -> bool:
    """Tell whether what seems a precaution is what a drug is not for: "should not be used to treat obesity"."""
    return norms[target.first - 1 : target.first] in _TREATING or norms[target.first - 2 : target.first] in _TREATING


_TREATING: Final = tuple(
    words.split() for words in ("cure", "prevent", "relieve", "treat", "treating", "treatment of", "management of")
)


def _by_manner(norms: list[str], at: int) -> bool:
    """Tell whether the way of taking is to spare something: "take it with food to reduce nausea"."""
    if norms[at - 1 : at] not in (["to"], ["help"]) or norms[0] not in _ORDERS:
        return False
    return norms[0] != "take" or not _WAYS.isdisjoint(norms[1 : at - 1])


_ORDERS: Final = frozenset({"drink", "eat", "get", "rise", "sip", "sit", "stand", "take"})
_WAYS: Final = frozenset({"after", "at", "before", "slowly", "with"})


def _of_taken(norms: list[str], at: int, cues: Cues) -> bool:
    """Tell whether a use is that of others which readers take: "if you are taking other medicines to treat gout"."""
    if (
        norms[at - 1 : at] != ["to"]
        or norms[at - 2 : at - 1] == []
        or norms[at - 2] not in cues.single_words("OtherDrugNoun")
    ):
        return False
    before = norms[max(0, at - _TO_TAKING) : at - 2]
    return "you" in before and not cues.single_words("TakingVerb").isdisjoint(before)


#: How far before it the verb may stand.
_TO_TAKING: Final = 7


def _of_reader(norms: list[str], at: int) -> bool:
    """Tell whether a verb is the readers' own: "shaking you cannot control"."""
    return "you" in norms[max(0, at - _TO_READER) : at] and not _ABLE.isdisjoint(norms[max(0, at - 2) : at])


_ABLE: Final = frozenset({"ca", "can", "cannot", "could"})
_TO_READER: Final = 3


def _warned_of(norms: list[str], at: int) -> bool:
    """Tell whether a use is only the one that is warned of: "increases the risk of death when used to treat"."""
    return "when" in norms[max(0, at - _TO_READER) : at] and "risk" in norms[:at]


def _brought_about(sentence: Sentence, target: Mention) -> bool:
    """Tell whether an object is what the drug is to bring about: "for the production of local anesthesia"."""
    return not _MAKING.isdisjoint(sentence.norms[max(0, target.first - _NEAR) : target.first])


_MAKING: Final = frozenset({"induction", "production"})
_NEAR: Final = 5


def _severed(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether more than a description stands before the first object: "for long periods, dependence …"."""
    norms, target = sentence.norms, reading.object_mention
    if reading.at >= target.first:
        return False
    cue = frozenset(reading.cue.replace("(", " ").replace(")", " ").replace("|", " ").split())
    first = next((at for at in range(target.first - 1, reading.at, -1) if norms[at] in cue), reading.at) + 1
    between = norms[first : target.first]
    if "(" in between or any(
        first <= each.first and each.last <= target.first and each.meant(CONDITION) and not each.meant(CIRCUMSTANCE)
        for each in sentence.mentions
    ):
        return between[:1] in _POSSESSIVES
    severed = "," in between and target.meant(RISK)  # "severe, disabling anxiety" is none
    return bool(severed) or not _PERIODS.isdisjoint(between) or between[:1] in _POSSESSIVES


_POSSESSIVES: Final = (["its"], ["their"])

#: What a drug is taken for where it is taken for some time.
_PERIODS: Final = frozenset({"days", "hours", "months", "period", "periods", "signs", "time", "weeks", "years"})


def _of_treatment(sentence: Sentence, reading: Reading, cues: Cues) -> bool:
    """Tell whether a condition only names the treatment from which the treated one comes: "due to cancer therapy"."""
    norms, target = sentence.norms, reading.object_mention
    if target.last >= len(norms) or norms[target.last] not in cues.single_words("TreatmentNoun"):
        return False
    causes = sentence.found(cues.words("CauseMarker"), reading.at, target.first)
    return any(at + len(words) == target.first for at, words in causes)


def _by_others(sentence: Sentence, reading: Reading, cues: Cues) -> bool:
    """Tell whether a sentence that names no drug goes on with what treats a thing: "Treatment for it may include"."""
    subject, clause = reading.subject_mention, sentence.clause_at(reading.at)
    if subject.last > subject.first or sentence.norms[reading.at] not in cues.single_words("TreatmentNoun"):
        return False
    opening = [norm for norm in sentence.norms[clause.first : reading.at] if norm not in ARTICLES]
    return not opening and not _GOING_ON.isdisjoint(sentence.norms[reading.object_mention.last : clause.last])


#: What of a treatment may be told that is not what it treats.
_GOING_ON: Final = frozenset(
    {"available", "begins", "can", "consists", "depends", "include", "includes", "involve", "involves", "may", "often"}
    | {"requires", "should", "starts", "typically", "usually"}
)


def _own(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether a risk is that of the drug itself, or only says how it is taken: "in overdose"."""
    norms, target, subject = sentence.norms, reading.object_mention, reading.subject_mention
    if subject.last > subject.first and (_close(norms, subject, target) or _close(norms, target, subject)):
        return True
    if not _too_much(target):
        return False
    before = target.first - 1
    while before > 0 and norms[before] in ARTICLES:
        before -= 1
    if norms[before] in ("after", "following", "in"):
        return True
    return subject.last <= subject.first and norms[target.last : target.last + 1] not in (["by"], ["due"], ["with"])


def _close(norms: list[str], first: Mention, second: Mention) -> bool:
    """Tell whether two mentions are one name: "modafinil overdose", "overdose of modafinil"."""
    between = [norm for norm in norms[first.last : second.first] if norm not in ARTICLES]
    return first.first <= second.first and (not between or between in (["of"], ["from"], ["on"], ["to"], ["with"]))


def _too_much(target: Mention) -> bool:
    return any(entity.iri.rpartition("/")[2] in ("overdose", "poisoning", "toxicity") for entity in target.candidates)


def plainly(sentence: Sentence, reading: Reading) -> Reading:
    """Return a use of a drug against what its object says to be relieved: of "relief of anxiety" the anxiety."""
    target = reading.object
    if reading.predicate != "treats" or not isinstance(target, Entity) or "SoughtEffect" not in target.kinds:
        return reading
    whole = reading.object_mention
    for inner in sentence.nested:
        if whole.first <= inner.first and inner.last <= whole.last and (named := inner.meant(_TREATED)):
            return replace(reading, object=named[0], object_mention=inner)
    return reading


_TREATED: Final = frozenset({"Disease", "Symptom"})
