"""Why a reading was refused, and why a cue that stands in a sentence says nothing there; asked only by an account."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.extraction import contexts, factuality, phrases
from loaders.extraction.extractor import Extractor
from loaders.extraction.readings import Reading
from loaders.extraction.sentence import Hit, Sentence
from loaders.extraction.specificity import needless, predicates_by_pair
from ontology.anchors import PhraseCue
from ontology.patterns import Slot
from ontology.values import Literal


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could have been read and was not, with the reason; subject and object are IRIs, words, or nothing."""

    subject: str
    predicate: str
    object: str
    cue: str
    module: str
    reason: str


def refused(
    extractor: Extractor,
    sentence: Sentence,
    section_role: str,
    candidates: Sequence[Reading],
    kept: Sequence[Reading],
) -> Iterator[Refusal]:
    """Yield the readings that the circumstances or better readings took away, or turned into others."""
    stand = {_key(reading): reading for reading in kept}
    turned = list(contexts.apply(sentence, candidates, section_role, extractor.contexts))
    said = predicates_by_pair(turned)
    for reading in dict.fromkeys(candidates):
        after = stand.get(_key(reading))
        if after is not None and after.predicate == reading.predicate:
            continue
        word_class = factuality.refusal(sentence, reading, extractor.factuality)
        better = needless(reading, said) if (reading.subject, reading.object) in said else ""
        if after is not None:
            reason = f"the circumstances make it {after.predicate}"
        elif word_class:
            place = "behind" if word_class in ("Unproven", "Disproven") else "before"
            reason = f"not claimed: words of disp:{word_class} stand {place} it"
        elif misread := extractor.misread(sentence, reading):
            reason = misread
        elif contexts.lowered(sentence, reading, extractor.contexts):
            reason = "it is said to be less likely (disp:LoweringWord before a disp:ChanceNoun)"
        elif better:
            reason = f"{better} says it more exactly"
        elif reading.predicate in contexts.OF_COMBINATION:
            reason = "two drugs are spoken of together (disp:CombinationContext): it is a result of their interaction"
        else:
            reason = "a more exact reading of the same words stands"
        yield _refusal(reading, reason)


def unread_cues(
    extractor: Extractor, sentence: Sentence, text: str, candidates: Iterable[Reading]
) -> Iterator[Refusal]:
    """Yield the cues in a sentence that made no reading."""
    made = {(reading.at, reading.cue) for reading in candidates}
    for hit in sentence.hits:
        words = " ".join(hit.words)
        for cue in {each.pattern: each for each in hit.phrases}.values():
            if (hit.first, cue.pattern) not in made:
                yield Refusal("", cue.predicate, "", words, "phrases", _why(extractor, sentence, text, hit, cue))
        if hit.role and (hit.first, words) not in made:
            reason = "no list of what has this role stands beside it, or nobody whose role it is"
            yield Refusal("", hit.role, "", words, "roles", reason)


def _why(extractor: Extractor, sentence: Sentence, text: str, hit: Hit, cue: PhraseCue) -> str:
    """Return why a phrase cue made no reading."""
    laid = phrases.lay(sentence, hit, cue, extractor.cues, extractor.clause_words, extractor.negation)
    signature = extractor.cues.signatures.get(cue.predicate)
    if isinstance(laid, str):
        if signature is None or not signature.range or "wants" not in laid:
            return laid
        slot = next((each.kind for each in cue.elements if isinstance(each, Slot) and each.role == "o"), "")
        kinds = frozenset(slot.split(",")) if slot else signature.range
        others = _standing_after(sentence, text, hit, kinds)
        wanted = f"{laid}: it takes {' or '.join(sorted(kinds))}"
        return f"{wanted}; type check failed for {others}" if others else wanted
    for mention in laid.objects or laid.both:
        for target in mention.meant(signature.range if signature else frozenset()):
            owners = {extractor.cues.reserved.get(kind, cue.predicate) for kind in target.kinds} - {cue.predicate}
            if owners:
                return f"type check: only disp:{min(owners)} may have {target.label} as its object"
            if "OnlyPredicated" in target.kinds:
                return f"type check: {target.label} only says what a drug is"
    return "type check: no subject and object that the property may join"


def _standing_after(sentence: Sentence, text: str, hit: Hit, wanted: frozenset[str]) -> str:
    """Return what stands next behind a cue in its clause and is of another kind."""
    last = sentence.clause_at(hit.first).last
    for mention in sentence.mentions:
        if hit.last <= mention.first < last and not mention.meant(wanted):
            kinds = ", ".join(sorted(mention.candidates[0].kinds))
            return f'"{sentence.text_of(text, mention)}" ({kinds})'
    return ""


def _refusal(reading: Reading, reason: str) -> Refusal:
    target = reading.object.value if isinstance(reading.object, Literal) else reading.object.iri
    return Refusal(reading.subject.iri, reading.predicate, target, reading.cue, reading.module, reason)


def _key(reading: Reading) -> tuple[str, str, int, str]:
    """Return what stays the same of a reading when its circumstances turn it."""
    return (reading.subject.iri, str(reading.object), reading.at, reading.module)
