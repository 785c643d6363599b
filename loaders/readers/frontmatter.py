"""Front matter: the YAML between two `---` lines at the head of a text, in which an author states what the text is."""

import re
from dataclasses import dataclass
from datetime import date

import yaml

from ontology.errors import SourceError

#: Front matter is a card, not a chapter; what is longer is text.
LONGEST = 20_000

OPENING = re.compile(r"---[ \t]*\n(?=[A-Za-z_][\w -]*:)")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
ISO_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of a text says about it, and where the text itself begins."""

    end: int = 0
    title: str = ""
    date: str = ""
    license: str = ""
    references: tuple[str, ...] = ()


def front_matter(text: str, name: str) -> FrontMatter:
    """Return the front matter of a text, or an empty one where it has none."""
    opening = OPENING.match(text)
    closing = CLOSING.search(text, opening.end(), opening.end() + LONGEST) if opening else None
    if opening is None or closing is None:
        return FrontMatter()
    try:
        # The base loader makes strings, lists and dicts only: dates stay as the author wrote them.
        fields = yaml.load(text[opening.end() : closing.start()], Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark is not None else 1
        message = f"{name}, line {line}: the front matter is no YAML; quote values that hold a colon"
        raise SourceError(message) from None
    except RecursionError:
        message = f"{name}, line 1: the front matter is nested too deep; give title, date, license, references"
        raise SourceError(message) from None
    if not isinstance(fields, dict):
        return FrontMatter()
    known = {str(key).lower(): value for key, value in fields.items()}
    return FrontMatter(
        end=closing.end(),
        title=_one(known.get("title")),
        date=iso_date(_one(known.get("date"))),
        license=_one(known.get("license")) or _one(known.get("licence")),
        references=_many(known.get("references")),
    )


def iso_date(value: str) -> str:
    """Return the ISO 8601 date that a value starts with, or nothing where it is no real date."""
    found = ISO_DATE.match(value.strip())
    if found is None:
        return ""
    try:
        date.fromisoformat(found[0] + "-01-01"[len(found[0]) - 4 :] if len(found[0]) < 10 else found[0])
    except ValueError:
        return ""
    return found[0]


def _one(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _many(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(text for text in map(_one, values) if text)
