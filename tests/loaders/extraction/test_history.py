"""Milestones: the year, the event and who brought it about."""

from collections.abc import Callable

import pytest

READ = [
    (
        "Haloperidol was discovered in 1958 by Paul Janssen.",
        {"haloperidol hasMilestone 1958 + [agent=paul janssen, event=discovered]"},
    ),
    ("Diazepam was first marketed in 1963.", {"diazepam hasMilestone 1963 + [event=introduced]"}),
    ("Ketamine was first synthesized in 1962.", {"ketamine hasMilestone 1962 + [event=synthesized]"}),
    (
        "Methadone was developed in Germany in the late 1930s.",
        {"methadone hasMilestone late 1930s + [event=developed]"},
    ),
    (
        "Naloxone was patented in 1961 and approved in 1971.",
        {"naloxone hasMilestone 1961 + [event=patented]", "naloxone hasMilestone 1971 + [event=approved]"},
    ),
    ("In 2020, zolpidem was prescribed 1990 times.", set()),
    ("Pregabalin was tried in 2,000 patients.", set()),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_each_year_goes_to_its_event(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """A year without an event is no milestone."""
    assert facts(text) == read


def test_the_topic_has_the_milestones_of_its_page(facts: Callable[..., set[str]]) -> None:
    """A pronoun stands for it in history as everywhere."""
    assert facts("It was patented in 1975.", "Sertraline") == {"sertraline hasMilestone 1975 + [event=patented]"}
