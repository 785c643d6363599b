"""What a reading needs of the ontology, made once: names, cues, rates, and what restricts a statement.

To make it takes most of a second, so that it is kept until the ontology or the code changes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders.extraction.extractor import Extractor
from loaders.judge import Bench
from loaders.rates import Rates
from loaders.symmetry import symmetric_predicates
from ontology import cache, files
from ontology.assertion import Restrictions
from ontology.cues import Cues
from ontology.curated import Curated
from ontology.exclusion import Exclusion
from ontology.lexicon import Lexicon
from ontology.subsumption import Subsumption, marked
from ontology.unlisted import label_of
from ontology.values import Source


@dataclass(frozen=True, slots=True)
class Tools:
    """What the layers read from the ontology."""

    lexicon: Lexicon
    extractor: Extractor
    rates: Rates
    symmetric: frozenset[str]
    restrictions: Restrictions
    subsumption: Subsumption
    curated: Curated
    exclusion: Exclusion
    modal: frozenset[str]
    stays: frozenset[str]

    @classmethod
    def ready(cls) -> "Tools":
        """Return the tools of the ontology that ships."""
        return cache.kept("tools", ("ontology", "loaders", "dispensatory"), cls.read)

    @classmethod
    def read(cls) -> "Tools":
        """Read the tools from the ontology's files."""
        graph = files.load()
        lexicon = Lexicon.of(graph)
        subsumption = Subsumption.of(graph)
        return cls(
            lexicon,
            Extractor(lexicon, Cues.of(graph)),
            Rates.of(graph),
            symmetric_predicates(graph),
            Restrictions.of(graph),
            subsumption,
            Curated.of(graph, subsumption),
            Exclusion.of(graph),
            marked(graph, "claimsPossibility"),
            marked(graph, "notInherited"),
        )

    def bench(self, groups: Mapping[str, str], sources: Iterable[Source]) -> Bench:
        """Return what the judge weighs by, given which sources are copies and of which date they are."""
        dates = {source.iri: source.date for source in sources if source.date}
        return Bench(self.rates, groups, self.subsumption.wider, self.curated.on, self.modal, dates)

    def label(self, iri: str) -> str:
        """Return the name of an entity or class, as the ontology prefers it."""
        entity = self.lexicon.entities.get(iri)
        return entity.label if entity else label_of(iri)
