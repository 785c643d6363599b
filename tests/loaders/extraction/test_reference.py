"""What pronouns, "the drug", "both" and an unnamed subject stand for."""

from collections.abc import Callable

import pytest

TOPIC = [
    (
        "Zolpidem",
        "It is used to treat insomnia. The drug acts on GABA-A receptors.",
        {"zolpidem treats insomnia +", "zolpidem actsOn GABA-A receptor +"},
    ),
    (
        "Sertraline",
        "Side effects may include nausea. Its most common side effect is diarrhea.",
        {"sertraline hasAdverseEffect nausea +", "sertraline hasAdverseEffect diarrhea + [frequency=common]"},
    ),
    (
        "Lithium",
        "This medication is used to treat bipolar disorder.",
        {"lithium treats bipolar disorder +"},
    ),
    (
        "Haloperidol",
        "Common side effects are tremor and dry mouth.",
        {
            "haloperidol hasAdverseEffect tremor + [frequency=common]",
            "haloperidol hasAdverseEffect dry mouth + [frequency=common]",
        },
    ),
]

NEAREST = [
    (
        "Clonidine",
        "Clonidine lowers blood pressure. Guanfacine is a similar drug. It is used for ADHD.",
        {"clonidine decreases blood pressure +", "guanfacine treats attention deficit hyperactivity disorder +"},
    ),
    (
        "",
        "Diazepam is a benzodiazepine. It causes drowsiness. The drug treats anxiety.",
        {"diazepam isA benzodiazepine +", "diazepam hasAdverseEffect drowsiness +", "diazepam treats anxiety +"},
    ),
    (
        "Doxycycline",
        "In combination with quinine, it is used to treat malaria.",
        {"doxycycline treats malaria +"},
    ),
    (
        "Ketamine",
        "Ketamine differs from propofol. It causes dissociation.",
        {"ketamine hasAdverseEffect dissociation +"},
    ),
    (
        "Propofol",
        "Unlike ketamine, propofol causes low blood pressure. It treats insomnia.",
        {"propofol hasAdverseEffect hypotension +", "propofol treats insomnia +"},
    ),
    (
        "Haloperidol",
        "Haloperidol blocks dopamine receptors. Dopamine is a neurotransmitter. It is involved in pain.",
        {"haloperidol antagonistOf dopamine receptor +"},
    ),
    (
        "Triazolam",
        "Avoid alcohol while you take it. It causes drowsiness.",
        {"triazolam interactsWith alcohol +", "triazolam hasAdverseEffect drowsiness +"},
    ),
    ("Pregabalin", "Alcohol increases the sedative effect of the drug.", {"alcohol interactsWith pregabalin +"}),
    (
        "Modafinil",
        "In low doses (a glass of cola has some caffeine), the substance acts as a stimulant.",
        {"modafinil isA stimulant +"},
    ),
    (
        "Nabumetone",
        "Barbiturates carry a risk of dependence, and users of the drug may experience withdrawal symptoms.",
        {"barbiturate hasRisk dependence +", "barbiturate hasRisk withdrawal syndrome +"},
    ),
    (
        "Letrozole",
        "While letrozole acts slowly, chemotherapy can cause nausea.",
        {"cytotoxic drug hasAdverseEffect nausea +"},
    ),
    (
        "Selegiline",
        "There is a severe interaction with pethidine and it may also cause headache.",
        {"selegiline interactsWith meperidine + [result=headache]"},
    ),
]

SEVERAL = [
    (
        "Gabapentin and pregabalin",
        "Both are used to treat neuropathic pain. Neither is an opioid.",
        {
            "gabapentin treats neuropathic pain +",
            "pregabalin treats neuropathic pain +",
            "gabapentin isA opioid -",
            "pregabalin isA opioid -",
        },
    ),
    (
        "Morphine vs naloxone",
        "Both drugs act on opioid receptors.",
        {"morphine actsOn opioid receptor +", "naloxone actsOn opioid receptor +"},
    ),
    (
        "",
        "Sertraline and fluoxetine are SSRIs. They treat depression.",
        {
            "sertraline isA selective serotonin reuptake inhibitor +",
            "fluoxetine isA selective serotonin reuptake inhibitor +",
            "sertraline treats depression +",
            "fluoxetine treats depression +",
        },
    ),
    (
        "",
        "Ketamine can cause nausea. Patients may then be given antacids. These medicines relieve heartburn.",
        {"ketamine hasAdverseEffect nausea +", "antacid treats heartburn +"},
    ),
    (
        "",
        "Some take statins. Fibrates treat high cholesterol. They can cause nausea.",
        {"fibrate treats high cholesterol +", "fibrate hasAdverseEffect nausea +"},
    ),
    (
        "Trazodone",
        "Opioids and sedatives are older. It is neither a stimulant nor a narcotic.",
        {"trazodone isA stimulant -", "trazodone isA narcotic -"},
    ),
]

