"""HTML in pieces: texts are escaped here and nowhere else, so that what the ontology says cannot break a page."""

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from string import Template


def text(value: str) -> str:
    """Return a text as it stands in a page."""
    return escape(value, quote=True)


def element(name: str, content: str, **attributes: str) -> str:
    """Return an element around content that is HTML already; `class_` stands for `class`."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"' for key, value in attributes.items() if value
    )
    return f"<{name}{given}>{content}</{name}>"


def link(address: str, content: str, **attributes: str) -> str:
    """Return a link around content that is HTML already."""
    return element("a", content, href=address, **attributes)


def code(value: str) -> str:
    """Return a text set as code."""
    return element("code", text(value))


def listing(entries: Iterable[str], **attributes: str) -> str:
    """Return a list of entries, or nothing where there are none."""
    found = [element("li", entry) for entry in entries]
    return element("ul", "\n" + "\n".join(found) + "\n", **attributes) if found else ""


def definitions(pairs: Iterable[tuple[str, str]]) -> str:
    """Return names with what they stand for; a pair without content is left out."""
    found = [f"{element('dt', text(name))}{element('dd', content)}" for name, content in pairs if content]
    return element("dl", "\n" + "\n".join(found) + "\n") if found else ""


def table(head: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]], name: str) -> str:
    """Return a table with a name for those who hear it; each row comes with its anchor, and its first cell heads it."""
    top = element("tr", "".join(element("th", text(cell), scope="col") for cell in head))
    body = [
        element(
            "tr",
            element("th", cells[0], scope="row") + "".join(element("td", cell) for cell in cells[1:]),
            id=anchor,
        )
        for anchor, cells in rows
    ]
    inner = f"<thead>{top}</thead>\n<tbody>\n" + "\n".join(body) + "\n</tbody>"
    return element("div", element("table", inner), class_="wide", tabindex="0", role="region", aria_label=name)


def page(title: str, navigation: str, content: str) -> str:
    """Return a whole page: the frame with its title, the way to the other pages, and the content."""
    frame = Template(files("dispensatory.documentation").joinpath("page.html").read_text("utf-8"))
    return frame.substitute(title=text(title), navigation=navigation, content=content)
