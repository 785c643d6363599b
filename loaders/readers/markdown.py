"""The reader of Markdown: the text stays to the letter, marks and front matter included; blocks leave them out."""

from loaders.readers.frontmatter import front_matter
from loaders.readers.outline import blocks
from loaders.readers.reading import Reading


def read(text: str, name: str, plain: bool = False) -> Reading:
    """Return the blocks of a Markdown text and what its front matter says about it."""
    about = front_matter(text, name)
    return Reading(text, blocks(text, about.end, plain), about.title, about.date, about.license, about.references)
