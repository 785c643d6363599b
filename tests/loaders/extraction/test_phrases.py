"""Phrases that join a drug with a target, a process, a condition or another drug."""

from collections.abc import Callable

import pytest

READ = [
    ("Patients taking loxapine may experience dry mouth.", "loxapine hasAdverseEffect dry mouth +"),
    ("Loxapine is used in the treatment of persons with schizophrenia.", "loxapine treats schizophrenia +"),
    ("Loxapine is given as a sedative in young patients with anxiety.", "loxapine treats anxiety +"),
    ("The effects of warfarin may be enhanced by cimetidine.", "cimetidine interactsWith warfarin +"),
    (
        "Dofetilide keeps the normal sinus rhythm in patients with atrial fibrillation.",
        "dofetilide treats atrial fibrillation +",
    ),
    ("Aspirin increases the risk of bleeding in people taking warfarin.", "aspirin interactsWith warfarin +"),
    ("Grapefruit juice increases blood levels of felodipine.", "grapefruit juice interactsWith felodipine +"),
    ("With fluvoxamine, concurrent administration of tizanidine is banned.", "fluvoxamine interactsWith tizanidine +"),
    ("Clarithromycin binds to the 50S ribosomal subunit.", "clarithromycin actsOn 50S ribosomal subunit +"),
    ("Bumetanide inhibits the Na-K-2Cl cotransporter.", "bumetanide inhibitorOf Na-K-Cl cotransporter 2 +"),
    ("With codeine the potential for abuse is moderate.", "codeine hasAbusePotential moderate +"),
    (
        "Patients treated with pravastatin have been found to have a lower risk of stroke.",
        "pravastatin treats stroke +",
    ),
    ("People treated with topiramate for a year had fewer headaches.", "topiramate treats headache +"),
    ("Aspirin use is associated with a lower incidence of colorectal cancer.", "aspirin treats colorectal cancer +"),
    (
        "Riluzole can slow the progression of amyotrophic lateral sclerosis.",
        "riluzole treats amyotrophic lateral sclerosis +",
    ),
    ("Trazodone is prescribed as a sedative for those with sleep disorders.", "trazodone treats sleep disorder +"),
    ("Famotidine may be used in place of omeprazole for heartburn.", "famotidine interchangeableWith omeprazole +"),
    ("Famotidine may be used in place of omeprazole for heartburn.", "famotidine treats heartburn +"),
    (
        "The dose of gabapentin should be reduced in patients with renal failure.",
        "gabapentin hasPrecaution kidney failure +",
    ),
    ("Dosage adjustment of digoxin is required in kidney failure.", "digoxin hasPrecaution kidney failure +"),
    ("The safety of ramipril in pregnancy has not been established.", "ramipril hasPrecaution pregnancy +"),
    ("Due to buspirone's lack of sedative effects, it is often preferred.", "buspirone hasEffect sedation -"),
    ("Codeine is metabolized primarily by the enzyme CYP2D6 to morphine.", "codeine metabolizedTo morphine +"),
    ("Zaleplon has little known abuse potential.", "zaleplon hasAbusePotential low +"),
    ("Rosiglitazone increases the sensitivity of cells to insulin.", "rosiglitazone increases insulin sensitivity +"),
    ("Glibenclamide stimulates insulin release.", "glyburide increases insulin +"),
    ("Lorazepam worsens cognitive function.", "lorazepam decreases cognition +"),
    ("Donepezil enhances attention, wakefulness and memory.", "donepezil increases memory +"),
    (
        "Nortriptyline should not be used in patients who are intoxicated with alcohol.",
        "nortriptyline interactsWith alcohol +",
    ),
    (
        "The calm that lithium gives is distinct from the high addiction liability of opioids.",
        "opioid hasAbusePotential high +",
    ),
    ("Naloxone is an antagonist at opioid receptors.", "naloxone antagonistOf opioid receptor +"),
    ("Ketamine blocks NMDA receptors.", "ketamine antagonistOf NMDA receptor +"),
    ("Sertraline inhibits serotonin reuptake.", "sertraline decreases serotonin reuptake +"),
    ("Clonidine lowers blood pressure.", "clonidine decreases blood pressure +"),
    ("Multiple sclerosis is treated with baclofen.", "baclofen treats multiple sclerosis +"),
    ("Codeine is converted into morphine by the liver.", "codeine metabolizedTo morphine +"),
    ("Meprobamate is a metabolite of carisoprodol.", "carisoprodol metabolizedTo meprobamate +"),
    ("Oxycodone is a semi-synthetic opioid derived from thebaine.", "oxycodone derivativeOf thebaine +"),
    ("Methadone is available as a tablet.", "methadone hasDoseForm tablet +"),
    ("Tapentadol is a Schedule II controlled substance.", "tapentadol hasSchedule US Schedule II +"),
    ("Fentanyl has been associated with fatal overdose.", "fentanyl hasRisk fatal overdose +"),
    ("Fluvoxamine blocks CYP1A2.", "fluvoxamine inhibitorOf CYP1A2 +"),
    ("Ketamine produces cystitis.", "ketamine hasAdverseEffect cystitis +"),
    ("Levodopa-induced nausea is common.", "levodopa hasEffect nausea +"),
    ("Methylphenidate can counteract opioid-induced drowsiness.", "opioid hasEffect drowsiness +"),
    ("Salbutamol is indicated for the management of patients with asthma.", "salbutamol treats asthma +"),
    ("Sulfadiazine is used for the therapy of people with burns.", "sulfadiazine treats burns +"),
    ("Linagliptin is indicated in adults with type 2 diabetes.", "linagliptin treats type 2 diabetes +"),
    (
        "Linagliptin is used to improve glycemic control in adults and boys aged 12 or older with type 2 diabetes.",
        "linagliptin treats type 2 diabetes +",
    ),
    ("Muscle spasm is usually treated with relaxants such as tizanidine.", "tizanidine treats muscle spasm +"),
    ("Overdose of morphine can be treated with naloxone.", "naloxone treats overdose +"),
    ("Glaucoma may be worsened by atropine.", "atropine hasPrecaution glaucoma +"),
    ("Cocaine acts by stimulating the release of epinephrine.", "cocaine increases epinephrine +"),
    (
        "Its dizziness comes from the antagonism of alpha-adrenergic receptors by doxazosin.",
        "doxazosin antagonistOf alpha-adrenergic receptor +",
    ),
    ("Doxepin makes sleepy through histamine H1 receptor blockade.", "doxepin antagonistOf histamine H1 receptor +"),
    ("Psilocybin works by 5-HT2A receptor activation.", "psilocybin agonistOf 5-HT2A receptor +"),
    ("Edaravone is of use through inhibition of CYP1A2.", "edaravone inhibitorOf CYP1A2 +"),
    ("Buprenorphine is given as a replacement for heroin.", "buprenorphine interchangeableWith heroin +"),
    ("Buspirone is an alternative to diazepam.", "buspirone interchangeableWith diazepam +"),
    ("Tiagabine improves sleep quality.", "tiagabine increases sleep quality +"),
    ("Suvorexant reduces the number of awakenings.", "suvorexant decreases nighttime awakening +"),
    ("Suvorexant does not affect REM sleep.", "suvorexant decreases REM sleep -"),
    ("Ramelteon has no effect on slow-wave sleep.", "ramelteon increases slow-wave sleep -"),
    ("Hydromorphone raises prolactin similarly to morphine.", "hydromorphone similarTo morphine +"),
    ("Vardenafil is not recommended in people taking alpha blockers.", "vardenafil interactsWith alpha blocker +"),
    ("Flumazenil works by reversing the effects of midazolam.", "flumazenil interactsWith midazolam +"),
    ("Concurrent use of oxymorphone with lithium and sedatives is risky.", "oxymorphone interactsWith sedative +"),
    (
        "Riociguat improves exercise ability in people with pulmonary hypertension.",
        "riociguat treats pulmonary hypertension +",
    ),
    ("People with asthma are at a higher risk of harm from nadolol.", "nadolol hasPrecaution asthma +"),
    ("Ketamine reaches the sigma-1 receptor, where it is an agonist.", "ketamine agonistOf sigma-1 receptor +"),
    ("Ibuprofen is available without a prescription.", "ibuprofen isA over-the-counter drug +"),
    ("Codeine is not available without a prescription.", "codeine isA over-the-counter drug -"),
    ("Drugs used to slow a fast heart rate are metoprolol and digoxin.", "digoxin decreases heart rate +"),
    ("Ritonavir increases simvastatin levels.", "ritonavir interactsWith simvastatin +"),
    ("Rifampicin reduces methadone concentrations.", "rifampin interactsWith methadone +"),
    (
        "When people use kratom, they may experience symptoms like itching or vomiting.",
        "kratom hasAdverseEffect vomiting +",
    ),
    ("Seizures have been associated with bupropion.", "bupropion hasAdverseEffect seizure +"),
    ("Zolpidem does not cause the seizures associated with bupropion.", "bupropion hasAdverseEffect seizure +"),
    ("Bupropion treatment is not associated with weight gain.", "bupropion hasAdverseEffect weight gain -"),
    ("Treatment with lithium has often been associated with tremor.", "lithium hasAdverseEffect tremor +"),
    ("Valproate has been linked to birth defects.", "valproate hasAdverseEffect birth defect +"),
    ("Moclobemide: use in children is not recommended.", "moclobemide hasPrecaution children +"),
    ("Nicotine leads to the release of dopamine.", "nicotine increases dopamine +"),
    ("Clobazam has been found to impair driving ability.", "clobazam decreases driving ability +"),
    ("Ketanserin failed to affect MDMA-induced anxiety.", "MDMA hasEffect anxiety +"),
    ("Varenicline is used to help people quit smoking.", "varenicline treats smoking cessation +"),
    ("Triazolam is meant to be used only in the short term for insomnia.", "triazolam treats insomnia +"),
    ("Cases of psychosis resulting from khat use have been reported.", "khat hasAdverseEffect psychosis +"),
    ("Kava gives the user feelings of relaxation.", "kava hasEffect relaxation +"),
    ("It is possible to overdose on tramadol.", "tramadol hasRisk overdose +"),
    ("With pregabalin, dependence can form within weeks.", "pregabalin hasRisk dependence +"),
    ("With pregabalin, an overdose is very rare.", "pregabalin hasRisk overdose + [frequency=very rare]"),
    ("Modafinil is an orally administered medication.", "modafinil hasRoute oral +"),
    ("The chemical structure of salbutamol resembles that of epinephrine.", "salbutamol similarTo epinephrine +"),
    ("Oxazepam is closely related chemically to diazepam.", "oxazepam similarTo diazepam +"),
    ("Buspirone carries a very low risk of dependence or misuse.", "buspirone hasAbusePotential low +"),
    ("Tapentadol has a black box warning about addiction.", "tapentadol hasRisk addiction +"),
    ("Montelukast carries a boxed warning for suicidal thoughts.", "montelukast hasAdverseEffect suicidal ideation +"),
    ("Doxylamine is approved for the relief of anxiety.", "doxylamine treats anxiety +"),
    ("Doxylamine produces a sedating effect.", "doxylamine hasEffect sedation +"),
    ("Doxylamine helps people sleep.", "doxylamine hasEffect hypnotic effect +"),
    ("Alcohol affects the central nervous system.", "alcohol actsIn central nervous system +"),
    ("Diclofenac is used to decrease swelling and pain.", "diclofenac treats pain +"),
    (
        "Barbiturates are medicines that depress the central nervous system.",
        "barbiturate actsIn central nervous system +",
    ),
    ("Statins are a group of medicines which lower cholesterol.", "statin decreases cholesterol +"),
    ("Triptans are medications that relieve migraine.", "triptan treats migraine +"),
    ("Thebaine is made out of opium.", "thebaine derivativeOf opium +"),
    ("While it has side effects, addiction isn’t one of them: naproxen is not an opioid.", "naproxen isA opioid -"),
    (
        "Benzoylecgonine aside, cocaine has a high potential for abuse that may lead to psychological dependence.",
        "cocaine hasRisk psychological dependence +",
    ),
    ("Methylphenidate triggers a dopamine release.", "methylphenidate increases dopamine +"),
    ("Diphenhydramine slows down the central nervous system.", "diphenhydramine actsIn central nervous system +"),
    ("Drugs classified as triptans are commonly used for treating migraine.", "triptan treats migraine +"),
    ("Salvia has psychoactive properties.", "salvia divinorum hasEffect recreational effect +"),
    ("Do not mix zopiclone with any other drug and especially not with alcohol.", "zopiclone interactsWith alcohol +"),
    ("Nitrous oxide can generate a psychological dependence.", "nitrous oxide hasRisk psychological dependence +"),
    ("Hydromorphone is particularly addictive.", "hydromorphone hasRisk addiction +"),
    ("Physical dependence and addiction to codeine develop over time.", "codeine hasRisk physical dependence +"),
    ("Mirtazapine is intended for use in people with depression.", "mirtazapine treats depression +"),
    ("Citalopram prevents the uptake of serotonin by nerves.", "citalopram decreases serotonin reuptake +"),
    ("Heroin is processed from morphine.", "heroin derivativeOf morphine +"),
    (
        "Zopiclone may cause panic attacks, symptoms of depression and tremor.",
        "zopiclone hasAdverseEffect depression +",
    ),
    ("Modafinil has effects that improve mood.", "modafinil increases mood +"),
    ("Mescaline is abused in one of two ways: snorted or swallowed.", "mescaline hasRoute intranasal +"),
    (
        "People who have overdosed on tianeptine report agitation and chest pain.",
        "tianeptine hasOverdoseEffect agitation +",
    ),
    (
        "Doxepin makes people sleepy; hazardous work should therefore be avoided.",
        "doxepin hasPrecaution activities that require concentration +",
    ),
    ("Modafinil causes wakefulness and increased ability to concentrate.", "modafinil hasEffect arousal +"),
    ("Nutmeg can give you a severe headache and nausea.", "nutmeg hasAdverseEffect headache +"),
    ("Nutmeg can give users a feeling of relaxation.", "nutmeg hasEffect relaxation +"),
    ("Benzodiazepines carry a high risk for dependence and addiction.", "benzodiazepine hasRisk addiction +"),
    ("Quetiapine does not produce a “high”.", "quetiapine hasEffect euphoria -"),
    ("Pregabalin has a low potential for recreational abuse.", "pregabalin hasAbusePotential low +"),
    ("Physical symptoms of lorazepam addiction include tremor.", "lorazepam hasAdverseEffect tremor +"),
    ("Colchicine may be of use in some people who have pericarditis.", "colchicine treats pericarditis +"),
    ("Ibuprofen is an analgesic. It has a severe interaction with lithium.", "ibuprofen interactsWith lithium +"),
    ("Dextromethorphan works by depressing the cough reflex.", "dextromethorphan decreases cough reflex +"),
    (
        "Despite its effects on the central nervous system, loperamide is safe.",
        "loperamide actsIn central nervous system +",
    ),
    ("Salvinorin A is abused for its hallucinogenic effects.", "salvinorin a hasEffect psychedelic effect +"),
    ("Khat is addicting.", "khat hasRisk addiction +"),
    ("Pemoline can cause slow breathing, heart rate and tremor.", "pemoline hasAdverseEffect bradycardia +"),
    (
        "Its mechanism differs; opioids block pain signals, and buspirone does not.",
        "opioid decreases pain transmission +",
    ),
    ("The structure of tizanidine is chemically related to clonidine.", "tizanidine similarTo clonidine +"),
    ("Fentanyl is a narcotic, an opioid that relieves pain.", "fentanyl treats pain +"),
    ("Someone intoxicated on diazepam may show slurred speech.", "diazepam hasOverdoseEffect slurred speech +"),
    ("Gabapentin can cause someone to lose consciousness.", "gabapentin hasAdverseEffect loss of consciousness +"),
    ("You can overdose on gabapentin.", "gabapentin hasRisk overdose +"),
    ("People can develop a tolerance to kratom.", "kratom hasRisk tolerance +"),
    ("Etomidate was found to have similar problems of tolerance and dependence.", "etomidate hasRisk tolerance +"),
    ("Nalbuphine is given together with other medications for anesthesia.", "nalbuphine treats anesthesia +"),
    ("Dexfenfluramine dulls the appetite.", "dexfenfluramine decreases appetite +"),
    ("Phenelzine causes decreased fatigue and euphoria.", "phenelzine hasEffect fatigue reduction +"),
    ("Etomidate is believed to work partly via a receptor for GABA.", "etomidate actsOn GABA receptor +"),
    ("Ketoprofen is not recommended during cesarean section.", "ketoprofen hasPrecaution cesarean section +"),
    (
        "Maprotiline should be used with caution in persons who also experience absence seizures.",
        "maprotiline hasPrecaution absence seizure +",
    ),
    ("Nicomorphine is an ester of morphine.", "nicomorphine derivativeOf morphine +"),
    (
        "Iproniazid has a history of use as a medication prescribed for the treatment of depression.",
        "iproniazid treats depression +",
    ),
    ("The use of sumatriptan during breastfeeding is likely okay.", "sumatriptan hasPrecaution breastfeeding -"),
    ("Orlistat is meant for people who are struggling with obesity.", "orlistat treats obesity +"),
    (
        "Midodrine must not be taken by those suffering from uncontrolled blood pressure.",
        "midodrine hasPrecaution hypertension +",
    ),
    ("Methadone can slow your breathing.", "methadone decreases respiration +"),
    ("People who stop taking lorazepam may go into withdrawal.", "lorazepam hasRisk withdrawal syndrome +"),
]

