"""A case from signed consent to its end, and back, as the unit does it on the phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from cases import assignment, rulings
from cases.alert import AlertRef, Cause
from cases.case import Case, CaseNumber, CaseRef, Status
from cases.entry import Entry, EntryKind
from cases.handling import Consent, Signer
from cases.letter import Letter, LetterKind, LetterRef, LetterState
from cases.messages import Button, ChatId, Message
from cases.moves import Action
from cases.outcome import EventKind, Outcome
from cases.party import Party, PartyKind, PartyRef
from cases.phrases import says
from cases.reports import Told, open_case
from cases.serving import services_of
from cases.visit import VisitRef
from handlers.conversation.engine import Answer, Kind
from handlers.heard import Doing
from handlers.scenes import scene_of_case
from tests.cases.stage import CALM, RAPED
from tests.office import CITRA, DEWI, EKA, REPORTER, Office, world
from triage.decision import decide
from triage.facts import Facts

REF = CaseRef("c")
AFAR = replace(CALM, offender=replace(CALM.offender, same_household=False))


async def begun(office: Office, facts: Facts = AFAR, status: Status = Status.CONSENTED) -> None:
    """A case that Eka holds, where it stands so, with the signed form."""
    async with office.storage.work() as work:
        roster = await work.roster()
        told = Told(answers={"name": "Melati"}, facts=facts, decision=decide(facts))
        _, outcome = open_case(
            told,
            ref=REF,
            alert_ref=AlertRef("alert"),
            number=CaseNumber("LU-2026-0001"),
            reporter=REPORTER,
            cause=Cause.REPORT,
            roster=roster,
            profile=world().profile,
            now=office.now,
        )
        await work.record(outcome, now=office.now)
        lead, eka = roster.by_chat(CITRA), roster.by_chat(EKA)
        assert lead is not None
        assert eka is not None
        given: dict[str, Any] = {"by": lead, "profile": world().profile, "now": office.now}
        await work.record(rulings.confirm(await scene_of_case(work, REF), **given), now=office.now)
        scene = await scene_of_case(work, REF)
        await work.record(assignment.assign(scene, manager=eka, visit_ref=VisitRef("v"), **given), now=office.now)
        case = (await scene_of_case(work, REF)).case
        consent = Consent(True, Signer.VICTIM, office.now, eka.id, photo_id="form")
        case = replace(case, status=status, contacted_at=office.now)
        case = replace(case, handling=replace(case.handling, consent=consent))
        await work.record(Outcome(cases=(case,)), now=office.now)
    await office.deliver()


async def case_of(office: Office) -> Case:
    async with office.storage.look() as look:
        found = await look.case(REF)
    assert found is not None
    return found


async def entries(office: Office) -> tuple[Entry, ...]:
    async with office.storage.look() as look:
        return await look.entries(REF)


async def act(office: Office, action: str, *answers: str, chat: ChatId = EKA, choice: str = "") -> list[Message]:
    """Press a fresh button of the case, then answer: "step:value" is a press, "photo" is sent, other words typed."""
    case = await case_of(office)
    said = await office.press(chat, Button(says("nothing"), action, REF, case.version, choice))
    for answer in answers:
        if answer == "photo":
            sent = Answer(Kind.PHOTO, file_id="termination-form")
            said = await office.does(chat, Doing.SAID, answer=sent)
        elif ":" in answer:
            said = await office.answers(chat, answer)
        else:
            said = await office.says(chat, answer)
    return said


async def offered(office: Office) -> set[str]:
    """Everything that stands on the card of the case, and behind its last button."""
    cards = (*await act(office, "open"), *await act(office, "more"))
    return {button.action for card in cards for row in card.buttons for button in row}


def keys(messages: list[Message]) -> list[str]:
    return [message.phrase.key for message in messages]


async def assessed(office: Office) -> None:
    """Process 2 is another's: its steps are there."""
    async with office.storage.work() as work:
        case = (await scene_of_case(work, REF)).case
        ref = f"assessment-{case.handling.round}"
        handling = case.handling.with_done(("2.1", "2.7"), at=office.now, by=case.manager, entry=ref)
        entry = Entry(*_of(ref), EntryKind.ASSESSMENT, office.now, office.now, case.manager)  # type: ignore[arg-type]
        changed = replace(case, status=Status.ASSESSED, handling=handling)
        await work.record(Outcome(cases=(changed,), entries=(entry,)), now=office.now)


