"""The way through a document: each passage with the topic and role that headings, lead-ins, labels and tables give."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from loaders.extraction import captions, cells, headings, tables, topics
from loaders.extraction.clauses import ABOUT
from loaders.extraction.contexts import INTERACTION
from loaders.extraction.lists import PRECAUTION
from loaders.extraction.mentions import Mention
from loaders.extraction.passages import Analyser, Passage, naming
from loaders.extraction.places import Place, Section
from loaders.extraction.reference import Focus, about_something_else, topic_mentions
from loaders.extraction.segments import sentences
from loaders.extraction.sentence import Sentence
from loaders.extraction.skimming import Skim
from ontology.lexicon import Entity
from ontology.values import Block, Document

#: The last letters of lines that lead in to a list without a colon.
_LEADS: Final = (" include", " included", " including", " are", " such as", "…", "...", "….")

#: What ends a sentence that leads in to nothing.
_ENDS: Final = (".", "!", ";")

#: What stands in the place of a role where a heading takes away that of the headings above it.
MUTED: Final = "nothing"
#: How deep lists are told apart; no person nests them so deep.
_DEEPEST: Final = 50
#: What an amount begins with.
_NUMERIC: Final = frozenset("0123456789.")
#: How many characters a label that tells how often may have.
_LABEL: Final = 90
#: What may close a question behind its mark: 'go to "What causes it?"' is the title of another page.
_QUOTES: Final = "\"'”’»)]"


def passages(
    document: Document, reader: Analyser, defined: dict[str, Entity], focus: Focus, skim: Skim | None = None
) -> Iterator[Passage]:
    """Yield the passages of a document in reading order; the focus follows the headings.

    With a skim, running text that surely says nothing is passed over.
    """
    blocks = document.blocks
    place = Place()
    topics.set_page(document, reader, defined, focus, skim)
    grids = tables.tables_of(blocks)
    heads: dict[int, list[tuple[Entity, ...]]] = {}  # what the header of each table names
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind == "heading" and (
            _is_labelled(document.text, block, reader)
            or captions.is_stranded(document.text, blocks, at, reader, place.section_role)
        ):
            yield from _item(document, block, reader, defined, focus, place)
        elif block.kind == "heading" or captions.is_caption(document.text, blocks, at, reader):
            named = _enter(document, block, reader, defined, focus, place)
            yield from naming(named, block.start, block.end)
        elif place.in_back_matter:
            pass
        elif block.kind == "row" and (told := _told_in_row(block)):
            yield from _paragraph(document, told, reader, defined, focus, place, skim, above_items=False)
        elif block.kind == "row":
            grid = grids[block.table]
            if block.table not in heads:
                heads[block.table] = cells.heads(document, grid, reader, defined)
            yield from cells.row_passages(document, block, grid, heads[block.table], reader, defined, focus)
        elif block.kind == "item":
            yield from _item(document, block, reader, defined, focus, place)
        else:
            flat = cells.flat_table(document, blocks, at, reader, defined, skim)
            if flat:
                columns, count = flat
                for line in blocks[at + 1 : at + count]:
                    yield from cells.flat_row(document, line, columns, reader, defined, focus)
                at += count
                continue
            if at and place.lead_role and _is_list_below(document.text, blocks[at - 1], block):
                yield from _item(document, block, reader, defined, focus, place)
                at += 1
                continue
            above = blocks[at + 1].kind == "item" if at + 1 < len(blocks) else False
            yield from _paragraph(document, block, reader, defined, focus, place, skim, above_items=above)
        at += 1


def _told_in_row(block: Block) -> Block | None:
    """Return a row of which one cell alone holds more than a label, as the paragraph that it is."""
    span = tables.told(block.cells)
    return span and replace(block, kind="paragraph", start=span[0], end=span[1], cells=())


def _enter(
    document: Document, block: Block, reader: Analyser, defined: dict[str, Entity], focus: Focus, place: Place
) -> Sentence:
    sentence = reader.analyse(document.text, block.start, block.end, defined, None)
    before = [mention for mention in sentence.mentions if ":" in sentence.norms[mention.last :]]
    spoken_for = headings.spoken_for(sentence, [*sentence.mentions, *_inner(sentence, focus)], reader.cues)
    named = headings.named_in(before or spoken_for)
    level = captions.level_of(block)
    often = reader.frequency_of(sentence)
    role = headings.role_of(sentence.norms, reader.cues) or captions.role_of_first(document.text, block, reader)
    if document.text[block.start : block.end].endswith(":"):  # "Before you start, tell your doctor if:"
        role = reader.lead_in(sentence, "").role
    if not role and reader.only_frequency(sentence):  # "Rare" beside "Common", below "Side effects" whatever its rank
        level = max(level, 1 + next((each.level for each in reversed(place.sections) if each.role), 0))
    place.sections = [section for section in place.sections if section.level < level]
    if reader.cues.words("HarmlessHeading").first(sentence.norms, 0, len(sentence.norms)) >= 0:
        role = MUTED  # "No synergy" below "Interactions": what is listed there has no role
    if role in _TREATED and place.sections and place.sections[-1].role == "treats":
        role = ""  # "Drug withdrawal" below "Medical uses" is what is treated
    if not role and _asks_on(document.text[block.start : block.end], place):
        role = MUTED  # "What is X?" below the title "X withdrawal"
    if (
        role == "hasEffect"
        and place.section_role == "hasAdverseEffect"
        and headings.is_mere(sentence.norms, reader.cues)
    ):
        role = ""  # "Very common effects" below "Side effects"
    inherited = place.sections[-1].topics if place.sections and level > 1 else ()
    if _begins_page(sentence, named, focus, place):
        focus.page, focus.peers, place.sections = named, (), []
    if set(named) >= set(focus.page) and len(named) > 1:
        topics: tuple[Entity, ...] = ()
    else:
        asked = headings.asks_class(sentence)
        named = named[:1] if asked else named
        drugs = tuple(entity for entity in named if entity in focus.page) or named
        if drugs and not asked and _beside_page(sentence, drugs, focus):
            drugs = ()
        topics = drugs[:1] if len(drugs) == 1 else () if drugs else inherited
    shut = reader.cues.words("BackMatter").at(sentence.norms, 0) == tuple(sentence.norms)
    place.sections.append(Section(level, topics, role, often, headings.class_listed(sentence, reader.cues), shut))
    place.forget_lead()
    place.in_contents = headings.opens_contents(sentence.norms, reader.cues)
    place.spoken_role = ""
    focus.enter_section(topics, named if len(named) == 2 else ())
    return sentence


def _begins_page(sentence: Sentence, named: tuple[Entity, ...], focus: Focus, place: Place) -> bool:
    """Tell whether a heading begins a page of its own: "X facts" in a document titled "Y facts"."""
    drugs = [mention for mention in sentence.mentions if mention.meant(ABOUT)]
    if len(drugs) != 1 or len(named) != 1:
        return False
    frame = (*sentence.norms[: drugs[0].first], "", *sentence.norms[drugs[0].last :])
    if not place.title_frame:
        place.title_frame = frame if named == focus.page else ()
        return False
    return len(frame) > 1 and frame == place.title_frame


def _asks_on(heading: str, place: Place) -> bool:
    """Tell whether a heading asks something else than the page's title, which is all that gives it a role."""
    inner = place.sections[1:]
    return heading.endswith("?") and len(place.sections) > 0 and not any(section.role for section in inner)


