"""Routes that verbs and forms tell, and forms beside the drug's name."""

from collections.abc import Callable

import pytest

#: Sentences on a page about ketamine.
READ = [
    ("It can be smoked, snorted or injected.", {"hasRoute smoking", "hasRoute intranasal", "hasRoute injection"}),
    ("The powder is usually eaten or snorted.", {"hasRoute oral", "hasRoute intranasal", "hasDoseForm powder"}),
    ("It may be given by injection into a muscle or a vein.", {"hasRoute intramuscular", "hasRoute intravenous"}),
    ("Injected ketamine acts at once.", {"hasRoute injection"}),
    ("No agency has approved smoked ketamine.", set()),
    ("Usually swallowed, seldom snorted.", {"hasRoute oral", "hasRoute intranasal"}),
    ("Some people snort or inject ketamine.", {"hasRoute intranasal", "hasRoute injection"}),
    ("Smoking ketamine is rare.", {"hasRoute smoking"}),
    ("It is taken by mouth.", {"hasRoute oral"}),
    (
        "It can be taken orally, as a cream put on the skin, rectally, or intravenously.",
        {"hasRoute oral", "hasRoute rectal", "hasRoute intravenous", "hasDoseForm cream"},
    ),
    ("It is given by injection into a vein.", {"hasRoute intravenous"}),
    ("It is injected into a muscle or applied to the skin.", {"hasRoute intramuscular", "hasRoute topical"}),
    ("Oral ketamine is weaker.", {"hasRoute oral"}),
    ("When injected, it acts at once.", {"hasRoute injection"}),
    ("It is sold as an oral solution.", {"hasRoute oral", "hasDoseForm solution"}),
    (
        "It is available as tablets, capsules and an oral solution.",
        {"hasDoseForm tablet", "hasDoseForm capsule", "hasDoseForm solution", "hasRoute oral"},
    ),
    (
        "Formulations of ketamine are available, including creams, gels and nasal sprays.",
        {"hasDoseForm cream", "hasDoseForm gel", "hasDoseForm nasal spray", "hasRoute intranasal"},
    ),
    ("Ketamine 50 mg film-coated tablets are white.", {"hasDoseForm tablet"}),
    ("Take the tablets with water.", {"hasDoseForm tablet"}),
    ("It is a white powder that is made into pills.", {"hasDoseForm powder", "hasDoseForm tablet"}),
    ("Lozenges of ketamine are made by pharmacies.", {"hasDoseForm lozenge"}),
    ("- Form: tablet, powder", {"hasDoseForm tablet", "hasDoseForm powder"}),
    ("- Route of administration: nasal, rectal", {"hasRoute intranasal", "hasRoute rectal"}),
    # neither
    ("People injected with other drugs were not asked.", set()),
    ("Rats were injected twice.", set()),
    ("It must not be swallowed.", set()),
    ("Smoking is bad for the lungs.", set()),
    ("It leads to a slow release of dopamine.", set()),
    ("A drop in blood pressure is common.", set()),
    (
        "People report using ketamine by injecting, snorting or swallowing it.",
        {"hasRoute injection", "hasRoute intranasal", "hasRoute oral"},
    ),
    ("Routes of administration: oral, intravenous", {"hasRoute oral", "hasRoute intravenous"}),
    ("Similar to tobacco, it is used by smoking.", {"hasRoute smoking"}),
    ("Forms: tablet, capsule", {"hasDoseForm tablet", "hasDoseForm capsule"}),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_verbs_names_and_forms_tell_how_a_drug_is_taken(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """A participle needs its auxiliary, a verb its drug, a form a word that says it is the drug's."""
    found = {fact for fact in facts(text, "Ketamine") if "hasRoute" in fact or "hasDoseForm" in fact}
    assert found == {f"ketamine {each} +" for each in read}


def test_a_route_before_another_drugs_name_is_not_read(facts: Callable[..., set[str]]) -> None:
    """What stands beside the name of another than the page's drug only describes a comparison."""
    assert facts("Oral morphine was as good.", "Ketamine") == set()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("# Bosentan 125 mg film-coated tablets\n\nIt is a drug.", {"bosentan hasDoseForm tablet +"}),
        ("Ropinirole HCl oral", {"ropinirole hasRoute oral +"}),
        ("Ropinirole (oral route)", {"ropinirole hasRoute oral +"}),
        ("Ropinirole, oral care and gums", set()),
    ],
)
def test_a_title_tells_what_product_a_page_is_about(facts: Callable[..., set[str]], text: str, read: set[str]) -> None:
    """A line that names a drug with its salt, strength, form and route says so without a verb."""
    assert facts(text) == read
