"""A class of phrases is found in a sentence in one pass, the longest at each place."""

from ontology.phrases import Phrases

WORDS = Phrases([("no",), ("no", "longer"), ("neither",), ()])


def test_the_longest_phrase_at_a_place_stands() -> None:
    """The phrase "no longer" hides the "no" in it; a later "no" is found by itself."""
    norms = ["it", "is", "no", "longer", "used", "by", "no", "one"]
    assert list(WORDS.found(norms)) == [(2, ("no", "longer")), (6, ("no",))]
    assert WORDS.at(norms, 2) == ("no", "longer")
    assert WORDS.at(norms, 0) == ()


def test_a_phrase_counts_only_where_it_stands_whole() -> None:
    """Between two words that part "no longer", only the "no" stands."""
    norms = ["no", "longer"]
    assert list(WORDS.found(norms, 0, 1)) == [(0, ("no",))]
    assert WORDS.first(norms, 1, 2) == -1
    assert WORDS.at(norms, 2) == ()


def test_the_order_is_that_of_length_and_spelling() -> None:
    """The phrases are gone through the longest first, whatever order they came in; an empty one is none."""
    assert list(WORDS) == list(Phrases(reversed(list(WORDS)))) == [("no", "longer"), ("neither",), ("no",)]
    assert ("neither",) in WORDS
    assert () not in WORDS
    assert len(WORDS) == 3