#: What a heading names that below one on uses is an indication.
_TREATED: Final = frozenset({"hasOverdoseEffect", "hasRisk", "hasWithdrawalSymptom"})


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
    *,
    above_items: bool,
) -> Iterator[Passage]:
    led = place.lead_role
    place.forget_lead()
    focus.enter_block()
    text = document.text
    role = _label_role(text, block, reader) or place.section_role
    if _is_labelled(text, block, reader):
        yield from _item(document, block, reader, defined, focus, place)
        return
    unended = above_items and not text.endswith(_ENDS, block.start, block.end)  # "Do not take it" right above a list
    leads = unended or text.find(":", block.start, block.end) >= 0 or text.endswith(_LEADS, block.start, block.end)
    before, used = (block.start, block.start), ""
    if skim and not leads and skim.idle(text, block.start, block.end, defined, focus, role):
        return
    for start, end in sentences(text, block.start, block.end):
        opens = text[start:end].endswith((":", "?", *_LEADS)) or (unended and end == block.end)
        if skim and not opens and skim.idle(text, start, end, defined, focus, role):
            before, used = (start, end), ""
            continue
        if text[start:end].rstrip(_QUOTES).endswith("?"):
            asked = headings.named_in(reader.analyse(text, start, end, defined, None).mentions)
            if len(asked) == 1:
                focus.recent = asked
            continue
        often, after = _frequency_label(text, start, end, reader)
        advised, colon = _advised_list(text, start, end, reader, role)
        if after > start and role:  # "Rare: nausea" below "Side effects"
            advised, colon = "", 0
        sentence = reader.analyse(text, start if colon else after, colon or end, defined, focus)
        sentence.topic = () if about_something_else(sentence) else topic_mentions(focus.topic)
        sentence.others = _others(focus)
        sentence.role, sentence.running = role, True
        sentence.spoken_role = used or place.spoken_role or role
        used = ""
        yield Passage(sentence, start, end, role, often or place.frequency)
        if advised:
            told = reader.analyse(text, colon, end, defined, focus)
            told.topic, told.role = sentence.topic, advised
            yield Passage(told, start, end, advised, reader.frequency_of(sentence) or place.frequency)
            continue
        place.spoken_role = headings.spoken_of(sentence, place.spoken_role)
        used = headings.TREATS if headings.tells_use(sentence, reader.cues) else ""
        place.in_contents = headings.opens_contents(sentence.norms, reader.cues)
        if headings.leads_in(sentence, reader.cues) or (unended and end == block.end):
            place.lead_class = headings.class_led_in(sentence, reader.cues)
            said = reader.analyse(text, *before, defined, None) if before[0] < before[1] else None
            lead = reader.lead_in(sentence, role, said)
            resumed = "" if lead.role or sentence.norms[0] not in _RESUMING else led  # "or if you have:"
            place.lead_role, place.lead_denied, place.lead_muted = lead.role or resumed, lead.denied, lead.muted
            place.lead_topic = _lead_topic(sentence, focus)
            if lead.role in headings.CAREFUL and not set(place.lead_topic) <= set(focus.page):
                kinds = place.lead_topic[0].kinds
                place.lead_topic = () if focus.page and "DrugClass" in kinds else place.lead_topic  # "Some drugs may:"
            place.lead_frequency = reader.frequency_of(sentence)
            place.lead_allergy = headings.ends_in(sentence, reader.cues.words("AllergyLead"))
        before = (start, end)


