"""Diseases that are told by the parts of the body they are of: "cancers of the breast, lung and ovary" are three.

Each part is joined to the noun before it, and what the vocabulary knows by the two is named there.
"""

from collections.abc import Sequence
from typing import Final

from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity, Lexicon

CONDITION: Final = frozenset({"Condition"})
SITE: Final = frozenset({"AnatomicalSite"})

#: How many words the name of a part has at most: "head and neck".
LONGEST: Final = 3

_JOINTS: Final = frozenset({",", "and", "or", "/"})


def name(sentence: Sentence, lexicon: Lexicon, cues: Cues) -> None:
    """Let each part of the body behind a noun such as "cancers of" name the disease of that part."""
    if "of" not in sentence.norms or not sentence.may_hold(cues.words("SitedNoun")):
        return
    norms, nouns = sentence.norms, cues.single_words("SitedNoun")
    for mention in list(sentence.mentions):
        noun = norms[mention.last - 1]
        if noun in nouns and norms[mention.last : mention.last + 1] == ["of"] and mention.meant(CONDITION):
            heads = ("cancer",) if noun in cues.single_words("CancerNoun") else (noun.removesuffix("s"),)
            _name_parts(sentence, mention, heads, lexicon)


def _name_parts(sentence: Sentence, mention: Mention, heads: Sequence[str], lexicon: Lexicon) -> None:
    """Name the disease of each part; the noun and the first part are one name, which may tell more than the part."""
    parts = _parts(sentence, mention.last + 1, heads, lexicon)
    if not parts:
        return
    general = mention.candidates[:1] if mention.last - mention.first > 1 else ()
    first = Mention(mention.first, parts[0].last, (*general, *parts[0].candidates), together=True)
    spans = [(each.first, each.last) for each in (first, *parts[1:])]
    kept = [m for m in sentence.mentions if not any(a <= m.first and m.last <= b for a, b in spans)]
    sentence.mentions = sorted([*kept, first, *parts[1:]], key=lambda each: (each.first, -each.last))


def _parts(sentence: Sentence, at: int, heads: Sequence[str], lexicon: Lexicon) -> list[Mention]:
    norms, found = sentence.norms, list[Mention]()
    while at < len(norms):
        first = at + (norms[at] in ARTICLES)
        named, last = _of_part(norms, first, heads, lexicon)
        if named:
            found.append(Mention(first, last, named))
        else:  # a part whose disease has no name here
            last = next((m.last for m in sentence.mentions if m.first == first and m.meant(SITE)), first)
        if last == first:
            break
        at = last
        while at < len(norms) and norms[at] in _JOINTS:
            at += 1
        if at == last:
            break
    return found


def _of_part(
    norms: Sequence[str], first: int, heads: Sequence[str], lexicon: Lexicon
) -> tuple[tuple[Entity, ...], int]:
    """Return what the part at a token, the longest first, makes of the noun, and where its name ends."""
    for width in range(LONGEST, 0, -1):
        part = tuple(norms[first : first + width])
        for head in heads if len(part) == width and part[-1] not in _JOINTS else ():
            one = (*part[:-1], part[-1].removesuffix("s"))
            for words in ((*part, head), (*one, head), (head, "of", "the", *part), (head, "of", *part)):
                if forms := lexicon.lookup(words):
                    return (forms[0].entity,), first + width
    return (), first
