"""Ontologies of any size with one case of every entailment and, on demand, of every contradiction.

The schema says how drugs act on receptors in fifteen ways that a reasoner must draw a conclusion from; `ENTAILMENTS`
names one conclusion of each. `FLAWS` holds ten ways to contradict it, each with what the clash is about.
"""

import random
from collections.abc import Iterator

BASE = "http://example.org/onto#"

PREFIXES = """@prefix : <http://example.org/onto#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""

SCHEMA = """
<http://example.org/onto> a owl:Ontology .
:Agent a owl:Class ; owl:disjointWith :Site .
:Site a owl:Class .
:AlphaSite a owl:Class ; rdfs:subClassOf :Site ; owl:disjointWith :BetaSite .
:AlphaOneSite a owl:Class ; rdfs:subClassOf :AlphaSite .
:BetaSite a owl:Class ; rdfs:subClassOf :Site .
:BetaOneSite a owl:Class ; rdfs:subClassOf :BetaSite ; owl:disjointWith :BetaTwoSite .
:BetaTwoSite a owl:Class ; rdfs:subClassOf :BetaSite .
:Complaint a owl:Class . :Ailment a owl:Class . :Part a owl:Class . :List a owl:Class .
:Relaxer a owl:Class ; rdfs:subClassOf :Agent .
:SpinalRelaxer a owl:Class ; rdfs:subClassOf :Relaxer .

:bindsTo a owl:ObjectProperty ; rdfs:domain :Agent ; rdfs:range :Site .
:activates a owl:ObjectProperty ; rdfs:subPropertyOf :bindsTo .
:tunes a owl:ObjectProperty ; rdfs:subPropertyOf :bindsTo .
:blocks a owl:ObjectProperty .
:activatedBy a owl:ObjectProperty ; owl:inverseOf :activates .
:within a owl:ObjectProperty, owl:TransitiveProperty .
:eases a owl:ObjectProperty . :signOf a owl:ObjectProperty . :listedIn a owl:ObjectProperty .
:helpsIn a owl:ObjectProperty ; owl:propertyChainAxiom ( :eases :signOf ) .
:hours a owl:DatatypeProperty, owl:FunctionalProperty .

:Alpha a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Agent
    [ a owl:Restriction ; owl:onProperty :activates ; owl:someValuesFrom :AlphaSite ] ) ] .
:AlphaOne a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Agent
    [ a owl:Restriction ; owl:onProperty :activates ; owl:someValuesFrom :AlphaOneSite ] ) ] .
:Beta a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Agent
    [ a owl:Restriction ; owl:onProperty :activates ; owl:someValuesFrom :BetaOneSite ] ) ] .
:Tuner a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Agent
    [ a owl:Restriction ; owl:onProperty :tunes ; owl:someValuesFrom :BetaTwoSite ] ) ] .
:Slower a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:unionOf ( :Alpha :Tuner :Beta ) ] .
:Restricted a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Agent
    [ a owl:Restriction ; owl:onProperty :listedIn ; owl:hasValue :listTwo ] ) ] .
:PoppyLike a owl:Class ; rdfs:subClassOf :Agent,
    [ a owl:Restriction ; owl:onProperty :activates ; owl:someValuesFrom :AlphaOneSite ] .
:PureBeta a owl:Class ; rdfs:subClassOf :Beta,
    [ a owl:Restriction ; owl:onProperty :activates ; owl:allValuesFrom :BetaOneSite ] .
:NoAlpha a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:complementOf :Alpha ] .

