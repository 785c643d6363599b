"""Which things of the ontology a sentence names, and where.

One pass of an automaton over the folded words finds every form; the longest at a place is the mention, shorter ones
inside it are kept as nested ("GABA-B receptor" in "GABA-B receptor agonist"). Short bracketed abbreviations are
passed over, so that "gamma-aminobutyric acid (GABA) B receptor" is one name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from ontology.lexicon import Entity, Form, Lexicon
from ontology.tokens import Token, haystack


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` (exclusive) name something: one of the candidates, or all of them `together`."""

    first: int
    last: int
    candidates: tuple[Entity, ...]
    brand: bool = False
    together: bool = False
    reference: bool = False  # a pronoun or "the drug", resolved

    def meant(self, kinds: frozenset[str]) -> tuple[Entity, ...]:
        """Return what is meant where one of these kinds is wanted; nothing where no candidate fits."""
        if self.together:
            return tuple(entity for entity in self.candidates if not kinds.isdisjoint(entity.kinds))
        for entity in self.candidates:
            if not kinds.isdisjoint(entity.kinds):
                return (entity,)
        return ()


def scan(norms: Sequence[str], automaton: AhoCorasick) -> list[tuple[int, int, int]]:
    """Return every match as (first token, last token exclusive, pattern), overlapping ones too."""
    edges: dict[int, int] = {}
    at = 0
    for index, norm in enumerate(norms):
        edges[at] = index
        at += len(norm) + 2
    edges[at] = len(norms)
    found = automaton.find_matches_as_indexes(haystack(list(norms)), overlapping=True)
    return [(edges[start], edges[end], pattern) for pattern, start, end in found if start in edges and end in edges]


def outside_brackets(text: str, tokens: Sequence[Token]) -> list[int]:
    """Return the indices of the tokens that do not stand in a short bracketed abbreviation."""
    kept: list[int] = []
    at = 0
    while at < len(tokens):
        if tokens[at].norm == "(":
            close = next((i for i in range(at + 1, min(at + 6, len(tokens))) if tokens[i].norm == ")"), 0)
            inner = text[tokens[at].end : tokens[close].start].strip("$ ") if close else ""
            if inner and " " not in inner and not any(c.islower() and c.isascii() for c in inner) and len(inner) < 9:
                at = close + 1
                continue
        kept.append(at)
        at += 1
    return kept


def find_mentions(
    text: str, tokens: Sequence[Token], lexicon: Lexicon, defined: Mapping[str, Entity]
) -> tuple[list[Mention], list[Mention]]:
    """Return the mentions in reading order, and those nested in others; `defined` are the text's own abbreviations."""
    kept = outside_brackets(text, tokens)
    found: dict[tuple[int, int], Mention] = {}
    for first, last, pattern in scan([tokens[index].norm for index in kept], lexicon.automaton):
        span = (kept[first], kept[last - 1] + 1)
        forms = lexicon.at(pattern)
        written = text[tokens[span[0]].start : tokens[span[1] - 1].end]
        mention = _mention(span, forms, written, defined)
        if mention:
            found[span] = mention
    for index, token in enumerate(tokens):
        entity = defined.get(text[token.start : token.end])
        if entity and (index, index + 1) not in found:
            found[(index, index + 1)] = Mention(index, index + 1, (entity,))
    ordered = sorted(found.values(), key=lambda each: (each.first, -each.last))
    return _layered(ordered, [token.norm for token in tokens])


def _as_written(form: str, written: str) -> bool:
    """Tell whether an ambiguous form stands as the lexicon writes it: "MS", not "ms"; a sentence may begin with it."""
    plain = written.replace("-", " ")
    wanted = form.replace("-", " ")
    if " " in wanted:
        return plain.casefold() == wanted.casefold()
    return plain == wanted or (wanted.islower() and plain[0].lower() + plain[1:] == wanted)


#: Kinds that compete for the same words; a mention is the longest of its own layer.
_LAYERS = (
    frozenset({"Drug", "DrugClass"}),
    frozenset({"Target", "TargetClass"}),
    frozenset({"Mediator", "Process"}),
    frozenset({"Condition", "Population"}),
    frozenset({"AnatomicalSite"}),
    frozenset({"Aspect"}),
    frozenset({"Measure"}),
    frozenset({"AbusePotential"}),
    frozenset({"Schedule", "Law", "Jurisdiction"}),
    frozenset({"Route"}),
    frozenset({"DoseForm"}),
    frozenset({"MilestoneEvent", "Agent"}),
    frozenset({"Activity"}),
)
#: What a drug or mediator is part of when its name stands inside: "opioid withdrawal", "GABA-B receptor".
_SWALLOWS = {0: (1, 2, 3), 2: (1,), 3: (0, 4), 9: (8,)}


