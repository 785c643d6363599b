"""The account of a reading: what each sentence names, which cues stand in it, what was kept and what was refused.

It reads a document by the same steps as the extractor and asks of each step what it took away; the extractor itself
records nothing.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.extraction import headings
from loaders.extraction.extractor import Extractor, settled
from loaders.extraction.following import go_on
from loaders.extraction.mentions import Mention
from loaders.extraction.passages import Passage
from loaders.extraction.reference import Focus
from loaders.extraction.refusals import Refusal, refused, unread_cues
from loaders.extraction.segments import sentences
from loaders.extraction.sentence import Sentence
from loaders.extraction.walk import passages
from ontology.lexicon import Entity
from ontology.values import Block, Document, Evidence, Literal, Node


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name something: what it is taken for, and what else it may be."""

    text: str
    entity: Entity
    others: tuple[Entity, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class CueFound:
    """Words of a cue, with the property and the annotation on it that holds them."""

    text: str
    property: str
    annotation: str  # phraseCue, denyingCue, deniedCue, roleCue
    pattern: str


@dataclass(frozen=True, slots=True)
class WordFound:
    """Words of a closed class that bear on how a sentence is read."""

    text: str
    word_class: str


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one stretch of text; `note` tells why it was not read at all, or what a heading gives."""

    start: int
    end: int
    text: str
    note: str = ""
    named: tuple[Named, ...] = ()
    cues: tuple[CueFound, ...] = ()
    words: tuple[WordFound, ...] = ()
    clauses: tuple[str, ...] = ()
    context: tuple[tuple[str, str], ...] = ()
    kept: tuple[Evidence, ...] = ()
    refused: tuple[Refusal, ...] = ()


#: The closed classes that turn a reading; those that only part clauses and lists would drown them.
TURNING = (
    *("Negator", "NegativePrefix", "NegationException", "Prohibition", "Reversal"),
    *(
        "Hedge",
        "Investigation",
        "OffLabel",
        "Licence",
        "NonFactual",
        "Abandoned",
        "AdvisedAgainst",
        "Unproven",
        "Disproven",
        "FreeChoice",
        "Partial",
    ),
    *("LoweringWord", "ChanceNoun", "OtherCountry", "FederalLaw"),
    *("WithdrawalContext", "WithdrawalSubject", "OverdoseContext", "CombinationContext"),
    *("Occurrence", "Existence", "MembershipVerb", "ClassExampleMarker", "RoleLinker"),
    *("VeryCommonWord", "CommonWord", "UncommonWord", "RareWord", "VeryRareWord", "FrequencyException"),
    *("GroupLead", "Emphasis", "VeryHighDose", "HighDose", "LowDose", "StandardDose"),
    *("HigherWord", "LowerWord", "SimilarWord", "DifferenceWord"),
)


def accounts(extractor: Extractor, document: Document) -> Iterator[Account]:
    """Yield an account of every heading, sentence, item and cell of a document, in reading order."""
    read = list(_read(extractor, document))
    kept = settled(evidence for account in read for evidence in account.kept)
    standing = set(kept)
    denied = {(each.proposition.iri, each.start) for each in kept if each.polarity == "-"}
    weighed = [_settle(account, standing, denied) for account in read]
    told = [*weighed, *_unread(extractor, document, weighed)]
    yield from sorted(told, key=lambda account: account.start)


def _read(extractor: Extractor, document: Document) -> Iterator[Account]:
    focus = Focus()
    for passage in passages(document, extractor, extractor.define(document.text), focus):
        yield _account(extractor, document, passage, focus)
        go_on(passage, focus)


def _account(extractor: Extractor, document: Document, passage: Passage, focus: Focus) -> Account:
    sentence, text, role = passage.sentence, document.text, passage.section_role
    candidates = extractor.candidates(text, sentence, role)
    readings = extractor.read_sentence(text, sentence, role, passage.frequency)
    return Account(
        passage.start,
        passage.end,
        text[passage.start : passage.end],
        named=tuple(_named(sentence, text)),
        cues=tuple(_cues(sentence)),
        words=tuple(_words(extractor, sentence)),
        clauses=_clauses(sentence, text),
        context=tuple(_context(passage, focus)),
        kept=tuple(extractor.evidence(document, passage, reading, focus.called) for reading in readings),
        refused=(
            *refused(extractor, sentence, role, candidates, readings),
            *unread_cues(extractor, sentence, text, candidates),
        ),
    )


def _settle(account: Account, standing: set[Evidence], denied: set[tuple[str, int]]) -> Account:
    """Move what the rest of the document takes away to what is refused."""
    lost = [
        Refusal(
            each.proposition.subject,
            each.proposition.predicate,
            _written(each.proposition.object),
            each.cue,
            each.module,
            "the same sentence denies it"
            if (each.proposition.iri, each.start) in denied and each.polarity == "+"
            else "said already in these words",
        )
        for each in account.kept
        if each not in standing
    ]
    kept = tuple(dict.fromkeys(each for each in account.kept if each in standing))
    return replace(account, kept=kept, refused=(*account.refused, *lost)) if lost else replace(account, kept=kept)


def _written(node: Node) -> str:
    return node.value if isinstance(node, Literal) else node


def _named(sentence: Sentence, text: str) -> Iterator[Named]:
    for mention in sentence.mentions:
        yield _name(sentence, text, mention, "a word of reference" if mention.reference else "")
    for mention in sentence.nested:
        yield _name(sentence, text, mention, "inside a longer name")


def _name(sentence: Sentence, text: str, mention: Mention, note: str) -> Named:
    first, *others = mention.candidates
    told = "a brand name" if mention.brand and not note else note
    return Named(
        sentence.text_of(text, mention), first, tuple(others), f"{told}, all of them" * mention.together or told
    )


def _cues(sentence: Sentence) -> Iterator[CueFound]:
    for hit in sentence.hits:
        words = " ".join(hit.words)
        if hit.role:
            yield CueFound(words, hit.role, "roleCue", words)
        for cue in hit.phrases:
            kind = "denyingCue" if cue.denies else "deniedCue" if cue.denied else "phraseCue"
            yield CueFound(words, cue.predicate, kind, cue.pattern)


def _words(extractor: Extractor, sentence: Sentence) -> Iterator[WordFound]:
    for name in TURNING:
        for _, words in sentence.found(extractor.cues.words(name)):
            yield WordFound(" ".join(words), name)


def _clauses(sentence: Sentence, text: str) -> tuple[str, ...]:
    if len(sentence.clauses) < 2:
        return ()
    tokens = sentence.tokens
    return tuple(text[tokens[each.first].start : tokens[each.last - 1].end] for each in sentence.clauses)


def _context(passage: Passage, focus: Focus) -> Iterator[tuple[str, str]]:
    sentence = passage.sentence
    topic = tuple(entity for mention in sentence.topic for entity in mention.candidates)
    for name, entities in (("page", focus.page), ("section", focus.section), ("unnamed subject", topic)):
        if entities:
            yield name, ", ".join(entity.label for entity in entities)
    role = sentence.role or passage.section_role
    if role:
        yield "role of the place", role
    if passage.frequency:
        yield "frequency of the place", passage.frequency
    if sentence.label:
        yield "label", sentence.label
    if sentence.denied:
        yield "lead-in", "denies what is listed"


def _unread(extractor: Extractor, document: Document, read: Sequence[Account]) -> Iterator[Account]:
    """Yield what the walk passes over: headings, questions, headers of tables and rows about nothing known."""
    starts = [account.start for account in read]
    for block in document.blocks:
        spans = [(block.start, block.end)]
        if block.kind in ("paragraph", "item"):
            spans = list(sentences(document.text, block.start, block.end))
        for start, end in spans:
            before = bisect_left(starts, end) - 1
            if block.kind == "heading" or before < 0 or read[before].end <= start:
                text = document.text[start:end]
                named, note = _passed_over(extractor, block, text)
                yield Account(start, end, text, note, named=named)


def _passed_over(extractor: Extractor, block: Block, text: str) -> tuple[tuple[Named, ...], str]:
    """Return what a passed-over stretch names, and why nothing is read from it."""
    if block.kind == "heading":
        sentence = extractor.analyse(text, 0, len(text), {}, None)
        role = headings.role_of(sentence.norms, extractor.cues)
        gives = f"lists below it are read as {role}" if role else "it gives the lists below it no role"
        return tuple(_named(sentence, text)), f"a heading, no claim; {gives}"
    if text.endswith("?"):
        return (), "a question, no claim"
    return (), "a table's header, or a row about no known drug"