def _is_list_below(text: str, above: Block, block: Block) -> bool:
    """Tell whether a line is the list that the one above leads in to: "Side effects include:", "nausea, vomiting"."""
    line = text[block.start : block.end]
    return text.endswith(":", above.start, above.end) and "," in line and line[-1] not in _ENDS and ". " not in line


#: What a line begins with that goes on with the list above it.
_RESUMING: Final = frozenset({"also", "and", "or"})

#: The properties of which the label of a line tells, as that of a row does, and a sentence does not.
_LABELLED: Final = frozenset({"isA", "hasSchedule", "hasAbusePotential"})
#: And those of which it tells where it says nothing else: "Forms: tablets, capsules".
_WHOLE: Final = frozenset({PRECAUTION, "hasDoseForm", "hasRoute"})
#: How many characters the label of a paragraph may have: "SIDE EFFECTS: Nausea may occur."
_PARAGRAPH_LABEL: Final = 30


def _label_role(text: str, block: Block, reader: Analyser) -> str:
    """Return the property that the words before the colon of a paragraph name, where they stand for a heading."""
    colon = text.find(": ", block.start, min(block.end, block.start + _PARAGRAPH_LABEL))
    if colon < 0 or text.find(". ", colon, block.end) < 0:
        return ""
    return headings.role_of(reader.analyse(text, block.start, colon, {}, None).norms, reader.cues)


