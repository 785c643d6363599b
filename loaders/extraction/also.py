"""What holds of another drug as well: "X is a controlled drug, as is Y", "so does Z", "and so are Ys"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.extraction.clauses import ABOUT, ClauseWords
from loaders.extraction.coordination import group_after
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues


def read(sentence: Sentence, found: Sequence[Reading], cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Yield each reading of the part before "as is" once more for the drugs that stand behind it."""
    said = tuple(found)  # to which the caller may add as it is told more
    if not said:
        return
    norms = sentence.norms
    for at, marker in sentence.found(cues.words("AsWellMarker")):
        others = group_after(sentence, at + len(marker), len(norms), ABOUT, words.lists, reach=1)
        ended = bool(others) and not any(norm.isalpha() for norm in norms[others[-1].last :])
        if not ended:  # "as is X when given …" says more of it
            continue
        for reading in said:
            if reading.at >= at or reading.denied or reading.object_mention.last > at:
                continue
            for mention in others:
                for entity in mention.meant(ABOUT):
                    if entity.iri not in (reading.subject.iri, getattr(reading.object, "iri", "")):
                        yield replace(reading, subject=entity, subject_mention=mention, module="also")
