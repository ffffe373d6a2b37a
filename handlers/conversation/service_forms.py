"""What is asked about plan, services, monitoring and termination (processes 3 to 6): short, buttons first.

Known from the start, where it matters: `pneeds` (the needs that were ticked at 3.2), `apart` (the alleged offender may
not sit at the table), `long` and `short` (accompaniment of more than three months, of less than one), `monev` (the
visit is monitoring), `unsearched` (nobody has searched long enough for who can't be found), `end` (in which of its four
ways a case is closed).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cases.phrases import Phrase, says
from cases.serving import NEEDS, OFFER, SERVICES
from cases.terminating import WAYS
from handlers.conversation.entry_steps import choice_step, form, photo_step, told_step, when_steps
from handlers.conversation.steps import Answers, Step, World

#: Who can sit at a case conference (3.4, 5.3).
TABLE = ("korban", "keluarga", "unit", "sehat", "psiko", "dinsos", "polisi", "hukum", "patbm", "prov", "desa")
#: Who gives a service.
GIVERS = ("unit", "sehat", "psiko", "dinsos", "polisi", "hukum", "patbm", "prov")
FAMILY = ("korban", "wali", "keluarga")


def _is(step: str, *values: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get(step) in values


def _not(step: str, *values: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get(step) not in values


def _known(name: str) -> Callable[[Answers], bool]:
    return lambda answers: bool(answers.get(name))


def _closing(*ways: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get("end") in ways


def _needs(answers: Answers) -> list[str]:
    """The needs that the plan answers."""
    found = answers.get("pneeds")
    return [need for need in found if need in NEEDS] if isinstance(found, list) else []


def _planned(need: str) -> Step:
    """What is planned for one need: service, who, until when, in one line."""

    def applies(answers: Answers) -> bool:
        return need in _needs(answers)

    return told_step(f"pl{need}", optional=False, applies=applies)


def _may_be_ended(answers: Answers) -> bool:
    """Why is asked of nobody who has not searched."""
    return not (answers.get("unsearched") and answers.get("osground") == "hilang")


def _who_sits(answers: Answers, world: World) -> Phrase:
    return says("ask-cfwho-apart" if answers.get("apart") else "ask-cfwho")


#: Of the questions with buttons alone these may be answered anew.
AMENDABLE = frozenset({"plconf", "mphow", "fbsafe"})
#: Answers that have moved a case, or were judgements: they are undone, or given anew by their own buttons.
FIXED = frozenset(
    {
        *("cfoff", "agok", "svkind", "svtake", "mdwish", "acgo", "enplan", "enwell"),
        *("sgwho", "athow", "atw", "atwh", "osground", "oswho", "ossafe", "oswhy", "vresult", "vrisk"),
    }
)

MONEV = (
    told_step("vstate", applies=lambda a: bool(a.get("monev")) and a.get("vresult") != "luput"),
    told_step(
        "vneeds",
        *NEEDS,
        "cukup",
        many=True,
        none="cukup",
        applies=lambda a: bool(a.get("monev")) and a.get("vresult") != "luput",
    ),
    told_step("vnext", applies=_known("monev")),
)

SERVICE_FORMS = (
    # Process 3
    form("goal", told_step("gtold", optional=False)),
    form("needs", told_step("nneeds", *NEEDS, many=True, optional=False), told_step("nwords")),
    form(
        "plan",
        *(_planned(need) for need in NEEDS),
        told_step("pllain", optional=False, applies=lambda answers: not _needs(answers)),
        told_step("pluntil", "30", "60", "90", optional=False, by_hand=False, columns=3),
        choice_step("plconf", "tidak", "ya", columns=2),
    ),
    form(
        "confer",
        choice_step("cfoff", "tidak", "ya", applies=lambda answers: not answers.get("apart")),
        told_step("cfwho", *TABLE, ask=_who_sits, many=True, optional=False, columns=2),
        told_step("cfres", optional=False),
        told_step("cfnext"),
        *when_steps("cfw"),
    ),
    form(
        "agplan",
        told_step("agwho", *FAMILY, many=True, optional=False),
        choice_step("agok", "setuju", "berubah", columns=2),
        told_step("agwish", optional=False, applies=_is("agok", "berubah")),
        *when_steps("agw"),
    ),
    # Process 4
    form(
        "serve",
        choice_step("svkind", *SERVICES, columns=2),
        choice_step("svtake", "ya", "tidak", columns=2, applies=_is("svkind", OFFER)),
        told_step("svby", *GIVERS, optional=False, by_hand=False, columns=2, applies=_not("svtake", "tidak")),
        told_step("svres", applies=_not("svtake", "tidak")),
        *when_steps("svw"),
    ),
    form(
        "mediate",
        choice_step("mdwish", "ya", "tidak", columns=2),
        told_step("mdwho", optional=False, applies=_is("mdwish", "ya")),
        told_step("mdres", optional=False, applies=_is("mdwish", "ya")),
        replace(when_steps("mdw")[0], applies=_is("mdwish", "ya")),
        when_steps("mdw")[1],
    ),
    form("docum", told_step("dcfile", optional=False), told_step("dcwhat", by_hand=False)),
    form(
        "accomp",
        told_step("acnote", optional=False),
        choice_step("acgo", "lanjut", "akhiri", columns=2),
        told_step("acwhy", optional=False, applies=lambda a: bool(a.get("long")) and a.get("acgo") == "lanjut"),
        *when_steps("acw"),
    ),
    form(
        "svrep",
        told_step("rpearly", optional=False, applies=_known("short")),
        told_step("rpres", optional=False),
        told_step("rpneed"),
    ),
    # Process 5
    form(
        "monplan",
        told_step(
            "mpwhat", "aman", "sehat", "psiko", "sosial", "hukum", "rencana", many=True, optional=False, columns=2
        ),
        choice_step("mphow", "datang", "telepon", "mitra", columns=3),
        told_step("mpnote"),
    ),
    form("goon", told_step("gowhy", optional=False)),
    form("review", told_step("rvsee", optional=False)),
    form(
        "enough",
        choice_step("enplan", "ya", "belum", columns=2),
        choice_step("enwell", "ya", "belum", columns=2),
        told_step("enwhy", optional=False),
    ),
    form("termpla", told_step("tpplan", optional=False), told_step("tpafter")),
    # Process 6
    form("present", told_step("prwho", *FAMILY, many=True, optional=False), told_step("prsay"), *when_steps("prw")),
    form(
        "signend",
        photo_step("sgphoto"),
        choice_step("sgwho", *FAMILY, columns=3),
        choice_step("fbsafe", "ya", "agak", "belum", optional=True, columns=3),
        told_step("fbhelp"),
        told_step("fbless"),
        told_step("fbmore"),
        *when_steps("sgw"),
    ),
    form("attempt", choice_step("athow", *WAYS), told_step("atnote"), *when_steps("atw")),
    form(
        "onesid",
        choice_step("osground", "menolak", "hilang", "meninggal"),
        choice_step("oswho", *FAMILY, "pelaku", columns=2, applies=_is("osground", "menolak")),
        choice_step("ossafe", "ya", "tidak", columns=2, applies=_is("osground", "meninggal")),
        told_step("oswhy", optional=False, by_hand=False, applies=_may_be_ended),
    ),
    form("denyone", told_step("dnwhy", by_hand=False)),
    form(
        "closing",
        told_step("clrep", optional=False, applies=_closing("ending")),
        told_step("clafter", applies=_closing("ending")),
        told_step("clinfo", "info", "bukan", "salah", optional=False, by_hand=False, applies=_closing("confirmed")),
        told_step(
            "clwhy", optional=False, by_hand=False, applies=lambda a: a.get("end") not in ("ending", "confirmed")
        ),
    ),
    form("reopen", told_step("rowhy", "lagi", "minta", "temu", "keliru", optional=False, by_hand=False)),
)
