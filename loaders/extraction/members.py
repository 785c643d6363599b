"""What every reading of membership is made of: that each subject belongs to each class, or does not."""

from collections.abc import Iterator
from typing import Final

from loaders.extraction.clauses import ABOUT
from loaders.extraction.mentions import Mention
from loaders.extraction.readings import Reading

CLASS: Final = frozenset({"DrugClass"})


def pair(
    subjects: list[Mention], members: list[Mention], denied: frozenset[int], cue: str, at: int
) -> Iterator[Reading]:
    """Yield that each subject belongs to each class, or does not where the class's first token is denied."""
    for subject_mention in subjects:
        for subject in subject_mention.meant(ABOUT):
            for member in members:
                for target in member.meant(CLASS):
                    if target.iri != subject.iri:
                        yield Reading(
                            subject,
                            "isA",
                            target,
                            member.first in denied,
                            cue,
                            "membership",
                            at,
                            subject_mention,
                            member,
                        )
