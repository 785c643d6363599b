"""A comparison of effects takes for granted that they are there to compare."""

from collections.abc import Callable

import pytest

READ = [
    (
        "Mirtazapine is more sedating than bupropion.",
        {"mirtazapine hasAdverseEffect sedation +"},
    ),
    ("Ketamine produces less euphoria than heroin.", {"heroin hasEffect euphoria +"}),
    ("Zolpidem carries a lower risk of dependence than diazepam.", {"diazepam hasRisk dependence +"}),
    ("Clozapine causes more weight gain than haloperidol.", {"clozapine hasAdverseEffect weight gain +"}),
    ("Codeine is less addictive than morphine.", {"morphine hasRisk addiction +"}),
    (
        "Amitriptyline is more sedating than fluoxetine.",
        {"amitriptyline hasAdverseEffect sedation +"},
    ),
    ("Naproxen carries a lower risk of stroke than celecoxib.", {"celecoxib hasAdverseEffect stroke +"}),
    ("Metformin is less likely to cause hypoglycemia than glyburide.", {"glyburide hasAdverseEffect hypoglycemia +"}),
    (
        "Hydroxyzine has a higher risk of QT prolongation than cetirizine.",
        {"hydroxyzine hasAdverseEffect QT prolongation +"},
    ),
]

UNREAD = [
    ("Mirtazapine is more sedating than bupropion.", "bupropion hasAdverseEffect"),
    ("Clozapine causes more weight gain than haloperidol.", "haloperidol hasAdverseEffect"),
    ("Tramadol is more effective against pain than codeine.", "pain"),
    ("Morphine is superior to codeine in treating pain.", "pain"),
    ("Zolpidem is not more sedating than diazepam.", "sedation"),
    ("Zolpidem is less sedating than diazepam.", "zolpidem hasAdverseEffect"),
    ("Codeine is cheaper than morphine.", "hasEffect"),
    ("Simvastatin has a higher risk of muscle pain than pravastatin.", "simvastatin increases"),
    ("Furosemide does not cause more dizziness than torasemide.", "torsemide"),
    ("Ramipril is more effective than losartan in treating hypertension.", "hypertension"),
    ("Rivaroxaban is taken less often than apixaban.", "apixaban"),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_what_is_compared_is_had(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """Whichever of the two has more has the effect."""
    assert read <= facts(text)


@pytest.mark.parametrize(("text", "words"), UNREAD)
def test_what_is_less_or_treated_is_not_taken_for_granted(
    facts: Callable[..., set[str]], text: str, words: str
) -> None:
    """Less may be none, a denial presupposes nothing, and what is treated is no effect."""
    told = [fact for fact in facts(text) if "comparedWith" not in fact and "treats" not in fact]
    assert [fact for fact in told if words in fact] == []
