"""Which drug belongs to which class, by a verb, an apposition or an example."""

from collections.abc import Callable

import pytest

VERBS = [
    (
        "Lisdexamfetamine is a stimulant prodrug. Clonazepam is a benzodiazepine anticonvulsant.",
        {
            "lisdexamfetamine isA stimulant +",
            "lisdexamfetamine isA prodrug +",
            "clonazepam isA benzodiazepine +",
            "clonazepam isA anticonvulsant +",
        },
    ),
    ("Naloxone is an opioid antidote.", {"naloxone isA antidote +"}),
    ("Zolpidem is a hypnotic.", {"zolpidem isA hypnotic +"}),
    ("Nefazodone is a phenylpiperazine compound.", {"nefazodone isA phenylpiperazine +"}),
    ("Mirtazapine is a second-generation antidepressant.", {"mirtazapine isA second-generation antidepressant +"}),
    ("Pethidine is of the phenylpiperidine family.", {"meperidine isA phenylpiperidine +"}),
    ("Alcohol is a depressant.", {"alcohol isA central nervous system depressant +"}),
    ("Tramadol is classified as an opioid analgesic.", {"tramadol isA opioid analgesic +"}),
    ("Haloperidol is one of the typical antipsychotics.", {"haloperidol isA typical antipsychotic +"}),
    ("Benzodiazepines are a class of sedatives.", {"benzodiazepine isA sedative +"}),
    ("Amphetamine is a stimulant of the phenethylamine class.", {"amphetamine isA stimulant +"}),
    (
        "The main kinds of opiates are morphine and codeine.",
        {"morphine isA opiate +", "codeine isA opiate +"},
    ),
    (
        "Codeine is an opiate that is used to treat pain.",
        {"codeine isA opiate +", "codeine treats pain +"},
    ),
    (
        "Zolpidem is not an opioid. Zolpidem is not an opiate either.",
        {"zolpidem isA opioid -", "zolpidem isA opiate -"},
    ),
    (
        "Zopiclone is a member of the cyclopyrrolone family and a commonly used hypnotic.",
        {"zopiclone isA cyclopyrrolone +", "zopiclone isA hypnotic +"},
    ),
    (
        "Atorvastatin is one of the most widely prescribed statins. Heparin is used as an anticoagulant.",
        {"atorvastatin isA statin +", "heparin isA anticoagulant +"},
    ),
    (
        "Bupropion is an atypical antidepressant, unlike sertraline, which is an SSRI.",
        {"bupropion isA atypical antidepressant +", "sertraline isA selective serotonin reuptake inhibitor +"},
    ),
    ("Temazepam belongs to the so-called benzodiazepines.", {"temazepam isA benzodiazepine +"}),
    ("Tizanidine is what is called a muscle relaxant.", {"tizanidine isA skeletal muscle relaxant +"}),
    ("Tretinoin is available only by prescription.", {"tretinoin isA prescription-only drug +"}),
    ("Ramelteon is a non-narcotic hypnotic.", {"ramelteon isA hypnotic +", "ramelteon isA narcotic -"}),
    ("A narcotic is another name for an opioid.", {"narcotic isA opioid +"}),
    (
        "Promethazine is approved for nausea as well as for allergies and as a sedative.",
        {"promethazine treats nausea +", "promethazine isA sedative +", "promethazine treats allergic reaction +"},
    ),
    ("Bupropion isn’t regulated as a controlled substance.", {"bupropion isA controlled substance -"}),
    ("Bupropion is not scheduled in Canada.", {"bupropion isA controlled substance - [jurisdiction=Canada]"}),
    ("Phencyclidine was first developed as an anesthetic.", {"phencyclidine isA anesthetic +"}),
    ("Doxylamine is sold as a sleeping pill.", {"doxylamine isA hypnotic +"}),
    ("Clonazepam is prescribed as an anti-convulsant.", {"clonazepam isA anticonvulsant +"}),
    (
        "Nabumetone is a non-narcotic, non-sedating painkiller.",
        {"nabumetone isA narcotic -", "nabumetone isA analgesic +", "nabumetone hasAdverseEffect sedation -"},
    ),
    ("Once marketed as a sedative, thalidomide is rarely used.", {"thalidomide isA sedative +"}),
    ("Mescaline has no accepted medical use.", {"mescaline isA approved drug -"}),
    ("Detomidine is licensed only for veterinary use.", {"detomidine isA veterinary drug +"}),
    ("Pregabalin doesn't fall into the opioid category.", {"pregabalin isA opioid -"}),
]

