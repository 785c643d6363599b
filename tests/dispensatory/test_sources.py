"""The texts that ship: front matter, length, breadth, honesty about where they come from."""

import re
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

SOURCES = Path(str(files("dispensatory"))) / "sources"
TEXTS = sorted(path for path in SOURCES.iterdir() if path.suffix in {".md", ".txt", ".html"})
SHARED = Path(__file__).parents[2].parent / "shared" / "sources"

#: What the texts tell about besides baclofen: each must be named in at least one sentence.
DRUGS = (
    "alprazolam",
    "baclofen",
    "carisoprodol",
    "codeine",
    "cyclobenzaprine",
    "diazepam",
    "fentanyl",
    "gabapentin",
    "GHB",
    "lorazepam",
    "meprobamate",
    "methylphenidate",
    "morphine",
    "naloxone",
    "naltrexone",
    "oxycodone",
    "phenibut",
    "pregabalin",
    "tizanidine",
    "tramadol",
)

#: A run of so many words that a text shares with another is no accident any more.
RUN = 8


class Page(HTMLParser):
    """Collects the metadata and the visible text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.meta: dict[str, list[str]] = {}
        self.text = ""
        self.tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the open tag, and keep what a `meta` element says."""
        self.tag = tag
        found = dict(attrs)
        if tag == "meta" and found.get("name"):
            self.meta.setdefault(str(found["name"]), []).append(str(found["content"]))

    def handle_data(self, data: str) -> None:
        """Add text to the title or to the body."""
        if self.tag == "title":
            self.title += data.strip()
        else:
            self.text += f"{data} "


def split(path: Path) -> tuple[dict[str, object], str]:
    """Return the front matter and the body of a text, whatever its format."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        page = Page()
        page.feed(raw)
        (issued,), (license_,) = page.meta["dcterms.date"], page.meta["dcterms.license"]
        matter = {"title": page.title, "date": date.fromisoformat(issued), "license": license_}
        return {**matter, "references": page.meta["dcterms.references"]}, page.text
    _, head, body = raw.split("---\n", 2)
    return yaml.safe_load(head), body


def words(text: str) -> list[str]:
    """Return the words of a text without case, marks or hyphens."""
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of `RUN` consecutive words."""
    found = words(text)
    return {tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1)}


def test_the_texts_are_many_and_of_three_formats() -> None:
    """At least thirteen texts ship: Markdown, plain text and HTML."""
    assert len(TEXTS) >= 13
    assert {suffix: sum(path.suffix == suffix for path in TEXTS) for suffix in (".html", ".txt")} == {
        ".html": 2,
        ".txt": 3,
    }
    assert all(re.fullmatch(r"[a-z0-9-]+\.(md|txt|html)", path.name) for path in TEXTS)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_each_text_says_where_it_comes_from(path: Path) -> None:
    """A text has a title, a date, the data licence and references, and nothing else above its body."""
    matter, _ = split(path)
    assert sorted(matter) == ["date", "license", "references", "title"]
    assert isinstance(matter["title"], str)
    assert matter["title"]
    assert isinstance(matter["date"], date)
    assert matter["license"] == "CC BY 4.0"
    references = matter["references"]
    assert isinstance(references, list)
    assert references
    assert all(isinstance(reference, str) and reference for reference in references)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_each_text_has_the_length_of_a_page(path: Path) -> None:
    """A body has 250 to 600 words, and its last lines say that it is no medical advice."""
    _, body = split(path)
    assert 250 <= len(body.split()) <= 600
    assert re.search(r"\b(no|not|nor)\b.*\bmedical advice\b", " ".join(body.split()[-40:]), re.IGNORECASE)


def test_titles_are_unique() -> None:
    """No two texts bear the same title."""
    titles = [split(path)[0]["title"] for path in TEXTS]
    assert len(set(map(str, titles))) == len(TEXTS)


def test_the_texts_tell_of_baclofen_and_of_nineteen_more_drugs() -> None:
    """Every drug of the list is named in a body; every text names at least one of them."""
    bodies = {path.name: set(words(split(path)[1])) for path in TEXTS}
    assert [drug for drug in DRUGS if not any(drug.lower() in body for body in bodies.values())] == []
    assert [name for name, body in bodies.items() if not body & {drug.lower() for drug in DRUGS}] == []
    assert len(DRUGS) == 20


def test_two_texts_disagree_on_sedation() -> None:
    """The monograph affirms that baclofen sedates, and the benzodiazepine text denies it, both in plain words."""
    bodies = {path.name: split(path)[1] for path in TEXTS}
    affirmed = [name for name, body in bodies.items() if "Baclofen causes sedation" in body]
    denied = [name for name, body in bodies.items() if "Baclofen does not cause sedation" in body]
    assert (affirmed, denied) == (["baclofen-monograph.md"], ["baclofen-and-benzodiazepines.md"])


def test_runs_are_compared_without_case_and_marks() -> None:
    """Eight equal words make a run however they are punctuated; seven do not."""
    assert runs("One, two three FOUR five six-seven eight.") == runs("one two three four five six seven: Eight")
    assert runs("one two three four five six seven") == set()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference texts are not here")
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_no_text_copies_a_reference_text(path: Path) -> None:
    """No text shares a run of eight words with any of the reference texts."""
    others = sorted(SHARED.glob("*.txt"))
    assert others
    own = runs(split(path)[1])
    assert {other.name: own & runs(other.read_text(encoding="utf-8")) for other in others} == {
        other.name: set() for other in others
    }
