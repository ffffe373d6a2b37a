"""A second reading of the regulation, by hand: who may do what, when, where it leads and what it needs.

Written from Perbup Luwu Utara 58/2023 (Lampiran II) and the rules R-01 to R-30, not from `cases.moves`; the last column
says it in the book's own words. A row that stands here and not there, or the other way round, is a mistake in one of
them: read the book again before you change either.

who: `anyone` of the unit but its admin · `officer`: duty officer, coordinator, head · `carer`: case manager,
coordinator, head · `lead`: coordinator, head · `head`. Whoever is on duty is a duty officer too. `holding`: only the
case's manager, who stands in for them, or a lead; while it has no manager, whoever is an officer or on duty.
from: statuses, `open`: all but closed, `handled`: all from assigned to ending, `working`: those with consent behind
them. needs: what must be so, each word a row of NEEDS below; `+` joins them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

GROUPS = {
    "open": "unfinished reported confirmed entrusted assigned met refused consented assessed planned served reviewed "
    "ending",
    "any": "unfinished reported confirmed entrusted assigned met refused consented assessed planned served reviewed "
    "ending closed",
    "handled": "assigned met refused consented assessed planned served reviewed ending",
    "underway": "assigned met refused consented assessed planned served reviewed",
    "working": "consented assessed planned served reviewed",
    "fresh": "unfinished reported",
    "known": "confirmed entrusted assigned met refused consented assessed planned served reviewed ending",
}
WHO = {
    "anyone": "duty_officer case_manager coordinator head",
    "officer": "duty_officer coordinator head",
    "officer/carer": "duty_officer case_manager coordinator head",
    "carer": "case_manager coordinator head",
    "lead": "coordinator head",
    "head": "head",
}

# step | who | does | from | to | needs | in the words of the book
BOOK = """
         1.2    | anyone                | look        | open             |           |                      | receive and record the report
         1.6    | anyone                | take        | open             |           |                      | outreach and emergency services, asked by U
         1.6    | anyone                | decline     | open             |           |                      | … (who can't go says so)
         1.6    | anyone                | keep        | open             |           |                      | … (and who still goes)
         1.6    | anyone                | return      | open             |           |                      | … (and who gives it back)
         1.6    | anyone                | offer       | open             |           |                      | … (or asks a colleague)
         1.6    | anyone                | accept      | open             |           |                      | … (who says yes)
         1.6    | anyone                | outreach    | open             |           |                      | informasi awal kasus: outreach within 1 day
         1.6    | anyone                | step        | open             |           |                      | crisis SOP, steps 1 to 13
         1.6    | anyone                | leave       | open             |           |                      | on the way
         1.6    | anyone                | safe        | any              |           |                      | whoever is out there is heard, whatever becomes of the case
         1.6    | anyone                | help        | any              |           |                      | …
         1.6    | anyone                | back        | any              |           |                      | …
         1.6    | anyone                | protect     | open             |           |                      | R-25: met by people who are physically present
         1.6    | officer               | end         | open             |           |                      | an alert without outreach ends by two officers
         1.6    | officer               | agreeend    | open             |           |                      | …
         1.6    | officer               | disagreeend | open             |           |                      | …
         1.5    | officer               | confirm     | fresh            | confirmed |                      | determine case type, risk level, authority: U
         1.5    | officer/carer         | raise       | open             |           |                      | R-16: risk reviewed at every contact, by a person
         1.5    | officer/carer         | lower       | open             |           |                      | …
         1.5    | officer               | agree       | open             |           | another:lowering     | from TINGGI with a second officer
         1.5    | officer               | disagree    | open             |           |                      | …
         1.5    | officer               | relabel     | fresh confirmed  |           |                      | R-22: staff may re-label LAINNYA
         1.5    | officer               | entrust     | confirmed        | entrusted | others               | b: help access PATBM; c: Dinas Sosial; d: UPTD PPA Provinsi / Kementerian PPPA
         1.5    | officer               | takeback    | entrusted        | confirmed |                      | R-08: upward default
         1.5    | lead                  | close       | confirmed        | closed    | information          | f: inform about UPTD PPA services and about the fitting service
         1.5    | lead                  | close       | entrusted        | closed    | others               | it has ended with those who help in b, c, d
         1.5    | lead                  | reopen      | closed           | confirmed | alone                | R-17: always leave the door open
         1.7    | lead                  | assign      | confirmed        | assigned  |                      | assign / request Pendamping/Peksos/MK to handle the case: U
         1.7    | lead                  | assign      | handled          |           |                      | another one, where the first can't go on
         1.7    | lead                  | delegate    | handled          |           |                      | acting for someone on leave
         1.8    | anyone                | contact     | open             |           |                      | visit / direct contact
         1.8    | anyone                | chat        | open             |           |                      | … or by the bot, to whoever told it
         1.8    | carer holding         | meet        | assigned         | met       |                      | visit/direct contact with beneficiary and family, explain purpose: P
         1.9    | carer holding         | explain     | met refused      |           |                      | build trust, prepare written informed consent: P
         1.10   | carer holding         | guardian    | underway         |           | child                | SPM: victim < 18 must be accompanied by a guardian; if none, the unit must provide one
         1.10   | carer holding         | consent     | met refused      | consented | guardian             | sign informed consent: K
         1.10   | carer holding         | consent     | working          |           | guardian             | signed after all, or anew
         1.10   | carer holding         | refuse      | met              | refused   |                      | if victim/family refuses to sign, handling cannot continue
         1.10   | carer holding         | refuse      | working          | refused   |                      | Ps 4 h: choice and decision of the beneficiary; consent can be taken back
         1.10   | carer holding         | override    | refused          |           |                      | R-17: exceptions by human decision with logged reason
         1.10   | lead                  | agreeover   | refused          | consented | another:exception+exception | … which need a person, a reason, and a second person
         1.10   | lead                  | denyover    | refused          |           | asked:exception      | …
         1.10   | lead                  | close       | refused          | closed    | refusal              | refusal ends handling; by the alleged offender it is void
         hak    | carer holding         | rights      | handled          |           |                      | 8 rights every victim must be told
         6.4    | carer holding         | attempt     | handled          |           |                      | R-26: at least 3 attempts
         2.1    | carer holding         | assess      | consented        |           | consent              | home visit: initial assessment; informed consent is a requirement
         2.2    | carer holding         | further     | consented        |           | consent+2.1          | further assessment via U
         2.3    | carer holding         | request     | consented        |           | consent+2.1          | help access UPTD PPA Provinsi/other
         2.4    | carer holding         | examined    | consented        |           | consent+2.3          | (lost; usulan) provider carries out the further assessment
         2.5    | carer holding         | combined    | consented        |           | consent+2.1          | (lost; usulan) receive and combine results
         2.6    | carer holding         | resultstold | consented        |           | consent+2.1          | (lost; usulan) explain results, re-check consent
         2.7    | carer holding         | conclude    | consented        | assessed  | consent+2.1          | conclude and document the findings: laporan kasus
         3.1    | carer holding         | goal        | assessed         |           | consent              | set the problem-solving goal
         3.2    | carer holding         | needs       | assessed         |           | consent+3.1          | weigh assessment, consult; formulate
         3.3    | carer holding         | plan        | assessed         |           | consent+3.2          | formulate service plan
         3.4    | carer holding         | confer      | assessed         |           | consent              | case conference/family meeting, if needed
         3.5    | carer holding         | agreeplan   | assessed         | planned   | consent+3.1+3.2+3.3  | inform goal and plan to beneficiary and family to be agreed
         4.1    | carer holding         | serve       | planned          |           | consent              | deliver services per plan
         mediasi| carer holding         | mediate     | planned          |           | consent+plain        | PPPA 2/2022: mediasi; UU 12/2022: never for TPKS
         4.3    | carer holding         | document    | planned          |           | consent+4.1          | document results
         4.4    | carer holding         | accompany   | planned          |           | consent              | accompany the beneficiary during intervention
         4.5    | carer holding         | report      | planned          | served    | consent+4.1          | accompaniment report
         5.1    | carer holding         | monplan     | planned served   |           |                      | prepare M&E plan
         5.2    | carer                 | visited     | open             |           |                      | visit/contact beneficiary
         5.2    | carer                 | postpone    | open             |           |                      | …
         5.2    | carer                 | unsafe      | open             |           |                      | …
         5.3    | carer holding         | confer      | served           |           |                      | if needed case conference/family meeting
         5.5    | carer holding         | enough      | served           | reviewed  | seen                 | plan fully executed AND considered recovered -> 5.7
         5.6    | carer holding         | goon        | served reviewed ending | consented | seen+round+signature | still needs services -> repeat assessment; R-27
         5.6    | lead                  | review      | served reviewed ending |     | another:manager      | R-27: supervisor review after the 3rd loop or 180 days
         5.7    | carer holding         | termplan    | reviewed         |           |                      | prepare termination plan
         5.8    | carer holding         | check       | reviewed         | ending    | 5.7                  | ensure completeness of documents from process 1 to 5
         6.1    | carer holding         | present     | ending           |           | signature+5.8        | meet beneficiary and family, present termination plan
         6.3    | carer holding         | signend     | ending           |           | signature+5.8+6.1    | sign form and give feedback
         6.4    | carer holding         | onesided    | handled          |           |                      | unilateral termination if dies, whereabouts unknown, or refuses
         6.4    | lead                  | agreeone    | handled          | ending    | another:end+end      | … R-26: supervisor sign-off
         6.4    | lead                  | denyone     | handled          |           | asked:end            | …
         6.5    | carer holding         | close       | ending           | closed    | closing              | document, set case status closed/end
         Ps 41  | officer/carer         | police      | any              |           |                      | UPTD PPA must make a report to police
         Ps 41  | head                  | excuse      | any              |           |                      | who answers for the unit
         4.6    | anyone holding        | note        | open             |           |                      | document the interventions
         4.6    | anyone holding        | correct     | open             |           |                      | … Ps 3 h: traceability
         4.6    | anyone                | undo        | any              |           |                      | …
         1.2    | anyone holding        | party       | open             |           |                      | R-09: identity collected at 1.8
         1.6    | officer/carer holding | refer       | fresh            |           | emergency            | crisis SOP 4, 5: to the priority referral before the interview
         1.5    | officer/carer holding | refer       | known            |           | sharing              | with the victim's consent; b, c, d by 1.5 itself
         1.5    | officer/carer holding | refnews     | any              |           |                      | rule 7: coordinate periodically with the receiver
         1.4    | officer/carer holding | draft       | open             |           |                      | surat rujukan, form penerimaan rujukan
         1.4    | lead                  | checkletter | any              |           |                      | draft, checked, signed
         1.4    | officer/carer holding | signletter  | any              |           |                      | …
         R-30   | lead                  | join        | open             |           |                      | merge by victim (staff confirms), keep each report time
         Ps 19  | lead                  | split       | open             |           | both                 | UU 11/2012: identity of child offender and victim must be secret
         Ps 8   | lead                  | erase       | fresh confirmed closed |      | asked:erasure        | UU 27/2022: the data subject may have personal data erased
         Ps 8   | lead                  | keeptold    | any              |           | asked:erasure        | … but for what the law needs (Ps 15)
         Ps 4 d | officer/carer         | distrust    | open             |           |                      | who writes may be the alleged offender, and learns nothing
         Ps 4 d | lead                  | trust       | open             |           |                      | …
         Ps 4 d | anyone                | exclude     | any              |           |                      | privacy and confidentiality: who is named sees nothing
"""  # noqa: E501


@dataclass(frozen=True)
class Told:
    """A case in words. `done`: steps of this round; `before`: steps of an earlier one. Wishes: "" none, `asked`,
    `agreed` by a second person, `alone` by the one who asked, `stale` agreed before the refusal that stands."""

    child: bool = False
    guardian: str = "none"  # none, other, offender
    consent: str = "none"  # none, signed, chat (no form), offender (signed by them), refused, void (refused by them)
    exception: str = ""
    ground: str = "undang"  # nyawa, wali, undang
    reason: bool = True
    grave: bool = False
    emergency: bool = False
    done: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    seen: str = "after"  # when 5.2 was, beside 4.1
    round: int = 1
    reviewed: bool = False
    long: bool = False
    kinds: str = "fisik"
    contact: bool | None = None  # of a sexual kind
    routes: str = "a"
    low: bool = False  # RENDAH, as a person rates it
    man: bool = False  # an adult man, sexual violence
    end: str = ""
    why: str = "hilang"
    tries: str = "none"  # none, two, three, sameday, novisit, slow
    others: bool | None = None
    asker: str = "another"  # or `self`: the one who does it has asked for it
    joined: bool = False
    erasure: str = ""  # or `asked`, `answered`
    types: str = "KTP"
    split: bool = False
    manager: str = "another"  # or `self`: the one who does it manages the case


def _excepted(told: Told) -> bool:
    return told.consent in ("refused", "void") and told.exception == "agreed"


def _consent(told: Told) -> bool:
    by_paper = told.consent == "signed" and (not told.child or told.guardian == "other")
    return by_paper or _excepted(told)


def _others(told: Told) -> bool:
    routes = told.routes.split()
    if told.emergency and "e*" not in routes:
        return False
    if "a" in routes or "e" in routes:
        return False
    if "b" in routes and not told.low:
        return False
    return bool({"b", "c", "d", "d*"} & {*routes})


def _sharing(told: Told) -> bool:
    if told.emergency or told.consent == "signed" or _excepted(told):
        return True
    return told.consent != "refused" and bool({"b", "c", "d", "d*"} & {*told.routes.split()})


def _exception(told: Told) -> bool:
    if told.exception != "asked" or told.consent not in ("refused", "void") or not told.reason:
        return False
    danger = told.grave or told.emergency
    # The victim herself refused where consent is `refused` and she is no child.
    return {"nyawa": danger, "wali": danger and told.child, "undang": True}[told.ground]


def _end(told: Told) -> bool:
    if told.end != "asked" or not told.reason:
        return False
    return {
        "hilang": told.tries == "three",
        "meninggal": told.others is not None,
        "menolak": told.consent != "void",
    }[told.why]


def _round(told: Told) -> bool:
    return told.reviewed or not (told.round >= 3 or told.long)


#: What each word of the column `needs` means.
NEEDS: dict[str, Callable[[Told], bool]] = {
    "child": lambda told: told.child,
    "guardian": lambda told: not told.child or told.guardian == "other",
    "consent": _consent,
    "exception": _exception,
    "asked:exception": lambda told: told.exception == "asked",
    "another:exception": lambda told: told.asker != "self",
    "refusal": lambda told: told.consent == "refused" and told.exception != "asked",
    "plain": lambda told: (
        {*told.kinds.split()} <= {"fisik", "psikis", "penelantaran", "lainnya", "hilang"}
        and bool({*told.kinds.split()} & {"fisik", "psikis", "penelantaran"})
        and told.contact is not True
    ),
    "seen": lambda told: "5.2" in told.done and ("4.1" not in told.done or told.seen != "earlier"),
    "round": _round,
    "signature": lambda told: told.end != "agreed",
    "end": _end,
    "asked:end": lambda told: told.end == "asked",
    "asked:erasure": lambda told: told.erasure == "asked",
    "another:end": lambda told: told.asker != "self",
    "closing": lambda told: told.end == "agreed" or {"5.8", "6.3"} <= told.done,
    "another:manager": lambda told: told.manager != "self",
    "another:lowering": lambda told: told.asker != "self",
    "others": _others,
    "information": lambda told: not told.emergency and told.routes in ("", "f") and not told.man,
    "emergency": lambda told: told.emergency,
    "sharing": _sharing,
    "alone": lambda told: not told.joined,
    "both": lambda told: (
        "ABH" in told.types.split() and bool({"KTP", "KTA"} & {*told.types.split()}) and not told.split
    ),
}


def need(word: str) -> Callable[[Told], bool]:
    """What a word of the column means; the number of a step: it was done, in this round."""
    if word[0].isdigit():
        return lambda told: word in told.done
    return NEEDS[word]


@dataclass(frozen=True)
class Row:
    """One line of BOOK."""

    step: str
    roles: frozenset[str]
    holding: bool
    does: str
    sources: frozenset[str]
    to: str
    needs: tuple[str, ...]
    words: str

    def lets(self, told: Told) -> bool:
        return all(need(word)(told) for word in self.needs)


def _row(line: str) -> Row:
    step, who, does, sources, to, needs, words = (part.strip() for part in line.split("|"))
    whom, _, holding = who.partition(" ")
    named = " ".join(GROUPS.get(source, source) for source in sources.split())
    return Row(
        step,
        frozenset(WHO[whom].split()),
        bool(holding),
        does,
        frozenset(named.split()),
        to,
        tuple(filter(None, needs.split("+"))),
        words,
    )


ROWS: tuple[Row, ...] = tuple(_row(line) for line in BOOK.strip().splitlines())
