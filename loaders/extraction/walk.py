"""The way through a document: each passage with the topic and role that headings, lead-ins, labels and tables give."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from loaders.extraction import headings, tables
from loaders.extraction.clauses import ABOUT, is_predicative
from loaders.extraction.mentions import Mention
from loaders.extraction.places import Place, Section
from loaders.extraction.reference import Focus, about_something_else, topic_mentions
from loaders.extraction.segments import sentences
from loaders.extraction.sentence import Sentence
from loaders.extraction.skimming import Skim
from ontology.cues import Cues
from ontology.lexicon import Entity
from ontology.values import Block, Document

#: How many characters a label that tells how often may have.
_LABEL = 90


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, item or cell ready to be read; `start` and `end` span the words that count as its quote."""

    sentence: Sentence
    start: int
    end: int
    section_role: str = ""
    frequency: str = ""  # how often what is listed here happens, as a heading, lead-in or label tells
    fixed_topic: bool = False  # the topic is that of a cell or label, and not what the text goes on about


class Analyser(Protocol):
    """What the walk needs of the extractor."""

    cues: Cues

    def analyse(self, text: str, start: int, end: int, defined: dict[str, Entity], focus: Focus | None) -> Sentence:
        """Return a stretch of text as a sentence."""

    def open_cue(self, sentence: Sentence) -> str:
        """Return the property of the phrase with which a lead-in line ends ("It is used to treat:"), or nothing."""

    def frequency_of(self, sentence: Sentence) -> str:
        """Return how often happens what stands below a heading, a lead-in line or a label."""

    def only_frequency(self, sentence: Sentence) -> bool:
        """Tell whether a heading or label does nothing but tell how often."""


def passages(
    document: Document, reader: Analyser, defined: dict[str, Entity], focus: Focus, skim: Skim | None = None
) -> Iterator[Passage]:
    """Yield the passages of a document in reading order; the focus follows the headings.

    With a skim, running text that surely says nothing is passed over.
    """
    blocks = document.blocks
    place = Place()
    _set_page(document, reader, defined, focus, skim)
    grids = tables.tables_of(blocks)
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind == "heading":
            _enter(document, block, reader, defined, focus, place)
        elif block.kind == "row":
            yield from _row(document, block, grids[block.table], reader, defined, focus, place)
        elif block.kind == "item":
            yield from _item(document, block, reader, defined, focus, place)
        else:
            flat = _flat_table(document, blocks, at, reader, defined, skim)
            if flat:
                columns, count = flat
                for line in blocks[at + 1 : at + count]:
                    yield from _flat_row(document, line, columns, reader, defined, focus, place)
                at += count
                continue
            yield from _paragraph(document, block, reader, defined, focus, place, skim)
        at += 1


def _set_page(
    document: Document, reader: Analyser, defined: dict[str, Entity], focus: Focus, skim: Skim | None
) -> None:
    """Take the page's topics from its title or first heading; a text without any is about the drug it names first."""
    titled = any(block.kind == "heading" for block in document.blocks)
    for block in document.blocks[:6]:
        if titled and block.kind != "heading":
            continue
        if skim and skim.silent(document.text, block.start, block.end, defined):
            continue
        sentence = reader.analyse(document.text, block.start, block.end, defined, None)
        spoken_of = sentence.mentions
        if not titled:  # "BRAND is a corticosteroid …": a class that only says what it is names no topic
            spoken_of = [mention for mention in sentence.mentions if not is_predicative(sentence, mention)]
        found = headings.named_in(spoken_of)
        if found:
            focus.page = found if block.kind == "heading" else found[:1]
            focus.peers = headings.named_in(_peers(sentence))
            return


def _peers(sentence: Sentence) -> list[Mention]:
    """Return what a title is about: of "Is X a narcotic?" only X, of "X and opioids" both."""
    drugs = [mention for mention in sentence.mentions if mention.meant(frozenset({"Drug"}))]
    return [
        mention
        for mention in sentence.mentions
        if not drugs or mention in drugs or sentence.norms[mention.last - 1].endswith("s")
    ]


