"""What a drug does like others of its class, the class does."""

from collections.abc import Callable

import pytest

READ = [
    ("Like other opioids, tapentadol can cause constipation.", "opioid hasAdverseEffect constipation +"),
    ("Lormetazepam, as with other benzodiazepines, can lead to dependence.", "benzodiazepine hasRisk dependence +"),
    (
        "Similar to other SSRIs, sertraline may cause nausea.",
        "selective serotonin reuptake inhibitor hasAdverseEffect nausea +",
    ),
    ("In common with other antipsychotics, quetiapine causes sedation.", "antipsychotic hasAdverseEffect sedation +"),
    (
        "As with all opioids, hydrocodone can cause respiratory depression.",
        "opioid hasAdverseEffect respiratory depression +",
    ),
    ("Like all ACE inhibitors, lisinopril can cause a dry cough.", "lisinopril hasAdverseEffect cough +"),
    (
        "As with other NSAIDs, naproxen does not cause drowsiness.",
        "nonsteroidal anti-inflammatory drug hasAdverseEffect drowsiness -",
    ),
    (
        "Like other fluoroquinolones, levofloxacin can cause tendon rupture.",
        "fluoroquinolone hasAdverseEffect tendon rupture +",
    ),
    ("In common with other statins, rosuvastatin may cause muscle pain.", "statin hasAdverseEffect muscle pain +"),
    (
        "Like most barbiturates, secobarbital causes drowsiness.",
        "barbiturate hasAdverseEffect drowsiness + [extent=some]",
    ),
]

UNREAD = [
    ("Unlike other opioids, tapentadol does not cause constipation.", "opioid hasAdverseEffect constipation -"),
    ("Tapentadol can cause constipation and is an opioid.", "opioid hasAdverseEffect"),
    ("In contrast to other antihistamines, fexofenadine rarely causes headache.", "antihistamine hasAdverseEffect"),
    ("Bisoprolol causes fatigue, and other beta blockers treat angina.", "beta blocker hasAdverseEffect"),
    ("Like other diuretics, furosemide is taken by mouth.", "diuretic hasRoute"),
    ("Like other opioids, tapentadol is used for pain.", "opioid hasAdverseEffect"),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_an_effect_is_shared_with_the_class(facts: Callable[..., set[str]], text: str, read: str) -> None:
    """The words for likeness open the class; what follows is said of both."""
    assert read in facts(text)


@pytest.mark.parametrize(("text", "words"), UNREAD)
def test_no_likeness_no_sharing(facts: Callable[..., set[str]], text: str, words: str) -> None:
    """A contrast or a mere membership says nothing of the class."""
    assert [fact for fact in facts(text) if fact.startswith(words)] == []