async def stands(office: Office, status: Status, *steps: str) -> None:
    """The way there is told elsewhere: the case stands so, and these steps are done in its round."""
    async with office.storage.work() as work:
        case = (await scene_of_case(work, REF)).case
        handling = case.handling.with_done(steps, at=office.now, by=case.manager)
        await work.record(Outcome(cases=(replace(case, status=status, handling=handling),)), now=office.now)


def _of(ref: str) -> tuple[Any, CaseRef]:
    return ref, REF


async def planned(office: Office) -> None:
    await act(office, Action.GOAL, "Anak kembali sekolah dengan tenang")
    await act(office, Action.NEEDS, "nneeds:sehat", "nneeds:hukum", "nneeds:_done", "nwords:_skip")
    plan = ("periksa luka; Puskesmas; Maret", "pendampingan; LBH; sampai putusan", "pluntil:90", "plconf:ya")
    await act(office, Action.PLAN, *plan)
    meeting = ("cfoff:tidak", "cfwho:unit", "cfwho:sehat", "cfwho:_done", "sepakat dibantu", "cfnext:_skip", "cfw:0")
    await act(office, Action.CONFER, *meeting)
    await act(office, Action.AGREE_PLAN, "agwho:korban", "agwho:_done", "agok:setuju", "agw:0")
    assert (await case_of(office)).status is Status.PLANNED


async def served(office: Office) -> None:
    await act(office, Action.SERVE, "svkind:medis", "svby:sehat", "luka sembuh", "svw:0")
    await act(office, Action.DOCUMENT, "photo", "dcwhat:_skip")
    await goes_by(office, 31)
    seen = await act(office, Action.ACCOMPANY, "berjalan baik", "acgo:akhiri", "acw:0")
    assert "accompany-ended" in keys(seen)
    await office.presses(EKA, Action.REPORT)
    await office.says(EKA, "korban tenang, sekolah lagi")
    await office.answers(EKA, "rpneed:_skip")
    assert (await case_of(office)).status is Status.SERVED


async def goes_by(office: Office, days: int) -> None:
    """Time passes quietly: what rings meanwhile is asked elsewhere."""
    office.now += timedelta(days=days)


async def visit(office: Office, *more: str) -> None:
    async with office.storage.look() as look:
        coming = await look.planned_visit(REF)
    assert coming is not None
    await office.press(EKA, Button(says("nothing"), Action.VISIT_DONE, coming.ref, coming.version))
    await office.answers(EKA, "vresult:baik", "vrisk:tetap")
    if more:
        await office.says(EKA, more[0])
        await office.answers(EKA, *more[1:])


MONEV = ("ia tertawa lagi", "vneeds:cukup", "vnext:_skip")


async def file_is_complete(office: Office) -> None:
    """The letters are another room's doing; here they lie in the file, checked."""
    kinds = (LetterKind.RESUME, LetterKind.TASK, LetterKind.REQUEST, LetterKind.CASE_REPORT, LetterKind.PLAN)
    made_by = (await office.member(EKA)).id
    letters = tuple(
        Letter(LetterRef(str(kind)), REF, kind, f"{nth}/2026", made_by, office.now, LetterState.CHECKED)
        for nth, kind in enumerate((*kinds, LetterKind.MONITORING_REPORT), 1)
    )
    victim = Party(PartyRef("victim"), REF, PartyKind.VICTIM, name="Melati")
    async with office.storage.work() as work:
        await work.record(Outcome(letters=letters, parties=(victim,)), now=office.now)


