"""All pages together: which there are, how one leads to the others, and writing them into a folder."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from dispensatory.documentation import classes, entities, front, properties, rules, schedules, texts
from dispensatory.documentation.addresses import Links, address
from dispensatory.documentation.elements import link, listing, page, text
from dispensatory.documentation.knowledge import Files, Knowledge, prefixes
from ontology import dataset, mappings
from ontology.files import quads
from ontology.terms import DCTERMS, DISP, ENTITY_PREFIXES, GRAPH_DATASET, GRAPH_LINKS, GRAPH_ONTOLOGY, SKOS, VOID
from queries.export import export
from queries.graph import LocalGraph

FRONT = "index.html"
#: What can be taken along: the graph of each file, and what the file is.
DOWNLOADS = {
    "ontology.ttl": (GRAPH_ONTOLOGY, "The ontology in Turtle"),
    "links.ttl": (GRAPH_LINKS, "The links to other vocabularies in Turtle"),
    "dataset.ttl": (GRAPH_DATASET, "The description of the dataset in Turtle, with the counts of these two"),
}
_STATIC = ("style.css", "search.js")
#: The names by which the search finds a thing beside its label.
_NAMES = (SKOS + "altLabel", DISP + "abbreviation", DISP + "hasBrandName", DISP + "ambiguousLabel")


def write(folder: Path, root: Path | None = None) -> tuple[str, ...]:
    """Write the pages into a folder and return their names; `root` is a checkout, whose guides become pages too."""
    folder.mkdir(parents=True, exist_ok=True)
    made = dict(pages(root))
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return tuple(made)


def pages(root: Path | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the pages with its name."""
    store = Store()
    store.extend([*quads(), *mappings.quads()])
    described = dataset.describe(store)
    store.extend(described)
    spaces = dataset.vocabularies(described)
    links = Links(Knowledge.ready(), prefixes(spaces))
    guides = texts.guides(root) if root else {}
    titles = {name: texts.title(path.read_text("utf-8")) for name, path in guides.items()}
    navigation = _navigation()

    def framed(title: str, content: str) -> bytes:
        return page(title, navigation, content).encode()

    downloads = {name: said for name, (_, said) in DOWNLOADS.items()}
    name = links.knowledge.text(front.ONTOLOGY, front.TITLE)
    yield FRONT, framed(name, front.content(links, Knowledge(described, Files()), _linked(store), titles, downloads))
    yield "classes.html", framed("Classes", classes.content(links))
    yield "properties.html", framed("Properties", properties.content(links))
    yield "rules.html", framed("Rules, rates and shapes", rules.content(links))
    for prefix in ENTITY_PREFIXES:
        yield f"{prefix}.html", framed(entities.TITLES[prefix], _entities(links, prefix))
    by_file = {path.name: page_name for page_name, path in guides.items()}
    for page_name, path in guides.items():
        yield page_name, framed(titles[page_name], texts.content(path.read_text("utf-8"), by_file))
    for file, (graph, _) in DOWNLOADS.items():
        yield file, b"".join(export(LocalGraph(store), "turtle", [graph]))
    yield "entries.js", _entries(links.knowledge)
    for file in _STATIC:
        yield file, files("dispensatory.documentation").joinpath(file).read_bytes()


def _entities(links: Links, prefix: str) -> str:
    if prefix == "schedule":
        return schedules.schedules(links)
    return schedules.schedulings(links) if prefix == "scheduling" else entities.content(links, prefix)


def _navigation() -> str:
    terms = {
        FRONT: "Overview",
        "classes.html": "Classes",
        "properties.html": "Properties",
        "rules.html": "Rules and shapes",
    }
    named = terms | {f"{prefix}.html": entities.TITLES[prefix] for prefix in ENTITY_PREFIXES}
    return listing(link(name, text(said)) for name, said in named.items())


def _linked(store: Store) -> Mapping[str, int]:
    """Count the links that lead to each vocabulary, by its title."""
    found: Counter[str] = Counter()
    graph = NamedNode(GRAPH_DATASET)
    for quad in store.quads_for_pattern(None, NamedNode(VOID + "objectsTarget"), None, graph):
        if not isinstance(quad.object, NamedNode):
            continue
        (title,) = store.quads_for_pattern(quad.object, NamedNode(DCTERMS + "title"), None, graph)
        (count,) = store.quads_for_pattern(quad.subject, NamedNode(VOID + "triples"), None, graph)
        if isinstance(title.object, Literal) and isinstance(count.object, Literal):
            found[title.object.value] += int(count.object.value)
    return found


def _entries(knowledge: Knowledge) -> bytes:
    """Return what the search looks through: of each term and entity its label, page, kind and other names."""
    terms = [
        iri
        for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
        for iri in knowledge.of_kind(kind)
    ]
    named = [
        iri for prefix in ENTITY_PREFIXES if prefix != "scheduling" for iri in knowledge.within(f"{DISP}{prefix}/")
    ]
    found = []
    for iri in (*terms, *classes.values(knowledge), *named):
        place = address(iri)
        others = " | ".join(name for predicate in _NAMES for name in knowledge.texts(iri, predicate))
        found.append([knowledge.label(iri), place, place.partition(".")[0].replace("classes", "class"), others])
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in found)
    return f'"use strict";\nconst ENTRIES = [\n{lines}\n];\n'.encode()