BESIDE = [
    (
        "Zolpidem, a hypnotic, treats insomnia.",
        {"zolpidem isA hypnotic +", "zolpidem treats insomnia +"},
    ),
    (
        "SSRIs such as sertraline treat depression.",
        {
            "sertraline isA selective serotonin reuptake inhibitor +",
            "selective serotonin reuptake inhibitor treats depression +",
            "sertraline treats depression +",
        },
    ),
    (
        "Benzodiazepines (for example, alprazolam and diazepam) can cause dependence.",
        {
            "alprazolam isA benzodiazepine +",
            "diazepam isA benzodiazepine +",
            "benzodiazepine hasRisk dependence +",
            "alprazolam hasRisk dependence +",
            "diazepam hasRisk dependence +",
        },
    ),
]

NONE = [
    "Learn about interactions with alcohol and other prescription medicines.",
    "Montelukast is used in patients who need a controller medicine such as an inhaled corticosteroid.",
    "Methadone is used as an alternative to heroin.",
    "Is zolpidem a benzodiazepine?",
    "Zolpidem is sometimes mistakenly called a benzodiazepine.",
    "Zolpidem is often mistaken for a benzodiazepine.",
    "Flumazenil treats an overdose of a benzodiazepine.",
    "Mirtazapine is taken with an antipsychotic.",
    "The most common types of antidepressants are not sedatives.",
    "Some antidepressants, hypnotics, and alcohol increase sedation.",
    "Several drugs produce amphetamine as a metabolite, including selegiline.",
    "In Norway, zolpidem is not a controlled substance.",
    "The plant was sold as a legal alternative to drugs such as heroin.",
]


