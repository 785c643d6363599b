"""The kinds that many modules ask for, as `Mention.meant` takes them."""

from typing import Final

CIRCUMSTANCE: Final = frozenset({"Circumstance"})
CONDITION: Final = frozenset({"Condition"})
DISEASE: Final = frozenset({"Disease"})
DRUG: Final = frozenset({"Drug"})
DRUG_CLASS: Final = frozenset({"DrugClass"})
JURISDICTION: Final = frozenset({"Jurisdiction"})
METABOLITE: Final = frozenset({"Metabolite"})
ONLY_PREDICATED: Final = frozenset({"OnlyPredicated"})
PHYSIOLOGICAL_EFFECT: Final = frozenset({"PhysiologicalEffect"})
POPULATION: Final = frozenset({"Population"})
PROCESS: Final = frozenset({"Process"})
