"""The ontology's files as quads: the same in every run, and a slip named by file and line."""

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode

from ontology.errors import OntologyError
from ontology.files import fingerprint, load, quads
from ontology.terms import GRAPH_ONTOLOGY

AXIOM = b"@prefix ex: <http://example.org/> .\nex:A ex:is [ ex:of ex:B ] , _:x .\n_:x ex:of ex:C .\n"


def test_quads_are_the_same_in_every_run_and_named_by_file(tmp_path: Path) -> None:
    """Blank nodes are named by file and rank, so two readings give equal quads of the ontology graph."""
    (tmp_path / "one.ttl").write_bytes(AXIOM)
    (tmp_path / "two.ttl").write_bytes(AXIOM)
    found = quads(tmp_path)
    assert found == quads(tmp_path)
    assert {quad.graph_name for quad in found} == {NamedNode(GRAPH_ONTOLOGY)}
    blank = {term.value for quad in found for term in (quad.subject, quad.object) if isinstance(term, BlankNode)}
    assert blank == {"one-1", "one-2", "two-1", "two-2"}


def test_folders_are_part_and_shapes_are_not(tmp_path: Path) -> None:
    """A long list may lie in a folder; shapes check the graph and are not in it."""
    (tmp_path / "drugs").mkdir()
    (tmp_path / "drugs" / "a.ttl").write_bytes(AXIOM)
    (tmp_path / "shapes.ttl").write_bytes(AXIOM)
    blank = {quad.subject.value for quad in quads(tmp_path) if isinstance(quad.subject, BlankNode)}
    assert blank == {"drugs-a-1", "drugs-a-2"}


def test_a_slip_is_named_by_file_and_line(tmp_path: Path) -> None:
    """A prefix that is not declared in the second line is reported there."""
    (tmp_path / "drugs").mkdir()
    (tmp_path / "drugs" / "a.ttl").write_bytes(b"@prefix ex: <http://example.org/> .\nex:a ex:b drug:c .\n")
    with pytest.raises(OntologyError, match=r"^ontology/drugs/a\.ttl, line 2, column \d+: .*drug:"):
        quads(tmp_path)


def test_the_fingerprint_changes_with_a_rule_and_not_with_code(tmp_path: Path) -> None:
    """What decides the knowledge counts, down to the rules; Python does not."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "a.ttl").write_bytes(AXIOM)
    before = fingerprint(tmp_path)
    (tmp_path / "a.py").write_text("pass")
    assert fingerprint(tmp_path) == before
    (tmp_path / "rules" / "a.rls").write_text("% rule")
    assert fingerprint(tmp_path) != before


def test_the_shipped_ontology_loads() -> None:
    """Every Turtle file that ships can be read."""
    assert len(load()) == len(set(quads()))