@pytest.mark.parametrize(("text", "read"), VERBS)
def test_a_verb_of_being_gives_the_class(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """What a drug is said to be, it is a member of."""
    assert facts(text) == read


@pytest.mark.parametrize(("text", "read"), BESIDE)
def test_a_class_beside_its_member_gives_it(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """Appositions and examples tell memberships without a verb."""
    assert facts(text) == read


@pytest.mark.parametrize("text", NONE)
def test_a_class_that_is_only_spoken_of_has_no_new_member(facts: Callable[..., set[str]], text: str) -> None:
    """Questions, mistakes, antidotes and companions are no memberships."""
    assert not {fact for fact in facts(text) if " isA " in fact}


def test_a_class_with_examples_of_its_own_is_no_example(facts: Callable[..., set[str]]) -> None:
    """It is listed beside the class before it."""
    text = "Decongestants, such as phenylephrine, and antihistamines, such as cetirizine, can raise blood pressure."
    members = {fact for fact in facts(text) if " isA " in fact}
    assert members == {"phenylephrine isA decongestant +", "cetirizine isA antihistamine +"}


def test_what_any_other_medicines_are_is_not_said_of_the_topic(facts: Callable[..., set[str]]) -> None:
    """Readers are asked for what they take besides."""
    found = facts("Tell your doctor if you take any medicines known as MAO inhibitors.", "Selegiline")
    assert not [fact for fact in found if " isA " in fact]
    assert "selegiline isA monoamine oxidase inhibitor +" in facts(
        "It belongs to a class of medicines known as MAO inhibitors.", "Selegiline"
    )


def test_a_list_that_goes_on_is_no_apposition(facts: Callable[..., set[str]]) -> None:
    """Of "X, a Y, or a Z" none is said to be another; a class with examples of its own ends those before it."""
    assert facts("Tell your doctor of fentanyl, a sleeping pill, or a muscle relaxer.", "Baclofen") == set()
    nested = facts("Other drugs include antiplatelet drugs such as clopidogrel, NSAIDs such as ibuprofen.", "Warfarin")
    assert "ibuprofen isA antiplatelet drug +" not in nested
    assert "ibuprofen isA nonsteroidal anti-inflammatory drug +" in nested


def test_examples_end_with_the_member_that_and_joins(facts: Callable[..., set[str]]) -> None:
    """What a longer list goes on with are no examples of the class."""
    text = "Anticonvulsants such as phenytoin and carbamazepine, opiates, and alcohol interact with lorazepam."
    members = {fact for fact in facts(text) if " isA " in fact}
    assert members == {"phenytoin isA anticonvulsant +", "carbamazepine isA anticonvulsant +"}


@pytest.mark.parametrize(
    "text",
    [
        "The properties of quetiapine are like those of other antipsychotics and include sedative and hypnotic.",
        "Mirtazapine is an opioid-like sedative.",
        "The class includes antipsychotics like quetiapine and decongestants like ephedrine.",
        "Compared with the opioids including codeine, the nonopioid analgesics cause less constipation.",
    ],
)
def test_what_stands_behind_other_subjects_is_no_example(facts: Callable[..., set[str]], text: str) -> None:
    """One wrong member would put a whole class of drugs below another."""
    wrong = [fact for fact in facts(text) if " isA antipsychotic" in fact or " isA opioid" in fact]
    assert set(wrong) <= {"quetiapine isA antipsychotic +", "codeine isA opioid +"}


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Zaleplon is a hypnotic of the pyrazolopyrimidine class.", {"hypnotic", "pyrazolopyrimidine"}),
        ("Dextromethorphan is in the morphinan family.", {"morphinan"}),
        ("Bupropion was approved by the FDA in 1985 as an antidepressant.", {"antidepressant"}),
        ("Cocaine is used in eye surgery as a local anesthetic.", {"local anesthetic"}),
        ("Also used as an antiemetic.", {"antiemetic"}),
        ("It is on the World Health Organization's List of Essential Medicines.", {"essential medicine"}),
        ("Heroin is illegal in most countries.", {"illicit drug"}),
        ("Caffeine is legal.", {"legal drug"}),
        ("Kratom is not FDA-approved.", {"approved drug"}),
        ("Codeine may be illegal to possess without a prescription.", set()),
        ("The sale of codeine is illegal.", set()),
        ("Codeine is one target of antibiotics.", set()),
        ("Qqqulmab is a vaccine against cocaine.", set()),
        ("The drugs are fentanyl (an opioid) and ketamine.", {"opioid"}),
        ("Buprenorphine is a partial agonist.", {"partial agonist"}),
        ("Buprenorphine is a partial agonist at opioid receptors.", set()),
    ],
)
def test_what_a_drug_is_said_to_be_has_many_forms(facts: Callable[..., set[str]], text: str, classes: set[str]) -> None:
    """Families, uses at a distance, lists and adjectives of law; what an unknown name is, the page's drug is not."""
    found = {fact.partition(" isA ")[2].rpartition(" ")[0].partition(" +")[0] for fact in facts(text, "Modafinil")}
    assert {each.removesuffix(" -") for each in found if each} == classes


def test_what_is_like_two_classes_belongs_to_neither(facts: Callable[..., set[str]]) -> None:
    """Nothing is both a benzodiazepine and a Z-drug."""
    found = facts("Zopiclone, similar to other benzodiazepines and Z-drugs, causes falls.")
    assert not [fact for fact in found if fact.startswith("zopiclone isA")]


def test_the_upper_end_of_a_dose_is_no_stimulant(facts: Callable[..., set[str]]) -> None:
    """Only the plural is a word for stimulants; "upper" stands before what it describes."""
    assert not any("stimulant" in each for each in facts("Two tablets of metaxalone are the upper end."))
    assert "cocaine isA stimulant +" in facts("Uppers such as cocaine raise the pulse.")


def test_what_a_term_refers_to_is_no_class_of_the_page(facts: Callable[..., set[str]]) -> None:
    """A word for drugs is said to mean them, and nothing is said of the page's drug."""
    assert facts("The term now refers to opioids.", "Trazodone") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Sertraline is in a class of antidepressants called SSRIs.",
        "Sertraline belongs to a family of medicines known as SSRIs.",
    ],
)
def test_a_class_is_called_by_its_name(facts: Callable[..., set[str]], text: str) -> None:
    """Whatever noun stands for its members."""
    assert "sertraline isA selective serotonin reuptake inhibitor +" in facts(text)
