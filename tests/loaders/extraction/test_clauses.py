"""Clauses, and what each of them is said of."""

from collections.abc import Callable

import pytest

from loaders.extraction.sentence import Sentence

SPLIT = [
    ("Zolpidem causes drowsiness and dizziness.", ["main"]),
    ("Zolpidem treats insomnia, while diazepam treats anxiety.", ["main", "sub"]),
    ("Zolpidem treats insomnia; diazepam treats anxiety.", ["main", "main"]),
    ("Zolpidem, which treats insomnia, causes drowsiness.", ["main", "relative", "joined"]),
    ("Zolpidem treats insomnia and diazepam treats anxiety.", ["main", "joined"]),
    ("Although diazepam treats anxiety, zolpidem treats insomnia.", ["sub", "joined"]),
    ("Doctors say that pain is common.", ["main"]),
    ("Combined use of morphine with opioids, sedatives and alcohol may cause coma.", ["main"]),
    ("Simultaneous intake of morphine with opioids, sedatives and alcohol may cause coma.", ["main"]),
    ("While weaker than zolpidem, diazepam causes drowsiness.", ["sub", "joined"]),
]

SUBJECTS = [
    ("Statins are a class of medications that are used to treat gout.", {"statin treats gout +"}),
    (
        "Hydromorphone is an opioid. Use with barbiturates or other sedatives may cause coma.",
        {
            "hydromorphone isA opioid +",
            "hydromorphone interactsWith barbiturate + [result=coma]",
            "hydromorphone interactsWith sedative + [result=coma]",
            "barbiturate isA sedative +",
        },
    ),
    (
        "Glipizide treats diabetes. While it is safe in pregnancy, insulin is preferred.",
        {"glipizide treats diabetes +", "glipizide hasPrecaution pregnancy -"},
    ),
    (
        "Primidone controls the seizures that occur in epilepsy, and can relieve anxiety.",
        {"primidone treats seizure +", "primidone treats epilepsy +", "primidone treats anxiety +"},
    ),
    (
        "Secobarbital is a barbiturate, a drug that has sedative effects.",
        {"secobarbital isA barbiturate +", "secobarbital hasEffect sedation +"},
    ),
    (
        "Baclofen is a muscle relaxant. Medicines are available for gout, but none are approved for arthritis.",
        {"baclofen isA skeletal muscle relaxant +"},
    ),
    (
        "Similar to morphine, oxycodone causes constipation.",
        {
            "oxycodone similarTo morphine +",
            "oxycodone hasAdverseEffect constipation +",
        },
    ),
    (
        "Melatonin is a hormone. Measures that enhance sleep are rest and avoiding caffeine.",
        set(),
    ),
    (
        "Zolpidem treats insomnia, while diazepam treats anxiety.",
        {"zolpidem treats insomnia +", "diazepam treats anxiety +"},
    ),
    (
        "Diazepam, which treats anxiety, causes drowsiness.",
        {"diazepam treats anxiety +", "diazepam hasAdverseEffect drowsiness +"},
    ),
    (
        "Ibuprofen treats pain because it reduces inflammation.",
        {"ibuprofen treats pain +", "ibuprofen treats inflammation +"},
    ),
    (
        "Diazepam is a benzodiazepine that treats anxiety.",
        {"diazepam isA benzodiazepine +", "diazepam treats anxiety +"},
    ),
    (
        "Unlike codeine, ibuprofen treats fever, and it causes nausea.",
        {"ibuprofen treats fever +", "ibuprofen hasAdverseEffect nausea +"},
    ),
    (
        "Ketoprofen reduces substances in the body that can cause fever, and is a chemical that causes nausea.",
        {"ketoprofen hasAdverseEffect nausea +"},
    ),
    (
        "By binding to opioid receptors, morphine relieves pain.",
        {"morphine actsOn opioid receptor +", "morphine treats pain +"},
    ),
]


DENIED = [
    (
        "Clozapine does not cause tremor, but haloperidol causes it.",
        {"clozapine hasAdverseEffect tremor -"},
    ),
    (
        "While lithium treats mania, it does not treat insomnia.",
        {"lithium treats mania +", "lithium treats insomnia -"},
    ),
    (
        "Unlike warfarin, apixaban treats thrombosis and does not cause cough.",
        {"apixaban treats blood clot +", "apixaban hasAdverseEffect cough -"},
    ),
    ("Patients with epilepsy say that dizziness is common with them.", set()),
]


@pytest.mark.parametrize(("text", "read"), DENIED)
def test_a_denial_stays_in_its_clause(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """The clause beside it is affirmed, and a clause about no drug says nothing of one."""
    assert read == {fact for fact in facts(text) if "comparedWith" not in fact and not fact.startswith("warfarin")}


@pytest.mark.parametrize(("text", "kinds"), SPLIT)
def test_a_sentence_falls_into_clauses(sentence: Callable[..., Sentence], text: str, kinds: list[str]) -> None:
    """The clauses cover the sentence, in order and without gaps."""
    ready = sentence(text)
    edges = [0, *(clause.last for clause in ready.clauses)]
    assert [clause.kind for clause in ready.clauses] == kinds
    assert [clause.first for clause in ready.clauses] == edges[:-1]
    assert edges[-1] == len(ready.tokens)


@pytest.mark.parametrize(("text", "read"), SUBJECTS)
def test_each_clause_is_said_of_its_own_subject(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """What a preposition or "unlike" governs is no subject."""
    assert facts(text) == read
