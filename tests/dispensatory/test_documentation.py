"""The pages of the ontology: every IRI has its place, every link leads somewhere, and nothing is fetched."""

import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from dispensatory import __version__
from dispensatory.cli import call
from dispensatory.documentation.addresses import address
from dispensatory.documentation.site import DOWNLOADS, pages
from ontology.files import quads
from ontology.terms import DATASET, DISP

ROOT = Path(__file__).parents[2]
#: Elements without an end tag.
VOID = frozenset({"input", "link", "meta"})


class Page(HTMLParser):
    """What a page links to, loads and can be linked to; tags that do not match are noted."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note anchors, links and loads."""
        given = {name: value or "" for name, value in attrs}
        if given.get("id"):
            self.anchors.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        elif place := given.get("src") or given.get("href"):
            self.loads.append(place)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last, or note the slip."""
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)


@cache
def site() -> dict[str, bytes]:
    """Make the pages of this checkout, once a run."""
    return dict(pages(ROOT))


@cache
def parsed() -> dict[str, Page]:
    """Read the pages."""
    return {name: Page(data.decode()) for name, data in site().items() if name.endswith(".html")}


@cache
def named() -> frozenset[str]:
    """Return every IRI of the ontology's own that its files describe."""
    return frozenset(
        quad.subject.value
        for quad in quads()
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(DISP)
    )


def stands(place: str) -> bool:
    """Tell whether a page, and the anchor on it where one is named, is there."""
    name, _, anchor = place.partition("#")
    return name in site() and (not anchor or anchor in parsed()[name].anchors)


def plain(html: str) -> str:
    """Return the text of HTML."""
    return re.sub(r"<[^>]+>", "", html)


def test_every_iri_has_its_place() -> None:
    """Each term, entity and record of the ontology has a page and an anchor there."""
    assert {iri for iri in named() if not stands(address(iri))} == set()
    assert len(named()) > 3000


def test_every_internal_link_resolves() -> None:
    """What a page links to within the pages is there, the anchor included."""
    broken = {
        (name, place)
        for name, page in parsed().items()
        for place in page.links
        if "://" not in place and not stands(place if not place.startswith("#") else name + place)
    }
    assert broken == set()


def test_pages_are_well_formed() -> None:
    """Every tag is closed in its order, and no anchor is given twice."""
    assert {name: page.crossed or page.open for name, page in parsed().items() if page.crossed or page.open} == {}
    twice = {
        name: [each for each, count in Counter(page.anchors).items() if count > 1] for name, page in parsed().items()
    }
    assert {name: anchors for name, anchors in twice.items() if anchors} == {}


def test_pages_load_nothing_from_elsewhere() -> None:
    """Style and search lie beside the pages, so that they can be read offline."""
    assert {place for page in parsed().values() for place in page.loads} == {"style.css", "entries.js", "search.js"}
    assert re.search(rb"https?:|@import", site()["style.css"] + site()["search.js"]) is None


def test_pages_are_the_same_bytes_every_time() -> None:
    """Another process, which orders sets anew, makes the same pages."""
    code = (
        "import sys; from hashlib import sha256; from pathlib import Path;"
        "from dispensatory.documentation.site import pages;"
        "print(sha256(b''.join(data for _, data in pages(Path(sys.argv[1])))).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROOT)],
        env={**os.environ, "PYTHONHASHSEED": "7"},
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.strip() == sha256(b"".join(site().values())).hexdigest()


def test_the_front_page_tells_what_the_ontology_is() -> None:
    """Version, version IRI, licence and creators are told, and the changes of this version have a page."""
    front = plain(site()["index.html"].decode())
    for said in (
        __version__,
        f"{DISP}ontology/{__version__}",
        "CC BY 4.0",
        "Dispensatory authors",
        "none: this is the first",
    ):
        assert said in front
    assert f"<h2>{__version__}" in site()["changes.html"].decode()


def test_a_class_is_told_whole() -> None:
    """An entry has the definition in words and in Manchester syntax, and the file that owns it."""
    entry = (
        site()["classes.html"]
        .decode()
        .partition('<section id="AcetylcholinesteraseInhibitor">')[2]
        .partition("</section>")[0]
    )
    told = plain(entry)
    assert "drug and (inhibitor of value acetylcholinesterase)" in told
    assert "A drug that inhibits acetylcholinesterase." in told
    assert "ontology/classes/defined.ttl" in told
    assert f'href="{DISP}AcetylcholinesteraseInhibitor"' in entry


def test_a_property_is_told_whole() -> None:
    """An entry has domain, range, chains, its claimable mark, example phrases and the file that owns it."""
    entry = site()["properties.html"].decode().partition('<section id="actsOn">')[2].partition("</section>")[0]
    told = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", entry))
    assert {name: plain(told[name]) for name in ("Domain", "Range", "Claimable", "File")} == {
        "Domain": "drug",
        "Range": "drug target",
        "Claimable": "true",
        "File": "ontology/properties.ttl",
    }
    assert "acts on ∘ subtype of → acts on" in plain(told["Chains"])
    assert "{o}" in told["Phrase cue"]


def test_downloads_are_the_graphs() -> None:
    """The ontology that can be taken along is the one that the pages tell of."""
    held = list(parse(site()["ontology.ttl"], RdfFormat.TURTLE))
    assert len(held) == len(set(quads()))
    assert set(DOWNLOADS) <= set(site())


def test_the_redirects_lead_every_iri_to_its_anchor() -> None:
    """The rules of docs/iris.md, applied to an IRI as a browser asks for it, name its page and anchor."""
    guide = (ROOT / "docs" / "iris.md").read_text(encoding="utf-8")
    rules, conditioned = [], False
    for line in guide.splitlines():
        match = re.fullmatch(r"RewriteRule (\S+) https://example\.org/dispensatory/(\S+) \[.*\]", line)
        if match and not conditioned:
            rules.append((re.compile(match[1]), match[2].replace("$", "\\")))
        conditioned = line.startswith("RewriteCond")

    def led(path: str) -> str:
        return next(match.expand(place) for rule, place in rules if (match := rule.search(path)))

    assert {iri: led(iri.removeprefix(DISP)) for iri in named()} == {iri: address(iri) for iri in named()}
    assert led("statement/7f77e2e252fc3805") == led("ontology/0.1.0") == led("") == "index.html"
    assert led("graph/links") == led("dataset") == led("dataset/links/mesh-exactMatch") == address(DATASET)
    assert stands(address(DATASET))


def test_the_command_writes_the_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is made, and the first page is named."""
    assert call(["docs", "--output", str(tmp_path / "a" / "b")]) == 0
    assert capsys.readouterr().out.endswith("begin with " + str(tmp_path / "a" / "b" / "index.html") + "\n")
    assert {path.name for path in (tmp_path / "a" / "b").iterdir()} == set(site())


def test_a_file_is_no_folder_for_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file in the way is named in one line."""
    (tmp_path / "x").write_text("")
    assert call(["docs", "--output", str(tmp_path / "x")]) == 2
    assert capsys.readouterr().err == f"error: {tmp_path / 'x'}: is no folder; name another with --output\n"
