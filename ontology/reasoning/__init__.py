"""What follows from the graph: OWL axioms and domain rules as Datalog, with a proof of every conclusion.

`reason(quads)` reads the ontology and the asserted axioms and returns a `Reasoning`.
"""

from ontology.reasoning.facts import Axiom, Clash, Fact, Proof
from ontology.reasoning.gaps import Gap
from ontology.reasoning.quads import inferred_quads
from ontology.reasoning.reasoner import Reasoning, reason

__all__ = ["Axiom", "Clash", "Fact", "Gap", "Proof", "Reasoning", "inferred_quads", "reason"]
