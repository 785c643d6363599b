"""The reader of a drug label as openFDA gives it: each field is a section, its name the heading."""

import re
from collections.abc import Iterator, Mapping

from loaders.readers.decoding import clean
from loaders.readers.frontmatter import iso_date
from loaders.readers.labels import HEADINGS, LEFT_OUT
from loaders.readers.markup import Markup
from loaders.readers.reading import Reading

#: What openFDA adds to a label in names of its own vocabularies, and the words that head it.
FACTS = {
    "route": "Route of administration",
    "pharm_class_epc": "Drug class",
    "pharm_class_moa": "Mechanism of action",
    "pharm_class_pe": "Physiologic effect",
}
#: The vocabulary that a name is of, at its end: `Opioid Antagonist [EPC]`.
VOCABULARY = re.compile(r"\s*\[\w+\]$")

#: A field that holds the tables of another.
TABLE = "_table"


def is_label(record: Mapping[str, object]) -> bool:
    """Tell a drug label: it has what openFDA adds to one, or the set of versions it belongs to."""
    return isinstance(record.get("openfda"), dict) or ("set_id" in record and "effective_time" in record)


def read(record: Mapping[str, object]) -> Reading:
    """Return the sections of a label with what its head says."""
    added = record.get("openfda")
    told = added if isinstance(added, dict) else {}
    brands, generics = _listed(told.get("brand_name")), _listed(told.get("generic_name"))
    names = ", ".join(brands[:3])
    generic = ", ".join(name for name in generics[:3] if name.casefold() not in map(str.casefold, brands))
    title = f"{names} ({generic})" if names and generic else names or generic
    markup = Markup()
    markup.heading(title, 1)
    if facts := tuple(_facts(told)):
        markup.items(facts)
    for field, value in record.items():
        if isinstance(value, list):
            _section(field, _listed(value), markup)
    text, blocks = markup.blocks()
    digits = _one(record.get("effective_time"))
    return Reading(
        text,
        blocks if any(block.kind != "heading" for block in blocks) else (),
        title=title[:300],
        date=iso_date("-".join(part for part in (digits[:4], digits[4:6], digits[6:8]) if part)),
        publisher=", ".join(_listed(told.get("manufacturer_name"))[:3]),
        identifier=_one(record.get("set_id")),
        version=_one(record.get("version")),
    )


def _facts(told: Mapping[str, object]) -> Iterator[str]:
    for field, label in FACTS.items():
        if names := [VOCABULARY.sub("", name) for name in _listed(told.get(field)) if name]:
            yield f"{label}: {', '.join(names)}"


def _section(field: str, texts: list[str], markup: Markup) -> None:
    heading = HEADINGS.get(field.removesuffix(TABLE), "")
    if heading == LEFT_OUT:
        return
    if field.endswith(TABLE):
        for text in texts:
            markup.raw(text)
        return
    words = heading or field.replace("_", " ").capitalize()
    markup.heading(words, 2)
    for text in texts:
        # The text begins with the title that stands above it in the label, often with its number.
        title = re.match(rf"\s*(?:\d+(?:\.\d+)*\s+)?{re.escape(words)}\b[\s:.]*", text, re.IGNORECASE)
        markup.paragraph(text[title.end() :] if title else text)


def _listed(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [clean(text).strip() for text in values if isinstance(text, str)]


def _one(value: object) -> str:
    return next(iter(_listed(value)), "")
