"""What "it", "the drug", "both" and an unnamed subject stand for: the topic of page, section and paragraph.

Measured on annotated pages, the subject of every second fact is not named in the fact's own sentence: it stands in the
sentence before, or is the topic of the page or section. The focus follows it: the title sets the page's topics, a
heading the section's, and each sentence's subject the next sentence's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from loaders.extraction.clauses import ABOUT, is_predicative
from loaders.extraction.mentions import Mention
from loaders.extraction.sentence import ARTICLES, Sentence
from ontology.cues import Cues
from ontology.lexicon import Entity
from ontology.phrases import Phrases


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """The phrases that stand for one thing, for several, and for two."""

    singular: Phrases
    plural: Phrases
    pair: Phrases
    first: Phrases
    second: Phrases
    expletive: Phrases  # it is thought that: an "it" that stands for nothing
    reaching: Phrases  # reverses, against: before "its", verbs that reach over to another thing
    openers: frozenset[str]  # the words that any of them begins with

    @classmethod
    def of(cls, cues: Cues) -> "ReferenceWords":
        """Read the classes from the cues."""
        singular, plural, pair, first, second = (
            cues.words(name + "Reference") for name in ("Singular", "Plural", "Pair", "First", "Second")
        )
        openers = frozenset[str]().union(*(each.openers for each in (singular, plural, pair, first, second)))
        return cls(singular, plural, pair, first, second, cues.words("Expletive"), cues.words("ReachingVerb"), openers)


@dataclass(slots=True)
class Focus:
    """What the text is about at the place where the reader stands."""

    page: tuple[Entity, ...] = ()
    peers: tuple[Entity, ...] = ()  # those of the page's topics that the title sets side by side
    joint: tuple[Entity, ...] = ()  # the two drugs of which the page says all that it says without a name
    section: tuple[Entity, ...] = ()
    two: tuple[Entity, ...] = ()  # what the section's heading sets side by side
    recent: tuple[Entity, ...] = ()
    called: dict[str, str] = field(default_factory=dict)  # by what name the title calls each that it names
    spoken: dict[Entity, None] = field(default_factory=dict)  # all that was named in this section, the latest last
    named: tuple[Entity, ...] = ()  # what the last sentence named that named anything

    def enter_section(self, named: tuple[Entity, ...], two: tuple[Entity, ...] = ()) -> None:
        """Begin a section whose heading is about these, or about nothing; `two` where it sets two side by side."""
        self.section = named
        self.two = two
        self.recent = ()
        self.spoken = {}
        self.named = ()

    def enter_block(self) -> None:
        """Begin a paragraph or item: the last sentence's subject no longer holds where the section has its own."""
        if self.topic_of_place:
            self.recent = ()

    @property
    def about_one(self) -> bool:
        """Whether the page is about a single drug, and so is this section."""
        return len(self.page) == 1 and "Drug" in self.page[0].kinds and self.section in ((), self.page)

    @property
    def blank(self) -> bool:
        """Whether nothing was named yet that a word of reference could stand for."""
        return not (self.page or self.peers or self.section or self.two or self.recent or self.spoken)

    @property
    def settled(self) -> bool:
        """Whether an "it" leaves the focus as it is: there is one last subject, or one topic of the place."""
        if self.recent:
            return len(self.recent) == 1
        place = self.topic_of_place  # what "it" means, as it is meant without being said
        return len(place) == 1 and ("DrugClass" not in place[0].kinds or bool(self.section))

    @property
    def steady(self) -> bool:
        """Whether a "they" or "both" does so as well."""
        if not self.settled or len(self.pair) == 2:
            return False
        if self.group and self.group != self.recent:
            return False
        several = not self.recent or "DrugClass" in self.recent[0].kinds
        return several or not any("DrugClass" in entity.kinds for entity in self.section)

    @property
    def topic_of_place(self) -> tuple[Entity, ...]:
        """What section or page is about; of a page on several, the first drug that its title names, or both."""
        if self.section:
            return self.section
        if self.joint:
            return self.joint
        drugs = tuple(entity for entity in self.page if "Drug" in entity.kinds)
        return drugs[:1] or self.page[:1]

    @property
    def topic(self) -> tuple[Entity, ...]:
        """What a sentence without a subject is about; what was named in passing does not count."""
        about = {*self.page, *self.section}
        return self.recent if self.recent and set(self.recent) <= about else self.topic_of_place

    @property
    def antecedent(self) -> tuple[Entity, ...]:
        """What "it" stands for: the last sentence's subject, else the topic; a class is no "it" beside one drug."""
        place = self.topic_of_place
        if place and "Drug" in place[0].kinds and all("DrugClass" in entity.kinds for entity in self.recent):
            return place
        return self.recent or place

    @property
    def group(self) -> tuple[Entity, ...]:
        """The class that "these drugs" rather stands for than the last subject: the only one named since."""
        if len(self.two) == 2 or len(self.page) > 1:
            return ()  # a page on two drugs has both in mind
        classes = tuple(entity for entity in self.named if "DrugClass" in entity.kinds)
        alone = len(classes) == len(self.named) == 1
        return classes if alone and "OnlyPredicated" not in classes[0].kinds else ()

    @property
    def several(self) -> tuple[Entity, ...]:
        """The drugs that "they" stands for where no class was spoken of; two met by chance are no "they"."""
        if len(self.recent) > 1:
            return self.recent
        if self.two or len(self.peers) > 1:
            return self.two or self.peers[:2]
        if len(self.named) == 2:
            return self.named
        return self.page if len(self.page) == 2 else ()

    @property
    def pair(self) -> tuple[Entity, ...]:
        """The two that "both" stands for."""
        if len(self.recent) == 2:
            return self.recent
        if self.two:
            return self.two
        if len(self.peers) >= 2:
            return self.peers[:2]
        spoken = tuple(self.spoken)[-2:]
        return spoken if len(spoken) == 2 or len(self.page) != 2 else self.page

    def heard(self, subjects: Sequence[Mention], named: Iterable[Entity]) -> None:
        """Take in a sentence: what it was about, and all that it named."""
        entities = tuple(
            dict.fromkeys(entity for mention in subjects for entity in mention.meant(ABOUT) if entity.kinds & ABOUT)
        )
        if entities:
            self.recent = entities
        heard = tuple(dict.fromkeys(named))
        self.named = heard or self.named
        for entity in heard:
            self.spoken.pop(entity, None)
            self.spoken[entity] = None


