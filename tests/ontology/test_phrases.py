"""A class of phrases is found in a sentence in one pass, the longest at each place."""

from ontology.phrases import Index, Phrases

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


def test_an_index_finds_all_phrases_that_overlap() -> None:
    """A name, the names inside it and those across its edge are all found, by first word, the longest first."""
    index = Index({"mu": 0, "mu opioid": 0, "opioid": 0, "opioid drug": 0, "drug b": 0})
    found = index.found(["a", "mu", "opioid", "drug"])
    assert found == [(1, 3, "mu opioid"), (1, 2, "mu"), (2, 4, "opioid drug"), (2, 3, "opioid")]


def test_an_index_finds_whole_words_only() -> None:
    """The name "opioid" is not in "opioids", and what begins a longer name is no name by itself."""
    assert Index({"opioid", "mu opioid"}).found(["opioids", "mu"]) == []
    assert Index(()).found(["opioids"]) == []
