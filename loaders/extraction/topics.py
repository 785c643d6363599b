"""What a page is about: as its title or first heading tells, else as its text does.

An excerpt may begin in the midst of a text, with a remark on other drugs: then it is about the one that it names far
more often.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from loaders.extraction import headings
from loaders.extraction.clauses import ABOUT, is_predicative
from loaders.extraction.kinds import CONDITION, DRUG
from loaders.extraction.mentions import Mention
from loaders.extraction.passages import Analyser
from loaders.extraction.reference import Focus
from loaders.extraction.segments import sentences
from loaders.extraction.sentence import Sentence
from loaders.extraction.skimming import Skim
from ontology.cues import Cues
from ontology.lexicon import Entity
from ontology.values import Block, Document

#: How many blocks from the top may hold the title, and how many of a text without one are looked at.
_TOP: Final = 6
_LOOKED_AT: Final = 24

#: How often a drug must be named, and how many times as often as another, to be what a text without a title is about.
_OFTEN: Final = 3
_TIMES: Final = 3

_ILLNESS: Final = frozenset({"Disease", "Symptom"})


def set_page(document: Document, reader: Analyser, defined: dict[str, Entity], focus: Focus, skim: Skim | None) -> None:
    """Take the page's topics from its title or first heading; a text without any is about the drug it names first."""
    blocks = document.blocks
    ill = False  # the page is about a disease, unless it goes on with a drug at once
    for block in blocks[:_TOP]:
        if block.kind != "heading":
            if ill:
                break
            continue
        sentence = reader.analyse(document.text, block.start, block.end, defined, None)
        found = headings.named_in(headings.spoken_for(sentence, sentence.mentions, reader.cues))
        passing = ill and (any(m.meant(_ILLNESS) for m in sentence.mentions) or not _named_again(document, sentence))
        if found and not passing:
            focus.page = found
            focus.peers = headings.named_in(_peers(sentence))
            focus.called = _called(sentence, document.text)
            if len(found) == len(focus.peers) == 2:
                below = [each for each in blocks[: 2 * _TOP] if each.kind != "heading"]
                told = [_told(document, each, reader, defined, skim) for each in below]
                focus.joint = focus.peers if set(_paired(told)) == set(focus.peers) else ()
            return
        if any(mention.meant(_ILLNESS) for mention in sentence.mentions):
            ill = True
    body = [block for block in blocks[:_LOOKED_AT] if block.kind != "heading"]
    if ill:
        opening = _told(document, body[0], reader, defined, skim) if body else []
        focus.page = focus.joint = _paired([opening])
        focus.page = focus.page or tuple(entity for each in opening[:1] for entity in _introduced(each, reader.cues))
        return
    told = [_told(document, block, reader, defined, skim) for block in body]
    named = [[entity for sentence in each for entity in _named(sentence, reader.cues)] for each in told]
    first = next((each[0] for each in named[:_TOP] if each), None)
    counts = Counter(entity for each in named for entity in each)
    often = _outstanding(counts)
    if pair := _paired(told[:_TOP]):
        focus.page = focus.joint = pair
    elif not often and (single := _alone(told, counts, reader.cues)):
        focus.page = single
    elif len(body) == len(blocks[:_LOOKED_AT]) and first is not None:
        focus.page = often if often and counts[often[0]] >= _TIMES * counts[first] else (first,)
    elif first is not None and _comes_back(first, counts):
        focus.page = (first,)
    else:
        focus.page = often


def _alone(told: Sequence[Sequence[Sentence]], counts: Counter[Entity], cues: Cues) -> tuple[Entity, ...]:
    """Return the one drug that readers may be allergic to, or that sentences begin with, if none is named as often."""
    for find in (_reacted_to, _introduced):
        found = dict.fromkeys(entity for each in told for sentence in each for entity in find(sentence, cues))
        if len(found) == 1 or (found and find is _reacted_to):
            drug = next(iter(found))
            others = [count for entity, count in counts.items() if entity != drug and "Drug" in entity.kinds]
            if max(others, default=0) <= max(1, counts[drug]):
                return (drug,)
    return ()


def _reacted_to(sentence: Sentence, cues: Cues) -> tuple[Entity, ...]:
    """Return the drug right behind "allergic to": readers are asked so of the one that they are told about."""
    leads = cues.words("AllergyLead")
    if not sentence.may_hold(leads):
        return ()
    behind = {at + len(lead) for at, lead in sentence.found(leads)}
    named = (mention for mention in (*sentence.mentions, *sentence.nested) if mention.first in behind)
    return tuple(entity for mention in named for entity in mention.meant(DRUG))[:1]


