"""The parts of the documentation: expressions, trees, owners, links and axes, on small ontologies."""

import re
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, RdfFormat, parse

from dispensatory.documentation import classes, texts
from dispensatory.documentation.addresses import Links
from dispensatory.documentation.expressions import expression
from dispensatory.documentation.knowledge import Files, Knowledge, Place
from ontology.terms import DISP, OWL, PREFIXES, RDFS


def links(turtle: str) -> Links:
    """Return links over a small ontology."""
    head = "".join(f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items())
    return Links(Knowledge(parse(head + turtle, RdfFormat.TURTLE), Files()), {"http://example.org/": "ex"})


def plain(html: str) -> str:
    """Return the text of HTML."""
    return re.sub(r"<[^>]+>", "", html)


def test_every_class_of_drugs_lies_on_an_axis() -> None:
    """A file or section of classes that axes.yaml does not name would show as the axis "Other"."""
    knowledge = Knowledge.ready()
    axes = classes.axes(knowledge)
    found = [iri for _, members in axes.values() for iri in members]
    assert sorted(found) == sorted(knowledge.drug_classes)
    assert classes.OTHER not in axes


@pytest.mark.parametrize(
    ("turtle", "shown"),
    [
        ("owl:intersectionOf ( disp:A [ owl:unionOf ( disp:B disp:C ) ] )", "A and (B or C)"),
        ("owl:complementOf disp:A", "not A"),
        ("owl:onProperty disp:p ; owl:someValuesFrom [ owl:complementOf disp:A ]", "p some (not A)"),
        ("owl:onProperty disp:p ; owl:allValuesFrom disp:A", "p only A"),
        ("owl:onProperty [ owl:inverseOf disp:p ] ; owl:hasValue drug:x", "inverse p value x"),
        ('owl:onProperty disp:p ; owl:hasValue "<5>"', 'p value "<5>"'),
        ("owl:onProperty disp:p ; owl:minQualifiedCardinality 2 ; owl:onClass disp:A", "p min 2 A"),
        ("owl:oneOf ( drug:x drug:y )", "{x, y}"),
    ],
)
def test_expressions_read_as_manchester_syntax(turtle: str, shown: str) -> None:
    """Labels stand for names, and brackets where parts need them."""
    labels = 'disp:A rdfs:label "A" . disp:B rdfs:label "B" . disp:C rdfs:label "C" . disp:p rdfs:label "p" .'
    over = links(f'disp:Z owl:equivalentClass [ {turtle} ] . {labels} drug:x rdfs:label "x" . drug:y rdfs:label "y" .')
    (node,) = over.knowledge.objects(DISP + "Z", OWL + "equivalentClass")
    assert isinstance(node, BlankNode)
    shown = shown.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    assert plain(expression(over, node)) == shown


def test_texts_of_the_ontology_cannot_break_a_page() -> None:
    """A label with markup is shown as it is written."""
    over = links('disp:A a owl:Class ; rdfs:label "<b>&" .')
    assert over.to(DISP + "A") == '<a href="classes.html#A">&lt;b&gt;&amp;</a>'


def test_what_others_name_is_linked_by_its_prefix() -> None:
    """An identifier shows the prefix of its vocabulary and leads to its IRI; an unknown one is shown whole."""
    over = links("disp:A a owl:Class .")
    assert over.to("http://example.org/7") == '<a href="http://example.org/7"><code>ex:7</code></a>'
    assert plain(over.to("http://example.com/7")) == "http://example.com/7"


def test_a_class_with_two_parents_stands_under_both() -> None:
    """The tree shows a class under each of its parents, and its children there."""
    over = links(
        "disp:A a owl:Class . disp:B a owl:Class . disp:C a owl:Class ; rdfs:subClassOf disp:A, disp:B ."
        "disp:D a owl:Class ; rdfs:subClassOf disp:C ."
    )
    top, _, rest = plain(classes.content(over)).partition("Classes of drugs, by axis")
    assert top.split()[-6:] == ["disp:A", "disp:C", "disp:D", "disp:B", "disp:C", "disp:D"]
    assert "The classes" in rest


def test_the_file_that_names_a_thing_owns_it(tmp_path: Path) -> None:
    """A second file may add to a thing; the one with its label owns it, and the section above it is told."""
    head = f"# What it holds.\n\n@prefix disp: <{DISP}> .\n@prefix rdfs: <{RDFS}> .\n@prefix owl: <{OWL}> .\n"
    (tmp_path / "a.ttl").write_text(head + "disp:A a owl:Class .\n", encoding="utf-8")
    (tmp_path / "b.ttl").write_text(
        head + '\n# ---- part\n# Said of it.\n\ndisp:A a owl:Class ; rdfs:label "A" .\n', encoding="utf-8"
    )
    told = Files.read(tmp_path)
    assert told.places[DISP + "A"] == Place("b.ttl", "part")
    assert told.openings == {"a.ttl": "What it holds.", "b.ttl": "What it holds."}
    assert told.sections == {Place("b.ttl", "part"): "Said of it."}


def test_links_of_guides_lead_to_pages_or_nowhere() -> None:
    """A link to another guide leads to its page; one to a file without a page is plain text."""
    made = texts.content("# T\n\n[a](b.md) [c](../d.ttl) [e](https://example.org/)\n", {"b.md": "guide-b.html"})
    assert made == ('<p><a href="guide-b.html">a</a> <span>c</span> <a href="https://example.org/">e</a></p>\n')