def _enter(
    document: Document, block: Block, reader: Analyser, defined: dict[str, Entity], focus: Focus, place: Place
) -> None:
    sentence = reader.analyse(document.text, block.start, block.end, defined, None)
    before = [mention for mention in sentence.mentions if ":" in sentence.norms[mention.last :]]
    named = headings.named_in(before or [*sentence.mentions, *_inner(sentence, focus)])
    level = block.level or 1
    often = reader.frequency_of(sentence)
    role = headings.role_of(sentence.norms, reader.cues)
    if not role and reader.only_frequency(sentence):  # "Rare" beside "Common", below "Side effects" whatever its rank
        level = max(level, 1 + next((each.level for each in reversed(place.sections) if each.role), 0))
    place.sections = [section for section in place.sections if section.level < level]
    inherited = place.sections[-1].topics if place.sections and level > 1 else ()
    if set(named) >= set(focus.page) and len(named) > 1:
        topics: tuple[Entity, ...] = ()
    else:
        drugs = tuple(entity for entity in named if entity in focus.page) or named
        if drugs and _beside_page(sentence, drugs, focus):
            drugs = ()
        topics = drugs[:1] if len(drugs) == 1 else () if drugs else inherited
    place.sections.append(Section(level, topics, role, often))
    place.forget_lead()
    focus.enter_section(topics, named if len(named) == 2 else ())


def _inner(sentence: Sentence, focus: Focus) -> list[Mention]:
    """Return what a longer name holds: on a page about one drug "Opioid addiction" is a condition and no new topic."""
    if _about_one(focus):
        return [each for each in sentence.nested if set(each.meant(ABOUT)) & set(focus.page)]
    return sentence.nested


def _about_one(focus: Focus) -> bool:
    """Tell whether the page is about a single drug."""
    return len(focus.page) == 1 and "Drug" in focus.page[0].kinds


def _beside_page(sentence: Sentence, named: tuple[Entity, ...], focus: Focus) -> bool:
    """Tell whether a heading names others only beside the one drug that the page is about: "Use with alcohol"."""
    if not _about_one(focus) or focus.page[0] in named:
        return False
    alone = any(mention.last - mention.first == len(sentence.tokens) for mention in sentence.mentions)
    return not alone or all("DrugClass" in entity.kinds for entity in named)


def _paragraph(
    document: Document,
    block: Block,
    reader: Analyser,
    defined: dict[str, Entity],
    focus: Focus,
    place: Place,
    skim: Skim | None,
) -> Iterator[Passage]:
    place.forget_lead()
    focus.enter_block()
    text, role = document.text, place.section_role
    leads = text.find(":", block.start, block.end) >= 0
    if skim and not leads and skim.idle(text, block.start, block.end, defined, focus, role):
        return
    for start, end in sentences(text, block.start, block.end):
        if skim and not text[start:end].endswith((":", "?")) and skim.idle(text, start, end, defined, focus, role):
            continue
        if text[start:end].endswith("?"):
            asked = headings.named_in(reader.analyse(text, start, end, defined, None).mentions)
            if len(asked) == 1:
                focus.recent = asked
            continue
        often, after = _frequency_label(text, start, end, reader)
        sentence = reader.analyse(text, after, end, defined, focus)
        sentence.topic = () if about_something_else(sentence) else topic_mentions(focus.topic)
        sentence.others = _others(focus)
        sentence.role, sentence.running = place.section_role, True
        yield Passage(sentence, start, end, place.section_role, often or place.frequency)
        if text[start:end].endswith(":"):
            role, first, last = headings.role_at(sentence.norms, reader.cues)
            place.lead_role = role or reader.open_cue(sentence)
            place.lead_topic = _lead_topic(sentence)
            place.lead_frequency = reader.frequency_of(sentence)
            # What a cue says with a "not" of its own ("do not take") it does not deny.
            around = (*sentence.norms[:first], *sentence.norms[last:])
            place.lead_denied = any(norm in reader.cues.single_words("Negator") for norm in around)


