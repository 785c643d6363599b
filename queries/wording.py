"""How people word a question: abbreviations, polite beginnings and idle words are folded away.

What is folded, and how, stands in `wording.yaml`. Nothing that turns the sense of a question is among it: "not",
"without" and "more" stay.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ontology.tokens import normal_form
from queries.catalogue import load_yaml

_FILE = "wording.yaml"
_RAW = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\S")
_INITIALS = re.compile(r"\b([a-z])\.([a-z])\.(?:([a-z])\.)?")
_POSSESSIVES = frozenset({"'s", "'"})

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The tables of `wording.yaml`."""

    short: Mapping[str, str]
    phrases: Mapping[Words, Words]
    openers: tuple[Words, ...]
    closers: tuple[Words, ...]
    idle: frozenset[str]
    loose: frozenset[str]
    forms: frozenset[str]
    sounds: tuple[tuple[re.Pattern[str], str], ...]

    def words(self, question: str) -> Words:
        """Return the words of a question as patterns see them: ("what", "is", "it")."""
        text = _INITIALS.sub(r"\1\2\3", question.replace("’", "'").lower().replace("w/", "with "))
        raw = _RAW.findall(text)
        spelt = " ".join(self.short.get(word, word) for word in raw)
        words = tuple(word for word in normal_form(spelt) if word.isalnum() and word not in _POSSESSIVES)
        words = self._without(self._said(words))
        return self._said(tuple(word for word in words if word not in self.idle) or words)

    def sound(self, word: str) -> str:
        """Return how a word sounds, roughly: the same for spellings that are mixed up."""
        heard = word.casefold()
        for spelling, sound in self.sounds:
            heard = spelling.sub(sound, heard)
        return re.sub(r"(.)\1+", r"\1", heard)

    def _said(self, words: Words) -> Words:
        """Put what it stands for in place of each phrase, the longest first."""
        longest = max(map(len, self.phrases))
        told: list[str] = []
        at = 0
        while at < len(words):
            for length in range(min(longest, len(words) - at), 0, -1):
                if (meant := self.phrases.get(words[at : at + length])) is not None:
                    told += meant
                    at += length
                    break
            else:
                told.append(words[at])
                at += 1
        return tuple(told)

    def _without(self, words: Words) -> Words:
        """Leave out what stands before and after the question itself."""
        for opener in self.openers:
            if words[: len(opener)] == opener and len(words) > len(opener):
                return self._without(words[len(opener) :])
        for closer in self.closers:
            if words[-len(closer) :] == closer and len(words) > len(closer):
                return self._without(words[: -len(closer)])
        return words


@cache
def wording() -> Wording:
    """Read the tables from the data file."""
    given = load_yaml(_FILE, files("queries").joinpath(_FILE).read_text(encoding="utf-8"))
    return Wording(
        short={str(word): str(meant) for word, meant in given["short"].items()},
        phrases={_folded(said): _folded(meant or "") for said, meant in given["phrases"].items()},
        openers=_longest_first(given["openers"]),
        closers=_longest_first(given["closers"]),
        idle=frozenset(map(str, given["idle"])),
        loose=frozenset(map(str, given["loose"])),
        forms=frozenset(map(str, given["forms"])),
        sounds=tuple((re.compile(spelling), sound) for spelling, sound in given["sounds"]),
    )


def _folded(text: str) -> Words:
    return tuple(normal_form(str(text)))


def _longest_first(phrases: Sequence[str]) -> tuple[Words, ...]:
    return tuple(sorted(map(_folded, phrases), key=len, reverse=True))
