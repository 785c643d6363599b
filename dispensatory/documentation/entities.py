"""A page for each kind of entity: a row each, with its names, what the ontology says of it and its links."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from dispensatory.documentation.addresses import MATCHES, Links, address, anchor
from dispensatory.documentation.elements import code, element, link, listing, table, text
from dispensatory.documentation.expressions import expression
from dispensatory.documentation.knowledge import Place
from ontology.terms import DISP, RDF, RDFS, SKOS

HEAD = ("Name", "Other names", "What is said of it", "Other vocabularies")

#: What each namespace holds.
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
#: The longest opening of a file that serves as a heading.
_SHORT = 60
_TOLD = frozenset({RDFS + "label", *(name for name, _ in _NAMES), *MATCHES})


def content(links: Links, prefix: str) -> str:
    """Return the content of the page of a namespace: targets by family, all others by the file that owns them."""
    known = links.knowledge
    iris = known.within(f"{DISP}{prefix}/")
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for iri in iris:
        file = known.files.places.get(iri, Place("")).file
        family = known.label(next(iter(known.iris(iri, RDF + "type")), ""))
        groups[("", _capital(family)) if prefix == "target" else (file, _title(links, file))].append(iri)
    ordered = sorted(groups.items(), key=lambda group: (group[0][1].casefold(), group[0]))
    parts = [element("p", _kinds(links, iris))]
    if len(groups) > 1:
        parts.append(listing(link(f"#{_slug(name)}", f"{text(name)} ({len(of)})") for (_, name), of in ordered))
    for (file, name), members in ordered:
        parts.append(element("h2", text(name), id=_slug(name)))
        if file:
            said = known.files.openings.get(file, "")
            about = "" if said == f"{name}." else text(said) + " "
            parts.append(element("p", about + code(f"ontology/{file}"), class_="faint"))
        parts.append(rows(links, members, name))
    return "\n".join(parts)


def rows(links: Links, iris: Iterable[str], name: str) -> str:
    """Return a table of entities, each with the anchor to which its IRI leads."""
    return table(HEAD, ((anchor(iri), _cells(links, iri)) for iri in iris), name)


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
            if predicate == SKOS + "definition":
                yield told
            elif predicate.startswith(SKOS):
                yield f"{text(predicate.removeprefix(SKOS))}: {told}"
            else:
                yield f"{links.to(predicate)} {told}"
    salts = known.subjects(DISP + "saltOf", iri)
    if salts:
        yield f"salts and esters: {links.all(salts)}"
    listed = known.subjects(DISP + "drug", iri)
    if listed:
        named = (link(address(each), ", ".join(map(text, _schedules(links, each)))) for each in listed)
        yield f"schedulings: {', '.join(named)}"


def _schedules(links: Links, scheduling: str) -> list[str]:
    """Return the schedules of a scheduling by name."""
    return [links.knowledge.label(iri) for iri in links.knowledge.iris(scheduling, DISP + "schedule")]


def _kinds(links: Links, iris: Iterable[str]) -> str:
    """Return how many there are of each kind."""
    found = Counter(kind for iri in iris for kind in links.knowledge.iris(iri, RDF + "type"))
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{links.to(kind)}: {count}" for kind, count in ordered) + "."


def _title(links: Links, file: str) -> str:
    """Return what a file is called: the sentence that opens it, or its name where that is long."""
    opening = links.knowledge.files.openings.get(file, "").partition(". ")[0].removesuffix(".")
    words = file.rpartition("/")[2].removesuffix(".ttl").replace("-", " ")
    return opening if 0 < len(opening) <= _SHORT else _capital(words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _slug(name: str) -> str:
    return "group-" + "-".join(re.findall(r"[a-z0-9]+", name.lower()))