def _is_labelled(text: str, block: Block, reader: Analyser) -> bool:
    """Tell whether a line is like the row of a table: "Drug class: opioid"."""
    if text.find(":", block.start, min(block.end, block.start + _LABEL)) < 0:
        return False
    label_end = _label_end(text, block)
    if not label_end:
        return False
    label = reader.analyse(text, block.start, label_end, {}, None)
    role = headings.role_of(label.norms, reader.cues, row=True)
    if role in _WHOLE:  # "Warning: It may tire. Do not drive." says more than its label
        _, first, last = headings.role_at(label.norms, reader.cues, row=True)
        return last - first == len(label.norms) and text.find(". ", label_end, block.end) < 0
    return role in _LABELLED


def _advised_list(text: str, start: int, end: int, reader: Analyser, role: str) -> tuple[str, int]:
    """Return what advice makes of the list behind its colon, and where that begins: "Tell your doctor of: gout"."""
    colon = text.find(": ", start, end)
    if colon < 0:
        return "", 0
    lead = reader.lead_in(reader.analyse(text, start, colon + 1, {}, None), role)
    return (lead.role, colon + 1) if lead.advised else ("", 0)


def _frequency_label(text: str, start: int, end: int, reader: Analyser) -> tuple[str, int]:
    """Return how often, and the end of its words, where a line begins with that: "Common (1 in 10): nausea"."""
    colon = text.find(":", start, min(end - 1, start + _LABEL))
    if colon < 0 or text[colon + 1 : end].lstrip()[:1] in _NUMERIC:  # "Common: 10-20 mg" is a dose
        return "", start
    label = reader.analyse(text, start, colon, {}, None)
    return (reader.frequency_of(label), colon + 1) if reader.only_frequency(label) else ("", start)


def _lead_topic(sentence: Sentence, focus: Focus) -> tuple[Entity, ...]:
    named = headings.named_in(sentence.mentions)
    if focus.joint and set(focus.joint) <= set(named):
        return focus.joint
    own = tuple(entity for entity in named if entity in focus.page)  # "Some medicines may interact with X:"
    return own[:1] or named[:1]


def _others(focus: Focus) -> tuple[Mention, ...]:
    beside = focus.two or focus.page
    return topic_mentions(beside) if len(beside) == 2 else ()


def _item(
    document: Document, block: Block, reader: Analyser, defined: dict[str, Entity], focus: Focus, place: Place
) -> Iterator[Passage]:
    if place.in_contents:
        return
    text = document.text
    focus.enter_block()
    depth = min(block.level or 1, _DEEPEST)
    above = place.item_roles.get(depth - 1, ("", (), ""))
    often = above[2] or place.lead_frequency or place.frequency
    role = above[0] or place.lead_role or ("" if place.lead_muted else place.section_role)
    topics = above[1] or place.lead_topic
    # "Alcohol: more drowsiness", where drugs that interact are listed, is about the topic still.
    label_end = 0 if role == INTERACTION else _label_end(text, block)
    if label_end:
        label = reader.analyse(text, block.start, label_end, defined, None)
        yield from naming(label, block.start, label_end)
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
        if text[start:end].rstrip(_QUOTES).endswith("?"):
            continue
        sentence = reader.analyse(text, start, end, defined, focus)
        sentence.topic = topic_mentions(topics or focus.topic)
        sentence.others = _others(focus)
        sentence.role = role if not role[:1].isupper() else ""
        sentence.listed = topic_mentions(place.listed if depth == 1 and not (role and place.lead_class) else ())
        sentence.denied = place.lead_denied and role == place.lead_role
        sentence.label = text[block.start : label_end] if label_end else ""
        sentence.allergic = place.lead_allergy
        yield Passage(sentence, start if not first or not label_end else _content_start(text, block), end, role, often)
        own = headings.role_of(sentence.norms, reader.cues)
        if not own and text[end - 1] == ":":  # "if you take any of the following:" has a list of its own
            own = reader.lead_in(sentence, role).role
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
