"""The wheel carries all layers with their data, and its generic names belong to nobody else."""

import json
from importlib.metadata import distribution, packages_distributions
from importlib.resources import files

import pytest

LAYERS = ("ontology", "loaders", "queries")


def is_editable() -> bool:
    """Tell whether the package runs from its checkout, where the installer lists no packages."""
    direct = distribution("dispensatory").read_text("direct_url.json") or "{}"
    return bool(json.loads(direct).get("dir_info", {}).get("editable"))


@pytest.mark.skipif(is_editable(), reason="an editable install lists no packages")
@pytest.mark.parametrize("name", LAYERS)
def test_the_generic_names_are_ours_alone(name: str) -> None:
    """A top-level name that a second distribution also claims would be listed twice."""
    assert packages_distributions()[name] == ["dispensatory"]


@pytest.mark.parametrize(
    ("package", "suffix"), [("ontology", ".ttl"), ("queries.canned", ".rq"), ("dispensatory.sources", ".md")]
)
def test_data_ship_with_the_code(package: str, suffix: str) -> None:
    """The ontology, the canned queries and the texts are found as resources of the installed package."""
    folder = files(package.partition(".")[0]).joinpath(*package.split(".")[1:])
    assert [entry.name for entry in folder.iterdir() if entry.name.endswith(suffix)]


@pytest.mark.parametrize("name", ["dispensatory", *LAYERS])
def test_types_ship_with_the_code(name: str) -> None:
    """Every layer tells type checkers that it is typed."""
    assert files(name).joinpath("py.typed").is_file()
