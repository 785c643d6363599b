"""Words as lexicon and texts see them: folded, with offsets into the untouched text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.tokens import normal_form, tokenize

FOLDED = [
    ("5-HT₂A", "5 ht 2 a"),
    ("H₁₂", "h 12"),
    ("GABA-B", "gaba b"),
    ("GABA‑B", "gaba b"),
    ("gaba b", "gaba b"),
    ("μ-opioid", "mu opioid"),
    ("µ-opioid", "mu opioid"),
    ("α2δ", "alpha 2 delta"),
    ("doesn't", "does not"),
    ("doesn’t", "does not"),
    ("the drug’s", "the drug 's"),
    ("It’s a drug", "it is a drug"),
    ("it's been used", "it has been used"),
    ("that's its name", "that is its name"),
    ("They’re drugs", "they are drugs"),
    ("we've", "we have"),
    ("you'll", "you will"),
    ("Parkinson's", "parkinson 's"),
    ("10–20 mg", "10 - 20 mg"),
    ("2,400 mg", "2,400 mg"),
    ("mono- and polysynaptic", "mono ~ and polysynaptic"),
    ("pain - mostly", "pain - mostly"),
    ("**bold** [link](https://example.org/a)", "bold link"),
    ("Café", "cafe"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_spellings_of_one_name_fold_to_one_form(text: str, folded: str) -> None:
    """Case, dashes, Greek letters, quotes and Markdown marks do not matter."""
    assert " ".join(normal_form(text)) == folded


@given(text=st.text(max_size=300))
def test_tokens_stand_in_order_where_their_offsets_say(text: str) -> None:
    """Offsets are code points of the text, never overlap, and hold no blanks."""
    tokens = tokenize(text)
    edges = [edge for token in tokens for edge in (token.start, token.end)]
    assert edges == sorted(edges)
    assert [
        t for t in tokens if not text[t.start : t.end] or text[t.start : t.end] != text[t.start : t.end].strip()
    ] == []


@given(text=st.text(alphabet=st.characters(codec="ascii", categories=("L", "Nd", "Zs")), max_size=100))
def test_plain_words_reproduce_the_text(text: str) -> None:
    """Of letters and digits nothing is lost but the blanks and the case."""
    assert "".join(text[t.start : t.end] for t in tokenize(text)) == "".join(text.split())
    assert "".join(t.norm for t in tokenize(text)) == "".join(text.lower().split())


@given(before=st.text(max_size=40), text=st.text(max_size=40))
def test_a_stretch_has_the_offsets_of_the_whole(before: str, text: str) -> None:
    """Tokens of a part never reach out of it."""
    whole = f"{before} {text} {before}"
    first = len(before) + 1
    tokens = tokenize(whole, first, first + len(text))
    assert [t for t in tokens if t.start < first or t.end > first + len(text)] == []