def _introduced(sentence: Sentence, cues: Cues) -> tuple[Entity, ...]:
    """Return the drug with which a sentence begins that tells what it is or does."""
    for mention in sentence.mentions:
        if mention.first == 0 and not mention.reference and sentence.norms[mention.last : mention.last + 1] in _TELLING:
            return mention.meant(DRUG)
    return ()


#: What behind a drug at the beginning of a sentence tells what it is or does.
_TELLING: Final = (["is"], ["are"], ["belongs"], ["comes"], ["contains"], ["helps"], ["treats"], ["works"])


def _paired(told: Sequence[Sequence[Sentence]]) -> tuple[Entity, ...]:
    """Return the two drugs that a text treats as one: its first sentence on any drug begins "X and Y are"."""
    for sentence in (sentence for each in told for sentence in each):
        drugs = [mention for mention in sentence.mentions if mention.meant(DRUG) and not mention.reference]
        if not drugs:
            continue
        pair = tuple(dict.fromkeys(entity for mention in drugs[:2] for entity in mention.meant(DRUG)))
        between = sentence.norms[drugs[0].last : drugs[1].first] if len(drugs) > 1 else []
        joined = drugs[0].first == 0 and between in _JOINED
        return (
            pair if joined and len(pair) == 2 and sentence.norms[drugs[1].last : drugs[1].last + 1] == ["are"] else ()
        )
    return ()


_JOINED: Final = (["and"], ["or"], ["&"], ["/"], ["and", "/", "or"])


def _named_again(document: Document, title: Sentence) -> bool:
    """Tell whether a text names what a heading names elsewhere as well, and so speaks of more than one section."""
    text = document.text.casefold()
    names = [title.text_of(document.text, mention).casefold() for mention in title.mentions if mention.meant(ABOUT)]
    return any(text.count(name) > 1 for name in names)


def _comes_back(first: Entity, counts: Counter[Entity]) -> bool:
    """Tell whether a page with headings of its own names its first drug again and again, and no other as often."""
    others = max((count for entity, count in counts.items() if entity != first and "Drug" in entity.kinds), default=0)
    return "Drug" in first.kinds and counts[first] >= _OFTEN and counts[first] > others


def _outstanding(counts: Counter[Entity]) -> tuple[Entity, ...]:
    """Return the one drug that is named far more often than any other."""
    drugs = [(entity, count) for entity, count in counts.most_common() if "Drug" in entity.kinds]
    if not drugs or drugs[0][1] < _OFTEN or (len(drugs) > 1 and drugs[0][1] < _TIMES * drugs[1][1]):
        return ()
    return (drugs[0][0],)


def _told(
    document: Document, block: Block, reader: Analyser, defined: dict[str, Entity], skim: Skim | None
) -> list[Sentence]:
    """Return the sentences of a block that may name a drug."""
    if skim and skim.silent(document.text, block.start, block.end, defined):
        return []
    text = document.text
    return [reader.analyse(text, start, end, defined, None) for start, end in sentences(text, block.start, block.end)]


def _named(sentence: Sentence, cues: Cues) -> list[Entity]:
    """Return the drugs and classes that a sentence speaks of, as often as it names each."""
    if sentence.found(cues.words("CitationMark")):
        return []  # "Facts on Alcohol [Internet]. Washington (DC)": the title of a book that is cited
    together = cues.words("CombinationContext").first(sentence.norms, 0, len(sentence.norms))
    found: list[Entity] = []
    for mention in sentence.mentions:
        # "BRAND is a corticosteroid …": a class that only says what it is names no topic
        passing = is_predicative(sentence, mention) or _beside(sentence, mention)
        if not passing and not 0 <= together < mention.first:  # "concomitant use with nitrates and nicorandil"
            found += headings.named_in([mention])
    return found


def _beside(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a drug is only named for what it does not do or others do: "organisms resistant to penicillin"."""
    before = sentence.norms[max(0, mention.first - 2) : mention.first]
    example = before[-1:] == ["("] and any(
        m.last == mention.first - 1 and m.meant(CONDITION) for m in sentence.mentions
    )
    return example or (before[-1:] == ["to"] and before != ["due", "to"])  # "opioid addiction (heroin)"


def _called(title: Sentence, text: str) -> dict[str, str]:
    """Return by what name a title calls each drug and class; the first counts: "Ambien (zolpidem)"."""
    return {
        entity.iri: title.text_of(text, mention)
        for mention in reversed(title.mentions)
        for entity in mention.meant(ABOUT)
    }


def _peers(sentence: Sentence) -> list[Mention]:
    """Return what a title is about: of "Is X a narcotic?" only X, of "X and opioids" both."""
    drugs = [mention for mention in sentence.mentions if mention.meant(DRUG)]
    return [
        mention
        for mention in sentence.mentions
        if not drugs or mention in drugs or sentence.norms[mention.last - 1].endswith("s")
    ]
