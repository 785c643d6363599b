"""A span: words that say how often, for whom or at which dose something holds, with what they say."""


class Span:
    """Tokens `first` to `last` (exclusive) with their value; `bracketed` where brackets stand around them."""

    __slots__ = ("bracketed", "first", "last", "rate", "value")

    def __init__(self, first: int, last: int, value: str, bracketed: bool = False, rate: bool = False) -> None:
        """Take the tokens and their value; a `rate` is a number, which gives way to a word beside it."""
        self.first = first
        self.last = last
        self.value = value
        self.bracketed = bracketed
        self.rate = rate
