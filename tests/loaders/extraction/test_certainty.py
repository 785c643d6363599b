"""How firmly a fact is put, and whether a use is within the licence."""

from collections.abc import Callable

import pytest

from ontology.values import Evidence

FIRM = [
    ("Zolpidem is a hypnotic.", "stated"),
    ("Sertraline is approved for the treatment of panic disorder.", "stated"),
    ("Diazepam may be used to treat vertigo.", "hedged"),
    ("Sertraline rarely causes seizures.", "hedged"),
    ("Haloperidol can cause tremor.", "hedged"),
    ("Modafinil is thought to be a dopamine reuptake inhibitor.", "hedged"),
    ("Ketamine is being studied as a treatment for depression.", "investigational"),
    ("Memantine is under investigation for autism.", "investigational"),
    ("Azithromycin possibly causes hearing loss.", "hedged"),
    ("Lisinopril does not cause drowsiness.", "stated"),
    ("Guanfacine is indicated for hypertension [see Clinical Studies (14.1)].", "stated"),
    ("After two large trials, topiramate was approved for migraine.", "stated"),
    ("The efficacy of olanzapine in schizophrenia was established in controlled trials.", "stated"),
    ("In a trial, patients took naproxen tablets.", "stated"),
    ("In one study, propranolol reduced tremor.", "investigational"),
]

STATUS = [
    ("Sertraline is approved for the treatment of panic disorder.", {"sertraline treats panic disorder +"}),
    ("Gabapentin is used off-label for anxiety.", {"gabapentin treats anxiety + [status=offLabel]"}),
    ("Trazodone is commonly prescribed off-label for insomnia.", {"trazodone treats insomnia + [status=offLabel]"}),
    (
        "Clonidine is used off-label to treat opioid withdrawal and ADHD.",
        {
            "clonidine treats opioid withdrawal + [status=offLabel]",
            "opioid hasRisk withdrawal syndrome +",
            "clonidine treats attention deficit hyperactivity disorder + [status=offLabel]",
        },
    ),
    (
        "Prazosin is used off-label for nightmares but is approved for hypertension.",
        {"prazosin treats nightmare + [status=offLabel]", "prazosin treats hypertension +"},
    ),
    ("Naltrexone is not used off-label for obesity.", {"naltrexone treats obesity -"}),
    ("Omeprazole is not approved for asthma.", {"omeprazole treats asthma -"}),
    (
        "Ketamine is being studied as a treatment for depression.",
        {"ketamine treats depression + [status=investigational]"},
    ),
    (
        "Memantine is approved for Alzheimer's disease and is being studied for autism.",
        {
            "memantine treats alzheimer's disease +",
            "memantine treats autism spectrum disorder + [status=investigational]",
        },
    ),
]


@pytest.mark.parametrize(("text", "certainty"), FIRM)
def test_hedges_and_research_weaken_a_fact(
    evidence: Callable[..., tuple[Evidence, ...]], text: str, certainty: str
) -> None:
    """Each sentence says one thing, as firmly as its words do."""
    assert [str(each.certainty) for each in evidence(text)] == [certainty]


@pytest.mark.parametrize(("text", "read"), STATUS)
def test_a_use_outside_the_licence_says_so(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """Only what differs from an approved use has a status."""
    assert facts(text) == read
