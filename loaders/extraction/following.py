"""What a text goes on about after a passage: its subject, if what stands there is one."""

from typing import Final

from loaders.extraction.clauses import ABOUT, is_predicative
from loaders.extraction.mentions import Mention
from loaders.extraction.passages import Passage
from loaders.extraction.reference import Focus
from loaders.extraction.sentence import Sentence
from ontology.lexicon import Entity


def go_on(passage: Passage, focus: Focus) -> None:
    """Let the focus take in a passage that was read; a cell's topic is its column's alone."""
    if not passage.fixed_topic and not _names_only(passage.sentence, focus):
        focus.heard(_subjects(passage.sentence), _named(passage.sentence))


def _names_only(sentence: Sentence, focus: Focus) -> bool:
    """Tell whether a line names another drug than the page is about and says nothing: a list without bullets."""
    if len(focus.page) != 1 or len(sentence.mentions) != 1:
        return False
    mention = sentence.mentions[0]
    alone = mention.last - mention.first >= len([norm for norm in sentence.norms if norm.isalnum()])
    return alone and focus.page[0] not in mention.candidates


def _subjects(sentence: Sentence) -> tuple[Mention, ...]:
    """Return what a sentence was about: the subject that stands first, read or not."""
    free = [mention for mention in sentence.mentions if not _in_fronted_phrase(sentence, mention)]
    for mention in (*free, *sentence.mentions):
        if mention.meant(ABOUT) and not is_predicative(sentence, mention):
            before = sentence.tokens[mention.first - 1].norm if mention.first else ""
            if before in _BESIDE or _in_passing(sentence, mention):
                continue
            if not mention.reference and _reaching(sentence, mention):
                continue
            following = [
                each
                for each in sentence.mentions
                if each.first >= mention.last
                and each.meant(ABOUT)
                and not is_predicative(sentence, each)
                and {t.norm for t in sentence.tokens[mention.last : each.first]} <= {"and", ","}
            ]
            return (mention, *following[:1])
    return ()


#: What before a drug shows that a sentence is not about it.
_BESIDE: Final = frozenset({"avoid", "avoiding", "drink", "drinking", "like", "other", "than", "to", "unlike", "with"})


def _reaching(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a drug is only named for what it does to the one spoken of: "naloxone reverses its effects"."""
    norms = sentence.norms
    its = next(
        (m for m in sentence.mentions if m.reference and m.first >= mention.last and norms[m.first] == "its"), None
    )
    if its is None:
        return False
    return all(set(its.candidates).isdisjoint(each.candidates) for each in sentence.mentions if each.first < its.first)


def _in_fronted_phrase(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a mention belongs to a phrase set before the subject: "In a comparison of opioids, X was …"."""
    norms = sentence.norms
    return bool(norms) and norms[0] in _FRONTING and "," in norms[mention.last :] and "," not in norms[: mention.first]


#: The prepositions with which a phrase before the subject begins.
_FRONTING: Final = frozenset({"among", "compared", "in", "of"})


def _in_passing(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a drug is named in brackets, or only to say whose effects others are like: "those of X"."""
    before = sentence.norms[: mention.first]
    return before[-2:] in (["those", "of"], ["that", "of"]) or before.count("(") > before.count(")")


def _named(sentence: Sentence) -> list[Entity]:
    return [entity for mention in sentence.mentions if not mention.reference for entity in mention.meant(ABOUT)]
