"""The reader of plain text: paragraphs, bullets, short lines that head them; Markdown marks count where they stand."""

from loaders.readers import markdown
from loaders.readers.reading import Reading


def read(text: str, name: str) -> Reading:
    """Return the blocks of a plain text, tables of aligned columns among them."""
    return markdown.read(text, name, plain=True)