def _layered(found: Sequence[Mention], norms: Sequence[str]) -> tuple[list[Mention], list[Mention]]:
    """Return the longest mentions of each layer in reading order, and those that they hide."""
    chosen: list[list[Mention]] = []
    hidden: list[Mention] = []
    for offered in _by_layer(found):
        layer: list[Mention] = []
        for mention in offered:
            if layer and mention.first < layer[-1].last:
                if mention.last - mention.first > layer[-1].last - layer[-1].first:
                    hidden.append(layer.pop())
                    layer.append(mention)
                else:
                    hidden.append(mention)
            else:
                layer.append(mention)
        chosen.append(layer)
    for inner, outers in _SWALLOWS.items():
        longer = [mention for outer in outers for mention in chosen[outer]]
        kept = [m for m in chosen[inner] if not any(_inside(m, other) for other in longer)]
        hidden.extend(m for m in chosen[inner] if m not in kept)
        chosen[inner] = kept
    chosen[2] = [mention for mention in chosen[2] if not _names_receptor(norms, mention)]
    spans: dict[tuple[int, int], Mention] = {}
    for mention in (each for layer in chosen for each in layer):
        known = spans.get((mention.first, mention.last))
        candidates = known.candidates + mention.candidates if known else mention.candidates
        brand = mention.brand or (known.brand if known else False)
        spans[(mention.first, mention.last)] = Mention(mention.first, mention.last, candidates, brand=brand)
    return (
        sorted(spans.values(), key=lambda each: (each.first, -each.last)),
        sorted(hidden, key=lambda each: (each.first, -each.last)),
    )


def _by_layer(found: Sequence[Mention]) -> list[list[Mention]]:
    """Return what competes in each layer: the mentions, narrowed to the candidates that belong there."""
    offered: list[list[Mention]] = [[] for _ in _LAYERS]
    for mention in found:
        if len(mention.candidates) == 1:
            for rank in _layers_of(mention.candidates[0].kinds):
                offered[rank].append(mention)
        else:
            fitting: dict[int, list[Entity]] = {}
            for entity in mention.candidates:
                for rank in _layers_of(entity.kinds):
                    fitting.setdefault(rank, []).append(entity)
            for rank, entities in fitting.items():
                offered[rank].append(Mention(mention.first, mention.last, tuple(entities), brand=mention.brand))
    return offered


@cache
def _layers_of(kinds: frozenset[str]) -> tuple[int, ...]:
    return tuple(rank for rank, layer in enumerate(_LAYERS) if layer & kinds)


def _names_receptor(norms: Sequence[str], mention: Mention) -> bool:
    """Tell whether a mediator only names its receptor: "histamine H1 receptors", "dopamine D2"."""
    after = norms[mention.last : mention.last + 3]
    subtype = len(after) > 1 and len(after[0]) <= 2 and after[0].isalpha() and after[1].isdigit()
    return subtype or after[:1] in (["receptor"], ["receptors"], ["antagonist"], ["agonist"], ["transporter"])


def _inside(inner: Mention, outer: Mention) -> bool:
    """Tell whether a mention lies in a longer one."""
    return (
        outer.first <= inner.first and inner.last <= outer.last and outer.last - outer.first > inner.last - inner.first
    )


def _mention(
    span: tuple[int, int], forms: Sequence[Form], written: str, defined: Mapping[str, Entity]
) -> Mention | None:
    known = defined.get(written)
    if known:
        return Mention(*span, (known,))
    plain = [form for form in forms if form.mark != "ambiguous" or _as_written(form.written, written)]
    if not plain:
        return None
    order = {"label": 0, "synonym": 1, "brand": 2, "ambiguous": 3}
    ranked = sorted(plain, key=lambda form: (order[form.mark], form.entity.iri))
    entities = tuple({form.entity.iri: form.entity for form in ranked}.values())
    return Mention(*span, entities, brand=all(form.mark == "brand" for form in ranked))