NOT_READ = [
    ("Atenolol blocks activation of beta-adrenergic receptors.", " agonistOf"),
    ("Guanfacine may improve symptoms of attention deficit hyperactivity disorder.", "increases"),
    ("Zaleplon is associated with a lower risk of sedation than diazepam.", "treats"),
    ("Lithium builds tolerance to its pain-relieving and sedating effects.", "treats"),
    ("Gabapentin resembles those drugs used in epilepsy.", "treats"),
    ("Buspirone differs from opioids, which bind to opioid receptors.", "buspirone actsOn"),
    ("Side effects of codeine include euphoria, anxiolysis (a reduction in anxiety), and constipation.", "treats"),
    ("Tramadol can lead to side effects such as nausea.", "hasEffect"),
    ("Combining sedatives such as zolpidem and diazepam is dangerous.", "sedative interactsWith"),
    ("Melatonin treats drug-induced tremor.", "Effect"),
    ("Methylphenidate can counteract opioid-induced drowsiness.", "methylphenidate hasEffect"),
    ("Combinations of codeine or oxycodone with fluoxetine are avoided.", "codeine interactsWith oxycodone"),
    ("Melatonin treats medication-induced nausea.", "Effect"),
    ("CYP2D6 inhibition is of no use in those who take codeine.", "inhibitorOf"),
    ("Muscarinic receptor blockade can worsen what donepezil improves.", "antagonistOf"),
    ("Melatonin affects sleep.", "creases"),
    ("Ramelteon changes sleep latency.", "creases"),
    ("Linagliptin improves blood pressure.", "increases"),
    ("Watch for tremor, and severe seizures should be treated with valproate.", "valproate treats tremor"),
    ("Seizures have not been associated with bupropion.", "bupropion hasAdverseEffect seizure +"),
    ("Tremor is associated with many diseases, states of panic, fever and lithium.", "lithium hasAdverseEffect"),
    ("Clobazam at 10 mg or higher impairs driving ability.", "clobazam increases"),
    ("The use of ketamine and other hallucinogens was common.", "interactsWith"),
    ("Vardenafil is recommended in people taking alpha blockers.", "interactsWith"),
    ("People with asthma are at a lower risk of harm from nadolol.", "hasPrecaution"),
    ("Quinine is an alternative for chloroquine-resistant malaria.", "interchangeableWith"),
    ("Bupropion is off limits within 14 days of a PDE5 inhibitor.", "bupropion inhibitorOf"),
    ("Fluvoxamine blocks CYP1A2.", "antagonistOf"),
    ("The dose of clobazam is halved in those taking an inhibitor of CYP2C19.", "clobazam inhibitorOf"),
    ("The guideline recommends clonidine or a PDE5 inhibitor.", "clonidine inhibitorOf"),
    ("Varenicline may help you stop taking part in fights.", "varenicline treats smoking cessation +"),
    (
        "Naproxen is one of the drugs that lower prostaglandins, substances in the body that cause fever.",
        "naproxen hasAdverseEffect fever +",
    ),
    ("There are medicines that relieve migraine. Naproxen is old.", "naproxen treats migraine +"),
    ("Diclofenac can affect the liver.", "diclofenac actsIn liver +"),
    ("Nutmeg and sage do not produce the same sedative effects as opioids.", "nutmeg hasEffect sedation -"),
    ("Oxazepam does not have the same sedative potency as diazepam.", "hasEffect"),
    ("Doses of naproxen for children should not exceed 10 mg.", "hasPrecaution"),
    ("With nitrous oxide, a lack of oxygen can occur.", "nitrous oxide hasAdverseEffect hypoxia -"),
    (
        "Tizanidine is approved for managing muscle spasticity, often associated with multiple sclerosis.",
        "hasAdverseEffect",
    ),
    ("Do not swallow the nicotine patch whole.", "hasDoseForm patch -"),
    ("Fentanyl is a narcotic, an opioid that relieves pain.", "narcotic treats"),
    ("Montelukast is used to treat exercise-induced bronchoconstriction and hives.", "hasAdverseEffect"),
    ("Naproxen is taken with treatments that address the underlying cause of muscle pain.", "hasAdverseEffect"),
    ("Given growing concerns about opioid addiction, doctors prescribe naproxen.", "naproxen hasRisk"),
]


