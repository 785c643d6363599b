"""Whom a description is of that stands in brackets, or that stands before the names of what it describes."""

from collections.abc import Callable

import pytest

DESCRIBED = [
    ("Tell your doctor if you take medicines used to treat depression (SSRIs).", "SSRI treats depression", True),
    ("Do not take medicines used to treat depression (SSRIs).", "losartan treats depression", False),
    ("- certain medicines for the treatment of asthma (beta agonists)", "beta agonist treats asthma +", True),
    ("- certain medicines for the treatment of asthma (beta agonists)", "losartan treats asthma +", False),
    ("- medicines used to relieve pain (NSAIDs such as diclofenac)", "diclofenac treats pain +", True),
    ("- medicines which increase urine production (diuretics)", "diuretic increases urine output +", True),
    ("It may interact with antibiotics (used to treat infections).", "antibiotic treats infection +", True),
    ("It may interact with antibiotics (used to treat infections).", "losartan treats infection +", False),
    ("- quinolones such as ofloxacin (used to treat infections)", "quinolone treats infection +", True),
    ("Do not take it with sildenafil (a medicine for angina).", "sildenafil treats angina +", True),
    ("Do not take it with sildenafil (a medicine for angina).", "losartan treats angina -", False),
    ("Drugs commonly used to treat gout include allopurinol and colchicine.", "colchicine treats gout +", True),
    ("Drugs commonly used to treat gout include allopurinol.", "losartan treats gout +", False),
    ("Other beta blockers used to treat glaucoma include timolol.", "timolol treats glaucoma +", True),
    ("Other beta blockers used to treat glaucoma include timolol.", "beta blocker treats glaucoma +", True),
    ("Drugs to treat gout may lower its effect.", "losartan treats gout +", False),
    ("There are no drugs to treat this migraine.", "losartan treats migraine -", False),
    ("Statins are a class of medicines widely used to treat gout.", "statin treats gout +", True),
    ("It is used with other drugs to treat heart failure.", "losartan treats heart failure +", True),
    ("Losartan tablets are used to treat heart failure.", "losartan treats heart failure +", True),
    ("Losartan (a drug used to treat heart failure) is old.", "losartan treats heart failure +", True),
]


@pytest.mark.parametrize(("text", "fact", "read"), DESCRIBED)
def test_a_description_is_of_what_it_stands_beside(
    facts: Callable[..., set[str]], text: str, fact: str, *, read: bool
) -> None:
    """A bracket describes the name before it; a noun such as "medicines" means those that are named behind."""
    fact = fact.replace("SSRI treats depression", "selective serotonin reuptake inhibitor treats depression +")
    assert (fact in facts(text, "Losartan")) == read


USES = [
    ("Its efficacy in treating anorexia nervosa remains unestablished.", "sertraline treats anorexia nervosa -", True),
    (
        "The effectiveness of sertraline in the treatment of bulimia has not been established.",
        "bulimia nervosa -",
        True,
    ),
    ("The safety of sertraline in the treatment of bulimia has not been established.", "bulimia nervosa -", False),
    ("Guidelines recommend against the use of sertraline in the treatment of insomnia.", "insomnia -", True),
    ("A review found no evidence of benefit of sertraline in people with dementia.", "dementia -", True),
    ("It is ineffective against migraine.", "migraine -", True),
    ("It has failed to show efficacy in migraine.", "migraine -", True),
    ("There is little evidence of efficacy of sertraline in tinnitus.", "tinnitus +", False),
    ("It is of unclear benefit in migraine.", "migraine +", False),
    ("It may be of benefit in borderline personality disorder.", "borderline personality disorder +", True),
    ("It was found to be helpful for some people with tinnitus.", "tinnitus +", True),
    ("It helps prevent seizures.", "seizure +", True),
    ("It is sometimes prescribed as an adjunct in epilepsy.", "epilepsy +", True),
    ("It is preferred for migraine.", "migraine +", True),
    ("It is given with other drugs for epilepsy, and on its own for angina.", "angina +", True),
    ("It is an alternative to diazepam in the treatment of anxiety.", "diazepam treats anxiety +", True),
    ("It is more effective than imipramine in treating panic disorder.", "imipramine treats panic disorder +", True),
    ("It is an alternative to lithium and a first-line drug for mania.", "lithium treats mania +", True),
    ("It is an alternative to lithium and a first-line drug for mania.", "first-line drug treats mania +", False),
    ("It is no better than placebo in treating back pain.", "back pain +", False),
]


