"""The extractor as a whole: exact quotes, the same reading every time, and no text that breaks it."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.extraction.extractor import Extractor
from ontology.values import Block, Document, Evidence, Source

PAGE = """Zolpidem is a hypnotic. It is *not* a benzodiazepine, but it acts on GABA‑A receptors (α₁).

## Side effects

- Drowsiness, dizziness 😴 and headache
- Zolpidem may cause **memory loss**.

| Drug | Uses |
|---|---|
| Diazepam | Anxiety |
"""

#: Words that meet in drug texts, so that random texts reach the reading modules.
SPOKEN = (
    "zolpidem sertraline opioids Valium insomnia pain nausea GABA-A receptors it they both the drug is are not no "
    "neither nor causes treats may which that while but and or , . ; : ( ) - than more less such as like with of "
    "unlike side effects withdrawal overdose uses 10 mg 2 hours 1990 approved (MS) α μ-opioid 😴 é # ## | ?"
)
WORDS = st.sampled_from([*SPOKEN.split(), "\n", "\n\n"])


quiet = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def test_every_quote_holds_the_words_of_its_evidence(evidence: Callable[..., tuple[Evidence, ...]]) -> None:
    """A user finds subject and object in the sentence shown, unless the topic stands for the subject."""
    found = evidence(PAGE, "Zolpidem")
    assert len(found) > 5
    assert [each for each in found if each.object_text not in each.quote] == []
    assert [each for each in found if each.subject_text not in (each.quote + " Zolpidem")] == []


def test_an_unnamed_subject_is_called_as_the_title_calls_it(evidence: Callable[..., tuple[Evidence, ...]]) -> None:
    """A page about a brand is about the drug, and its rows tell by which name."""
    (found,) = evidence("Side effects include nausea.", "Ambien")
    assert found.subject_text == "Ambien"


def test_each_evidence_names_its_cue_and_module(evidence: Callable[..., tuple[Evidence, ...]]) -> None:
    """A wrong fact points at the line to mend."""
    assert [each for each in evidence(PAGE, "Zolpidem") if not each.cue or not each.module] == []


def test_a_sentence_gives_each_fact_once(evidence: Callable[..., tuple[Evidence, ...]]) -> None:
    """Two cues that say the same of one sentence are one evidence."""
    found = evidence("Zolpidem treats insomnia and is used to treat insomnia.")
    assert len(found) == 1


def test_a_sentence_does_not_affirm_what_it_denies(evidence: Callable[..., tuple[Evidence, ...]]) -> None:
    """Of two readings of one sentence the denial stands."""
    found = evidence(PAGE, "Zolpidem")
    denied = {(each.proposition, each.start) for each in found if each.polarity == "-"}
    assert denied
    assert not denied & {(each.proposition, each.start) for each in found if each.polarity == "+"}


def test_documents_leave_no_trace_in_the_extractor(extractor: Extractor, document: Callable[..., Document]) -> None:
    """What was read before does not change what is read."""
    page = document(PAGE, "Zolpidem")
    before = extractor.extract(page)
    extractor.extract(document("It causes nausea. Morphine sulfate (MS) is sold.", "Ketamine"))
    assert extractor.extract(page) == before


@quiet
@given(words=st.lists(WORDS, max_size=40))
def test_any_text_is_read_without_an_error(evidence: Callable[..., tuple[Evidence, ...]], words: list[str]) -> None:
    """Whatever the words, the offsets hold and a second reading is the same."""
    text = " ".join(["Zolpidem", *words])
    assert evidence(text) == evidence(text)


@quiet
@given(text=st.text(min_size=1, max_size=200))
def test_arbitrary_characters_are_read_without_an_error(extractor: Extractor, text: str) -> None:
    """No character of any script breaks a reading, and every quote is the text between its offsets."""
    whole = f"{text} Zolpidem treats pain. {text}"
    page = Document(Source("0" * 64, "page.txt", "text/plain"), whole, (Block("paragraph", 0, len(whole)),))
    assert [each for each in extractor.extract(page) if each.quote != whole[each.start : each.end]] == []


@pytest.mark.parametrize("country", ["Ireland", "the Netherlands", "South Africa", "Denmark"])
def test_a_schedule_of_a_country_without_a_name_here_is_not_read_as_anothers(
    facts: Callable[..., set[str]], country: str
) -> None:
    """The same number means another schedule elsewhere."""
    assert facts(f"In {country}, temazepam is a Schedule IV drug.") == set()
    assert facts("Temazepam is a Schedule IV drug.") == {"temazepam hasSchedule US Schedule IV +"}


@pytest.mark.parametrize(
    ("country", "schedule"),
    [
        ("Canada", "Canadian Schedule IV"),
        ("the United Kingdom", "UK Schedule 4"),
        ("the United States", "US Schedule IV"),
    ],
)
def test_a_schedule_is_that_of_the_country_named(facts: Callable[..., set[str]], country: str, schedule: str) -> None:
    """The number is read as that of the place, affirmed or denied."""
    assert facts(f"In {country}, lorazepam is a Schedule IV drug.") == {f"lorazepam hasSchedule {schedule} +"}
    assert facts(f"In {country}, lorazepam is not a Schedule IV drug.") == {f"lorazepam hasSchedule {schedule} -"}
