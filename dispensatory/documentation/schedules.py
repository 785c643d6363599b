"""The pages of the law: schedules by jurisdiction and act, and the dated schedulings of drugs in them."""

from collections import defaultdict

from dispensatory.documentation.addresses import Links, anchor
from dispensatory.documentation.elements import code, element, link, table, text
from dispensatory.documentation.entities import rows
from ontology.terms import DCTERMS, DISP

HEAD = ("Drug", "From", "Until", "Citation", "Scheduling")


def schedules(links: Links) -> str:
    """Return the content of the page of schedules and supply categories."""
    known = links.knowledge
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for iri in known.within(f"{DISP}schedule/"):
        land, law = (next(iter(known.iris(iri, DISP + name)), "") for name in ("inJurisdiction", "inLaw"))
        groups[land, law].append(iri)
    parts, last = [], ""
    for (land, law), members in sorted(groups.items(), key=lambda group: tuple(map(known.label, group[0]))):
        if land != last:
            parts.append(element("h2", links.to(land)))
            last = land
        parts += [element("h3", links.to(law)), rows(links, members, known.label(law)), _counts(links, members)]
    return "\n".join(parts)


def schedulings(links: Links) -> str:
    """Return the content of the page of schedulings: a table for each schedule that has any."""
    known = links.knowledge
    said = (
        "A scheduling is a record of the law, not an axiom: that a drug is a controlled substance is for the sources "
        "to state. A date is the first day on which the listing held, or no longer held; where there is none, the day "
        "is not told."
    )
    parts = [element("p", said)]
    for schedule in known.within(f"{DISP}schedule/"):
        found = known.subjects(DISP + "schedule", schedule)
        if found:
            ordered = sorted(found, key=lambda iri: (_drug(links, iri).casefold(), iri))
            parts.append(element("h2", f"{links.to(schedule)} ({len(found)})", id=_part(schedule)))
            listed = ((anchor(iri), _cells(links, iri)) for iri in ordered)
            parts.append(table(HEAD, listed, f"Drugs in {known.label(schedule)}"))
    return "\n".join(parts)


def _counts(links: Links, schedules: list[str]) -> str:
    """Return how many drugs each schedule has listed, with a link to the list."""
    found = ((iri, len(links.knowledge.subjects(DISP + "schedule", iri))) for iri in schedules)
    told = [
        link(f"scheduling.html#{_part(iri)}", f"{text(links.knowledge.label(iri))}: {count} schedulings")
        for iri, count in found
        if count
    ]
    return element("p", ", ".join(told)) if told else ""


def _cells(links: Links, iri: str) -> tuple[str, ...]:
    known = links.knowledge
    return (
        links.all(known.iris(iri, DISP + "drug")),
        text(known.text(iri, DISP + "validFrom")),
        text(known.text(iri, DISP + "validTo")),
        text(known.text(iri, DCTERMS + "source")),
        link(iri, code(iri.rpartition("/")[2])),
    )


def _drug(links: Links, iri: str) -> str:
    return " ".join(map(links.knowledge.label, links.knowledge.iris(iri, DISP + "drug")))


def _part(schedule: str) -> str:
    return f"in-{schedule.rpartition('/')[2]}"