@pytest.mark.parametrize(("text", "fact", "read"), USES)
def test_uses_are_told_shown_or_refuted(facts: Callable[..., set[str]], text: str, fact: str, *, read: bool) -> None:
    """What was looked for and not shown is denied; what is doubtful is left out."""
    wanted = fact if "treats" in fact else f"sertraline treats {fact}"
    assert (wanted in facts(text, "Sertraline")) == read


PASSING = [
    ("Codeine is an opioid. Naloxone reverses its effects. It can cause constipation.", "codeine", "constipation"),
    ("Domperidone is old. Mosapride is used against its nausea. It may cause dry mouth.", "domperidone", "dry mouth"),
    ("Digoxin is old. Quinidine raises its levels. It may cause nausea.", "digoxin", "nausea"),
    ("Diazepam is old. Flumazenil counteracts its effects. It may cause dizziness.", "diazepam", "dizziness"),
    ("Codeine is old. Naltrexone has its uses. It may cause nausea.", "naltrexone", "nausea"),
]


@pytest.mark.parametrize(("text", "drug", "effect"), PASSING)
def test_what_acts_on_the_topic_is_named_in_passing(
    facts: Callable[..., set[str]], text: str, drug: str, effect: str
) -> None:
    """The next "it" is not what "reverses its effects", but what has them."""
    title = text.split(maxsplit=1)[0]
    found = {fact for fact in facts(text, title) if f"hasAdverseEffect {effect}" in fact}
    assert {fact.split()[0] for fact in found} == {drug}


def test_a_body_part_alone_in_a_list_is_no_condition(facts: Callable[..., set[str]]) -> None:
    """It only tells where the condition before it is felt."""
    found = facts("Common side effects: swelling of the hands or feet, headache, dizziness", "Metoprolol")
    assert not any("feet" in fact or "hands" in fact for fact in found)
    assert any("headache" in fact for fact in found)


def test_action_is_told_by_its_place(facts: Callable[..., set[str]]) -> None:
    """Effects and actions on a place, and more places behind "and on"."""
    assert "cinnarizine actsIn vestibular system +" in facts(
        "It may have effects directly on the vestibular system.", "Cinnarizine"
    )
    found = facts("It acts directly on the heart and on the blood vessels.", "Verapamil")
    assert {"verapamil actsIn heart +", "verapamil actsIn blood vessel +"} <= found


ANOTHERS = [
    ("Common uses of pregabalin include epilepsy and nerve pain.", {"pregabalin treats epilepsy +"}),
    ("Concurrent use of digoxin and verapamil increases the risk of bradycardia.", {"digoxin interactsWith verapamil"}),
    ("People with porphyria should not take barbiturates.", {"barbiturate hasPrecaution porphyria +"}),
    ("Those who take mescaline experience nausea and sweating.", {"mescaline hasAdverseEffect sweating +"}),
    ("Users of ketamine often experience dizziness.", {"ketamine hasAdverseEffect dizziness +"}),
]


@pytest.mark.parametrize(("text", "read"), ANOTHERS)
def test_what_is_said_of_a_drug_named_behind_is_not_the_topics(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """The page's drug is only meant where no other stands in its place."""
    found = facts(text, "Clozapine")
    assert not any("clozapine" in fact for fact in found), found
    assert all(any(fact.startswith(wanted) for fact in found) for wanted in read), found


def test_a_syndrome_may_tell_its_symptoms(facts: Callable[..., set[str]]) -> None:
    """Behind "with" or "including"."""
    found = facts("If it is stopped suddenly, a withdrawal syndrome may occur with headache and nausea.", "Clozapine")
    assert {"clozapine hasWithdrawalSymptom headache +", "clozapine hasWithdrawalSymptom nausea +"} <= found


def test_patients_who_need_less_are_to_be_taken_care_of(facts: Callable[..., set[str]]) -> None:
    """Whether a disease or a group of people is named."""
    assert "clozapine hasPrecaution liver disease +" in facts(
        "Patients with liver disease need lower doses.", "Clozapine"
    )
    assert "clozapine hasPrecaution elderly +" in facts("Older adults require a lower dose.", "Clozapine")