async def test_from_consent_to_the_end(office: Office) -> None:
    await begun(office)
    await assessed(office)
    await planned(office)
    await served(office)
    await act(office, Action.MONITOR_PLAN, "mpwhat:aman", "mpwhat:_done", "mphow:datang", "mpnote:_skip")
    await visit(office, *MONEV)
    await act(office, Action.ENOUGH, "enplan:ya", "enwell:belum", "masih takut malam hari")
    assert office.heard_by(EKA)[-1] == "refusal-not-recovered"
    await act(office, Action.ENOUGH, "enplan:ya", "enwell:ya", "sekolah tiap hari, tidur nyenyak")
    await act(office, Action.TERM_PLAN, "pertemuan terakhir di rumah bersama ibu", "tpafter:_skip")
    (lacking,) = await act(office, Action.CHECK)
    assert lacking.phrase.key == "checklist-lacking"
    assert lacking.phrase.args["count"] == 6
    assert not lacking.buttons
    assert keys(await act(office, Action.CHECK, choice="do")) == ["refusal-incomplete"]
    await file_is_complete(office)
    assert keys(await act(office, Action.CHECK)) == ["checklist-complete"]
    await office.presses(EKA, Action.CHECK, "do")
    assert (await case_of(office)).status is Status.ENDING
    assert keys(await act(office, Action.CLOSE)) == ["refusal-needs-signature"]
    await act(office, Action.PRESENT, "prwho:korban", "prwho:_done", "prsay:_skip", "prw:0")
    feedback = ("photo", "sgwho:korban", "fbsafe:ya", "didengar tanpa disalahkan", "lebih cepat", "fbmore:_skip")
    await act(office, Action.SIGN_END, *feedback, "sgw:0")
    await act(office, Action.CLOSE, "tujuan tercapai", "clafter:_skip")
    case = await case_of(office)
    assert case.status is Status.CLOSED
    assert case.handling.has("3.5", "4.1", "4.3", "4.4", "4.5", "5.1", "5.2", "5.5", "5.7", "5.8", "6.1", "6.3", "6.5")
    written = {entry.kind for entry in await entries(office)}
    assert {EntryKind.GOAL, EntryKind.PLAN, EntryKind.MONITORING, EntryKind.FEEDBACK, EntryKind.TERMINATION} <= written
    async with office.storage.look() as look:
        assert await look.planned_visit(REF) is None
    heard = office.heard_by(EKA)
    await office.passes(days=40)
    assert office.heard_by(EKA) == heard


async def test_what_was_told_is_in_the_entries_and_in_no_notice(office: Office) -> None:
    await begun(office)
    await assessed(office)
    await planned(office)
    plan = next(entry for entry in await entries(office) if entry.kind is EntryKind.PLAN)
    assert services_of(plan.told) == [
        {"need": "sehat", "what": "periksa luka", "who": "Puskesmas", "until": "Maret"},
        {"need": "hukum", "what": "pendampingan", "who": "LBH", "until": "sampai putusan"},
    ]
    assert "periksa luka" not in repr(office.sent.get(CITRA, []))
    async with office.storage.look() as look:
        assert "periksa luka" not in repr(await look.history(REF))


async def test_an_entry_can_be_undone_and_the_case_stands_as_before(office: Office) -> None:
    await begun(office)
    await assessed(office)
    await planned(office)
    await office.presses(EKA, Action.UNDO)
    case = await case_of(office)
    assert case.status is Status.ASSESSED
    assert not case.handling.has("3.5")
    assert case.handling.has("3.4")


async def test_wishes_have_changed_and_the_plan_is_made_anew(office: Office) -> None:
    await begun(office, status=Status.ASSESSED)
    await act(office, Action.GOAL, "hidup tenang")
    await act(office, Action.NEEDS, "nneeds:sosial", "nneeds:_done", "nwords:_skip")
    await act(office, Action.PLAN, "bantuan usaha; Dinsos; April", "pluntil:60", "plconf:tidak")
    changed = ("agwho:korban", "agwho:_done", "agok:berubah", "ingin di dekat orang tua", "agw:0")
    await act(office, Action.AGREE_PLAN, *changed)
    assert keys(await act(office, Action.AGREE_PLAN)) == ["refusal-needs-step"]
    await act(office, Action.PLAN, "bantuan usaha di desa ibu; Dinsos; April", "pluntil:60", "plconf:tidak")
    await act(office, Action.AGREE_PLAN, "agwho:korban", "agwho:_done", "agok:setuju", "agw:0")
    assert (await case_of(office)).status is Status.PLANNED


async def test_in_sexual_violence_nobody_is_asked_to_one_table_and_there_is_no_mediation(office: Office) -> None:
    await begun(office, RAPED, Status.PLANNED)
    shown = await offered(office)
    assert Action.SERVE in shown
    assert Action.MEDIATE not in shown
    assert keys(await act(office, Action.MEDIATE)) == ["refusal-no-mediation"]
    async with office.storage.work() as work:
        case = (await scene_of_case(work, REF)).case
        await work.record(Outcome(cases=(replace(case, status=Status.ASSESSED),)), now=office.now)
    (asked,) = await act(office, Action.CONFER)
    assert "ask-cfwho-apart" in repr(asked.phrase)