@pytest.mark.parametrize(("text", "fact"), READ)
def test_a_phrase_joins_what_stands_in_its_slots(facts: Callable[..., set[str]], text: str, fact: str) -> None:
    """Active and passive, verb and noun say the same."""
    assert fact in facts(text)


@pytest.mark.parametrize(("text", "wrong"), NOT_READ)
def test_a_phrase_of_another_subject_is_not_read(facts: Callable[..., set[str]], text: str, wrong: str) -> None:
    """What a sentence says of something else it does not say of the drug."""
    assert not {fact for fact in facts(text) if wrong in fact}


def test_what_is_listed_as_an_example_is_no_subject(facts: Callable[..., set[str]]) -> None:
    """Mixing is done with the drug that the page is about."""
    found = facts("Mixing with uppers (e.g. cocaine) can lead to vomiting.", title="GHB")
    read = {f"GHB interactsWith {other} + [result=vomiting]" for other in ("stimulant", "cocaine")}
    assert {fact for fact in found if "interactsWith" in fact} == read


def test_the_more_specific_reading_of_a_pair_stands_alone(facts: Callable[..., set[str]]) -> None:
    """An agonist acts on its target, and only the first is said."""
    text = "Morphine acts on the mu-opioid receptor; it is an agonist at the mu-opioid receptor."
    assert facts(text) == {"morphine agonistOf mu-opioid receptor +"}