def _frequency_label(text: str, start: int, end: int, reader: Analyser) -> tuple[str, int]:
    """Return how often, and the end of its words, where a line begins with that: "Common (1 in 10): nausea"."""
    colon = text.find(":", start, min(end - 1, start + _LABEL))
    if colon < 0:
        return "", start
    label = reader.analyse(text, start, colon, {}, None)
    return (reader.frequency_of(label), colon + 1) if reader.only_frequency(label) else ("", start)


def _lead_topic(sentence: Sentence) -> tuple[Entity, ...]:
    return tuple(dict.fromkeys(entity for mention in sentence.mentions for entity in mention.meant(ABOUT)))[:1]


def _others(focus: Focus) -> tuple[Mention, ...]:
    beside = focus.two or focus.page
    return topic_mentions(beside) if len(beside) == 2 else ()


def _item(
    document: Document, block: Block, reader: Analyser, defined: dict[str, Entity], focus: Focus, place: Place
) -> Iterator[Passage]:
    text = document.text
    focus.enter_block()
    depth = block.level or 1
    above = place.item_roles.get(depth - 1, ("", (), ""))
    often = above[2] or place.lead_frequency or place.frequency
    role = above[0] or place.lead_role or place.section_role
    topics = above[1] or place.lead_topic
    label_end = _label_end(text, block)
    if label_end:
        label = reader.analyse(text, block.start, label_end, defined, None)
        named = tuple(
            entity
            for entity in headings.named_in([*label.mentions, *label.nested])
            if "Drug" in entity.kinds or entity in focus.page or label.norms[-1].endswith("s")
        )
        topics = named[:1] if len(named) == 1 else topics
        role = headings.role_of(label.norms, reader.cues, row=True) or role
        often = reader.frequency_of(label) or often
    place.item_roles = {level: known for level, known in place.item_roles.items() if level < depth}
    start_from = label_end + 1 if label_end else block.start
    if topics:
        focus.recent = topics
    first = True
    for start, end in sentences(text, start_from, block.end):
        if text[start:end].endswith("?"):
            continue
        sentence = reader.analyse(text, start, end, defined, focus)
        sentence.topic = topic_mentions(topics or focus.topic)
        sentence.others = _others(focus)
        sentence.role = role if not role[:1].isupper() else ""
        sentence.denied = place.lead_denied and role == place.lead_role
        sentence.label = text[block.start : label_end] if label_end else ""
        yield Passage(sentence, start if not first or not label_end else _content_start(text, block), end, role, often)
        own = headings.role_of(sentence.norms, reader.cues)
        place.item_roles[depth] = (own or role, topics, reader.frequency_of(sentence) or often)
        first = False


def _content_start(text: str, block: Block) -> int:
    return block.start


def _label_end(text: str, block: Block) -> int:
    """Return where the label of an item ends ("Receptor target: …"), or 0 where it has none."""
    line = text[block.start : block.end]
    colon = line.find(":")
    if 0 < colon < 60 and colon + 1 < len(line) and line[colon + 1 :].strip() and "." not in line[:colon]:
        return block.start + colon
    return 0


def _flat_table(
    document: Document,
    blocks: Sequence[Block],
    at: int,
    reader: Analyser,
    defined: dict[str, Entity],
    skim: Skim | None,
) -> tuple[tuple[Entity, ...], int] | None:
    """Return the columns of a flattened table whose header is block `at`, and how many blocks it has in all."""
    head = blocks[at]
    if at + 2 >= len(blocks) or head.end - head.start > 120 or document.text[head.end - 1] in ".:;?!":
        return None
    if skim and skim.silent(document.text, head.start, head.end, defined):
        return None
    sentence = reader.analyse(document.text, head.start, head.end, defined, None)
    columns = headings.named_in(sentence.mentions)
    if len(columns) < 2 or not sentence.mentions or sentence.mentions[0].first == 0:
        return None
    count = 1
    while at + count < len(blocks) and blocks[at + count].kind == "paragraph":
        line = blocks[at + count]
        if document.text[blocks[at + count - 1].end : line.start].count("\n") > 1:
            break
        count += 1
    return (columns, count) if count > 2 else None


