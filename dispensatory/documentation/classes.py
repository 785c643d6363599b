"""The page of classes: trees by axis, then each class with its definition; and the named values of the records."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files

import yaml

from dispensatory.documentation.addresses import Links, address, anchor
from dispensatory.documentation.elements import code, definitions, element, link, listing, text
from dispensatory.documentation.expressions import expression
from dispensatory.documentation.knowledge import Knowledge, Place
from ontology.terms import DISP, OWL, RDF, RDFS, SKOS

#: The axis of a drug class that no line of `axes.yaml` covers.
OTHER = "Other"
_SHOWN = 12


def axes(knowledge: Knowledge) -> dict[str, tuple[str, list[str]]]:
    """Return the axes of drug classes: what each is about, and the classes that lie on it, by label."""
    told = yaml.safe_load(files("dispensatory.documentation").joinpath("axes.yaml").read_text("utf-8"))
    on = {place: entry["axis"] for entry in told for place in entry["places"]}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for iri in sorted(knowledge.drug_classes, key=lambda iri: (knowledge.label(iri).casefold(), iri)):
        place = knowledge.files.places.get(iri, Place(""))
        found[on.get(f"{place.file}#{place.section}") or on.get(place.file, OTHER)].append(iri)
    about = {entry["axis"]: entry["about"] for entry in told} | {OTHER: "on no axis of its own"}
    return {name: (words, found[name]) for name, words in about.items() if found[name]}


def content(links: Links) -> str:
    """Return the content of the page."""
    known = links.knowledge
    own = set(known.of_kind("Class"))
    kinds = sorted(own - known.drug_classes, key=lambda iri: (known.label(iri).casefold(), iri))
    parts = [
        element("h2", "Kinds of entity, families of targets, roles and records", id="tree-kinds"),
        _tree(links, kinds),
        element("h2", "Classes of drugs, by axis", id="tree-drugs"),
    ]
    for name, (about, classes) in axes(known).items():
        count = f"{len(classes)} classes: {about}."
        parts += [element("h3", text(name)), element("p", text(count)), _tree(links, classes)]
    parts.append(element("h2", "Classes without a common member", id="disjoint"))
    parts.append(listing(_disjoint(links)))
    parts.append(element("h2", "The classes", id="list"))
    parts += [_entry(links, iri) for iri in known.of_kind("Class")]
    parts.append(element("h2", "Named values and word classes", id="values"))
    parts += [_value(links, iri) for iri in values(known)]
    return "\n".join(parts)


def values(knowledge: Knowledge) -> list[str]:
    """Return the individuals that bear the names of terms: verdicts, certainties, rates, classes of words."""
    return [
        iri
        for iri in knowledge.within(DISP)
        if iri.removeprefix(DISP)[:1].isupper() and OWL + "Class" not in knowledge.iris(iri, RDF + "type")
    ]


def _tree(links: Links, classes: Iterable[str]) -> str:
    """Return the classes as a tree; one with two parents stands under both, one without at the top."""
    known = links.knowledge
    own = frozenset(classes)
    below: defaultdict[str, list[str]] = defaultdict(list)
    for iri in sorted(own, key=lambda iri: (known.label(iri).casefold(), iri)):
        parents = [each for each in known.iris(iri, RDFS + "subClassOf") if each in own]
        for parent in parents or [""]:
            below[parent].append(iri)

    def branch(parent: str, above: frozenset[str]) -> str:
        children = [each for each in below[parent] if each not in above]
        return listing(f"{links.to(each)}{branch(each, above | {each})}" for each in children)

    return branch("", frozenset())


def _disjoint(links: Links) -> Iterator[str]:
    """Yield the groups of classes of which nothing can be two."""
    known = links.knowledge
    for node in known.unnamed(RDF + "type", OWL + "AllDisjointClasses"):
        for members in known.objects(node, OWL + "members"):
            yield ", ".join(expression(links, each) for each in known.members(members))


def _entry(links: Links, iri: str) -> str:
    known = links.knowledge
    above = known.objects(iri, RDFS + "subClassOf")
    equal = [expression(links, node) for node in known.objects(iri, OWL + "equivalentClass")]
    members = known.subjects(RDF + "type", iri)
    pairs = [
        *names(links, iri),
        ("Subclass of", ", ".join(expression(links, node) for node in above)),
        ("Equivalent to", "; ".join(equal)),
        ("Subclasses", links.all([each for each in known.subjects(RDFS + "subClassOf", iri) if each != iri])),
        ("Members named here", _some(links, members)),
        *marks(links, iri),
        ("Other vocabularies", links.out(iri)),
        ("File", owner(known, iri)),
    ]
    return _section(links, iri, pairs)


def _value(links: Links, iri: str) -> str:
    known = links.knowledge
    pairs = [
        ("Kind", links.all(known.iris(iri, RDF + "type"))),
        *names(links, iri),
        *marks(links, iri),
        ("File", owner(known, iri)),
    ]
    return _section(links, iri, pairs)


def _section(links: Links, iri: str, pairs: Iterable[tuple[str, str]]) -> str:
    head = element("h3", text(links.knowledge.label(iri)))
    return element("section", head + definitions([("IRI", link(iri, code(iri))), *pairs]), id=anchor(iri))


def names(links: Links, iri: str) -> Iterator[tuple[str, str]]:
    """Yield the names of a term beside its label, and what it means."""
    known = links.knowledge
    for word, predicate in (
        ("Synonyms", SKOS + "altLabel"),
        ("Abbreviations", DISP + "abbreviation"),
        ("Ambiguous names", DISP + "ambiguousLabel"),
    ):
        yield word, ", ".join(map(text, known.texts(iri, predicate)))
    yield "Definition", " ".join(map(text, known.texts(iri, SKOS + "definition") + known.texts(iri, RDFS + "comment")))


def marks(links: Links, iri: str, shown: int = _SHOWN) -> Iterator[tuple[str, str]]:
    """Yield the marks and words of ours that a term carries, the first of a long list."""
    known = links.knowledge
    shown_elsewhere = {DISP + "abbreviation", DISP + "ambiguousLabel"}
    for predicate in known.predicates(iri):
        if predicate.startswith(DISP) and predicate not in shown_elsewhere:
            found = known.objects(iri, predicate)
            told = ", ".join(expression(links, node) for node in found[:shown])
            more = f" … ({len(found)} in all)" if len(found) > shown else ""
            yield _capital(known.label(predicate)), told + more


def owner(knowledge: Knowledge, iri: str) -> str:
    """Return the file that owns a thing."""
    place = knowledge.files.places.get(iri)
    return code(f"ontology/{place.file}") if place else ""


def _some(links: Links, iris: list[str]) -> str:
    if len(iris) <= _SHOWN:
        return links.all(iris)
    pages = sorted({address(iri).partition("#")[0] for iri in iris})
    lists = ", ".join(link(each, text(each.removesuffix(".html"))) for each in pages)
    return f"{len(iris)}, among them {links.all(iris[:_SHOWN])} (all: {lists})"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
