"""What is kept of the ontology: found again while nothing changed, made again when anything did."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from dispensatory.tools import Tools
from ontology import cache
from ontology.cache import VARIABLE, kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep things in a folder of the test's own."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def counting(values: list[str]) -> Callable[[], str]:
    """Return a maker that gives each value once."""
    rest = iter(values)
    return lambda: next(rest)


def test_a_thing_is_made_once(folder: Path) -> None:
    """The second time it is read from the file."""
    make = counting(["first", "second"])
    assert [kept("thing", ("ontology",), make) for _ in range(3)] == ["first"] * 3
    assert len(list(folder.iterdir())) == 1


def test_a_change_of_the_ontology_or_of_the_code_makes_it_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that was made from other data, or by other code, is taken."""
    make = counting(["first", "second", "third"])
    assert kept("thing", ("ontology",), make) == "first"
    assert kept("thing", ("ontology", "queries"), make) == "second"
    monkeypatch.setattr(cache, "fingerprint", lambda: "changed")
    assert kept("thing", ("ontology",), make) == "third"
    assert len(list(folder.iterdir())) == 3


def test_what_changes_while_it_is_made_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thing made while a file was edited may be of the old text or of the new."""
    monkeypatch.setattr(cache, "fingerprint", counting(["before", "after"]))
    assert kept("thing", ("ontology",), lambda: "made") == "made"
    assert not folder.exists()


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 100])
def test_a_damaged_file_is_made_again(folder: Path, damage: bytes) -> None:
    """A file that is not whole is as good as none."""
    make = counting(["first", "second"])
    assert kept("thing", ("ontology",), make) == "first"
    (file,) = folder.iterdir()
    file.write_bytes(damage)
    assert kept("thing", ("ontology",), make) == "second"
    assert kept("thing", ("ontology",), make) == "second"


def test_what_other_code_has_written_is_made_again(folder: Path) -> None:
    """A program that ran on while its files were changed keeps what the new code cannot take."""
    assert cache.kept("tools", ("ontology",), lambda: 1) == 1
    (place,) = folder.iterdir()
    data = b"cnowhere\nNothing\n."
    place.write_bytes(sha256(data).digest() + data)
    assert cache.kept("tools", ("ontology",), lambda: 2) == 2


def test_the_oldest_files_of_a_name_go(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many versions the last ones stay, and other names are not touched."""
    kept("other", ("ontology",), lambda: "other")
    for version in "abcdefg":
        monkeypatch.setattr(cache, "fingerprint", counting([version] * 2))
        kept("thing", ("ontology",), counting([version]))
    names = sorted(file.name.partition("-")[0] for file in folder.iterdir())
    assert names == ["other", *["thing"] * 4]
    monkeypatch.setattr(cache, "fingerprint", counting(["g"]))
    assert kept("thing", ("ontology",), lambda: "made again") == "g"


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty variable turns it off, and a place that cannot be written does no harm."""
    make = counting(["first", "second", "third", "fourth"])
    monkeypatch.setenv(VARIABLE, "")
    assert [kept("thing", ("ontology",), make) for _ in range(2)] == ["first", "second"]
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "cache"))
    assert [kept("thing", ("ontology",), make) for _ in range(2)] == ["third", "fourth"]


def test_kept_tools_read_as_fresh_ones_do(folder: Path) -> None:
    """What comes back from the file names the same things."""
    made, found = Tools.ready(), Tools.ready()
    assert folder.is_dir()
    assert found is not made
    assert len(found.lexicon) == len(made.lexicon) > 20_000
    words = [("valium",), ("pins", "and", "needles"), ("gaba", "b", "receptor"), ("no", "such", "name")]
    assert [found.lexicon.lookup(each) for each in words] == [made.lexicon.lookup(each) for each in words]
    assert [bool(found.lexicon.lookup(each)) for each in words] == [True, True, True, False]
    assert found.rates == made.rates
