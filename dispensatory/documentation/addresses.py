"""Where each IRI of the ontology is told of: page and anchor, by rule, so that a redirect needs no table."""

from collections.abc import Mapping
from dataclasses import dataclass

from dispensatory.documentation.elements import code, link, text
from dispensatory.documentation.knowledge import Knowledge
from ontology.terms import DISP, ENTITY_PREFIXES, SKOS, shorten

#: How near a link is, in words, the nearest first.
MATCHES = {
    f"{SKOS}exactMatch": "exact",
    f"{SKOS}closeMatch": "close",
    f"{SKOS}broadMatch": "broader",
    f"{SKOS}narrowMatch": "narrower",
    f"{SKOS}relatedMatch": "related",
}


def address(iri: str) -> str:
    """Return page and anchor of an IRI of the ontology; of any other the IRI itself.

    Classes and named values begin with a capital, properties do not; each kind of entity has a namespace and a page.
    """
    if not iri.startswith(DISP):
        return iri
    first, _, local = iri.removeprefix(DISP).partition("/")
    if first in ENTITY_PREFIXES and local:
        return f"{first}.html#{local}"
    if first in ("dataset", "graph"):
        return "index.html#dataset"
    if local or first == "ontology":
        return "index.html"
    return f"{'classes' if first[:1].isupper() else 'properties'}.html#{first}"


def anchor(iri: str) -> str:
    """Return the anchor of an IRI on its page; terms of others have their prefixed name."""
    return address(iri).rpartition("#")[2] if iri.startswith(DISP) else shorten(iri).replace(":", "-")


@dataclass(frozen=True, slots=True)
class Links:
    """Links to terms and entities by their labels, and to what other vocabularies hold by short names."""

    knowledge: Knowledge
    spaces: Mapping[str, str]  # short names of other vocabularies, by what their IRIs begin with, the longest first

    def to(self, iri: str) -> str:
        """Return a link to a thing: to its place in these pages, or to where its IRI leads."""
        if iri.startswith(DISP) and self.knowledge.is_known(iri):
            return link(address(iri), text(self.knowledge.label(iri)))
        return link(iri, code(self.short(iri)))

    def short(self, iri: str) -> str:
        """Return an identifier with the prefix of its vocabulary, or the whole IRI where none fits."""
        known = shorten(iri)
        if not known.startswith("<"):
            return known
        for space, name in self.spaces.items():
            if iri.startswith(space):
                return f"{name}:{iri.removeprefix(space)}"
        return iri

    def all(self, iris: list[str]) -> str:
        """Return links to several things, in the order given."""
        return ", ".join(map(self.to, iris))

    def out(self, iri: str) -> str:
        """Return the links of a thing to other vocabularies, the nearest first."""
        found = ((word, self.knowledge.iris(iri, match)) for match, word in MATCHES.items())
        return "; ".join(f"{word}: {self.all(iris)}" for word, iris in found if iris)
