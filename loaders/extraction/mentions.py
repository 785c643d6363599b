"""Which things of the ontology a sentence names, and where.

One look at the folded words finds every form; the longest at a place is the mention, shorter ones
inside it are kept as nested ("GABA-B receptor" in "GABA-B receptor agonist"). Short bracketed abbreviations are
passed over, so that "gamma-aminobutyric acid (GABA) B receptor" is one name.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from loaders.extraction.vocabulary import Word
from ontology.lexicon import Entity, Lexicon, Named
from ontology.phrases import Opening
from ontology.tokens import Token


class Mention:
    """Tokens `first` to `last` (exclusive) name something: one of the candidates, or all of them `together`."""

    __slots__ = ("brand", "candidates", "first", "last", "reference", "together")

    def __init__(
        self,
        first: int,
        last: int,
        candidates: tuple[Entity, ...],
        brand: bool = False,
        together: bool = False,
        reference: bool = False,
    ) -> None:
        """Take the tokens and what they name; a `reference` is a pronoun or "the drug", resolved."""
        self.first = first
        self.last = last
        self.candidates = candidates
        self.brand = brand
        self.together = together
        self.reference = reference

    def __eq__(self, other: object) -> bool:
        """Tell whether the other names the same with the same words."""
        if self is other:
            return True
        return (
            isinstance(other, Mention)
            and self.first == other.first
            and self.last == other.last
            and self.candidates == other.candidates
            and (self.brand, self.together, self.reference) == (other.brand, other.together, other.reference)
        )

    def __hash__(self) -> int:
        """Return the hash of the place, which hardly two mentions share."""
        return hash((self.first, self.last))

    def naming(self, candidates: tuple[Entity, ...]) -> "Mention":
        """Return a mention by the same words of other candidates."""
        return Mention(self.first, self.last, candidates, self.brand, self.together, self.reference)

    def meant(self, kinds: frozenset[str]) -> tuple[Entity, ...]:
        """Return what is meant where one of these kinds is wanted; nothing where no candidate fits."""
        candidates = self.candidates
        if len(candidates) == 1:
            return () if kinds.isdisjoint(candidates[0].kinds) else candidates
        if self.together:
            return tuple(entity for entity in candidates if not kinds.isdisjoint(entity.kinds))
        for entity in candidates:
            if not kinds.isdisjoint(entity.kinds):
                return (entity,)
        return ()


def outside_brackets(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[int]:
    """Return the indices of the tokens that do not stand in a short bracketed abbreviation but a country's."""
    kept: list[int] = []
    at = 0
    while at < len(tokens):
        if tokens[at].norm == "(":
            close = next((i for i in range(at + 1, min(at + 6, len(tokens))) if tokens[i].norm == ")"), 0)
            inner = text[tokens[at].end : tokens[close].start].strip("$ ") if close else ""
            short = inner and " " not in inner and len(inner) < 9
            if short and not any(c.islower() and c.isascii() for c in inner) and not _names_country(inner, lexicon):
                at = close + 1
                continue
        kept.append(at)
        at += 1
    return kept


def _names_country(inner: str, lexicon: Lexicon) -> bool:
    """Tell whether an abbreviation in brackets is that of a country: "Schedule IV (US)"."""
    return any(not _COUNTRY.isdisjoint(entity.kinds) for entity in lexicon.named(inner.lower()).entities)


_COUNTRY: Final = frozenset({"Jurisdiction"})


def find_mentions(
    text: str, tokens: Sequence[Token], known: Sequence[Word], lexicon: Lexicon, defined: Mapping[str, Entity]
) -> tuple[list[Mention], list[Mention]]:
    """Return the mentions in reading order, and those nested in others; `defined` are the text's own abbreviations."""
    norms = [word.norm for word in known]
    found = _found(text, tokens, norms, [word.names for word in known], lexicon, defined)
    mentions: list[Mention] = []
    hidden: list[Mention] = []
    at = 0
    while at < len(found):
        end, after = found[at].last, at + 1
        while after < len(found) and found[after].first < end:
            end = max(end, found[after].last)
            after += 1
        if after == at + 1:
            if alone := _alone(found[at], norms):
                mentions.append(alone)
        else:  # what shares words competes for them
            longest, inner = _layered(found[at:after], norms)
            mentions += longest
            hidden += inner
        at = after
    return mentions, hidden


def _found(
    text: str,
    tokens: Sequence[Token],
    norms: list[str],
    openings: list[Opening | None],
    lexicon: Lexicon,
    defined: Mapping[str, Entity],
) -> list[Mention]:
    """Return all that is named, in reading order, of what begins together the longest first."""
    found: list[Mention] = []
    index = lexicon.index
    if "(" in norms:
        kept = outside_brackets(text, tokens, lexicon)
        inside = [norms[at] for at in kept]
        for first, last, key in index.found(inside, [openings[at] for at in kept]):
            _take(found, text, tokens, kept[first], kept[last - 1] + 1, lexicon.named(key), defined)
    else:
        for first, last, key in index.found(norms, openings):
            _take(found, text, tokens, first, last, lexicon.named(key), defined)
    if defined:
        alone = {mention.first for mention in found if mention.last == mention.first + 1}
        for at, token in enumerate(tokens):
            entity = defined.get(text[token.start : token.end])
            if entity and at not in alone:
                found.append(Mention(at, at + 1, (entity,)))
        found.sort(key=_place)
    return found


