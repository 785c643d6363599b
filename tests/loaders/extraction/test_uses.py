"""What stands where the object of a use would, and is none."""

from collections.abc import Callable

import pytest

NONE = [
    "If clonazepam is taken for extended periods of time, dependence can develop.",
    "Morphine was evaluated for its euphoria.",
    "The management of modafinil overdose involves supportive care.",
    "Treatment of overdoses of bupropion is supportive.",
    "An antidote is used for dimenhydrinate poisoning.",
    "Oxazepam is often taken in overdose.",
]

USES = [
    ("Naloxone is used for opioid overdose.", "naloxone treats opioid overdose +"),
    ("Atropine is indicated for poisoning by insecticides.", "atropine treats poisoning +"),
    ("Buspirone is used for severe, disabling anxiety.", "buspirone treats anxiety +"),
    ("Acamprosate is used for alcohol dependence treatment.", "acamprosate treats alcohol dependence +"),
    ("Miconazole is used for candidiasis due to albicans and ringworm.", "miconazole treats ringworm +"),
    ("Ondansetron treats nausea due to cancer therapy.", "ondansetron treats nausea +"),
    ("Ipratropium prevents coughing caused by asthma.", "ipratropium treats asthma +"),
    ("Orlistat should not be used to treat gout.", "orlistat treats gout -"),
    (
        "Gliclazide is used to control blood sugar in adults with type 2 diabetes.",
        "gliclazide treats type 2 diabetes +",
    ),
    ("Propranolol has been used off label in patients with tremor.", "propranolol treats tremor + [status=offLabel]"),
    ("Ticagrelor reduces the risk of events such as a stroke.", "ticagrelor treats stroke +"),
    ("Perampanel is also used with other medicines in the treatment of seizures.", "perampanel treats seizure +"),
    ("Amoxicillin does not work for flu.", "amoxicillin treats flu -"),
    ("Losartan is a drug. Lowering high blood pressure helps prevent strokes.", "losartan treats stroke +"),
    (
        "Dantrolene treats spasticity due to conditions such as multiple sclerosis.",
        "dantrolene treats multiple sclerosis +",
    ),
]


@pytest.mark.parametrize("text", NONE)
def test_what_comes_of_a_drug_is_no_use_of_it(facts: Callable[..., set[str]], text: str) -> None:
    """Nothing is said to be treated."""
    assert not [fact for fact in facts(text) if " treats " in fact]


@pytest.mark.parametrize(("text", "use"), USES)
def test_what_is_treated_is_a_use(facts: Callable[..., set[str]], text: str, use: str) -> None:
    """Risks and poisonings by other things are uses like any other."""
    assert use in facts(text)


def test_the_disease_whose_therapy_causes_what_is_treated_is_no_use(facts: Callable[..., set[str]]) -> None:
    """The therapy is named, and not the disease."""
    assert facts("Ondansetron treats nausea due to cancer therapy.") == {"ondansetron treats nausea +"}


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Lidocaine is indicated for the production of local anesthesia.", "lidocaine hasEffect local anesthesia +"),
        ("Benzocaine is used for the production of anesthesia.", "benzocaine hasEffect anesthesia +"),
        ("Linagliptin improves glycemic control.", "linagliptin hasEffect glucose-lowering effect +"),
    ],
)
def test_what_a_drug_is_to_bring_about_is_its_effect(facts: Callable[..., set[str]], text: str, effect: str) -> None:
    """An effect that is wanted is no condition that is treated."""
    assert facts(text) == {effect}


def test_what_a_disease_is_a_form_of_is_not_treated(facts: Callable[..., set[str]]) -> None:
    """The apposition only says what the disease is."""
    told = facts("Sertraline is used for panic disorder, a severe form of anxiety.")
    assert told == {"sertraline treats panic disorder +"}


def test_what_a_treated_condition_comes_from_is_not_treated(facts: Callable[..., set[str]]) -> None:
    """Unless it is spoken of as a state that has the other."""
    assert facts("Torsemide treats edema associated with heart failure.") == {"torsemide treats edema +"}
    assert facts("Nicorandil is indicated for angina due to coronary artery disease.") == {"nicorandil treats angina +"}
    off = "Apomorphine is indicated for the acute treatment of sudden freezing associated with Parkinson's disease."
    assert not [fact for fact in facts(off) if "hasAdverseEffect" in fact]


def test_a_use_that_is_warned_of_is_none(facts: Callable[..., set[str]]) -> None:
    """A risk that one use has says nothing for that use."""
    found = facts("It may increase the risk of death when used to treat psychosis caused by dementia.", "Aripiprazole")
    assert not any(" treats " in fact for fact in found), found


def test_what_else_readers_take_is_for_its_own_use(facts: Callable[..., set[str]]) -> None:
    """What those medicines treat the page's drug need not."""
    text = "Tell your doctor if you are taking other medicines to treat epilepsy."
    assert not any("treats" in each for each in facts(text, "Lithium"))


@pytest.mark.parametrize(
    "text", ["Take it with food to reduce nausea.", "Drink plenty of water to help prevent constipation."]
)
def test_how_a_drug_is_taken_may_spare_something(facts: Callable[..., set[str]], text: str) -> None:
    """What the food or the water is for the drug does not treat."""
    assert not any(" treats " in each for each in facts(text, "Lithium"))


@pytest.mark.parametrize(
    "text",
    [
        "Treatment for alcohol addiction may include counseling.",
        "The treatment for insomnia often starts with better habits.",
        "Treatment for addiction involves therapy.",
    ],
)
def test_a_treatment_that_is_told_of_at_large_is_not_the_drug_of_the_page(
    facts: Callable[..., set[str]], text: str
) -> None:
    """A page on a drug goes on with how those are treated who take it."""
    assert not {fact for fact in facts(text, "Oxycodone") if " treats " in fact}


def test_what_a_line_names_as_treated_is_what_the_drug_of_the_page_treats(facts: Callable[..., set[str]]) -> None:
    """A line of a few words says so of the page's drug."""
    assert "oxycodone treats pain +" in facts("Treatment of pain", "Oxycodone")
