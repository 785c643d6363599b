"""The curated entities: named once, by forms that no other of the kind has."""

import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from ontology.terms import DISP, RDF, RDFS, SKOS

ONTOLOGY = Path(__file__).parents[2] / "ontology"

#: Which kinds of entity each file or folder holds, and the namespace that each kind lives in.
FILES: dict[str, dict[str, str]] = {
    "anatomy": {"AnatomicalSite": "site"},
    "comparison": {"AbusePotential": "level", "Aspect": "aspect"},
    "conditions": dict.fromkeys(("Condition", "Disease", "PhysiologicalEffect", "Symptom"), "condition"),
    "drugs": dict.fromkeys(("Drug", "Salt"), "drug"),
    "history": {"Agent": "agent", "MilestoneEvent": "event"},
    "measures": {"Measure": "measure"},
    "mediators": {"Mediator": "mediator", "Process": "process"},
    "populations": {"Activity": "activity", "Population": "population"},
    "routes": {"DoseForm": "form", "Route": "route"},
}
FORMS = (RDFS + "label", SKOS + "altLabel", DISP + "abbreviation", DISP + "hasBrandName")
GREEK = str.maketrans({"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "μ": "mu", "κ": "kappa"})


@cache
def held(name: str) -> tuple[Triple, ...]:
    """Read a file, or the files of a folder, once a run."""
    paths = sorted((ONTOLOGY / name).glob("*.ttl")) or [ONTOLOGY / f"{name}.ttl"]
    return tuple(quad.triple for path in paths for quad in parse(path=path, format=RdfFormat.TURTLE))


def triples() -> tuple[Triple, ...]:
    """Return the triples of all entity files."""
    return tuple(triple for name in FILES for triple in held(name))


def texts(triple: Triple) -> str:
    """Return the text of a literal object."""
    assert isinstance(triple.object, Literal)
    return triple.object.value


def iri(node: object) -> str:
    """Return the IRI of a node that must have one."""
    assert isinstance(node, NamedNode)
    return node.value


def slug(label: str) -> str:
    """Return the local name that a label asks for."""
    plain = unicodedata.normalize("NFKD", label.lower().translate(GREEK).replace("'", ""))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def folded(form: str) -> str:
    """Fold what the lexicon folds: case, hyphens, dashes, and a plural's s."""
    return re.sub(r"[\s\-–—]+", " ", form.lower()).removesuffix("s")


def labels() -> dict[str, str]:
    """Return the label of every entity."""
    return {iri(t.subject): texts(t) for t in triples() if t.predicate.value == RDFS + "label"}


@pytest.mark.parametrize("name", FILES)
def test_a_file_holds_its_own_kinds_only(name: str) -> None:
    """Every entity has one kind, and the namespace of its IRI is that of the kind."""
    kinds = [
        (iri(triple.subject), iri(triple.object).removeprefix(DISP))
        for triple in held(name)
        if triple.predicate.value == RDF + "type"
    ]
    assert kinds
    assert [pair for pair in kinds if not pair[0].startswith(f"{DISP}{FILES[name].get(pair[1], '?')}/")] == []
    assert [subject for subject, count in Counter(subject for subject, _ in kinds).items() if count > 1] == []


def test_every_entity_has_one_label_and_its_slug_as_name() -> None:
    """The local name of an entity is the slug of its only label."""
    named = [(iri(t.subject), texts(t)) for t in triples() if t.predicate.value == RDFS + "label"]
    typed = {iri(t.subject) for t in triples() if t.predicate.value == RDF + "type"}
    assert {subject for subject, _ in named} == typed
    assert len(named) == len(typed)
    assert [pair for pair in named if pair[0].rpartition("/")[2] != slug(pair[1])] == []


def test_no_form_names_two_entities_of_a_kind() -> None:
    """A label, synonym or brand name that is not marked as ambiguous points at one entity of its namespace."""
    owners: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for triple in triples():
        if triple.predicate.value in FORMS:
            namespace, _, name = iri(triple.subject).rpartition("/")
            owners[namespace, folded(texts(triple))].add(name)
    assert {form: sorted(names) for form, names in owners.items() if len(names) > 1} == {}


def test_forms_are_clean() -> None:
    """No form is empty or has stray spaces, and none is given twice: an ambiguous one is not listed unmarked too."""
    forms = [(iri(t.subject), texts(t)) for t in triples() if t.predicate.value in (*FORMS, DISP + "ambiguousLabel")]
    assert [pair for pair in forms if pair[1] != " ".join(pair[1].split()) or not pair[1]] == []
    folds = Counter((subject, form.lower()) for subject, form in forms)
    assert [pair for pair, count in folds.items() if count > 1] == []


def test_labels_are_english_and_brand_names_plain() -> None:
    """Labels and synonyms carry the language tag en; a brand name has none, for it is the same in every language."""
    tags: defaultdict[str, set[str | None]] = defaultdict(set)
    for triple in triples():
        if isinstance(triple.object, Literal):
            tags[triple.predicate.value].add(triple.object.language)
    assert tags == {
        RDFS + "label": {"en"},
        SKOS + "altLabel": {"en"},
        DISP + "abbreviation": {"en"},
        DISP + "ambiguousLabel": {"en"},
        DISP + "hasBrandName": {None},
        DISP + "happensOnce": {None},
        DISP + "intakeVerb": {None},
        DISP + "isSought": {None},
    }


def test_broader_entities_exist_and_make_no_circle() -> None:
    """Every skos:broader leads to an entity of these files, and never back to where it began."""
    known = labels()
    broader: defaultdict[str, set[str]] = defaultdict(set)
    for triple in triples():
        if triple.predicate.value == SKOS + "broader":
            broader[iri(triple.subject)].add(iri(triple.object))
    assert {parent for parents in broader.values() for parent in parents} <= set(known)
    for start in broader:
        above, frontier = set[str](), {start}
        while frontier:
            frontier = {parent for node in frontier for parent in broader.get(node, ())} - above
            above |= frontier
        assert start not in above


@pytest.mark.parametrize(
    ("form", "entity"),
    [
        ("Lioresal", "drug/baclofen"),
        ("Soma", "drug/carisoprodol"),
        ("acetaminophen", "drug/paracetamol"),
        ("tramadol and paracetamol", "drug/tramadol-paracetamol"),
        ("sedative effect", "condition/sedation"),
        ("somnolence", "condition/drowsiness"),
        ("tiredness", "condition/fatigue"),
        ("post-stroke spasticity", "condition/stroke-related-spasticity"),
        ("gamma-aminobutyric acid", "mediator/gaba"),
        ("by mouth", "route/oral"),
        ("risk of addiction", "aspect/abuse-potential"),
        ("us food and drug administration", "agent/fda"),
    ],
)
def test_a_synonym_leads_to_its_entity(form: str, entity: str) -> None:
    """Names that texts use lead to the entity that a reader would think of."""
    wanted = {iri(t.subject).removeprefix(DISP) for t in triples() if t.predicate.value in FORMS and texts(t) == form}
    assert entity in wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sedation", "drowsiness"),
        ("weakness", "muscle-weakness"),
        ("overdose", "fatal-overdose"),
        ("misuse", "recreational-use"),
    ],
)
def test_neighbours_stay_apart(one: str, other: str) -> None:
    """Conditions that are near each other but not the same are entities of their own."""
    assert {DISP + "condition/" + one, DISP + "condition/" + other} <= set(labels())


