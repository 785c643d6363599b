"""Sentences: where drug texts end one and where they only seem to."""

import pytest

from loaders.extraction.segments import LONGEST, sentences

CUT = [
    ("It is a drug. It treats pain.", ["It is a drug.", "It treats pain."]),
    ("Take 2.5 mg daily. Stop then.", ["Take 2.5 mg daily.", "Stop then."]),
    ("Give 5 mg i.v. every day. It works.", ["Give 5 mg i.v. every day.", "It works."]),
    ("Opioids, e.g. Morphine, relieve pain.", ["Opioids, e.g. Morphine, relieve pain."]),
    ("It is sold in the U.S. and Canada.", ["It is sold in the U.S. and Canada."]),
    ("It causes nausea.It treats pain.", ["It causes nausea.", "It treats pain."]),
    ("Is it safe? Yes. Mostly!", ["Is it safe?", "Yes.", "Mostly!"]),
    ("Dr. Smith found it.", ["Dr. Smith found it."]),
    (
        "Take 1 tablet b.i.d. with food. Do not crush it.",
        ["Take 1 tablet b.i.d. with food.", "Do not crush it."],
    ),
    (
        "Levothyroxine (approx. 1.6 micrograms per kg) is given once daily. It is adjusted.",
        ["Levothyroxine (approx. 1.6 micrograms per kg) is given once daily.", "It is adjusted."],
    ),
    (
        "Is metformin a sulfonylurea? No, it is a biguanide.",
        ["Is metformin a sulfonylurea?", "No, it is a biguanide."],
    ),
    (
        "Lisinopril lowers blood pressure; it may cause a cough.",
        ["Lisinopril lowers blood pressure; it may cause a cough."],
    ),
    (
        "E. coli is killed by ciprofloxacin. Others are not.",
        ["E. coli is killed by ciprofloxacin.", "Others are not."],
    ),
    ("St. John's wort is an herb. Avoid it.", ["St. John's wort is an herb.", "Avoid it."]),
    (
        "Rifampicin was approved in the U.S. It treats tuberculosis.",
        ["Rifampicin was approved in the U.S.", "It treats tuberculosis."],
    ),
    ("Give 4 mg of ondansetron i.v. every 8 hours.", ["Give 4 mg of ondansetron i.v. every 8 hours."]),
    ("  \n ", []),
]


@pytest.mark.parametrize(("text", "cut"), CUT)
def test_a_text_is_cut_into_its_sentences(text: str, cut: list[str]) -> None:
    """Abbreviations, decimals and titles end nothing; a missing blank does not join."""
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == cut


def test_offsets_are_those_of_the_whole_text() -> None:
    """A block in the midst of a document keeps its place."""
    text = "Title\n\nIt is a drug. It treats pain.\n\nMore."
    assert [text[a:b] for a, b in sentences(text, 7, 36)] == ["It is a drug.", "It treats pain."]


def test_a_stretch_longer_than_any_sentence_is_read_in_pieces() -> None:
    """It is cut where its words allow it, the marks of clauses first; nothing of it is lost."""
    text = "Words go on " * 130 + "here; and on, and on, " + "words " * 300 + "w" * 5_000
    found = [text[start:end] for start, end in sentences(text, 0, len(text))]
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(0 < len(piece) <= LONGEST for piece in found)
    assert found[0].endswith("on here;")
    assert all(piece.startswith(("Words", "and", "words", "w")) for piece in found)


def test_a_long_block_is_cut_where_its_sentences_end() -> None:
    """However many sentences a block has, each is whole."""
    text = "Baclofen relaxes muscles. " * 5_000
    assert {text[start:end] for start, end in sentences(text, 0, len(text))} == {"Baclofen relaxes muscles."}
