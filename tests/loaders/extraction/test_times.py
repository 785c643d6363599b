"""Times: when a drug begins to work and for how long, and what begins or lasts and is no drug."""

from collections.abc import Callable

import pytest

#: Sentences on a page about zolpidem.
READ = [
    ("It can take a few weeks for effects to begin.", {"zolpidem hasOnset few weeks +"}),
    ("Zolpidem takes effect within 15 minutes.", {"zolpidem hasOnset <=15 min +"}),
    ("The effects of methadone last 24 to 36 hours.", {"methadone hasDurationOfAction 24-36 h +"}),
    (
        "Morphine starts working in 20 minutes and lasts 4 hours.",
        {"morphine hasOnset 20 min +", "morphine hasDurationOfAction 4 h +"},
    ),
    ("It may take 2 to 4 weeks to work.", {"zolpidem hasOnset 2-4 weeks +"}),
    ("The effects generally begin within half an hour.", {"zolpidem hasOnset 30 min +"}),
    ("The maximum effect comes after two hours.", {"zolpidem hasOnset 2 h + [kind=peak]"}),
    ("Effects can last for up to seven hours.", {"zolpidem hasDurationOfAction <=7 h +"}),
    ("Each capsule is effective for about 8 hours.", {"zolpidem hasDurationOfAction 8 h +"}),
    ("Onset: 15-30 minutes", {"zolpidem hasOnset 15-30 min +"}),
    ("Duration: 6 to 8 hours", {"zolpidem hasDurationOfAction 6-8 h +"}),
    ("After effects: 2-4 hours", {"zolpidem hasDurationOfAction 2-4 h + [kind=after effects]"}),
    ("Zolpidem is a potent and short-acting hypnotic.", {"zolpidem hasDurationOfAction short-acting +"}),
    ("Zolpidem, a short-acting drug, is common.", {"zolpidem hasDurationOfAction short-acting +"}),
    ("It can take a few weeks or even longer for zolpidem to work.", {"zolpidem hasOnset a few weeks +"}),
    ("It may take several days before you feel better.", {"zolpidem hasOnset several days +"}),
    ("It was sold for several years.", set()),
    ("Zolpidem has a rapid onset of action.", {"zolpidem hasOnset rapid onset +"}),
    # none of the two
    ("Diazepam has a half-life of 20 to 50 hours.", set()),
    ("Withdrawal symptoms begin within a day and last for up to five days.", set()),
    ("Seizures lasting 5 minutes are treated at once.", set()),
    ("Peak plasma levels occur within 2 hours.", set()),
    ("It is taken every 6 hours.", set()),
    ("Do not use it if you took another within the last 14 days.", set()),
    ("It resembles other short-acting hypnotics.", set()),
    ("A long-acting formulation exists.", set()),
    ("The effects of amyl nitrite begin within seconds.", {"amyl nitrite hasOnset within seconds +"}),
    ("Remifentanil is a fast-acting opioid.", {"remifentanil hasOnset fast-acting +"}),
    ("It is often prescribed with a fast-acting opioid.", set()),
    ("Take your seat in seconds.", set()),
    ("Methadone has long-lasting, debilitating effects.", set()),
    ("It has a rapid onset and effects that are strong.", {"zolpidem hasOnset rapid onset +"}),
    ("The effects of ketamine start after approx. 5 minutes when snorted.", {"ketamine hasOnset 5 min +"}),
]

TIMES = {"hasOnset", "hasDurationOfAction"}


@pytest.mark.parametrize(("text", "read"), READ)
def test_the_words_beside_a_time_tell_what_begins_or_lasts(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """Onset and duration are the drug's; levels in blood, illnesses and intervals have times of their own."""
    assert {fact for fact in facts(text, "Zolpidem") if not TIMES.isdisjoint(fact.split())} == read
