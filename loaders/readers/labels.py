"""The reader of FDA Structured Product Labels (HL7 SPL): sections under headings that tell what their codes say.

A section's LOINC code says what it is about, whatever its title; `sections.tsv` gives the words for it, which are those
that the ontology's heading cues know, or `-` for a section without prose about the drug.
"""

from importlib.resources import files
from itertools import chain
from xml.etree.ElementTree import Element

from loaders.readers.frontmatter import iso_date
from loaders.readers.markup import SAME_IN_HTML, Markup, translate
from loaders.readers.reading import Reading
from loaders.readers.trees import words

LEFT_OUT = "-"
TAGS = {"paragraph": "p", "list": "ul", "item": "li", **SAME_IN_HTML}
#: Names of one label that are told in its title; a kit can have dozens.
MOST_NAMES = 3

#: What the product data say in codes with a name, and the words that head it; the path starts at any element.
PRODUCT_FACTS = (
    ("Dosage form", ".//manufacturedProduct/formCode"),
    ("Dosage form", ".//manufacturedMedicine/formCode"),
    ("Dosage form", ".//partProduct/formCode"),
    ("Route of administration", ".//substanceAdministration/routeCode"),
    ("DEA schedule", ".//policy/code"),
)
#: The same for FDA's indexing of substances, where the end of the name tells what is named.
CLASS_FACTS = {"[EPC]": "Drug class", "[MoA]": "Mechanism of action", "[PE]": "Physiologic effect"}


def read(root: Element) -> Reading:
    """Return the sections of a label with what its head says: title, manufacturer, set id, version, date."""
    title = _title(root)
    markup = Markup()
    markup.heading(title, 1)
    if facts := _facts(root):
        markup.items(facts)
    body = root.find("component/structuredBody")
    for section in () if body is None else body.iterfind("component/section"):
        _section(section, 2, markup)
    text, blocks = markup.blocks()
    return Reading(
        text,
        blocks,
        title=title[:300],
        date=_date(root),
        publisher=words(root.find("author/assignedEntity/representedOrganization/name")),
        identifier=_value(root, "setId", "root"),
        version=_value(root, "versionNumber", "value"),
    )


def _headings() -> dict[str, str]:
    lines = files("loaders.readers").joinpath("sections.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines[1:])


HEADINGS = _headings()


def _section(section: Element, level: int, markup: Markup) -> None:
    heading = HEADINGS.get(_value(section, "code", "code"), "")
    if heading == LEFT_OUT:
        return
    title = words(section.find("title"))
    if heading and heading.casefold() not in title.casefold().replace("&", "and"):
        markup.heading(heading, level)
        level += 1 if title else 0
    markup.heading(title, level)
    text = section.find("text")
    if text is not None:
        markup.raw(f"<div>{translate(text, _tag)}</div>")
        for note in text.iter("footnote"):
            markup.raw(f"<p>{translate(note, _tag)}</p>")
    for inner in section.iterfind("component/section"):
        _section(inner, level + 1, markup)


def _tag(element: Element) -> str | None:
    if element.tag in ("footnote", "footnoteRef", "renderMultiMedia"):
        return None  # footnotes are told after the text, so that they part no sentence
    if element.tag == "content":
        return "b" if "bold" in element.get("styleCode", "").lower() else ""
    return TAGS.get(element.tag, "")


def _title(root: Element) -> str:
    """Return the names of what the label is about, as its product data tell them, else the title it gives itself."""
    products = chain(root.iter("manufacturedProduct"), root.iter("manufacturedMedicine"), root.iter("partProduct"))
    names, generics = dict[str, None](), dict[str, None]()
    for product in products:
        names[_name(product)] = None
        for generic in product.iterfind("asEntityWithGeneric/genericMedicine/name"):
            generics[words(generic)] = None
    known = [name for name in names if name][:MOST_NAMES]
    told = [name for name in generics if name and name.casefold() not in map(str.casefold, known)][:MOST_NAMES]
    if not known:
        return words(root.find("title"))
    return f"{', '.join(known)} ({', '.join(told)})" if told else ", ".join(known)


def _name(product: Element) -> str:
    name = product.find("name")
    if name is None:
        return ""
    return " ".join(" ".join((name.text or "", words(name.find("suffix")))).split())


def _facts(root: Element) -> tuple[str, ...]:
    """Return what the codes of the product data tell, one line a property."""
    found: dict[str, dict[str, None]] = {}
    for label, path in PRODUCT_FACTS:
        for node in root.iterfind(path):
            found.setdefault(label, {})[node.get("displayName", "").strip()] = None
    for node in root.iterfind(".//generalizedMaterialKind/code"):
        named, _, kind = node.get("displayName", "").strip().rpartition(" ")
        if label := CLASS_FACTS.get(kind, ""):
            found.setdefault(label, {})[named] = None
    told = {label: ", ".join(value for value in values if value) for label, values in found.items()}
    return tuple(f"{label}: {values}" for label, values in told.items() if values)


def _date(root: Element) -> str:
    digits = _value(root, "effectiveTime", "value") or _value(root, "effectiveTime/low", "value")
    parts = (digits[:4], digits[4:6], digits[6:8])
    return iso_date("-".join(part for part in parts if part))


def _value(element: Element, path: str, attribute: str) -> str:
    found = element.find(path)
    return "" if found is None else found.get(attribute, "").strip()