async def test_mediation_only_if_the_victim_wants_it(office: Office) -> None:
    await begun(office, AFAR, Status.PLANNED)
    assert Action.MEDIATE in await offered(office)
    await act(office, Action.MEDIATE, "mdwish:tidak")
    assert "mediate-not-wished" in office.heard_by(EKA)
    assert not await entries(office)


async def test_after_the_third_round_somebody_else_looks_at_it(office: Office) -> None:
    await begun(office)
    for nth in range(1, 4):
        await stands(office, Status.SERVED, "2.1", "3.5", "4.1", "4.5")
        office.now += timedelta(days=31)
        await visit(office, *MONEV)
        if nth < 3:
            await act(office, Action.GO_ON, "masih perlu konseling")
            assert (await case_of(office)).handling.round == nth + 1
            assert office.heard_by(CITRA).count("round-started") == nth
    assert keys(await act(office, Action.GO_ON)) == ["refusal-needs-review"]
    for chat in (CITRA, DEWI):
        assert office.heard_by(chat).count("review-wanted") == 1
    assert keys(await act(office, Action.REVIEW)) == ["refusal-not-allowed"]
    await office.presses(CITRA, Action.REVIEW)
    await office.says(CITRA, "ganti psikolog, ajak keluarga besar")
    assert "round-reviewed" in office.heard_by(EKA)
    await act(office, Action.GO_ON, "masih perlu konseling")
    case = await case_of(office)
    assert (case.status, case.handling.round) == (Status.CONSENTED, 4)
    notes = [entry for entry in await entries(office) if "5.2" in entry.steps]
    assert len(notes) == 3


async def test_after_180_days_too(office: Office) -> None:
    await begun(office)
    await stands(office, Status.SERVED, "4.1")
    await goes_by(office, 181)
    await visit(office, *MONEV)
    assert keys(await act(office, Action.GO_ON)) == ["refusal-needs-review"]


async def tried(office: Office, *ways: str) -> None:
    for how in ways:
        office.now += timedelta(days=1)
        await act(office, Action.ATTEMPT, f"athow:{how}", "atnote:_skip", "atw:0")


async def test_whereabouts_unknown_only_with_proof_of_the_search(office: Office) -> None:
    await begun(office, status=Status.SERVED)
    await tried(office, "phone", "others")
    refused = await act(office, Action.ONE_SIDED, "osground:hilang")
    assert keys(refused)[-1] == "refusal-needs-search"
    assert refused[-1].phrase.args == {"tries": 2, "days": 2, "visits": 0}
    assert [button.action for row in refused[-1].buttons for button in row] == [Action.ATTEMPT]
    await tried(office, "visit")
    await act(office, Action.ONE_SIDED, "osground:hilang", "pindah tanpa kabar menurut tetangga")
    for chat in (CITRA, DEWI):
        asked = next(m for m in office.sent[chat] if m.phrase.key == "one-sided-asked")
        assert "tetangga" not in repr(asked)
        assert {b.action for row in asked.buttons for b in row} == {"wish"}
    (wish,) = await office.presses(DEWI, "wish")
    assert wish.protect
    assert wish.phrase.args["reason"] == "pindah tanpa kabar menurut tetangga"
    async with office.storage.look() as look:
        assert [one.what for one in await look.looks(REF)][-1] == "one_sided"
    await office.presses(DEWI, Action.AGREE_ONE_SIDED)
    assert (await case_of(office)).status is Status.ENDING
    await office.presses(EKA, Action.CLOSE)
    await office.says(EKA, "tidak ditemukan, pintu tetap terbuka")
    await office.answers(EKA, "clafter:_skip")
    assert (await case_of(office)).status is Status.CLOSED