def _place(mention: Mention) -> tuple[int, int]:
    """Return what sorts mentions in reading order, of those that begin together the longest first."""
    return mention.first, -mention.last


def _as_written(form: str, written: str) -> bool:
    """Tell whether an ambiguous form stands as the lexicon writes it: "MS", not "ms"; a sentence may begin with it."""
    plain = written.replace("-", " ")
    wanted = form.replace("-", " ")
    if " " in wanted:
        return plain.casefold() == wanted.casefold()
    return plain == wanted or (wanted.islower() and plain[0].lower() + plain[1:] == wanted)


#: Kinds that compete for the same words; a mention is the longest of its own layer.
_LAYERS: Final = (
    frozenset({"Drug", "DrugClass"}),
    frozenset({"Target", "TargetClass"}),
    frozenset({"Mediator", "Process"}),
    frozenset({"Condition", "Population"}),
    frozenset({"AnatomicalSite"}),
    frozenset({"Aspect"}),
    frozenset({"Measure"}),
    frozenset({"AbusePotential"}),
    frozenset({"Schedule", "SupplyCategory", "Law", "Jurisdiction"}),
    frozenset({"Route"}),
    frozenset({"DoseForm"}),
    frozenset({"MilestoneEvent", "Agent"}),
    frozenset({"Activity"}),
)
_MEDIATORS: Final = 2  # the layer whose names may only name a receptor
#: What a drug or mediator is part of when its name stands inside: "opioid withdrawal", "GABA-B receptor".
_SWALLOWS: Final = {0: (1, 2, 3), 2: (1,), 3: (0, 4), 9: (8,)}


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
    chosen[_MEDIATORS] = [mention for mention in chosen[_MEDIATORS] if not _names_receptor(norms, mention)]
    spans: dict[tuple[int, int], Mention] = {}
    for mention in (each for layer in chosen for each in layer):
        known = spans.get((mention.first, mention.last))
        candidates = known.candidates + mention.candidates if known else mention.candidates
        brand = mention.brand or (known.brand if known else False)
        spans[(mention.first, mention.last)] = Mention(mention.first, mention.last, candidates, brand=brand)
    return sorted(spans.values(), key=_place), sorted(hidden, key=_place) if len(hidden) > 1 else hidden


def _by_layer(found: Sequence[Mention]) -> list[list[Mention]]:
    """Return what competes in each layer: the mentions, narrowed to the candidates that belong there."""
    offered: list[list[Mention]] = [[] for _ in _LAYERS]
    for mention in found:
        for rank, entities in _ranked(mention.candidates):
            same = len(entities) == len(mention.candidates)
            offered[rank].append(mention if same else mention.naming(entities))
    return offered


#: The layers of each set of kinds met so far.
_ranks: Final[dict[frozenset[str], tuple[int, ...]]] = {}


def _layers(kinds: frozenset[str]) -> tuple[int, ...]:
    """Return the layers to which what has these kinds belongs."""
    ranks = _ranks.get(kinds)
    if ranks is None:
        ranks = _ranks[kinds] = tuple(rank for rank, layer in enumerate(_LAYERS) if not layer.isdisjoint(kinds))
    return ranks


def _ranked(candidates: tuple[Entity, ...]) -> list[tuple[int, tuple[Entity, ...]]]:
    """Return the layers that candidates belong to, each with those that do."""
    if len(candidates) == 1:
        return [(rank, candidates) for rank in _layers(candidates[0].kinds)]
    ranks = sorted({rank for entity in candidates for rank in _layers(entity.kinds)})
    return [(rank, tuple(entity for entity in candidates if rank in _layers(entity.kinds))) for rank in ranks]


def _alone(mention: Mention, norms: Sequence[str]) -> Mention | None:
    """Return a mention that shares no word with another, with its candidates in the layers' order, if it has any."""
    ranked = _ranked(mention.candidates)
    if len(ranked) == 1 and ranked[0][0] != _MEDIATORS and len(ranked[0][1]) == len(mention.candidates):
        return mention
    receptor = any(rank == _MEDIATORS for rank, _ in ranked) and _names_receptor(norms, mention)
    candidates = tuple(e for rank, entities in ranked if not (receptor and rank == _MEDIATORS) for e in entities)
    return mention.naming(candidates) if candidates else None


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


def _take(
    found: list[Mention],
    text: str,
    tokens: Sequence[Token],
    first: int,
    last: int,
    named: Named,
    defined: Mapping[str, Entity],
) -> None:
    """Add what the words of a span name to what was found; an ambiguous form must stand as it is written."""
    if defined or named.ambiguous:
        written = text[tokens[first].start : tokens[last - 1].end]
        known = defined.get(written)
        if known:
            found.append(Mention(first, last, (known,)))
            return
        if named.ambiguous:
            named = Named(
                tuple(form for form in named.forms if form.mark != "ambiguous" or _as_written(form.written, written))
            )
    if named.entities:
        found.append(Mention(first, last, named.entities, named.brand))