UNKNOWN = [
    ("", "It is used to treat insomnia."),
    ("Insomnia", "They are used to treat anxiety."),
    ("", "Patients taking it may feel drowsy."),
    ("Asthma", "Some fear ketamine. Some fear propranolol. Others do not. They cause drowsiness."),
    ("Asthma", "Some are addicted to something (alcohol, tobacco). The substance causes insomnia."),
    ("Heartburn", 'Many people drink alcohol. For more, go to "What causes heartburn?"'),
    ("Heartburn", "Patients should quit or limit alcohol. This improves sleep, and avoiding alcohol reduces anxiety."),
]


@pytest.mark.parametrize(("title", "text", "read"), TOPIC)
def test_an_unnamed_subject_is_the_topic_of_the_page(
    facts: Callable[..., set[str]], title: str, text: str, read: set[str]
) -> None:
    """The title tells whose effects and uses a sentence speaks of."""
    assert facts(text, title) == read


@pytest.mark.parametrize(("title", "text", "read"), NEAREST)
def test_a_pronoun_stands_for_the_subject_before_it(
    facts: Callable[..., set[str]], title: str, text: str, read: set[str]
) -> None:
    """What a sentence is about the next one goes on about; what it was only set against is passed over."""
    assert facts(text, title) == read


@pytest.mark.parametrize(("title", "text", "read"), SEVERAL)
def test_both_and_they_stand_for_several(facts: Callable[..., set[str]], title: str, text: str, read: set[str]) -> None:
    """The two of the title, or those of the sentence before, are each said to do it."""
    assert facts(text, title) == read


@pytest.mark.parametrize(("title", "text"), UNKNOWN)
def test_a_pronoun_without_a_drug_before_it_says_nothing(facts: Callable[..., set[str]], title: str, text: str) -> None:
    """Nothing is guessed where no drug has been named."""
    assert facts(text, title) == set()


def test_a_second_title_in_the_words_of_the_first_begins_a_page_of_its_own(facts: Callable[..., set[str]]) -> None:
    """Fact sheets in one document are each about their own drug."""
    text = "It causes nausea.\n\n# Kratom facts\n\nIt causes itching."
    found = facts(text, "Fentanyl facts")
    assert {"fentanyl hasAdverseEffect nausea +", "kratom hasAdverseEffect itching +"} == found


def test_these_drugs_are_those_that_are_named_right_after(facts: Callable[..., set[str]]) -> None:
    """A name set behind a comma says which are meant."""
    text = "The heart needs electrolytes. These medicines, called beta blockers, treat angina."
    assert facts(text) == {"beta blocker treats angina +"}


def test_this_medicine_is_that_of_the_page(facts: Callable[..., set[str]]) -> None:
    """Whatever was spoken of last: leaflets call so what they are about."""
    text = "Alcohol can change how well it works. Avoid alcohol. This medicine may cause headache."
    assert "naproxen hasAdverseEffect headache +" in facts(text, "Naproxen")


@pytest.mark.parametrize("likened", ["Like other opioids,", "Like most other opioids,", "Unlike many opioids,"])
def test_what_a_drug_is_likened_to_is_not_it(facts: Callable[..., set[str]], likened: str) -> None:
    """However many others are meant."""
    assert "tapentadol hasAdverseEffect nausea +" in facts(f"{likened} it can cause nausea.", "Tapentadol")


def test_both_is_a_pair_before_whatever_it_calls_for(facts: Callable[..., set[str]]) -> None:
    """Only drugs behind it say themselves which two are meant."""
    read = facts("Both should be withdrawn gradually.", "Gabapentin and pregabalin")
    assert {"gabapentin requires gradual tapering +", "pregabalin requires gradual tapering +"} <= read
