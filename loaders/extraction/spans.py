"""A span: words that say how often, for whom or at which dose something holds, with what they say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `first` to `last` (exclusive) with their value; `bracketed` where brackets stand around them."""

    first: int
    last: int
    value: str
    bracketed: bool = False
    rate: bool = False  # a number, which gives way to a word beside it
