"""Members that a text names as examples of a class: "Ys such as X", "X and other Ys", "examples include X"."""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ClauseWords
from loaders.extraction.coordination import group_after
from loaders.extraction.kinds import DRUG, ONLY_PREDICATED
from loaders.extraction.members import CLASS, pair
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues

#: What opens a description of a class, behind which its examples may come: "SSRIs that work as well include".
_RELATIVE: Final = frozenset({"that", "used", "which"})
_CONJUNCTIONS: Final = frozenset({"and", "or"})


def read(sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Read "Ys such as X and Z" and "X, Z and other Ys"."""
    norms = sentence.norms
    drugs = frozenset({"Drug", "DrugClass"})
    markers = cues.words("ClassExampleMarker")
    for mention in sentence.mentions:
        if not mention.meant(CLASS):
            continue
        if norms[max(0, mention.first - 2) : mention.first] in (["as", "a"], ["as", "an"]):
            continue  # "several drugs produce it as a metabolite, including X": the drugs are meant
        prefixed = mention.first > 0 and norms[mention.first - 1] in cues.single_words("NegativePrefix")
        denied = frozenset({mention.first}) if prefixed else frozenset[int]()  # "non-opioids like X"
        for at, marker in sentence.found(markers, mention.last):
            reach = 9 if norms[mention.last] in _RELATIVE else 3
            if at > mention.last + reach or any(m.first >= mention.last and m.last <= at for m in sentence.mentions):
                break
            if norms[mention.last : at].count("to") and norms[mention.last] not in _RELATIVE:
                break  # "a legal alternative to drugs like X"
            if not _CONJUNCTIONS.isdisjoint(norms[mention.last : at]):
                break  # "its properties are like those of other Ys and include …"
            end = _example_end(sentence, at)
            for member in _closed(sentence, group_after(sentence, at + len(marker), end, drugs, words.lists, reach=1)):
                after = member.last + (norms[member.last : member.last + 1] == [","])
                opens = norms[after : after + 1] != ["("] and (
                    markers.at(norms, member.last) or markers.at(norms, after)
                )
                if opens:
                    break  # "stimulants like X, sedatives like Y": the sedatives open examples of their own
                if member.reference or norms[member.last : member.last + 1] in _DEFINED:
                    continue  # "steroids such as X, medicines that hold Y"
                yield from pair([member], [mention], denied, " ".join(marker), at)
        at = mention.first - 1
        if at >= 2 and norms[at] == "other" and norms[at - 1] in ("and", "or") and not mention.reference:
            for member in _listed_before(sentence, at - 1, drugs):
                beside = norms[max(0, member.first - 1)] == "with" and mention.meant(ONLY_PREDICATED)
                if not (member.reference or beside):  # "interactions with alcohol and other prescription drugs"
                    yield from pair([member], [mention], frozenset(), "and other", at)


_DEFINED: Final = (["that"], ["which"], ["containing"])


def _closed(sentence: Sentence, members: list[Mention]) -> list[Mention]:
    """Return the members up to the one that "and" joins: "Ys such as A, B and C, Zs and alcohol" ends with C."""
    for index in range(1, len(members)):
        between = sentence.norms[members[index - 1].last : members[index].first]
        if "the" in between:
            return members[:index]  # "Ys including X, the Zs were …": the Zs are what the sentence is about
        if not _CONJUNCTIONS.isdisjoint(between):
            return members[: index + 1]
    return members


def _listed_before(sentence: Sentence, at: int, kinds: frozenset[str]) -> list[Mention]:
    """Return the list of mentions that ends at a token, over commas: "X, Y, and other opiates"."""
    norms = sentence.norms
    found: list[Mention] = []
    while at > 0:
        while at > 0 and norms[at - 1] in (",", "and", "or"):
            at -= 1
        ending = [mention for mention in sentence.mentions if mention.last == at and mention.meant(kinds)]
        if not ending:
            break
        found.append(ending[0])
        if norms[ending[0].first - 1 : ending[0].first] not in ([","], ["and"], ["or"]):
            break
        at = ending[0].first
    return found


def of_topic(sentence: Sentence, cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Read "Common examples include X and Y": of the class that the text is about."""
    classes = [mention for mention in sentence.topic if mention.meant(CLASS)]
    for at, lead in sentence.found(cues.words("ExampleLead")) if classes else ():
        named = group_after(sentence, at + len(lead), len(sentence.tokens), DRUG, words.lists)
        yield from pair([each for each in named if not each.reference], classes, frozenset(), " ".join(lead), at)


def _example_end(sentence: Sentence, at: int) -> int:
    """Return where a list of examples ends: at the bracket that closes around it, or at the end of the clause."""
    norms = sentence.norms
    if "(" in norms[max(0, at - 2) : at + 1]:
        return next((i for i in range(at, len(norms)) if norms[i] == ")"), len(norms))
    return sentence.clause_at(at).last