def resolve(sentence: Sentence, focus: Focus, words: ReferenceWords) -> None:
    """Add a mention for every word of reference in the sentence whose meaning is known."""
    norms = sentence.norms
    if words.openers.isdisjoint(norms) or about_something_else(sentence):
        return
    taken = {i for m in sentence.mentions if m.meant(ABOUT) for i in range(m.first, m.last)}
    added: list[Mention] = []
    at = 0
    while at < len(norms):
        if norms[at] not in words.openers or words.expletive.at(norms, at):
            at += 1
            continue
        for phrases, kind in (
            (words.pair, "pair"),
            (words.first, "first"),
            (words.second, "second"),
            (words.plural, "plural"),
            (words.singular, "singular"),
        ):
            phrase = phrases.at(norms, at) if norms[at] in phrases.openers else ()
            if phrase and not any(index in taken for index in range(at, at + len(phrase))):
                mention = _refer(kind, at, at + len(phrase), sentence, added, focus, words)
                if mention:
                    added.append(mention)
                    at += len(phrase) - 1
                break
        at += 1
    if added:
        sentence.mentions = sorted([*sentence.mentions, *added], key=lambda each: each.first)


def about_something_else(sentence: Sentence) -> bool:
    """Tell whether a sentence begins with a target, mediator or disease and defines it: its "it" is no drug."""
    norms = sentence.norms
    for mention in sentence.mentions:
        if mention.first > 1:
            return False
        if not mention.meant(ABOUT) and mention.meant(_DEFINED) and not any(hit.role for hit in sentence.hits):
            return norms[mention.last : mention.last + 2] in _DEFINITION
    return False


