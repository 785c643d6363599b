"""From a document to its evidence: walk the blocks, keep the focus, read each sentence, keep its words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from loaders.extraction import (
    adjectives,
    administration,
    advice,
    alike,
    also,
    approval,
    combined,
    companions,
    comparison,
    composed,
    compounds,
    contexts,
    continued,
    contrast,
    courses,
    damage,
    denials,
    difference,
    doses,
    examples,
    factuality,
    grades,
    hazards,
    history,
    instances,
    interactions,
    leads,
    lists,
    measures,
    membership,
    names,
    occurrence,
    phrases,
    potential,
    presupposed,
    qualifiers,
    regarded,
    roles,
    schedules,
    sections,
    sites,
    stopping,
    tables,
    times,
    unlisted,
    uses,
)
from loaders.extraction.abbreviations import definitions
from loaders.extraction.analysis import analyse
from loaders.extraction.branding import brands
from loaders.extraction.certainty import CertaintyWords, certainty_of, status_of
from loaders.extraction.clauses import ClauseWords
from loaders.extraction.following import go_on
from loaders.extraction.frequencies import frequency_of, only_frequency
from loaders.extraction.jurisdictions import elsewhere, jurisdictions
from loaders.extraction.mentions import Mention, find_mentions
from loaders.extraction.negation import NegationWords
from loaders.extraction.passages import Passage
from loaders.extraction.readings import Reading
from loaders.extraction.reference import Focus, ReferenceWords
from loaders.extraction.segments import pieces
from loaders.extraction.sentence import Clause, Sentence
from loaders.extraction.skimming import Skim
from loaders.extraction.specificity import specific
from loaders.extraction.vocabulary import Vocabulary
from loaders.extraction.walk import passages
from ontology.collecting import collected_later
from ontology.cues import Cues
from ontology.lexicon import Entity, Lexicon
from ontology.tokens import Token, normal_form, tokenize
from ontology.values import Document, Evidence, Node, Proposition
from ontology.values import Literal as TextLiteral


class Extractor:
    """Reads documents with one lexicon and one set of cues; it holds no state between documents."""

    def __init__(self, lexicon: Lexicon, cues: Cues, skim: Skim | None = None) -> None:
        """Take what the ontology can name and how its properties are expressed; a known skim saves its making."""
        self.lexicon = lexicon
        self.cues = cues
        self.vocabulary = Vocabulary(lexicon.index, cues)
        self.clause_words = ClauseWords.of(cues)
        self.negation = NegationWords.of(cues)
        self.certainty = CertaintyWords.of(cues)
        self.references = ReferenceWords.of(cues)
        self.contexts = contexts.ContextWords.of(cues)
        self.factuality = factuality.FactualityWords.of(cues)
        self.skim = skim or Skim.of(lexicon, cues, self.references)
        self.qualifiers = qualifiers.QualifierWords.of(cues)
        self.unlisted = unlisted.UnlistedWords.of(cues)
        self.advice = advice.AdviceWords.of(cues)
        self.measures = measures.MeasureWords.of(cues)
        self.denials = denials.DenialWords.of(cues)

    def __reduce__(self) -> tuple[object, ...]:
        """Return how the extractor is made again where it was kept."""
        return Extractor, (self.lexicon, self.cues, self.skim)

    def extract(self, document: Document) -> tuple[Evidence, ...]:
        """Return the evidence of a document in reading order, each reading once."""
        with collected_later():
            return settled(self._read(document))

    def define(self, text: str) -> dict[str, Entity]:
        """Return the abbreviations and brands that a text defines, with what they name."""
        table: dict[str, Entity] = {}
        for short, start, end in definitions(text):
            tokens, mentions = self.look(text, start, end)
            if mentions and mentions[-1].last == len(tokens):
                table.setdefault(short, mentions[-1].candidates[0])
        for brand, drug in brands(
            text, self.cues.words("BrandTelling"), lambda start, end: self.look(text, start, end)
        ):
            if not self.lexicon.lookup(normal_form(brand)):
                table.setdefault(brand, drug)
        return table

    def look(self, text: str, start: int, end: int) -> tuple[list[Token], list[Mention]]:
        """Return the words of a stretch of text and what they name by themselves."""
        tokens = tokenize(text, start, end)
        known = [self.vocabulary.word(token.norm) for token in tokens]
        return tokens, find_mentions(text, tokens, known, self.lexicon, {})[0]

    def analyse(self, text: str, start: int, end: int, defined: dict[str, Entity], focus: Focus | None) -> Sentence:
        """Return a stretch of text as a sentence; of one that is longer than any sentence, its first piece."""
        end = next(pieces(text, start, end))[1]
        words, references = self.clause_words, self.references
        return analyse(text, start, end, self.lexicon, self.cues, self.vocabulary, defined, words, references, focus)

    def lead_in(self, sentence: Sentence, section_role: str, before: Sentence | None = None) -> leads.LeadIn:
        """Return what a line that leads in to items, with the sentence before it, makes of them."""
        return leads.of(sentence, before, section_role, self.cues, self.advice)

    def frequency_of(self, sentence: Sentence) -> str:
        """Return how often happens what stands below a heading, a lead-in line or a label."""
        return frequency_of(sentence, self.qualifiers.frequency)

    def only_frequency(self, sentence: Sentence) -> bool:
        """Tell whether a heading or label does nothing but tell how often."""
        return only_frequency(sentence, self.qualifiers.frequency)

    def read_sentence(self, text: str, sentence: Sentence, section_role: str, frequency: str = "") -> list[Reading]:
        """Return what all modules read in a sentence, as its circumstances turn it, without what a better one says."""
        found = self.candidates(text, sentence, section_role)
        claimed = factuality.apply(sentence, found, self.factuality, self.negation)
        factual = [
            uses.plainly(sentence, advice.by_state(sentence, each))
            for each in claimed
            if not self.misread(sentence, each)
        ]
        turned = contexts.apply(sentence, factual, section_role, self.contexts)
        place = qualifiers.Place(sentence.role or section_role, frequency)
        turned = (each for each in turned if not _inside(each.subject_mention, each.object_mention))
        return qualifiers.apply(text, sentence, specific(turned), place, self.qualifiers)

    def misread(self, sentence: Sentence, reading: Reading) -> str:
        """Return why the words around a reading show that it is not what they say, or nothing."""
        if elsewhere(sentence, reading, self.cues):
            return "the sentence speaks of another country (disp:OtherCountry, or a disp:Jurisdiction)"
        if schedules.compared(sentence, reading):
            return "it is only compared with what is in the schedule"
        if uses.misread(sentence, reading, self.cues):
            return "the words around it show that it is not what is treated"
        if (
            reading.predicate == "hasRisk"
            and sentence.role == lists.PRECAUTION
            and lists.addressed(sentence, self.cues)
        ):
            return "it is a state that readers are in"
        if combined.wanted(sentence, reading, self.cues):
            return "the two are to be taken together"
        if denials.too_wide(sentence, reading, self.denials):
            return "less is denied than that"
        return ""

    def candidates(self, text: str, sentence: Sentence, section_role: str) -> list[Reading]:
        """Return what each module reads in a sentence, before its circumstances are weighed."""
        cues, words, negation = self.cues, self.clause_words, self.negation
        if sentence.naming:
            products = administration.of_title(sentence, cues)
            brands = names.read(text, sentence, cues, words)
            members = [*examples.read(sentence, cues, words), *instances.read(sentence, cues, words)]
            return [*brands, *members, *products]
        damage.name(sentence, self.lexicon, cues, words)
        composed.name(sentence, self.lexicon, cues, words)
        unlisted.add(sentence, cues, self.unlisted)
        found = [
            *phrases.read(sentence, cues, words, negation),
            *roles.read(sentence, cues, words, negation),
            *membership.read(sentence, cues, words, negation),
            *regarded.read(sentence, cues, words, negation),
            *approval.read(sentence, self.lexicon, cues, words, negation),
            *instances.read(sentence, cues, words),
            *comparison.read(sentence, cues, words, negation),
            *difference.read(sentence, cues, words, negation),
            *doses.read(text, sentence, cues, words),
            *times.read(text, sentence, cues, words),
            *times.read_vague(text, sentence, cues, words),
            *times.read_terms(text, sentence, cues, words, negation),
            *courses.read(text, sentence, cues, words, negation),
            *history.read(text, sentence, cues, words),
            *names.read(text, sentence, cues, words),
            *administration.read(sentence, self.lexicon, cues, words, negation),
            *sites.read(sentence, cues, words, negation),
            *potential.read(sentence, cues, words, negation),
            *tables.read(sentence, self.lexicon, cues),
            *grades.read(sentence, self.lexicon, cues),
            *lists.read(sentence, cues, words, negation),
            *occurrence.read(sentence, section_role, cues, words, negation, self.unlisted),
            *advice.read(sentence, cues, self.advice),
            *measures.read(sentence, cues, words, negation, self.measures),
            *hazards.read(sentence, cues, words),
            *stopping.read(sentence, self.lexicon, cues),
        ]
        found += continued.read(sentence, found, cues, words)
        found += adjectives.read(sentence, list(found), cues, words, negation)
        found += administration.routes_of_forms(sentence, list(found))
        found += interactions.others(companions.read(sentence, cues), found)
        found += interactions.others(interactions.read(sentence, section_role, cues, words, negation), found)
        found += damage.read(sentence, self.lexicon, cues, words, negation)
        found += compounds.read(sentence, cues, negation)
        found += contrast.read(sentence, found, cues, words)
        found += presupposed.read(sentence, found, cues)
        found += alike.read(sentence, found, cues, words)
        found += also.read(sentence, found, cues, words)
        found += sections.read(sentence, section_role, found, cues, negation)
        return found

    def _read(self, document: Document) -> Iterator[Evidence]:
        focus = Focus()
        waiting: list[Passage] = []
        for passage in passages(document, self, self.define(document.text), focus, self.skim):
            go_on(passage, focus)
            waiting.append(passage)
            if len(waiting) == _AT_ONCE:
                yield from self._told(document, waiting, focus)
                waiting = []
        yield from self._told(document, waiting, focus)

    def _told(self, document: Document, waiting: list[Passage], focus: Focus) -> list[Evidence]:
        """Return what passages say, in reading order."""
        text = document.text
        return [
            self.evidence(document, passage, reading, focus.called)
            for passage in waiting
            for reading in self.read_sentence(text, passage.sentence, passage.section_role, passage.frequency)
        ]

    def evidence(self, document: Document, passage: Passage, reading: Reading, called: Mapping[str, str]) -> Evidence:
        """Return a reading with its words and offsets; a subject that its passage leaves unnamed is `called` so."""
        sentence, text = passage.sentence, document.text
        subject_text = sentence.text_of(text, reading.subject_mention)
        clause = sentence.clause_at(reading.at)
        first = 0 if clause.kind == "main" or _reported(sentence, clause) else clause.first
        last = max(clause.last, reading.object_mention.last)
        told: list[tuple[str, Node]] = [
            (key, value if value.startswith("http") else TextLiteral(value)) for key, value in reading.qualifiers
        ]
        if reading.predicate == "treats" and not reading.denied:
            told += [(k, TextLiteral(v)) for k, v in status_of(sentence, reading, first, last, self.certainty)]
        if "DrugClass" in reading.subject.kinds and _partial(sentence, reading, self.cues):
            told.append(("extent", TextLiteral("some")))
        if reading.predicate in ("treats", "isA"):
            told += [("jurisdiction", iri) for iri in jurisdictions(sentence, reading, clause, last, self.cues)]
        target = reading.object
        proposition = Proposition(
            reading.subject.iri,
            reading.predicate,
            target if isinstance(target, TextLiteral) else target.iri,
            tuple(told if len(told) < 2 else sorted(told, key=lambda pair: (pair[0], str(pair[1])))),
        )
        return Evidence(
            proposition,
            "-" if reading.denied else "+",
            certainty_of(sentence, reading, first, last, self.certainty),
            document.source.iri,
            passage.start,
            passage.end,
            text[passage.start : passage.end],
            subject_text or called.get(reading.subject.iri, ""),
            sentence.text_of(text, reading.object_mention),
            reading.cue,
            reading.module,
        )


def settled(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence in reading order, each once; what a sentence denies it does not affirm."""
    seen: dict[tuple[Proposition, int, str], Evidence] = {}
    for evidence in found:
        seen.setdefault((evidence.proposition, evidence.start, evidence.polarity), evidence)
    denied = {(p, start) for p, start, polarity in seen if polarity == "-"}
    return tuple(e for (p, start, polarity), e in seen.items() if polarity == "-" or (p, start) not in denied)


#: How many passages are made ready before they are read: each half of the work then stays in the processor's caches.
_AT_ONCE: Final = 32


def _partial(sentence: Sentence, reading: Reading, cues: Cues) -> bool:
    """Tell whether only some members of a class are meant: "many opioids", "Yes, most of them"."""
    some = cues.single_words("Partial")
    mention = reading.subject_mention
    before = sentence.norms[max(0, mention.first - 3) : mention.first]
    return any(norm in some for norm in before) or (
        reading.module == "tables" and any(norm in some for norm in sentence.norms)
    )


def _inside(mention: Mention, other: Mention) -> bool:
    """Tell whether a mention is a part of another: of "avoid drinking alcohol" alcohol is not what calls for that."""
    return (
        other.first <= mention.first < mention.last <= other.last
        and mention.last - mention.first < other.last - other.first
    )


def _reported(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause is what somebody found or believes ("A study found that …"): their doubt is its own."""
    return clause.first > 0 and sentence.norms[clause.first] == "that"
