"""The classes of drugs in their order, as a pharmacologist would state it: what lies under what, and what does not."""

from functools import cache

import pytest

from ontology.files import load, quads
from ontology.lexicon import Lexicon
from ontology.reasoning import classes
from ontology.reasoning.classes import Sides
from ontology.reasoning.properties import superproperties
from ontology.reasoning.reading import read
from ontology.reasoning.taxonomy import classify
from ontology.terms import DISP
from ontology.tokens import normal_form

#: Every member of the first is a member of the second.
UNDER = """
    Opiate Opioid
    SemisyntheticOpioid Opioid
    Nitazene SyntheticOpioid
    Nitazene Opioid
    FentanylAnalog SyntheticOpioid
    OpioidAnalgesic Analgesic
    OpioidAnalgesic Opioid
    MuOpioidReceptorAgonist OpioidReceptorAgonist
    KappaOpioidReceptorAgonist OpioidReceptorAgonist
    PartialMuOpioidReceptorAgonist MuOpioidReceptorAgonist
    PartialMuOpioidReceptorAgonist PartialOpioidReceptorAgonist
    PeripherallyActingOpioidAntagonist OpioidReceptorAntagonist
    MixedOpioidAgonistAntagonist OpioidReceptorAgonist
    MixedOpioidAgonistAntagonist OpioidReceptorAntagonist
    Benzodiazepine CNSDepressant
    Benzodiazepine GABAAPositiveModulator
    Triazolobenzodiazepine Benzodiazepine
    Barbiturate GABAAPositiveModulator
    BenzodiazepineSiteModulator GABAAPositiveModulator
    ZDrug Hypnotic
    ZDrug GABAAPositiveModulator
    GABABReceptorAgonist GABAReceptorAgonist
    Gabapentinoid GABAAnalog
    SelectiveSerotoninReuptakeInhibitor Antidepressant
    SelectiveSerotoninReuptakeInhibitor MonoamineReuptakeInhibitor
    SerotoninNorepinephrineReuptakeInhibitor SerotoninReuptakeInhibitor
    NorepinephrineDopamineReuptakeInhibitor DopamineReuptakeInhibitor
    NorepinephrineDopamineReuptakeInhibitor MonoamineReuptakeInhibitor
    MAOAInhibitor MonoamineOxidaseInhibitor
    MAOBInhibitor MonoamineOxidaseInhibitor
    TetracyclicAntidepressant Antidepressant
    TypicalAntipsychotic Antipsychotic
    TypicalAntipsychotic DopamineReceptorAntagonist
    AtypicalAntipsychotic Antipsychotic
    FiveHT2AAntagonist SerotoninReceptorAntagonist
    FiveHT3Antagonist SerotoninReceptorAntagonist
    Triptan SerotoninReceptorAgonist
    Triptan AntimigraineDrug
    SerotonergicPsychedelic SerotoninReceptorAgonist
    SerotonergicPsychedelic Hallucinogen
    Deliriant Hallucinogen
    Dissociative Hallucinogen
    DissociativeAnesthetic Anesthetic
    Lysergamide Ergoline
    SyntheticCannabinoid Cannabinoid
    SyntheticCathinone Phenethylamine
    SubstitutedAmphetamine Phenethylamine
    VolatileAnesthetic GeneralAnesthetic
    BelladonnaAlkaloid MuscarinicAntagonist
    DualOrexinReceptorAntagonist OrexinReceptorAntagonist
    NSAID CyclooxygenaseInhibitor
    SelectiveCOX2Inhibitor NSAID
    Statin LipidLoweringDrug
    Sulfonylurea Antidiabetic
    LoopDiuretic Diuretic
    PenicillinAntibiotic Antibiotic
    SecondGenerationAntihistamine H1Antagonist
    CYP3A4Inducer CYPInducer
    SubstanceControlledInUS ControlledSubstance
    InternationallyControlledSubstance ControlledSubstance
"""
#: Some member of the first may be no member of the second, however often the two are taken for one.
NOT_UNDER = """
    Opioid Opiate
    Opioid Narcotic
    Opioid CNSDepressant
    Opioid OpioidReceptorAgonist
    Opioid Analgesic
    Opioid ControlledSubstance
    OpiumAlkaloid Opioid
    Narcotic Opioid
    OpioidReceptorAntagonist OpioidReceptorAgonist
    KappaOpioidReceptorAgonist MuOpioidReceptorAgonist
    PartialOpioidReceptorAgonist MuOpioidReceptorAgonist
    ZDrug Benzodiazepine
    Thienodiazepine Benzodiazepine
    Imidazopyridine Benzodiazepine
    Cyclopyrrolone Benzodiazepine
    GABAAPositiveModulator BenzodiazepineSiteModulator
    GABAAPositiveModulator Benzodiazepine
    GABABReceptorAgonist BenzodiazepineSiteModulator
    GABABReceptorAgonist GABAAPositiveModulator
    GABABReceptorAgonist Benzodiazepine
    GABAAPositiveModulator GABAReceptorAgonist
    Barbiturate BenzodiazepineSiteModulator
    Barbiturate Benzodiazepine
    Gabapentinoid GABAReceptorAgonist
    Gabapentinoid GABAAPositiveModulator
    Gabapentinoid Benzodiazepine
    GABAAnalog GABAReceptorAgonist
    SkeletalMuscleRelaxant CNSDepressant
    SkeletalMuscleRelaxant Benzodiazepine
    CentrallyActingMuscleRelaxant NeuromuscularBlocker
    SelectiveSerotoninReuptakeInhibitor NorepinephrineReuptakeInhibitor
    SerotoninNorepinephrineReuptakeInhibitor SelectiveSerotoninReuptakeInhibitor
    SerotoninReuptakeInhibitor Antidepressant
    MonoamineOxidaseInhibitor MAOBInhibitor
    MAOBInhibitor MAOAInhibitor
    TetracyclicAntidepressant TricyclicAntidepressant
    Phenothiazine Antipsychotic
    AtypicalAntipsychotic FiveHT2AAntagonist
    Hallucinogen Psychedelic
    Dissociative NMDAReceptorAntagonist
    Deliriant Psychedelic
    Tryptamine Psychedelic
    Phenethylamine CNSStimulant
    SubstitutedCathinone SubstitutedAmphetamine
    WakefulnessPromotingAgent SubstitutedAmphetamine
    WakefulnessPromotingAgent CNSStimulant
    Cannabinoid CannabinoidReceptorAgonist
    Anticholinergic MuscarinicAntagonist
    NicotinicAgonist MuscarinicAgonist
    Antihistamine H1Antagonist
    H2Antagonist H1Antagonist
    OrexinReceptorAntagonist DualOrexinReceptorAntagonist
    CyclooxygenaseInhibitor NSAID
    NonOpioidAnalgesic NSAID
    Salicylate NSAID
    Biguanide Antidiabetic
    Steroid Corticosteroid
    ControlledSubstance SubstanceControlledInUS
    PrescriptionOnlyDrug ControlledSubstance
    Racetam CNSStimulant
"""


