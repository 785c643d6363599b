"""The second opinion: HermiT, a complete OWL 2 DL reasoner in Java, on the ontology with what is asserted.

It is slow and optional, and shares no line with the reasoner that builds the graph; that is its worth.
"""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import owlready2
from pyoxigraph import Quad, RdfFormat, serialize

from ontology.errors import CallError, DispensatoryError


def inconsistencies(quads: Iterable[Quad]) -> tuple[str, ...]:
    """Return what HermiT finds wrong: nothing, the classes that can have no member, or that nothing can hold at all."""
    if shutil.which("java") is None:
        raise CallError("HermiT needs Java, and there is no java on the PATH; check without --dl, or install it")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.nt"
        serialize(sorted({quad.triple for quad in quads}, key=str), file, RdfFormat.N_TRIPLES)
        world = owlready2.World()
        world.get_ontology(file.as_uri()).load()
        try:
            with world.get_ontology("urn:hermit"):
                owlready2.sync_reasoner_hermit(world, debug=0)
        except owlready2.OwlReadyInconsistentOntologyError:
            return ("the ontology and what is asserted contradict each other",)
        except owlready2.OwlReadyJavaError as error:
            raise DispensatoryError(f"HermiT broke off: {_last_line(str(error))}") from error
        empty = {each.name for each in world.inconsistent_classes() if each is not owlready2.Nothing}
        return tuple(f"{name} can have no member" for name in sorted(empty))


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return next((line for line in lines if "Exception" in line or "Error" in line), lines[-1] if lines else "no reason")
