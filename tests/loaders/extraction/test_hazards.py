"""What makes a harm likelier is a precaution of its own."""

from collections.abc import Callable

import pytest

READ = [
    ("Bleeding is more common in people with gout.", {"gout"}),
    (
        "Bleeding is more likely in patients who have certain conditions, including gout, disorders that cause fits "
        "(e.g., epilepsy), heavy alcohol use, or asthma.",
        {"gout", "seizure", "epilepsy", "alcohol abuse", "asthma"},
    ),
    ("The elderly are also at higher risk.", {"elderly"}),
    ("At high doses bupropion can cause seizures.", set()),
    ("Long-term use of bupropion can lead to insomnia.", set()),
    ("Bupropion may cause confusion, especially in the elderly.", {"elderly"}),
    ("Bupropion causes agitation in children.", {"children"}),
    ("Suddenly stopping bupropion can cause seizures.", {"abrupt discontinuation"}),
    ("Bupropion can cause a rash during breastfeeding.", {"breastfeeding"}),
    ("Use of bupropion in late pregnancy may cause heart defects.", {"late pregnancy"}),
    ("Heavy use of bupropion causes psychosis.", set()),
    ("In adults bupropion may cause insomnia.", set()),
    ("Bupropion does not cause seizures at high doses.", set()),
    ("Bupropion can cause insomnia.", set()),
    ("Bupropion treats depression in the elderly.", set()),
    ("Bupropion causes fewer seizures than high doses of caffeine.", set()),
    ("## Side effects\n\n- Confusion (in the elderly)", set()),
    ("Bupropion may cause agitation among adolescents.", {"adolescent"}),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_the_circumstance_of_a_harm_calls_for_care(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """A state or a group of which a harm is told is a precaution; a dose is a qualifier, and who is treated neither."""
    told = {fact for fact in facts(text, "Bupropion") if " hasPrecaution " in fact}
    assert told == {f"bupropion hasPrecaution {each} +" for each in read}