:alphaOne a owl:NamedIndividual, :AlphaOneSite . :betaOne a owl:NamedIndividual, :BetaOneSite .
:betaTwo a owl:NamedIndividual, :BetaTwoSite . :listTwo a owl:NamedIndividual, :List .
:poppy a owl:NamedIndividual, :Agent ; :activates :alphaOne ; :listedIn :listTwo .
:oil a owl:NamedIndividual, :PoppyLike . :resin a owl:NamedIndividual, :Alpha .
:calm a owl:NamedIndividual, :PureBeta ; :activates :betaOne ; :eases :stiffness .
:brand a owl:NamedIndividual, :Agent ; owl:sameAs :calm .
:other a owl:NamedIndividual, :PureBeta ; :activates :found . :found a owl:NamedIndividual, :Site .
:tuner a owl:NamedIndividual, :Agent ; :tunes :betaTwo .
:vague a owl:NamedIndividual, :Agent ; :activates :untyped . :untyped a owl:NamedIndividual .
:stiffness a owl:NamedIndividual, :Complaint ; :signOf :sclerosis . :sclerosis a owl:NamedIndividual, :Ailment .
:spinal a owl:NamedIndividual, :SpinalRelaxer .
:p0 a owl:NamedIndividual, :Part ; :within :p1 . :p1 a owl:NamedIndividual, :Part ; :within :p2 .
:p2 a owl:NamedIndividual, :Part ; :within :p3 . :p3 a owl:NamedIndividual, :Part .
[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :calm ; owl:assertionProperty :activates ;
    owl:targetIndividual :alphaOne .
"""

#: What follows, by the way in which it does: subject, predicate ("a" and "below" for OWL's own) and object.
ENTAILMENTS = {
    "a class chain": ("alphaOne", "a", "Site"),
    "someValuesFrom on the left": ("poppy", "a", "Alpha"),
    "an intersection": ("resin", "a", "Agent"),
    "an inverse": ("alphaOne", "activatedBy", "poppy"),
    "a sub-property": ("poppy", "bindsTo", "alphaOne"),
    "a transitive property": ("p0", "within", "p3"),
    "a property chain": ("calm", "helpsIn", "sclerosis"),
    "a range": ("untyped", "a", "Site"),
    "hasValue": ("poppy", "a", "Restricted"),
    "a union": ("tuner", "a", "Slower"),
    "sameness": ("brand", "activates", "betaOne"),
    "allValuesFrom": ("found", "a", "BetaOneSite"),
    "someValuesFrom on the right": ("oil", "a", "Alpha"),
    "subsumption of defined classes": ("AlphaOne", "below", "Alpha"),
    "no member, by closure and disjointness": ("calm", "a", "NoAlpha"),
}

#: Contradictions: what is added, the kind of clash that names it, and an individual that the clash is about.
FLAWS = {
    "disjoint classes": (":bad a :AlphaSite, :BetaOneSite .", "disjoint classes", "bad"),
    "a denied value": (":calm :activates :alphaOne .", "denied value", "calm"),
    "a complement": (":bad a :NoAlpha, :Agent ; :activates :alphaOne .", "denied of a class", "bad"),
    "an asymmetric property": (
        ":blocks a owl:AsymmetricProperty . :a0 :blocks :a1 . :a1 :blocks :a0 .",
        "both directions",
        "a0",
    ),
    "a functional value": (":a0 :hours 3, 9 .", "two values", "a0"),
    "same and different": (":brand owl:differentFrom :calm .", "same and different", "calm"),
    "a denied value through a sub-property": (
        """[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :poppy ; owl:assertionProperty :bindsTo ;
        owl:targetIndividual :alphaOne .""",
        "denied value",
        "poppy",
    ),
    "a range against a class": (":bad a :Agent ; :activates :a0 .", "disjoint classes", "a0"),
    "disjoint properties": (
        ":activates owl:propertyDisjointWith :blocks . :poppy :blocks :alphaOne .",
        "disjoint properties",
        "poppy",
    ),
    "closure against a class": (":bad a :PureBeta, :Alpha .", "denied of a class", "bad"),
}


def turtle(individuals: int, flaw: str = "") -> str:
    """Return an ontology with about so many individuals, half of them agents, as Turtle."""
    return "".join((PREFIXES, SCHEMA, *_bulk(individuals), FLAWS[flaw][0] if flaw else "", "\n"))


def _bulk(individuals: int) -> Iterator[str]:
    chance = random.Random(5)  # noqa: S311  # the same ontology each time
    agents, sites, ailments = individuals // 2, max(4, individuals // 20), max(1, individuals // 80)
    kinds = ("AlphaOneSite", "AlphaSite", "BetaOneSite", "BetaTwoSite", "Site")
    for number in range(sites):
        yield f":r{number} a owl:NamedIndividual, :{kinds[number % len(kinds)]} .\n"
        yield f":c{number} a owl:NamedIndividual, :Complaint ; :signOf :d{number % ailments} .\n"
    for number in range(ailments):
        yield f":d{number} a owl:NamedIndividual, :Ailment .\n"
    for number in range(max(0, individuals - agents - 2 * sites - ailments)):
        inside = f" ; :within :s{(number - 1) // 8}" if number else ""
        yield f":s{number} a owl:NamedIndividual, :Part{inside} .\n"
    for number in range(agents):
        how, listed = "tunes" if number % 3 == 0 else "activates", " ; :listedIn :listTwo" if number % 4 == 0 else ""
        site, complaint = chance.randrange(sites), chance.randrange(sites)
        yield f":a{number} a owl:NamedIndividual, :Agent ; :{how} :r{site} ; :eases :c{complaint}{listed} .\n"