def _flat_row(
    document: Document,
    line: Block,
    columns: tuple[Entity, ...],
    reader: Analyser,
    defined: dict[str, Entity],
    focus: Focus,
    place: Place,
) -> Iterator[Passage]:
    sentence = reader.analyse(document.text, line.start, line.end, defined, None)
    label = _row_label(sentence.norms, reader.cues)
    if not label:
        return
    width, role = label
    start = sentence.tokens[width].start if width < len(sentence.tokens) else line.end
    cells = tables.cells_of_line(document.text, start, line.end, len(columns))
    for entity, (first, last) in zip(columns, cells, strict=False):
        yield from _cell(
            document,
            (first, last),
            (entity,),
            role,
            document.text[line.start : start].strip(),
            reader,
            defined,
            focus,
            (line.start, line.end),
        )


def _row_label(norms: Sequence[str], cues: Cues) -> tuple[int, str] | None:
    """Return how many words a flattened row's label has, and the role it gives."""
    best: tuple[int, str] | None = None
    for table in (cues.rows, cues.roles):
        for words, predicate in table.items():
            for lead in (0, 1, 2):
                width = lead + len(words)
                if tuple(norms[lead:width]) == words and (best is None or width > best[0]):
                    best = (width, predicate)
    return best


def _row(
    document: Document,
    block: Block,
    table: tables.Table,
    reader: Analyser,
    defined: dict[str, Entity],
    focus: Focus,
    place: Place,
) -> Iterator[Passage]:
    if block.cells == table.rows[0] or not block.cells:
        return
    text = document.text

    def named(span: tuple[int, int]) -> tuple[Entity, ...]:
        return headings.named_in(reader.analyse(text, *span, defined, None).mentions)

    def role(span: tuple[int, int]) -> str:
        norms = reader.analyse(text, *span, defined, None).norms
        return headings.role_of(norms, reader.cues, row=True) or headings.role_of(norms, reader.cues)

    header = table.rows[0]
    columns = [named(span) for span in header]
    first = named(block.cells[0])
    if any(columns[1:]):
        label = text[slice(*block.cells[0])]
        for topics, cell in zip(columns[1:], block.cells[1:], strict=False):
            if topics:
                yield from _cell(
                    document,
                    cell,
                    topics[:1],
                    role(block.cells[0]),
                    label,
                    reader,
                    defined,
                    focus,
                    (block.start, block.end),
                )
    elif first:
        for span, cell in zip(header[1:], block.cells[1:], strict=False):
            yield from _cell(
                document,
                cell,
                first[:1],
                role(span),
                text[slice(*span)],
                reader,
                defined,
                focus,
                (block.start, block.end),
            )


def _cell(
    document: Document,
    span: tuple[int, int],
    topics: tuple[Entity, ...],
    role: str,
    label: str,
    reader: Analyser,
    defined: dict[str, Entity],
    focus: Focus,
    row: tuple[int, int],
) -> Iterator[Passage]:
    """Yield a cell as a passage about its column's or row's drug; the whole row is its quote."""
    own = Focus(page=focus.page, section=topics, recent=topics)
    sentence = reader.analyse(document.text, *span, defined, own)
    sentence.topic = topic_mentions(topics)
    sentence.others = topic_mentions(tuple(entity for entity in focus.page if entity not in topics)[:1])
    sentence.role, sentence.label = role, label
    yield Passage(sentence, *row, role, fixed_topic=True)
