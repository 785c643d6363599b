"""What the walk hands to the reading modules, and what it needs of the extractor."""

from collections.abc import Iterator
from typing import Protocol

from loaders.extraction.leads import LeadIn
from loaders.extraction.reference import Focus
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity


class Passage:
    """A sentence, item or cell ready to be read; `start` and `end` span the words that count as its quote."""

    __slots__ = ("end", "fixed_topic", "frequency", "section_role", "sentence", "start")

    def __init__(
        self,
        sentence: Sentence,
        start: int,
        end: int,
        section_role: str = "",
        frequency: str = "",
        fixed_topic: bool = False,
    ) -> None:
        """Take the sentence and its quote.

        `frequency` is how often what is listed here happens, as a heading, lead-in or label tells; with `fixed_topic`
        the topic is that of a cell or label, and not what the text goes on about.
        """
        self.sentence = sentence
        self.start = start
        self.end = end
        self.section_role = section_role
        self.frequency = frequency
        self.fixed_topic = fixed_topic


def naming(sentence: Sentence, start: int, end: int) -> Iterator[Passage]:
    """Yield a heading, label or header as a passage of which only the names are read: several things, or a brand."""
    if len(sentence.mentions) > 1 or any(mention.brand for mention in sentence.mentions):
        sentence.naming = True
        yield Passage(sentence, start, end, fixed_topic=True)


class Analyser(Protocol):
    """What the walk needs of the extractor."""

    cues: Cues

    def analyse(self, text: str, start: int, end: int, defined: dict[str, Entity], focus: Focus | None) -> Sentence:
        """Return a stretch of text as a sentence."""

    def lead_in(self, sentence: Sentence, section_role: str, before: Sentence | None = None) -> LeadIn:
        """Return what a line that leads in to items, with the sentence before it, makes of them."""

    def frequency_of(self, sentence: Sentence) -> str:
        """Return how often happens what stands below a heading, a lead-in line or a label."""

    def only_frequency(self, sentence: Sentence) -> bool:
        """Tell whether a heading or label does nothing but tell how often."""
