"""The one form of a Turtle file: what is put in order, what is kept, what is refused."""

from pathlib import Path

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

from ontology.canonical import WIDTH, canonical
from ontology.errors import OntologyError

ONTOLOGY = Path(__file__).parents[2] / "ontology"
FILES = sorted(path.relative_to(ONTOLOGY).as_posix() for path in ONTOLOGY.rglob("*.ttl"))

HEAD = "# What it holds.\n\n@prefix a: <http://a/> .\n@prefix b: <http://b/> .\n\n"

FORMED = [
    # the curator's statement, and its form
    ("a:x b:p b:o.", "a:x b:p b:o ."),
    ("a:x b:p b:o ;\n.", "a:x b:p b:o ."),
    ("a:x b:q 1 ; rdfs:label 'l' .".replace("'", '"'), 'a:x rdfs:label "l" ; b:q 1 .'),
    ("a:x b:q b:2, b:1 ; a b:C .", "a:x a b:C ; b:q b:1, b:2 ."),
    ("a:x b:p b:o ; b:p b:m .", "a:x b:p b:m, b:o ."),
    ("a:x b:p ( b:2 b:1 ) .", "a:x b:p ( b:2 b:1 ) ."),
    ("a:x b:p [ b:z 1 ; a b:C ], b:o .", "a:x b:p b:o, [ a b:C ; b:z 1 ] ."),
    ("a:x b:p 1.5, -2 .\n\n\n\na:y b:p true .", "a:x b:p -2, 1.5 .\n\na:y b:p true ."),
    ('a:x b:p "a; b. # \\" c"@en, "2"^^b:int .', 'a:x b:p "2"^^b:int, "a; b. # \\" c"@en .'),
    ("a:x b:p b:q.r, <http://c/d;e> .", "a:x b:p <http://c/d;e>, b:q.r ."),
    ("# kept   \na:x b:p b:o .", "# kept\na:x b:p b:o ."),
    (
        f'a:x b:p "{"m" * 60}", "{"k" * 60}" ; b:q "{"n" * 90}" .',
        f'a:x\n    b:p "{"k" * 60}",\n        "{"m" * 60}" ;\n    b:q "{"n" * 90}" .',
    ),
    (
        f"a:x b:p [ a b:C ; b:list ( [ b:one b:{'o' * 60} ] [ b:two b:{'t' * 60} ] ) ] .",
        f"a:x\n    b:p [ a b:C ; b:list ( [ b:one b:{'o' * 60} ]\n            [ b:two b:{'t' * 60} ] ) ] .",
    ),
]
REFUSED = [
    ("a:x b:p ?y .", "line 6: '?y' is no Turtle; mend it"),
    ("a:x b:p\n# why\nb:o .", "line 7: a comment stands within a statement; move it above the statement"),
    ("a:x b:p b:o", "the file ends within a statement; end it with a full stop"),
    ("a:x b:p , b:o .", "line 6: ',' stands where a term is due; mend it"),
]


def dataset(text: str) -> Dataset:
    """Read Turtle into a dataset that compares by what it says."""
    found = Dataset(parse(text.encode(), RdfFormat.TURTLE))
    found.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return found


@pytest.mark.parametrize(("written", "formed"), FORMED)
def test_a_statement_has_one_form(written: str, formed: str) -> None:
    """Predicates and values are put in order, and lines are filled; formed twice is formed once."""
    assert canonical(HEAD + written) == HEAD + formed + "\n"
    assert canonical(HEAD + formed) == HEAD + formed + "\n"


def test_prefixes_are_sorted_below_the_head() -> None:
    """The comment that says what a file holds comes first, then the prefixes."""
    assert canonical("# Head.\n@prefix b: <http://b/> .\n@prefix a: <http://a/> .\na:x b:p 1 .\n") == (
        "# Head.\n\n@prefix a: <http://a/> .\n@prefix b: <http://b/> .\n\na:x b:p 1 .\n"
    )


@pytest.mark.parametrize(("written", "message"), REFUSED)
def test_what_has_no_form_is_named_by_its_line(written: str, message: str) -> None:
    """A slip is reported with file, line and remedy."""
    with pytest.raises(OntologyError) as slip:
        canonical(HEAD + written, "a.ttl")
    assert str(slip.value).startswith(f"a.ttl, {message}") or str(slip.value) == f"a.ttl: {message}"


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_in_its_one_form(name: str) -> None:
    """What differs only in its layout is not kept; `make format` mends it."""
    text = (ONTOLOGY / name).read_text("utf-8")
    assert canonical(text, name) == text
    assert [line for line in text.splitlines() if len(line) > WIDTH and line[0] not in "#@" and '"' not in line] == []


def test_the_form_of_a_file_says_what_the_file_said() -> None:
    """No triple is lost or changed on the way."""
    text = "".join((ONTOLOGY / name).read_text("utf-8") for name in ("properties.ttl", "classes/defined.ttl"))
    jumbled = text.replace(" ;\n    ", " ;\n\n      ").replace("disp:Drug,", "disp:Drug ,\n")
    assert dataset(canonical(jumbled)) == dataset(jumbled)
