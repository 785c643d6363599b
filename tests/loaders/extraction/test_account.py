"""The account of a reading tells what was kept, and for all else why not."""

from collections.abc import Callable

import pytest

from loaders.extraction.account import Account, CueFound, WordFound, accounts
from loaders.extraction.extractor import Extractor
from ontology.values import Document

PAGE = """Gabapentin (Neurontin) is an anticonvulsant. It treats epilepsy and may cause dizziness.

Is it an opioid? It is not an opioid. Stopping it suddenly can cause seizures.

## Side effects

- drowsiness
- tremor

| Feature | Gabapentin | Morphine |
|---|---|---|
| Drug class | Anticonvulsant | Opioid |
"""


@pytest.fixture
def told(extractor: Extractor, document: Callable[..., Document]) -> Callable[..., list[Account]]:
    """Return what accounts for a text."""
    return lambda text, title="": list(accounts(extractor, document(text, title)))


def reasons(extractor: Extractor, told: list[Account]) -> set[tuple[str, str]]:
    """Return what was refused, as `subject predicate object` with what is known of it, and why."""

    def name(end: str) -> str:
        return extractor.lexicon.entities[end].label if end in extractor.lexicon.entities else end

    return {
        (" ".join(filter(None, (name(each.subject), each.predicate, name(each.object)))), each.reason)
        for account in told
        for each in account.refused
    }


def test_what_an_account_keeps_is_the_evidence(extractor: Extractor, document: Callable[..., Document]) -> None:
    """The account reads by the same steps as the extractor, over prose, lists and tables."""
    page = document(PAGE, "Gabapentin")
    kept = [evidence for account in accounts(extractor, page) for evidence in account.kept]
    assert kept == list(extractor.extract(page))
    assert len(kept) > 8


def test_every_stretch_of_the_text_is_accounted_for_in_order(told: Callable[..., list[Account]]) -> None:
    """Headings, questions and headers of tables are there too, with why nothing is read from them."""
    found = told(PAGE, "Gabapentin")
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert [(each.text, each.note) for each in found if each.note] == [
        ("Gabapentin", "a heading, no claim; it gives the lists below it no role"),
        ("Is it an opioid?", "a question, no claim"),
        ("Side effects", "a heading, no claim; lists below it are read as hasAdverseEffect"),
        ("| Feature | Gabapentin | Morphine |", "a table's header, or a row about no known drug"),
    ]


def test_an_account_names_entities_cues_words_and_context(told: Callable[..., list[Account]]) -> None:
    """Each leads to what a curator can change: a form, a cue of a property, a word of a class."""
    _, sentence = told("It may cause dizziness.", "Gabapentin")
    assert [(each.text, each.entity.label, each.note) for each in sentence.named] == [
        ("It", "gabapentin", "a word of reference"),
        ("dizziness", "dizziness", ""),
    ]
    assert sentence.cues == (CueFound("cause", "hasAdverseEffect", "phraseCue", sentence.kept[0].cue),)
    assert sentence.words == (WordFound("may", "Hedge"),)
    assert sentence.context == (("page", "gabapentin"), ("section", "gabapentin"), ("unnamed subject", "gabapentin"))


REFUSED = [
    (
        "Ibuprofen is associated with a lower risk of diabetes.",
        (
            "ibuprofen hasRisk diabetes",
            "it is said to be less likely (disp:LoweringWord before a disp:ChanceNoun)",
        ),
    ),
    (
        "In Ireland, temazepam is a Schedule IV drug.",
        (
            "temazepam hasSchedule US Schedule IV",
            "the sentence speaks of another country (disp:OtherCountry, or a disp:Jurisdiction)",
        ),
    ),
    (
        "Whether lithium causes tremor is unknown.",
        ("lithium hasAdverseEffect tremor", "not claimed: words of disp:NonFactual stand before it"),
    ),
    (
        "Stopping venlafaxine suddenly can cause dizziness.",
        ("venlafaxine hasAdverseEffect dizziness", "the circumstances make it hasWithdrawalSymptom"),
    ),
    (
        "When combined with alcohol, pregabalin may cause drowsiness.",
        (
            "pregabalin hasAdverseEffect drowsiness",
            "two drugs are spoken of together (disp:CombinationContext): it is a result of their interaction",
        ),
    ),
    (
        "Morphine causes the opioid receptor.",
        (
            "hasAdverseEffect",
            "what its pattern wants does not follow: it takes Condition; "
            'type check failed for "opioid receptor" (OpioidReceptor, Receptor, Target, TargetClass)',
        ),
    ),
    (
        "Other drugs cause drowsiness.",
        ("hasAdverseEffect", 'it is said of things that stay unnamed ("those", "other drugs")'),
    ),
    (
        "Sertraline can lead to side effects such as nausea.",
        ("hasAdverseEffect", 'a noun such as "side effects" stands between and says what the objects are'),
    ),
    (
        "In overdose, digoxin can cause seizures.",
        ("digoxin hasAdverseEffect seizure", "the circumstances make it hasOverdoseEffect"),
    ),
    (
        "Atorvastatin treats warfarin.",
        (
            "treats",
            'what its pattern wants does not follow: it takes Condition; type check failed for "warfarin" (Drug)',
        ),
    ),
    (
        "It is not known whether metformin causes anemia.",
        ("metformin hasAdverseEffect anemia", "not claimed: words of disp:NonFactual stand before it"),
    ),
    (
        "Codeine is used to treat death.",
        ("treats", "type check: only disp:hasRisk may have death as its object"),
    ),
]


@pytest.mark.parametrize(("text", "refusal"), REFUSED)
def test_each_refusal_has_its_reason(
    extractor: Extractor, told: Callable[..., list[Account]], text: str, refusal: tuple[str, str]
) -> None:
    """What is not read is told with the words or the kind that stand in its way."""
    assert refusal in reasons(extractor, told(text))


def test_what_is_read_is_not_refused(extractor: Extractor, told: Callable[..., list[Account]]) -> None:
    """A plain fact has no reason against it."""
    assert reasons(extractor, told("Ketamine causes nausea.")) == set()
