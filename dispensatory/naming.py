"""Which of the sources that a store holds somebody means."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from ontology.errors import CallError
from ontology.terms import PREFIXES, shorten
from ontology.values import Source
from queries.nearness import alternatives, nearest

#: So many digits of a hash are taken for a name.
_SHORTEST = 8


def named(text: str, held: Sequence[Source]) -> Source:
    """Return the source that a text names: its IRI or hash, its file or address, or the name that it goes by."""
    hash_ = text.removeprefix(PREFIXES["source"]).removeprefix("source:")
    place = Path(text)
    digest = sha256(place.read_bytes()).hexdigest() if place.is_file() else hash_
    by_hash = [each for each in held if len(digest) >= _SHORTEST and each.sha256.startswith(digest)]
    names = {text, place.name}
    found = by_hash or [each for each in held if each.name in names or each.identifier == text or each.title == text]
    if len(found) > 1:
        listed = alternatives(f"{shorten(each.iri)} ({each.name})" for each in found)
        raise CallError(f"'{text}' names more than one source: {listed}; give the one you mean")
    if not found:
        near = nearest(text, [each.name for each in held])
        hint = f"did you mean {alternatives(near)}?" if near else "see: dispensatory run sources"
        raise CallError(f"the store holds no source '{text}'; {hint}")
    return found[0]