_DEFINED: Final = frozenset({"Mediator", "Target", "TargetClass", "Condition"})
_DEFINITION: Final = [["is", "a"], ["is", "an"], ["is", "the"], ["are", "the"], ["are", "a"]]


#: What gives what is pointed at its name.
_NAMING: Final = (["called"], ["named"])

#: What points at what was named just before: "these drugs", not "they".
_POINTING: Final = frozenset({"such", "these", "those"})


#: What before a drug shows that "it" means another: it is set against that one, or to be left while that is taken.
_PASSED_OVER: Final = frozenset(
    {"avoid", "avoiding", "consume", "consuming", "drink", "drinking", "like", "than", "unlike"}
)


#: And two words before it that show so.
_BESIDE: Final = (["similar", "to"], ["interaction", "with"], ["interactions", "with"])


#: What may begin the name of what "both" call for: "both should be withdrawn gradually".
_MODALS: Final = frozenset({"must", "need", "should"})

#: What may stand between such words and the name: "like most other opioids".
_AMONG: Final = frozenset({"all", "many", "most", "other", "several", "some", "the"})


def _passed_over(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether what stands before a mention shows that "it" means another."""
    norms, at = sentence.norms, mention.first
    while at > 1 and norms[at - 1] in _AMONG:
        at -= 1
    return norms[max(0, at - 1)] in _PASSED_OVER or norms[max(0, at - 2) : at] in _BESIDE


def _refer(
    kind: str,
    first: int,
    last: int,
    sentence: Sentence,
    added: Sequence[Mention],
    focus: Focus,
    words: ReferenceWords,
) -> Mention | None:
    here = [
        mention
        for mention in (*sentence.mentions, *added)
        if mention.last <= first
        and mention.meant(ABOUT)
        and not is_predicative(sentence, mention)
        and not _passed_over(sentence, mention)
        and not _in_bracket(sentence, mention, first)
    ]
    named = tuple(dict.fromkeys(entity for mention in here for entity in mention.meant(ABOUT)))
    following = next((m for m in sentence.mentions if m.first == last), None)
    if kind == "pair":
        if following is not None and last - first == 1 and sentence.norms[last] not in _MODALS:
            return None  # "both opioids and sedatives" names its two itself
        if sentence.norms[last : last + 1] and sentence.norms[last] in ARTICLES and last - first == 1:
            return None  # "is neither an opioid nor a sedative"
        pair = named[:2] if len(named) == 2 else focus.pair
        return Mention(first, last, pair, together=True, reference=True) if len(pair) == 2 else None
    if kind == "plural" and sentence.norms[last : last + 1] == [","] and sentence.norms[last + 1 : last + 2] in _NAMING:
        return None  # "These medicines, called statins, …"
    if kind == "plural":
        classes = tuple(entity for entity in named if "DrugClass" in entity.kinds)
        pointed = here[0].meant(ABOUT) if here and here[0].together else ()
        listed = tuple(dict.fromkeys(e for m in here if not m.reference for e in m.meant(ABOUT)))
        several = pointed or classes[-1:] or (listed if len(listed) > 1 else ())
        if not several and sentence.norms[first] in _POINTING and last - first > 1:
            several = focus.group
        for entities in (focus.recent, focus.section):
            if not several:
                several = tuple(entity for entity in entities if "DrugClass" in entity.kinds)
        several = several or focus.several
        return Mention(first, last, several, together=True, reference=True) if several else None
    if kind in ("first", "second"):
        two = named[:2] if len(named) == 2 else focus.pair
        return Mention(first, last, (two[kind == "second"],), reference=True) if len(two) == 2 else None
    owned = sentence.norms[first] == "its" and reaches(sentence, first, words)
    if owned or _effect_reached(sentence, first, words) or _set_beside(sentence, first, focus):
        here = []  # "naloxone reverses its effects": those of what was spoken of before
    alone = [m for m in here if not _several(sentence, m)] or here
    free = tuple(e for m in alone if not _governed(sentence, m) for e in m.meant(ABOUT))
    if not free and sentence.norms[0] == "compared":  # "Compared to X and Y, its effects are milder"
        alone = []
    single = free[:1]
    if not single and not _with_another_fronted(sentence, first):  # "In combination with X, it": the topic
        single = tuple(e for m in alone for e in m.meant(ABOUT))[:1]
    if _by_noun(sentence, first, last) and focus.about_one:
        single = focus.page  # "Alcohol may change how this medicine works"
    if not single and focus.joint and focus.antecedent == focus.joint:  # "this medicine" is each of the two
        return Mention(first, last, focus.joint, together=True, reference=True)
    single = single or focus.antecedent[:1]
    return Mention(first, last, single, reference=True) if single else None


def _with_another_fronted(sentence: Sentence, at: int) -> bool:
    """Tell whether the "it" at a token follows a phrase on what is combined: "In combination with X, it …"."""
    norms = sentence.norms
    opened = norms[:1] in (["in"], ["with"], ["together"]) and _COMBINED.issuperset(norms[1:3])
    return opened and norms[at - 1 : at] == [","]


_COMBINED: Final = frozenset({"combination", "conjunction", "association", "with"})


def _by_noun(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether words of reference are those by which leaflets call what they are about: "this medicine"."""
    return last - first == 2 and sentence.norms[first] == "this" and sentence.norms[first + 1] in _OWN_NOUNS


_OWN_NOUNS: Final = frozenset({"medication", "medicine"})


def _set_beside(sentence: Sentence, first: int, focus: Focus) -> bool:
    """Tell whether "this medicine" is the page's drug beside which another is named: "aspirin with this medicine"."""
    one = len(focus.page) == 1 and "Drug" in focus.page[0].kinds
    return one and sentence.norms[first] == "this" and sentence.norms[first - 1 : first] in _TAKEN_WITH


_TAKEN_WITH: Final = (["with"], ["taking"], ["using"])


def reaches(sentence: Sentence, at: int, words: ReferenceWords) -> bool:
    """Tell whether a "its" is of another thing than the subject, whose verb reaches over: "naloxone reverses its"."""
    return any(place + len(verb) == at for place, verb in sentence.found(words.reaching, max(0, at - 2), at))


def _effect_reached(sentence: Sentence, at: int, words: ReferenceWords) -> bool:
    """Tell whether the effects of what is referred to are what the verb reaches: "increases the effect of the drug"."""
    norms = sentence.norms
    if norms[at - 1 : at] != ["of"] or norms[max(0, at - 2) : at - 1] not in _EFFECTS:
        return False
    return bool(sentence.found(words.reaching, max(0, at - _TO_EFFECT), at - 1))


#: What of a drug another one changes, and how many words may stand between that verb and the word of reference.
_EFFECTS: Final = tuple([noun] for noun in ("action", "actions", "activity", "effect", "effects", "level", "levels"))
_TO_EFFECT: Final = 7


def _in_bracket(sentence: Sentence, mention: Mention, before: int) -> bool:
    """Tell whether a mention stands in a bracket that closes before a word of reference: named in passing."""
    norms = sentence.norms
    if "(" not in sentence.bag:
        return False
    opened = norms[: mention.first].count("(") - norms[: mention.first].count(")")
    return opened > 0 and norms[mention.last : before].count(")") > norms[mention.last : before].count("(")


def _several(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a mention is a class in the plural, which is no "it"."""
    plural = mention.last > mention.first and sentence.norms[mention.last - 1].endswith("s")
    return plural and all("Drug" not in entity.kinds for entity in mention.candidates)


def _governed(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a preposition stands before a mention, or the list it is in, so that "it" rather means another."""
    norms, at = sentence.norms, mention.first
    while at > 0 and norms[at - 1] in ("and", "or", ","):
        joined = next((each for each in sentence.mentions if each.last == at - 1 and each.meant(ABOUT)), None)
        if joined is None:
            return False
        at = joined.first
    return norms[max(0, at - 1)] in ("from", "to", "with", "by", "for", "in", "as")


def topic_mentions(entities: Iterable[Entity]) -> tuple[Mention, ...]:
    """Return mentions that stand nowhere in the sentence, for a topic that it leaves unnamed."""
    return tuple(Mention(0, 0, (entity,), reference=True) for entity in entities)
