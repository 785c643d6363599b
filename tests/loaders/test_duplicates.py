"""Copies and near copies are one source; texts that only share phrases are not."""

from loaders.duplicates import groups, likeness

PROSE = " ".join(f"word{number} and more" for number in range(200))


def test_a_copy_joins_the_first_of_its_kind() -> None:
    """The group is named by the first source in order, whatever order they came in."""
    texts = {"c": "Another text altogether, about nothing.", "b": PROSE.upper(), "a": PROSE}
    assert groups(texts) == {"a": "a", "b": "a", "c": "c"}


def test_a_near_copy_joins_and_a_half_copy_does_not() -> None:
    """One changed word in six hundred leaves a copy; half the text replaced does not."""
    near = PROSE.replace("word100", "changed")
    half = PROSE[: len(PROSE) // 2] + " ".join(f"other{number} words here" for number in range(100))
    assert groups({"a": PROSE, "b": near, "c": half}) == {"a": "a", "b": "a", "c": "c"}


def test_likeness_is_the_share_of_common_runs() -> None:
    """Six words hold two runs of five; one in common of three different ones is a third."""
    assert likeness("a b c d e f", "a b c d e g") == 1 / 3
    assert likeness("a b c", "A, b: c!") == 1.0


def test_empty_texts_are_alike() -> None:
    """Texts without words are told apart by nothing."""
    assert groups({"a": "", "b": "…"}) == {"a": "a", "b": "a"}
