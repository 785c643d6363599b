"""The guides and the changes as pages, from Markdown; a link leads to another page or becomes plain text."""

from collections.abc import Mapping
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

#: The pages made from texts of a checkout; an installed package has none of these.
CHANGES = "CHANGELOG.md"
GUIDES = "docs"


def guides(root: Path) -> dict[str, Path]:
    """Return the texts of a checkout by the names of their pages."""
    found = {f"guide-{path.stem}.html": path for path in sorted((root / GUIDES).glob("*.md"))}
    return {"changes.html": root / CHANGES, **found} if (root / CHANGES).is_file() else {}


def title(markdown: str) -> str:
    """Return the title of a text: its first heading."""
    return next((line.removeprefix("# ").strip() for line in markdown.splitlines() if line.startswith("# ")), "")


def content(markdown: str, pages: Mapping[str, str]) -> str:
    """Return a text as HTML without its title; `pages` tells the page of each file that a link may name."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(markdown)
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        tokens = tokens[3:]
    for token in tokens:
        _lead(token, pages)
    return str(reader.renderer.render(tokens, reader.options, {}))


def _lead(token: Token, pages: Mapping[str, str]) -> None:
    """Let the links of a paragraph lead to the pages; one that leads nowhere becomes plain text."""
    opened: list[Token] = []
    for child in token.children or ():
        if child.type == "link_open":
            opened.append(child)
            target = str(child.attrs.get("href", "")).partition("#")[0]
            name = target.rpartition("/")[2]
            if name in pages:
                child.attrs["href"] = pages[name]
            elif "://" not in target:
                child.tag, child.attrs = "span", {}
        elif child.type == "link_close":
            child.tag = opened.pop().tag
