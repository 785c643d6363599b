"""What is said of a drug "like other Ys" is said of the Ys too: "Like other opioids, X can cause constipation"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from loaders.extraction.clauses import ClauseWords
from loaders.extraction.contexts import EFFECTS
from loaders.extraction.coordination import group_after
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues

CLASS: Final = frozenset({"DrugClass"})

#: What such a likeness is about; to which class the drug belongs it tells by itself.
SHARED: Final = EFFECTS | {"hasRisk"}


def read(sentence: Sentence, found: Sequence[Reading], cues: Cues, words: ClauseWords) -> Iterator[Reading]:
    """Yield each effect and risk of a drug once more for the class that the sentence calls it like."""
    for at, marker in sentence.found(cues.words("LikeMarker")):
        after = at + len(marker)
        classes = group_after(sentence, after, len(sentence.norms), CLASS, words.lists, reach=2)
        known = {entity for mention in classes for entity in mention.meant(CLASS)}
        for reading in found:
            if reading.predicate not in SHARED or reading.subject in known or reading.at < after:
                continue
            for mention in classes:
                for entity in mention.meant(CLASS):
                    yield replace(reading, subject=entity, subject_mention=mention, module="alike")
        return
