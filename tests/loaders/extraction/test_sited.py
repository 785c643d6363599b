"""Diseases that the parts of the body tell which they affect."""

from collections.abc import Callable

import pytest

SITED = [
    (
        "Cisplatin is used for cancers of the testicles, ovaries and bladder.",
        {"testicular cancer", "ovarian cancer", "bladder cancer"},
    ),
    (
        "Cisplatin is used for solid tumours of lung, breast, head and neck, as well as osteosarcoma.",
        {"solid tumor", "lung cancer", "breast cancer", "head and neck cancer", "osteosarcoma"},
    ),
    (
        "Cisplatin is used for infections of the skin and the urinary tract.",
        {"skin infection", "urinary tract infection"},
    ),
    ("Cisplatin is used for cancer of unknown origin.", {"cancer"}),
]


@pytest.mark.parametrize(("text", "treated"), SITED)
def test_each_part_of_the_body_names_a_disease(facts: Callable[..., set[str]], text: str, treated: set[str]) -> None:
    """What stands behind "of" tells which disease it is; of what is no part of the body the noun stays as it is."""
    assert facts(text) == {f"cisplatin treats {each} +" for each in treated}
