"""Whose schedule a bare name means."""

from collections.abc import Callable

import pytest

MEANT = [
    ("Lorazepam is a Schedule IV drug.", {"US Schedule IV"}),
    ("Lorazepam is a Schedule IV drug in the United States.", {"US Schedule IV"}),
    ("Lorazepam is a Schedule IV drug under the Convention on Psychotropic Substances.", {"UN 1971 Schedule IV"}),
    ("Fentanyl is a Schedule I drug under the Single Convention on Narcotic Drugs.", {"UN 1961 Schedule I"}),
    ("Oxycodone is a Schedule II drug under the Controlled Substances Act.", {"US Schedule II"}),
    ("In Canada, oxycodone is a Schedule I drug.", {"Canadian Schedule I"}),
    ("Oxycodone is a Schedule I drug in Canada.", {"Canadian Schedule I"}),
    ("In the United Kingdom, midazolam is a Schedule 3 drug.", {"UK Schedule 3"}),
    ("Midazolam is a Class C, Schedule 3 controlled drug in the UK.", {"UK Class C", "UK Schedule 3"}),
    ("Codeine is a Schedule 8 drug in Australia.", {"Australian Schedule 8"}),
    ("It was placed in Schedule II by the United Nations in 1971.", {"UN 1971 Schedule II"}),
    (
        "Lorazepam is a Schedule IV drug in Canada and a Schedule IV drug in the United States.",
        {"Canadian Schedule IV", "US Schedule IV"},
    ),
    ("Midazolam is classified as Class C under the Misuse of Drugs Act 1971.", {"UK Class C"}),
    ("Lorazepam is a Schedule 4 drug in Norway.", set()),
    (
        "| Data | Value |\n|---|---|\n| Legal status | AU: S8 (Controlled drug) CA: Schedule IV US: Schedule II |",
        {"Australian Schedule 8", "Canadian Schedule IV", "US Schedule II"},
    ),
    (
        "| Data | Value |\n|---|---|\n| Legal status | Schedule III (CA) Schedule I (US) |",
        {"Canadian Schedule III", "US Schedule I"},
    ),
    ("Take it on a schedule that suits you.", set()),
    ("Tramadol falls under Schedule IV.", {"US Schedule IV"}),
    ("Tramadol was moved to Schedule IV.", {"US Schedule IV"}),
    ("Schedule II drugs include methadone.", {"US Schedule II"}),
    ("Tramadol is not as tightly controlled as Schedule II drugs.", set()),
]


@pytest.mark.parametrize(("text", "meant"), MEANT)
def test_the_law_or_country_beside_a_schedule_tells_whose_it_is(
    facts: Callable[..., set[str]], text: str, meant: set[str]
) -> None:
    """Without either it is that of the US; a country whose schedules have no name here gives none."""
    found = {fact.partition(" hasSchedule ")[2].removesuffix(" +") for fact in facts(text, "Methylphenidate")}
    assert found - {""} == meant


@pytest.mark.parametrize(
    "text",
    [
        "Gabapentin is not federally controlled.",
        "Gabapentin is not a federally controlled substance.",
        "Gabapentin is not a controlled substance under federal law.",
        "At the federal level, gabapentin is not a controlled substance.",
    ],
)
def test_a_denial_of_federal_control_is_one_of_the_united_states(facts: Callable[..., set[str]], text: str) -> None:
    """A state may control it all the same; that something is controlled federally makes it controlled anywhere."""
    (denial,) = facts(text)
    assert denial == "gabapentin isA controlled substance - [jurisdiction=United States]"
    assert facts("Opioids are federally controlled.") == {"opioid isA controlled substance +"}
