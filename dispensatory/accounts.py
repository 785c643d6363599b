"""An account of a reading as text: each line names what in the ontology to change."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from dispensatory.rows import row
from dispensatory.tools import Tools
from loaders.extraction.account import Account, CueFound, Named, WordFound
from loaders.extraction.refusals import Refusal
from ontology.terms import is_class, shorten
from ontology.values import Evidence


def lines(place: str, accounts: Iterable[Account], tools: Tools) -> Iterator[str]:
    """Yield the lines of the accounts of one source."""
    yield f"{place}\n"
    for account in accounts:
        yield f"\n[{account.start}-{account.end}] {' '.join(account.text.split())}\n"
        if account.note:
            yield f"  not read    {account.note}\n"
        for title, told in _parts(account, tools):
            for number, line in enumerate(told):
                yield f"  {'' if number else title:<10}  {line}\n"


def _parts(account: Account, tools: Tools) -> Iterator[tuple[str, list[str]]]:
    yield "context", [f"{name}: {value}" for name, value in account.context]
    yield "clauses", [f"| {' '.join(clause.split())}" for clause in account.clauses]
    yield "mentions", [_mention(named) for named in account.named]
    yield "cues", [_cue(cue) for cue in dict.fromkeys(account.cues)]
    yield "words", _words(account.words)
    yield "kept", [_kept(evidence, tools) for evidence in account.kept] or ["nothing"] * (not account.note)
    yield "refused", [_refused(refusal, tools) for refusal in dict.fromkeys(account.refused)]


def _mention(named: Named) -> str:
    others = ", ".join(shorten(entity.iri) for entity in named.others)
    kinds = ", ".join(sorted(named.entity.kinds - {_local(named.entity.iri)}))
    told = [
        f'"{_plain(named.text)}" = {shorten(named.entity.iri)}',
        f"({kinds})" if kinds else "",
        f"or {others}" if others else "",
        f"[{named.note}]" if named.note else "",
    ]
    return " ".join(part for part in told if part)


def _cue(cue: CueFound) -> str:
    return f'"{cue.text}" = {_property(cue.property)} disp:{cue.annotation} "{cue.pattern}"'


def _words(words: Iterable[WordFound]) -> list[str]:
    by_class = groupby(words, key=lambda word: word.word_class)
    return [", ".join(f'"{word}"' for word in _texts(found)) + f" = disp:{name}" for name, found in by_class]


def _texts(words: Iterable[WordFound]) -> list[str]:
    return list(dict.fromkeys(word.text for word in words))


def _kept(evidence: Evidence, tools: Tools) -> str:
    told = row("", evidence, tools.label)
    qualifiers = f" {{{told['qualifiers']}}}" if told["qualifiers"] else ""
    fact = f"{told['polarity']} {told['subject']} {told['predicate']} {told['object']}"
    return f'{fact} ({told["certainty"]}){qualifiers} <- {evidence.module} "{evidence.cue}"'


def _refused(refusal: Refusal, tools: Tools) -> str:
    ends = [tools.label(end) if end.startswith("http") else end for end in (refusal.subject, refusal.object)]
    fact = " ".join(part for part in (ends[0], refusal.predicate, ends[1]) if part)
    return f'{fact} <- {refusal.module} "{refusal.cue}": {refusal.reason}'


def _property(word: str) -> str:
    return word if word[:1].isupper() else f"disp:{word}"


def _local(iri: str) -> str:
    return iri.rpartition("/")[2] if is_class(iri) else ""


def _plain(text: str) -> str:
    return " ".join(text.split())
