"""A reading: what one module takes one sentence to say, before it becomes evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity
from ontology.phrases import Phrases
from ontology.values import Literal


@dataclass(init=False, slots=True)
class Reading:
    """Subject, predicate and object with the mentions that stand for them; `at` is the first token of the cue."""

    subject: Entity
    predicate: str
    object: Entity | Literal
    denied: bool
    cue: str
    module: str
    at: int
    subject_mention: Mention
    object_mention: Mention
    qualifiers: tuple[tuple[str, str], ...]
    compared: bool  # a comparative stands before the object: "a lower abuse potential"

    def __init__(
        self,
        subject: Entity,
        predicate: str,
        object: Entity | Literal,
        denied: bool,
        cue: str,
        module: str,
        at: int,
        subject_mention: Mention,
        object_mention: Mention,
        qualifiers: tuple[tuple[str, str], ...] = (),
        compared: bool = False,
    ) -> None:
        """Take what is said and the words that say it."""
        self.subject = subject
        self.predicate = predicate
        self.object = object
        self.denied = denied
        self.cue = cue
        self.module = module
        self.at = at
        self.subject_mention = subject_mention
        self.object_mention = object_mention
        self.qualifiers = qualifiers
        self.compared = compared

    def __hash__(self) -> int:
        """Return the hash of the words and what they say, which hardly two readings share."""
        return hash((self.predicate, self.at, self.object_mention.first, self.subject.iri))


def join(
    subjects: Iterable[Mention],
    predicate: str,
    objects: Iterable[Mention],
    cues: Cues,
    *,
    cue: str,
    module: str,
    at: int,
    denied: frozenset[int] = frozenset(),
    qualifiers: tuple[tuple[str, str], ...] = (),
    settled: bool = False,
) -> Iterator[Reading]:
    """Yield a reading for each subject with each object whose kinds the property joins.

    `denied` holds the first tokens of the objects that are denied. Unless the property is `settled` (by a noun such as
    "side effect"), the object's kind may call for another one: what is caused may be a wanted effect.
    """
    signature = cues.signatures.get(predicate)
    if signature is None:
        return
    heard = list(objects)
    for subject_mention in subjects:
        for subject in subject_mention.meant(signature.domain):
            for object_mention in heard:
                for target in object_mention.meant(signature.range):
                    said = routed(predicate, target, cues, settled=settled)
                    if target.iri == subject.iri or not allowed(said, target, cues):
                        continue
                    yield Reading(
                        subject,
                        said,
                        target,
                        object_mention.first in denied,
                        cue,
                        module,
                        at,
                        subject_mention,
                        object_mention,
                        qualifiers,
                    )


def routed(predicate: str, target: Entity, cues: Cues, *, settled: bool = False) -> str:
    """Return the property that an object of this kind calls for: what is caused may be an effect or a risk."""
    for kind, taker, yields in cues.routes.get(predicate, ()):
        if kind in target.kinds and not (settled and yields):
            return taker
    return predicate


def allowed(predicate: str, target: Entity, cues: Cues) -> bool:
    """Tell whether no kind of the object is reserved for another property."""
    if predicate != "isA" and "OnlyPredicated" in target.kinds:
        return False
    return all(owner == predicate for kind, owner in cues.reserved.items() if kind in target.kinds)


def in_tokens(sentence: Sentence, first: int, last: int, phrases: Phrases) -> int:
    """Return where the first of the phrases stands between two tokens, or -1."""
    return sentence.first(phrases, first, last)