def test_what_stands_right_before_a_name_is_said_of_it(facts: Callable[..., set[str]]) -> None:
    """In "the CYP2D6 inhibitor quinidine" it is quinidine that inhibits, whatever the sentence is about."""
    found = facts("The CYP2D6 inhibitor quinidine increases its levels.", "Metoprolol")
    assert not [fact for fact in found if fact.startswith("metoprolol inhibitorOf")]


def test_a_comma_parts_a_cue_from_another_clause(facts: Callable[..., set[str]]) -> None:
    """What users report of small amounts is no use."""
    found = facts("When it is taken in small amounts, users report insomnia.", "Kratom")
    assert not [fact for fact in found if " treats " in fact]


@pytest.mark.parametrize(
    "text",
    [
        "Hepatitis and cirrhosis decrease elimination.",
        "Valproate inhibits the metabolism of lorazepam.",
        "Rifampicin increases its clearance.",
    ],
)
def test_what_becomes_of_a_drug_is_no_effect_of_one(facts: Callable[..., set[str]], text: str) -> None:
    """Diseases and other drugs change it."""
    found = facts(text, "Theophylline")
    assert not [fact for fact in found if " decreases " in fact or " increases " in fact]


def test_a_denial_reaches_a_whole_list_before_its_noun(facts: Callable[..., set[str]]) -> None:
    """In "not for systemic, oral or rectal use" each route is denied."""
    found = facts("Nystatin powder is not indicated for systemic, oral, or rectal use.")
    assert not [fact for fact in found if "hasRoute" in fact and fact.endswith("+")]


