"""A page for each kind of entity: a row each, with its names, what the ontology says of it and its links."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dispensatory.documentation.addresses import MATCHES, Links, anchor
from dispensatory.documentation.elements import code, element, link, listing, table, text
from dispensatory.documentation.expressions import expression
from dispensatory.documentation.knowledge import Place
from ontology.terms import DISP, RDF, RDFS, SKOS

HEAD = ("Name", "Other names", "What is said of it", "Other vocabularies")

#: What each namespace holds; families of targets group their page, files group the others.
TITLES = {
    "activity": "Activities",
    "agent": "People, companies and agencies",
    "aspect": "Aspects of comparison",
    "condition": "Conditions",
    "drug": "Drugs and other substances",
    "event": "Milestones",
    "form": "Dose forms",
    "jurisdiction": "Jurisdictions",
    "law": "Laws",
    "level": "Grades of abuse potential",
    "measure": "Measures",
    "mediator": "Mediators",
    "population": "Groups of people",
    "process": "Processes",
    "route": "Routes of administration",
    "schedule": "Schedules and supply categories",
    "scheduling": "Schedulings",
    "site": "Anatomical sites",
    "target": "Targets",
}
_NAMES = (
    (SKOS + "altLabel", ""),
    (DISP + "abbreviation", "abbreviation: "),
    (DISP + "hasBrandName", "brand: "),
    (DISP + "ambiguousLabel", "ambiguous: "),
)
_TOLD = frozenset({RDFS + "label", *(name for name, _ in _NAMES), *MATCHES})


def content(links: Links, prefix: str) -> str:
    """Return the content of the page of a namespace."""
    known = links.knowledge
    iris = known.within(f"{DISP}{prefix}/")
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for iri in iris:
        place = known.files.places.get(iri, Place("")).file
        family = known.label(next(iter(known.iris(iri, RDF + "type")), ""))
        groups[family if prefix == "target" else place].append(iri)
    parts = [element("p", f"{len(iris)} in {_count(len(groups), 'group')}.")]
    if len(groups) > 1:
        named = sorted(groups)
        parts.append(listing(link(f"#{_slug(name)}", f"{text(_title(name))} ({len(groups[name])})") for name in named))
    for name, members in sorted(groups.items()):
        parts.append(element("h2", text(_title(name)), id=_slug(name)))
        if name in known.files.openings:
            parts.append(element("p", f"{text(known.files.openings[name])} {code(f'ontology/{name}')}", class_="faint"))
        parts.append(rows(links, members, _title(name)))
    return "\n".join(parts)


def rows(links: Links, iris: Iterable[str], caption: str) -> str:
    """Return a table of entities, each with the anchor to which its IRI leads."""
    return table(HEAD, ((anchor(iri), _cells(links, iri)) for iri in iris), caption)


def _cells(links: Links, iri: str) -> tuple[str, ...]:
    known = links.knowledge
    called = (text(mark + name) for predicate, mark in _NAMES for name in known.texts(iri, predicate))
    return (
        text(known.label(iri)) + link(iri, code(links.short(iri))),
        ", ".join(called),
        "; ".join(_said(links, iri)),
        links.out(iri),
    )


def _said(links: Links, iri: str) -> Iterator[str]:
    """Yield what the ontology says of an entity: its kinds first, then what ties it to others."""
    known = links.knowledge
    yield links.all(known.iris(iri, RDF + "type"))
    for predicate in known.predicates(iri):
        if predicate != RDF + "type" and predicate not in _TOLD:
            told = ", ".join(expression(links, node) for node in known.objects(iri, predicate))
            word = "" if predicate == SKOS + "definition" else f"{links.to(predicate)} "
            yield word + told
    parts = known.subjects(DISP + "saltOf", iri)
    if parts:
        yield f"salts and esters: {links.all(parts)}"


def _title(name: str) -> str:
    words = name.rpartition("/")[2].removesuffix(".ttl").replace("-", " ")
    return words[:1].upper() + words[1:]


def _slug(name: str) -> str:
    return "group-" + _title(name).lower().replace(" ", "-")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
