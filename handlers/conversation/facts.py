"""What the rules may know of a report: only what was told. What was left out, or not asked yet, stays unknown.

Every kind of answer is one small function that notes what follows from it; together they are read as facts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from handlers.conversation.answering import danger_choices, state_choices
from handlers.conversation.asking import PICKS
from handlers.conversation.engine import open_steps
from handlers.conversation.report import REPORT
from handlers.conversation.steps import Answers, World
from handlers.conversation.summary import place_of, victim_place
from handlers.conversation.times import band_of
from handlers.conversation.victims import first_person, may_be_pregnant, other_victims, with_age
from triage.decision import decide
from triage.facts import Facts, facts_from

Noted = dict[str, Any]

REPORTERS = {
    "sp": "korban", "sl": "korban", "sa": "korban", "anak": "keluarga", "kel": "keluarga", "lain": "pihak_ketiga",
    "petugas": "petugas",
}  # fmt: skip
JOBS = {"nakes": "tenaga_kesehatan", "psi": "psikolog", "pekso": "peksos", "guru": "petugas", "lain": "petugas"}

VIOLENCE = {
    "pukul": "fisik", "hina": "psikis", "seks": "seksual", "ucap": "seksual", "foto": "kbgo",
    "lantar": "penelantaran", "kerja": "eksploitasi", "jual": "tppo", "kawin": "perkawinan_paksa",
    "hilang": "hilang", "lain": "lainnya",
}  # fmt: skip

#: A ticked sign → what is true with it. Somebody at the door with a raised hand is violence that goes on; a threat
#: to kill is a threat; what gets worse has happened before.
NOW: Mapping[str, tuple[str, ...]] = {
    "pukul": ("ongoing_now",),
    "dekat": ("ongoing_now",),
    "parah": ("severe_injury", "injury"),
    "senjata": ("weapon",),
    "kurung": ("confined",),
    "bunuh": ("death_threat", "threats"),
}
DANGER: Mapping[str, tuple[str, ...]] = {
    "parah": ("severe_injury", "injury"),
    "luka": ("injury",),
    "ulang": ("repeated",),
    "makin": ("escalating", "repeated"),
    "senjata": ("weapon",),
    "cekik": ("strangulation",),
    "bunuh": ("death_threat", "threats"),
    "ancam": ("threats",),
    "hamil": ("beaten_pregnant",),
    "cemburu": ("extreme_jealousy",),
    "pisah": ("recent_separation",),
    "kurung": ("confined",),
    "asuh": ("no_safe_caregiver",),
}

#: Hours since, at the late end of each band: the last full hour in which medicine can still help (PEP 72 h,
#: emergency contraception 120 h), so that no window is taken for longer, or for gone, than it is.
HOURS = {"h0": 24, "h1": 48, "h3": 71, "h5": 119}

#: Days until the wedding, at the early end of each band. "It has happened" is no number of days: unknown, and raises.
DAYS = {"1": 1, "7": 7, "8": 8}

SUICIDAL = {"pikir": "ideasi", "rencana": "niat_rencana", "coba": "percobaan"}

RELATIONS = {
    "suami": "pasangan", "mantan": "mantan_pasangan", "pacar": "pacar", "ortu": "orang_tua", "tiri": "orang_tua_tiri",
    "kel": "keluarga", "tetangga": "tetangga", "guru": "guru_pengasuh", "teman": "teman", "bos": "majikan",
    "pejabat": "petugas_pemerintah", "remaja": "anak", "asing": "tidak_dikenal",
}  # fmt: skip


def facts_of(answers: Answers, world: World) -> Facts:
    """The facts as told so far, ticks that wait for "Selesai" included: danger does not wait."""
    return facts_from(_noted(answers, world))


def worst(answers: Answers, world: World) -> Facts:
    """The facts with everything that was not told unknown, which raises."""
    return facts_of(answers, world)


def pressing(answers: Answers, world: World) -> bool:
    """Whether it is an emergency even if every question still to be asked gets its most harmless answer."""
    noted = _noted(answers, world)
    still_open = frozenset(open_steps(REPORT, answers))
    _suppose_harmless(noted, still_open, answers)
    return decide(facts_from(noted), ours=world.places.ours).emergency


def ticked(step: str, answers: Answers) -> tuple[str, ...]:
    """What is chosen among several, or ticked by now."""
    waiting = answers.get(PICKS, {}).get(step)
    chosen = answers.get(step)
    both = [*(chosen if isinstance(chosen, list) else ()), *(waiting or ())]
    return tuple(dict.fromkeys(both))


def settled(step: str, answers: Answers) -> bool:
    """Whether a question with several answers was answered: what is not among them is not so."""
    return isinstance(answers.get(step), list)


def _noted(answers: Answers, world: World) -> Noted:
    noted: Noted = {}
    for note in NOTES:
        note(noted, answers, world)
    return {key: value for key, value in noted.items() if value not in (None, [], {})}


def _who(noted: Noted, answers: Answers, world: World) -> None:
    noted["reporter"] = REPORTERS.get(answers.get("who", ""))
    if answers.get("who") == "petugas" and answers.get("job") in JOBS:
        noted["reporter"] = JOBS[answers["job"]]


def _safety(noted: Noted, answers: Answers, world: World) -> None:
    safe = answers.get("safe")
    noted["safe_now"] = {"ya": True, "tidak": False}.get(str(safe))
    if noted["safe_now"] is True or settled("now", answers):
        noted["ongoing_now"] = False
    for sign in ticked("now", answers):
        noted |= dict.fromkeys(NOW.get(sign, ()), True)


def _signs(noted: Noted, answers: Answers, world: World) -> None:
    if settled("danger", answers):
        for choice in danger_choices(answers, world):
            for fact in DANGER.get(choice.value, ()):
                noted.setdefault(fact, False)
    for sign in ticked("danger", answers):
        noted |= dict.fromkeys(DANGER.get(sign, ()), True)


def _kind(noted: Noted, answers: Answers, world: World) -> None:
    kinds = ticked("kind", answers)
    noted["violence"] = list(dict.fromkeys(VIOLENCE[kind] for kind in kinds if kind in VIOLENCE))
    if "seks" in kinds:
        noted["sexual_contact"] = True
    elif "ucap" in kinds:
        noted["sexual_contact"] = False
    law = ticked("law", answers)
    if "hukum" in kinds:
        noted["ampk"] = ["A02"] if "tuduh" in law or "tahan" in law or "saksi" not in law else []
        noted["child_witness"] = "saksi" in law or (False if settled("law", answers) else None)
        noted["detained"] = "tahan" in law or (False if settled("law", answers) else None)


def _when(noted: Noted, answers: Answers, world: World) -> None:
    when = answers.get("when")
    if isinstance(when, int):
        noted["hours_since"] = when
        when = band_of(when)
    elif when in HOURS:
        noted["hours_since"] = HOURS[when]
    if when in HOURS:
        noted["recent"] = True
    elif when in ("d6", "m1", "kecil"):
        noted["recent"] = False
        noted["historical"] = True if when == "kecil" else None
    wed = answers.get("wed")
    noted["days_until"] = wed if isinstance(wed, int) else DAYS.get(str(wed))


def _people(noted: Noted, answers: Answers, world: World) -> None:
    others = other_victims(answers)
    first = _first(answers, world)
    known = first or "victim" in answers or others
    noted["victims"] = [_victim(one) for one in (first, *others)] if known else []


def _first(answers: Answers, world: World) -> Noted:
    """The first victim, with the condition that was told of them."""
    one = with_age(first_person(answers), answers.get("age"))
    states = ticked("state", answers)
    if "tua" in states and "age" not in one and one.get("group") != "anak":
        one["age"] = 60
    for state, fact in (("hamil", "pregnant"), ("difabel", "disability")):
        if state in states:
            one[fact] = True
        elif settled("state", answers) and _was_offered(state, answers, world):
            one[fact] = False
    if not may_be_pregnant(answers):
        one.pop("pregnant", None)
    return one


def _was_offered(state: str, answers: Answers, world: World) -> bool:
    return any(choice.value == state for choice in state_choices(answers, world))


def _victim(one: Noted) -> Noted:
    victim = {key: one[key] for key in ("sex", "age", "pregnant", "disability") if one.get(key) is not None}
    if "age" not in victim and one.get("group"):
        victim["age_group"] = one["group"]
    return victim


def _mind(noted: Noted, answers: Answers, world: World) -> None:
    thoughts = "gelap" in ticked("state", answers) or "mati" in ticked("now", answers)
    if thoughts:
        noted["suicidal"] = SUICIDAL.get(str(answers.get("mind")), "ideasi")
    elif settled("state", answers):
        noted["suicidal"] = "tidak"
    if "guncang" in ticked("state", answers):
        noted["serious_psych_impact"] = True
    elif settled("state", answers):
        noted["serious_psych_impact"] = False


def _offender(noted: Noted, answers: Answers, world: World) -> None:
    doer, reach = answers.get("doer"), answers.get("reach")
    offender: Noted = {}
    relation = doer.get("relation") if isinstance(doer, Mapping) else doer
    offender["relation"] = RELATIONS.get(str(relation))
    offender["official"] = True if relation == "pejabat" else None
    if isinstance(doer, Mapping):
        offender["age"] = doer["age"]
    elif doer == "remaja":
        offender["age_group"] = "anak"
    if reach in ("rumah", "ya"):
        offender |= {"access": "ya", "same_household": reach == "rumah"}
    elif reach == "tidak":
        offender |= {"access": "tidak", "same_household": False}
    if "dekat" in ticked("now", answers) or "pukul" in ticked("now", answers):
        offender["access"] = "ya"
    noted["offender"] = {key: value for key, value in offender.items() if value is not None}


def _places(noted: Noted, answers: Answers, world: World) -> None:
    noted["loc_victim"] = _known(victim_place(answers), world)
    where = answers.get("where")
    if where == "sama":
        noted["loc_incident"] = noted["loc_victim"]
    elif where == "daring":
        noted["loc_incident"] = "daring"
    elif where == "lain":
        noted["loc_incident"] = _known(place_of(answers, "iplace", "iregency", "icountry"), world)


def _known(code: str, world: World) -> str | None:
    """The code, "abroad" without a country where only that was told, or unknown."""
    return code if world.places.knows(code) else None


NOTES: tuple[Callable[[Noted, Answers, World], None], ...] = (
    _who, _safety, _signs, _kind, _when, _people, _mind, _offender, _places,
)  # fmt: skip


def _suppose_harmless(noted: Noted, still_open: frozenset[str], answers: Answers) -> None:
    """Fill what only a question still to be asked could tell with its most harmless answer."""
    if "safe" in still_open:
        noted.setdefault("safe_now", True)
    if still_open & {"safe", "now"}:
        noted.setdefault("ongoing_now", False)
    if "when" in still_open:
        noted.setdefault("recent", False)
    if "wed" in still_open:
        noted.setdefault("days_until", 30)
    if "reach" in still_open:
        noted.setdefault("offender", {}).setdefault("access", "tidak")
    if still_open & {"who", "victim", "age"}:
        first, *others = noted.get("victims") or [{}]
        noted["victims"] = [_harmless_person(first, child="age" in still_open), *others]
    if "otherage" in still_open and noted.get("victims"):
        *before, last = noted["victims"]
        noted["victims"] = [*before, _harmless_person(last, child=True)]


def _harmless_person(one: Noted, *, child: bool) -> Noted:
    if "age" in one:
        return one
    age = 17 if child else 30
    return {key: value for key, value in one.items() if key != "age_group"} | {"age": age}


__all__ = ["facts_of", "pressing", "ticked", "worst"]
