"""What a reading needs of the ontology, made once: names, cues, rates, and what restricts a statement."""

from dataclasses import dataclass

import pyoxigraph as ox

from loaders.extraction.extractor import Extractor
from loaders.rates import Rates
from loaders.symmetry import symmetric_predicates
from ontology import files
from ontology.assertion import Restrictions
from ontology.cues import Cues
from ontology.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Tools:
    """The ontology as quads, and what the layers read from it."""

    ontology: tuple[ox.Quad, ...]
    lexicon: Lexicon
    extractor: Extractor
    rates: Rates
    symmetric: frozenset[str]
    restrictions: Restrictions

    @classmethod
    def ready(cls) -> "Tools":
        """Read the ontology that ships."""
        quads = tuple(files.quads())
        graph = ox.Store()
        graph.bulk_extend(quads)
        lexicon = Lexicon.of(graph)
        return cls(
            quads,
            lexicon,
            Extractor(lexicon, Cues.of(graph)),
            Rates.of(graph),
            symmetric_predicates(graph),
            Restrictions.of(graph),
        )

    def label(self, iri: str) -> str:
        """Return the name of an entity or class, as the ontology prefers it."""
        entity = self.lexicon.entities.get(iri)
        return entity.label if entity else iri.rpartition("/")[2]
