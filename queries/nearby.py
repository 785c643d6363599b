"""What can be asked instead of a question that fits nothing: the kinds nearest to it, with its own names put in."""

from collections import Counter
from functools import cache

from queries.names import Names, stem
from queries.questions import match
from queries.templates import Kind, kinds, known_words
from queries.wording import wording

#: So many are offered, and so many are tried whether they have an answer.
COUNT = 3
TRIED = 6


def nearby(question: str, names: Names) -> tuple[str, ...]:
    """Return the questions nearest to one that fits no kind, the nearest first."""
    words = {stem(word) for word in wording().words(question)} - wording().loose
    weights = _weights()
    rated = sorted(
        enumerate(kinds()), key=lambda each: (-sum(weights[word] for word in words & known_words(each[1])), each[0])
    )
    drug = _named(question, names)
    return tuple(dict.fromkeys(_asked(kind, drug, names) for _, kind in rated[: 2 * TRIED]))[:TRIED]


@cache
def _weights() -> dict[str, float]:
    """Return what each word tells of the kind of a question: the fewer kinds know it, the more."""
    counts = Counter(word for kind in kinds() for word in known_words(kind))
    return {word: 1 / count for word, count in counts.items()}


def _named(question: str, names: Names) -> str:
    """Return the first run of words that names a drug, as people write it."""
    words = wording().words(question)
    for length in range(3, 0, -1):
        for at in range(len(words) - length + 1):
            run = words[at : at + length]
            found = names.find(" ".join(run), ("drug",))
            # "do I" is no question about DOI.
            if len(found) == 1 and not all(word in wording().loose for word in run):
                return found[0].written
    return ""


def _asked(kind: Kind, drug: str, names: Names) -> str:
    """Return the example of a kind, about the drug of the question where it is about one drug."""
    found = match(kind.example, names) if drug else None
    filled = [each.words for name, each in found.slots if name in ("drug", "subject")] if found is not None else []
    if len(filled) != 1 or filled[0] not in kind.example.casefold():
        return kind.example
    at = kind.example.casefold().index(filled[0])
    text = kind.example[:at] + drug + kind.example[at + len(filled[0]) :]
    return text[0].upper() + text[1:]
