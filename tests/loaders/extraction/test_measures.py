"""What using a drug calls for is read where it ought to be done, is ordered, or stands in a list of advice."""

from collections.abc import Callable

import pytest

READ = [
    (
        "Blood pressure and heart rate should be monitored.",
        {"blood pressure monitoring +", "heart rate monitoring +", "monitoring +"},
    ),
    ("Serum potassium should be checked regularly.", {"potassium monitoring +"}),
    ("Slow injection is recommended.", {"slow injection +"}),
    ("The dose should be reduced gradually.", {"gradual tapering +"}),
    ("It is usually taken with food.", {"administration with food +"}),
    ("Take it with a meal.", {"administration with food +"}),
    ("Swallow the tablets whole with a glass of water.", {"swallowing whole +"}),
    ("Liver function tests should be done every month.", {"evaluation of liver function +"}),
    ("Kidney function should be monitored.", {"evaluation of kidney function +", "monitoring +"}),
    ("Kidney function should be normal.", set()),
    ("Patients may need a lower dose.", {"dose adjustment +"}),
    ("No dose adjustment is needed.", {"dose adjustment -"}),
    ("Dose adjustment is not required.", {"dose adjustment -"}),
    ("It can be taken with or without food.", {"administration with food -"}),
    ("You may take it before or after meals.", {"administration with food -"}),
    ("Blood work will be done every month.", {"blood test +"}),
    ("Your doctor will need to monitor you closely.", {"monitoring +"}),
    ("Take it at the same time each day.", {"taking at the same time each day +"}),
    ("The INR is a ratio.", set()),
    ("You should call your doctor and stop taking lamotrigine if your lips swell.", {"discontinuation +"}),
    ("A complete blood count will be done.", {"complete blood count +"}),
    ("Laboratory tests may be performed from time to time.", {"blood test +"}),
    ("Your kidney function will be checked regularly.", {"evaluation of kidney function +"}),
    ("You do not need medical attention.", {"medical attention -"}),
    ("Avoid it at bedtime.", set()),
    ("Start with a low dose and get it tested.", {"careful dosing +", "drug checking +"}),
    ("The dose is increased slowly.", {"dose titration +"}),
    ("Regular blood tests are recommended.", {"blood test +"}),
    ("Women must use effective contraception.", {"contraceptive use +"}),
    ("Use the lowest effective dose.", {"lowest effective dose +"}),
    ("The powder is mixed with plenty of water.", set()),
    ("Blood tests showed low sodium.", set()),
    ("Stop taking it if a rash appears.", {"discontinuation +"}),
    ("## How to take it\n\n- in divided doses", {"divided doses +"}),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_a_measure_is_read_where_it_ought_to_be_taken(
    facts: Callable[..., set[str]], text: str, read: set[str]
) -> None:
    """What merely happens, or is free to be left, calls for nothing; what is not needed is denied."""
    told = {fact for fact in facts(text, "Lamotrigine") if " requires " in fact}
    assert told == {f"lamotrigine requires {each}" for each in read}


def test_what_is_got_beside_a_measure_does_not_call_for_it(facts: Callable[..., set[str]]) -> None:
    """Monitoring is no safety measure of the antibiotics given with it."""
    assert facts("They should receive antibiotics and close monitoring.", "Sepsis") == set()