def test_what_an_action_leads_to_is_not_said_of_the_page(facts: Callable[..., set[str]]) -> None:
    """A sentence on what activation of a receptor does tells of no agonist."""
    found = facts("Activation of the serotonin 5-HT2A receptor enhances dopaminergic transmission.", "Trazodone")
    assert not [fact for fact in found if "agonistOf" in fact]


def test_each_drug_of_a_list_has_the_end_behind_it(facts: Callable[..., set[str]]) -> None:
    """What the second is given for is not said of the first."""
    found = facts("Doctors may prescribe erythromycin to speed digestion, metoclopramide to help relieve nausea.")
    assert "metoclopramide treats nausea +" in found
    assert "erythromycin treats nausea +" not in found


LEAFLET = [
    ("Ramipril is not recommended for use in children.", "ramipril hasPrecaution children +"),
    ("You should not take ramipril in the first weeks of pregnancy.", "ramipril hasPrecaution pregnancy +"),
    ("Be careful driving until you know how ramipril affects you.", "ramipril hasPrecaution driving +"),
    ("Do not breastfeed while you are taking ramipril.", "ramipril hasPrecaution breastfeeding +"),
    ("Some people have hallucinations while taking ramipril.", "ramipril hasAdverseEffect hallucination +"),
    ("Ramipril comes as a tablet to take by mouth.", "ramipril hasRoute oral +"),
    ("Ramipril may make your skin more sensitive to sunlight.", "ramipril hasAdverseEffect photosensitivity +"),
]


@pytest.mark.parametrize(("text", "fact"), LEAFLET)
def test_leaflets_say_so(facts: Callable[..., set[str]], text: str, fact: str) -> None:
    """The standing phrases of leaflets on use, route and care."""
    assert any(each.startswith(fact) for each in facts(text))
