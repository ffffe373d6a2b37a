"""From scores and groups to signals and the alarm: the working point stands here.

A wrong alarm costs a glance, a missed one a life. So the bars stand below zero, and evidence in words lowers a
bar. But officers who are called in vain too often look away, and ordinary talk is made of the words that fill
stories of danger, too. So the alarm is weighed together with the signal that speaks loudest (an alarm must be an
alarm of something), and a short message that names nothing known for danger has to be surer.
"""

from functools import cache

from triage.signals.heard import NAMES, Name
from triage.signals.reading import rows
from triage.signals.scope import Sense

ALARM_ABOVE = -0.30
SIGNALS_SHARE = 0.3  # how much the loudest signal counts beside the alarm itself
FEW = 8  # words; what is longer tells more by its course than by single words
SHORT = 0.12  # how much surer a message of few words must be: ordinary talk is made of these
UNNAMED = 0.1  # and how much more if none of its words names a danger
IN_ALARM = -0.70  # a signal beside an alarm: the officer looks anyway
IN_CALM = -0.45  # a signal without an alarm: something past
SURE = -0.1  # a signal that may be put to the person as a fact
HELPED_IN_ALARM = 0.30
HELPED_IN_CALM = 0.10
PLACES, PEOPLE = "letak", frozenset({"orang3", "pelaku"})  # somebody else at the door names a danger, a door does not
TOLD_AS_REAL = frozenset({"", "dulu"})


@cache
def known_for_danger() -> frozenset[str]:
    """The groups of the vocabulary that name a danger."""
    return frozenset(group for signal, _, group in rows("triage.signals.tables", "evidence.tsv") if signal == "alarm")


def alarming(scores: list[float], senses: list[Sense], count: int) -> float:
    """How strongly the weights speak for an alarm in a message of `count` words: above 0 is one."""
    score = scores[0] + SIGNALS_SHARE * max(scores[1:]) - ALARM_ABOVE
    if count > FEW:
        return score
    return score - SHORT - (0.0 if names_danger(senses) else UNNAMED)


def names_danger(senses: list[Sense]) -> bool:
    """Whether anything heard is known for danger: a word for it, or somebody else and a place by the house."""
    heard = {sense.group for sense in senses if not sense.negated}
    return not heard.isdisjoint(known_for_danger()) or (PLACES in heard and not heard.isdisjoint(PEOPLE))


@cache
def evidence() -> dict[str, tuple[Name, bool]]:
    """Group of the vocabulary → the signal it speaks for, and whether it settles it."""
    return {
        group: (name, way == "pasti")
        for signal, way, group in rows("triage.signals.tables", "evidence.tsv")
        for name in NAMES
        if name == signal
    }


def speaking(senses: list[Sense]) -> dict[Name, tuple[Sense, bool]]:
    """The groups heard that are evidence: real, not denied, not a tale. The first of each signal."""
    found: dict[Name, tuple[Sense, bool]] = {}
    for sense in senses:
        if sense.group in evidence() and not sense.negated and sense.mode in TOLD_AS_REAL:
            name, settles = evidence()[sense.group]
            found.setdefault(name, (sense, settles))
    return found


def signalled(scores: list[float], speak: dict[Name, tuple[Sense, bool]], *, alarm: bool) -> list[Name]:
    """The signals to report; an alarm always has at least the strongest."""
    bar, help_given = (IN_ALARM, HELPED_IN_ALARM) if alarm else (IN_CALM, HELPED_IN_CALM)
    found = []
    for name, score in zip(NAMES, scores[1:], strict=True):
        helped = name in speak
        if score > bar - (help_given if helped else 0) or (helped and speak[name][1]):
            found.append(name)
    if alarm and not found:
        found.append(NAMES[max(range(len(NAMES)), key=lambda at: (scores[at + 1], -at))])
    return found
