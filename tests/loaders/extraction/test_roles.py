"""Nouns that name a role: side effects, symptoms of withdrawal, indications."""

from collections.abc import Callable

import pytest

READ = [
    (
        "Common side effects of sertraline include nausea and insomnia.",
        {
            "sertraline hasAdverseEffect nausea + [frequency=common]",
            "sertraline hasAdverseEffect insomnia + [frequency=common]",
        },
    ),
    (
        "Methadone withdrawal symptoms include anxiety and sweating.",
        {
            "methadone hasWithdrawalSymptom anxiety +",
            "methadone hasWithdrawalSymptom sweating +",
            "methadone hasRisk withdrawal syndrome +",
        },
    ),
    ("Drowsiness is a common side effect of diazepam.", {"diazepam hasAdverseEffect drowsiness + [frequency=common]"}),
    ("Diarrhea is not a side effect of morphine.", {"morphine hasAdverseEffect diarrhea -"}),
    ("Contraindications of ibuprofen include kidney disease.", {"ibuprofen hasPrecaution kidney disease +"}),
    (
        "Side effects of warfarin do not usually include drowsiness or dizziness.",
        {"warfarin hasAdverseEffect drowsiness -", "warfarin hasAdverseEffect dizziness -"},
    ),
    ("Weight gain is not a side effect of topiramate.", {"topiramate hasAdverseEffect weight gain -"}),
    ("The main side effect of clozapine is sedation.", {"clozapine hasAdverseEffect sedation +"}),
    ("Most side effects of omeprazole pass within days.", set()),
    ("Side effects of zolpidem are common.", set()),
    ("Ask about the side effects of zolpidem.", set()),
    (
        "The effects of zopiclone can range from relaxation and euphoria, to confusion, coma, and even death.",
        {
            "zopiclone hasRisk death +",
            "zopiclone hasEffect relaxation +",
            "zopiclone hasAdverseEffect coma +",
            "zopiclone hasAdverseEffect confusion +",
            "zopiclone hasEffect euphoria +",
        },
    ),
    ("Side effects of zopiclone range from mild to severe.", set()),
    ("Zopiclone has several side effects, the most worrying being amnesia.", {"zopiclone hasAdverseEffect amnesia +"}),
    (
        "Reported outcomes of zopiclone misuse have included seizures and coma.",
        {"zopiclone hasAdverseEffect coma +", "zopiclone hasAdverseEffect seizure +", "zopiclone hasRisk misuse +"},
    ),
    (
        "The effects of dexamethasone include reducing swelling, redness and itching.",
        {"dexamethasone treats edema +", "dexamethasone treats itching +", "dexamethasone treats erythema +"},
    ),
    (
        "The central nervous system effects that result from taking caffeine include arousal and insomnia.",
        {"caffeine hasEffect arousal +", "caffeine hasAdverseEffect insomnia +"},
    ),
    (
        "People sometimes have abnormal reactions to triazolam such as agitation.",
        {"triazolam hasAdverseEffect agitation +"},
    ),
    (
        "No withdrawal from quetiapine is known, although its after-effects can include tiredness and headache.",
        {"quetiapine hasAdverseEffect fatigue +", "quetiapine hasAdverseEffect headache +"},
    ),
    (
        "Possible negative psychological effects of modafinil include anxiety and irritability.",
        {"modafinil hasAdverseEffect anxiety +", "modafinil hasAdverseEffect irritability +"},
    ),
    (
        "Orlistat has few side effects (flatulence, diarrhea) in adults.",
        {
            "orlistat hasAdverseEffect flatulence + [population=adult]",
            "orlistat hasAdverseEffect diarrhea + [population=adult]",
        },
    ),
    (
        "Other effects of methoxetamine are flicking up and down of the eyes, drooling and disordered thinking.",
        {
            "methoxetamine hasAdverseEffect nystagmus +",
            "methoxetamine hasAdverseEffect increased salivation +",
            "methoxetamine hasAdverseEffect confusion +",
        },
    ),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_a_role_joins_its_owner_with_what_has_it(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """The list after the noun, or the subject before it, has the role; a noun alone says nothing."""
    assert facts(text) == read


SPOKEN = [
    (
        "Stopping suddenly may bring withdrawal symptoms. These include anxiety and tremor.",
        {"methadone hasWithdrawalSymptom anxiety +", "methadone hasWithdrawalSymptom tremor +"},
    ),
    (
        "Side effects are mostly mild. They may include nausea.",
        {"methadone hasAdverseEffect nausea +"},
    ),
    (
        "Know the signs of overdose. Other symptoms can include coma.",
        {"methadone hasOverdoseEffect coma +"},
    ),
    (
        "It is used for a number of heart problems. This includes atrial flutter and heart failure.",
        {"methadone treats atrial flutter +", "methadone treats heart failure +"},
    ),
    (
        "It treats many infections. These specifically include cystitis.",
        {"methadone treats cystitis +"},
    ),
    (
        "## Withdrawal\n\nIt begins within a day. Common symptoms include sweating.",
        {"methadone hasWithdrawalSymptom sweating + [frequency=common]"},
    ),
]


@pytest.mark.parametrize(("text", "read"), SPOKEN)
def test_what_opens_a_sentence_stands_for_the_role_spoken_of(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """The noun that the text has used last in the section goes on: "These include"."""
    assert read <= facts(text, "Methadone")


def test_symptoms_of_which_nothing_was_said_have_no_role(facts: Callable[..., set[str]]) -> None:
    """Without a noun before it, or a heading, "symptoms" may be those of a disease."""
    assert facts("Symptoms include anxiety and tremor.", "Methadone") == set()
    text = "Withdrawal symptoms are rare.\n\n## Malaria\n\nSymptoms include fever."
    assert [fact for fact in facts(text, "Methadone") if "fever" in fact] == []


def test_what_is_no_use_is_not_gone_on_with(facts: Callable[..., set[str]]) -> None:
    """After a denied use, "these include" affirms none."""
    found = facts("It is not used for infections. These include cystitis.", "Methadone")
    assert not [fact for fact in found if "cystitis" in fact]


def test_examples_of_an_effect_are_effects(facts: Callable[..., set[str]]) -> None:
    """Behind the name of a kind of effect, "such as" opens those that it has."""
    text = "It is avoided because of its anticholinergic effects, such as confusion and urinary retention."
    assert {"methadone hasAdverseEffect confusion +", "methadone hasAdverseEffect urinary retention +"} <= facts(
        text, "Methadone"
    )


def test_who_stops_reports_withdrawal(facts: Callable[..., set[str]]) -> None:
    """What users feel who stop is no side effect."""
    found = facts("Users who stop report fatigue and craving.", "Methadone")
    assert {"methadone hasWithdrawalSymptom fatigue +"} <= found
    assert not [fact for fact in found if "hasAdverseEffect" in fact]


RELIEVED = [
    "Bupropion reduces craving and withdrawal symptoms such as irritability and depressed mood.",
    "Ondansetron helps to prevent side effects such as nausea.",
    "Flumazenil is given to treat overdose symptoms such as coma.",
]


@pytest.mark.parametrize("text", RELIEVED)
def test_symptoms_that_a_drug_makes_less_of_are_not_its_own(facts: Callable[..., set[str]], text: str) -> None:
    """A verb such as "reduces" before the noun turns what it lists into what is relieved."""
    harms = (" hasWithdrawalSymptom ", " hasAdverseEffect ", " hasOverdoseEffect ")
    assert not [fact for fact in facts(text) if any(harm in fact for harm in harms)]


@pytest.mark.parametrize(
    "text",
    [
        "## Side effects\n\nNeurologic effects include tremor and headache.",
        "## Side effects\n\nOther serious effects include:\n\n- tremor\n- headache",
    ],
)
def test_effects_listed_under_side_effects_are_side_effects(facts: Callable[..., set[str]], text: str) -> None:
    """The noun "effects" alone does not say whether they are wanted; the heading does."""
    found = facts(text, "Lithium")
    assert {"lithium hasAdverseEffect tremor +", "lithium hasAdverseEffect headache +"} <= found


def test_problems_of_an_item_have_the_role_of_its_list(facts: Callable[..., set[str]]) -> None:
    """Under "used to treat", "skin problems such as eczema" names what is treated."""
    text = "It is used to treat conditions such as:\n\n- Skin problems such as eczema and psoriasis\n- Asthma"
    found = facts(text, "Triamcinolone")
    assert {"triamcinolone treats eczema +", "triamcinolone treats psoriasis +"} <= found
    assert not [fact for fact in found if " hasAdverseEffect " in fact]


def test_these_go_on_with_what_a_drug_causes(facts: Callable[..., set[str]]) -> None:
    """A noun that leaves open what it is says so of what the next sentence lists."""
    found = facts("Tamoxifen can cause changes to your uterus. These include endometriosis and cramps.", "Tamoxifen")
    assert "tamoxifen hasAdverseEffect endometriosis +" in found