async def test_of_two_who_answer_the_second_hears_that_it_has_changed(office: Office) -> None:
    await begun(office, status=Status.SERVED)
    await act(office, Action.ONE_SIDED, "osground:menolak", "oswho:korban", "tidak mau didampingi lagi")
    await office.presses(CITRA, "wish")
    await office.presses(DEWI, "wish")
    await act(office, Action.ATTEMPT, "athow:phone", "atnote:_skip", "atw:0")
    seen = await office.presses(CITRA, Action.AGREE_ONE_SIDED)
    assert keys(seen) == ["refusal-changed", "one-sided-wish"]
    await office.presses(CITRA, Action.AGREE_ONE_SIDED)
    assert (await case_of(office)).status is Status.ENDING
    assert keys(await office.presses(DEWI, Action.AGREE_ONE_SIDED)) == ["refusal-wrong-moment", "changed-since"]


async def test_a_refusal_by_the_offender_is_void(office: Office) -> None:
    await begun(office, status=Status.SERVED)
    said = await act(office, Action.ONE_SIDED, "osground:menolak", "oswho:pelaku", "katanya tidak perlu lagi")
    assert keys(said)[-1] == "refusal-void"
    assert (await case_of(office)).handling.one_sided is None


async def test_a_wish_that_was_not_agreed_to(office: Office) -> None:
    await begun(office, status=Status.SERVED)
    await act(office, Action.ONE_SIDED, "osground:menolak", "oswho:keluarga", "keluarga malu")
    await office.presses(CITRA, "wish")
    await office.presses(CITRA, Action.DENY_ONE_SIDED)
    await office.says(CITRA, "tanyakan dulu kepada korban sendiri")
    assert "one-sided-denied" in office.heard_by(EKA)
    assert (await case_of(office)).status is Status.SERVED


async def test_after_refusal_it_is_closed_by_who_answers_for_the_unit(office: Office) -> None:
    await begun(office, status=Status.REFUSED)
    async with office.storage.work() as work:
        case = (await scene_of_case(work, REF)).case
        assert case.handling.consent is not None
        refused = replace(case.handling, consent=replace(case.handling.consent, agreed=False))
        await work.record(Outcome(cases=(replace(case, handling=refused),)), now=office.now)
    assert keys(await act(office, Action.CLOSE)) == ["refusal-not-allowed"]
    await act(office, Action.CLOSE, "tidak mau didampingi, tahu ke mana meminta bantuan", chat=CITRA)
    assert (await case_of(office)).status is Status.CLOSED
    assert "case-closed" in office.heard_by(EKA)


async def test_reopened_and_the_former_manager_is_offered_first(office: Office) -> None:
    await begun(office, status=Status.SERVED)
    await office.shut()
    assert (await case_of(office)).status is Status.CLOSED
    assert keys(await act(office, Action.REOPEN)) == ["refusal-not-allowed"]
    seen = await act(office, Action.REOPEN, "rowhy:lagi", chat=CITRA)
    assert {"case-reopened", "reopened-former"} <= set(keys(seen))
    assert "assignment-open" not in keys(seen)  # the same, said twice
    former = next(message for message in seen if message.phrase.key == "reopened-former")
    assert [button.action for row in former.buttons for button in row] == [Action.ASSIGN, "managers"]
    case = await case_of(office)
    assert (case.status, case.manager, case.handling.consent) == (Status.CONFIRMED, None, None)
    eka = await office.member(EKA)
    await office.presses(CITRA, Action.ASSIGN, str(int(eka.id)))
    case = await case_of(office)
    assert (case.status, case.manager) == (Status.ASSIGNED, eka.id)
    assert case.handling.started_at == office.now
    async with office.storage.look() as look:
        assert EventKind.CASE_REOPENED in [event.kind for event in await look.history(REF)]


async def test_a_judgement_from_an_old_card_is_asked_anew(office: Office) -> None:
    await begun(office, status=Status.SERVED)
    old = Button(says("nothing"), Action.ENOUGH, REF, (await case_of(office)).version)
    await visit(office, *MONEV)
    seen = await office.press(EKA, old)
    assert keys(seen) == ["refusal-changed", "case-now"]


async def test_two_at_the_same_case_nothing_is_overwritten(office: Office) -> None:
    await begun(office, status=Status.ASSESSED)
    await act(office, Action.GOAL, chat=CITRA)
    await act(office, Action.GOAL, "tujuan dari Eka")
    seen = await office.says(CITRA, "tujuan dari Citra")
    assert "meanwhile" in keys(seen)
    goals = [entry for entry in await entries(office) if entry.kind is EntryKind.GOAL]
    assert len(goals) == 1