def pairs(table: str) -> list[tuple[str, str]]:
    """Return the rows of a table."""
    return [(one, other) for one, other in (row.split() for row in table.strip().splitlines())]


@cache
def order() -> dict[str, frozenset[str]]:
    """Return the named classes above each class, as the reasoner finds them, once a run."""
    ontology = read(quads())
    sides = Sides.of(ontology)
    classes.enumerated(sides, ontology.facts)
    taxonomy = classify(ontology, sides, superproperties(ontology))
    return {
        iri.removeprefix(DISP): frozenset(name.removeprefix(DISP) for name in taxonomy.superclasses(iri))
        for iri in ontology.classes
    }


@pytest.mark.parametrize(("low", "high"), pairs(UNDER))
def test_what_a_pharmacologist_puts_under_a_class_lies_there(low: str, high: str) -> None:
    """Every member of the narrower class is one of the wider."""
    assert high in order()[low]


@pytest.mark.parametrize(("low", "high"), pairs(NOT_UNDER))
def test_what_people_mix_up_stays_apart(low: str, high: str) -> None:
    """Both classes exist, and the first does not lie under the second."""
    assert low in order()
    assert high in order()
    assert high not in order()[low]


def test_there_are_many_classes_of_drugs() -> None:
    """At least two hundred classes lie under drug, and both tables hold forty rows or more."""
    assert sum("Drug" in above for above in order().values()) >= 200
    assert min(len(pairs(UNDER)), len(pairs(NOT_UNDER))) >= 40


def test_no_two_classes_of_drugs_are_one() -> None:
    """No class lies under another that lies under it: each has a meaning of its own."""
    above = order()
    assert [
        (low, high) for low, found in above.items() for high in found if low < high and low in above.get(high, ())
    ] == []


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Return the names of the ontology."""
    return Lexicon.of(load())


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("water tablet", "Diuretic"),
        ("anti-sickness medicine", "Antiemetic"),
        ("epilepsy medicine", "Anticonvulsant"),
        ("diabetes medicine", "Antidiabetic"),
        ("cancer medicine", "AntineoplasticDrug"),
        ("malaria medicine", "Antimalarial"),
        ("blood pressure tablet", "Antihypertensive"),
        ("strong painkillers", "Analgesic"),
        ("tranquilliser", "Sedative"),
        ("hay fever medicine", "Antihistamine"),
        ("indigestion remedies", "Antacid"),
        ("steroid tablets", "Corticosteroid"),
        ("mini-pill", "OralContraceptive"),
        ("blood-thinning medicine", "Anticoagulant"),
        ("TB medicine", "AntituberculosisDrug"),
        ("slimming pills", "Anorectic"),
        ("cold and flu remedies", "ColdRemedy"),
        ("HRT", "HormoneReplacementTherapy"),
        ("contrast dye", "ContrastAgent"),
        ("heart medicine", "CardiovascularDrug"),
    ],
)
def test_the_names_of_leaflets_lead_to_the_class(lexicon: Lexicon, form: str, name: str) -> None:
    """A leaflet's "water tablets" are diuretics, and its "steroid tablets" corticosteroids."""
    assert {each.entity.iri.removeprefix(DISP) for each in lexicon.lookup(normal_form(form))} == {name}
