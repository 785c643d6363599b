"""Milestones: the year, the event and who brought it about."""

from collections.abc import Callable

import pytest

READ = [
    (
        "Modafinil was developed by an army in the 1970s and came into use in the mid-1980s.",
        {"modafinil hasMilestone 1970s + [event=developed]", "modafinil hasMilestone mid-1980s + [event=introduced]"},
    ),
    ("Zaleplon entered the US market in 1999.", {"zaleplon hasMilestone 1999 + [event=introduced]"}),
    ("In 2011 mephedrone became classified by parliament.", {"mephedrone hasMilestone 2011 + [event=scheduled]"}),
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
    ("Propranolol came into clinical use in 1964.", {"propranolol hasMilestone 1964 + [event=introduced]"}),
    (
        "Thalidomide was withdrawn from the market in 1961.",
        {"thalidomide hasMilestone 1961 + [event=withdrawn from the market]"},
    ),
    (
        "Codeine became a controlled drug in 1983.",
        {"codeine hasMilestone 1983 + [event=scheduled]", "codeine isA controlled substance +"},
    ),
    ("Aspirin has been used since the 1890s.", {"aspirin hasMilestone 1890s + [event=in use]"}),
    (
        "Meprobamate was a popular sedative in the 1950s.",
        {"meprobamate hasMilestone 1950s + [event=in use]", "meprobamate isA sedative +"},
    ),
    (
        "In 2019 the FDA refused to approve naltrexone and oxycodone.",
        {
            "naltrexone hasMilestone 2019 + [agent=FDA, event=rejected]",
            "oxycodone hasMilestone 2019 + [agent=FDA, event=rejected]",
        },
    ),
    (
        "In 2007 the FDA issued a warning about codeine.",
        {"codeine hasMilestone 2007 + [agent=FDA, event=warning issued]"},
    ),
    ("Baclofen was not approved until 1977.", {"baclofen hasMilestone 1977 + [event=approved]"}),
    ("A 2011 Cochrane review found that ibuprofen helps.", set()),
    ("A 2007 study confirmed that ibuprofen helps.", {"ibuprofen hasMilestone 2007 + [event=study published]"}),
    (
        "Bayer introduced heroin in 1898.",
        {"heroin hasMilestone 1898 + [agent=bayer, event=introduced]"},
    ),
    ("Ibuprofen was marketed until 1985.", set()),
    ("As of 2015, ibuprofen was approved.", set()),
    ("In 2015 ibuprofen was used by many.", set()),
    ("Ibuprofen was approved at 2000 mg a day.", {"ibuprofen hasDose 2000 mg + [kind=daily]"}),
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


def test_an_event_goes_on_with_its_places(facts: Callable[..., set[str]]) -> None:
    """Each year has its own place, and the event is named once."""
    text = "It was approved in Germany in 1989, in the United Kingdom in 2002, and in the United States in 2003."
    found = facts(text, "Donepezil")
    assert {year for year in ("1989", "2002", "2003") if any(f"hasMilestone {year}" in fact for fact in found)} == {
        "1989",
        "2002",
        "2003",
    }
