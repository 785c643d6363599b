"""How the names of the graph read."""

import pytest

from ontology.terms import denied


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        ("acts on", "does not act on"),
        ("decreases", "does not decrease"),
        ("has adverse effect", "does not have adverse effect"),
        ("is treated by", "is not treated by"),
        ("metabolized to", "not metabolized to"),
        ("disp:treats", "not disp:treats"),
    ],
)
def test_a_property_is_denied_as_its_label_asks(relation: str, said: str) -> None:
    """A verb is denied as verbs are; any other word, and a prefixed name, has a "not" before it."""
    assert denied(relation) == said