@pytest.mark.parametrize(
    ("form", "condition"),
    [
        ("upset tummy", "stomach-upset"),
        ("throw up", "vomiting"),
        ("feeling queasy", "nausea"),
        ("clay-coloured stool", "pale-stools"),
        ("bringing up blood", "hematemesis"),
        ("racing pulse", "tachycardia"),
        ("thumping heart", "palpitation"),
        ("puffy eyelids", "eye-swelling"),
        ("droopy eyelids", "ptosis"),
        ("pass out", "fainting"),
        ("nodding off", "drowsiness"),
        ("talking in your sleep", "sleep-talking"),
        ("unable to sit still", "akathisia"),
        ("clenched jaw", "teeth-grinding"),
        ("feeling shaky", "tremor"),
        ("passing less urine", "decreased-urine-output"),
        ("trouble getting an erection", "erectile-dysfunction"),
        ("feeling sociable", "increased-sociability"),
        ("brighter colours", "color-enhancement"),
        ("loss of desire for sex", "decreased-libido"),
        ("underactive thyroid gland", "hypothyroidism"),
        ("cold sore", "herpes-labialis"),
    ],
)
def test_lay_words_lead_to_the_condition(form: str, condition: str) -> None:
    """What leaflets and users say in plain words is known beside the terms of medicine."""
    named = {iri(t.subject).removeprefix(DISP) for t in triples() if t.predicate.value in FORMS and texts(t) == form}
    assert named == {f"condition/{condition}"}


@pytest.mark.parametrize(
    "word",
    ["high", "dependent", "tolerant", "alert", "sick", "ill", "energy", "confidence", "less effective", "withdrawn"],
)
def test_a_word_of_many_senses_is_no_name(word: str) -> None:
    """A high dose is no euphoria, a dose-dependent effect no dependence, and a drug may be withdrawn from sale."""
    named = [iri(t.subject) for t in triples() if isinstance(t.object, Literal) and texts(t) == word]
    assert [each for each in named if "/condition/" in each] == []
