"""Step 5.8: the documents that the file must hold, those of an earlier round apart from those of the present one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from cases import completeness, terminating
from cases.case import CaseRef
from cases.completeness import Papers, checklist, missing
from cases.entry import Entry, EntryKind, EntryRef
from cases.handling import Done, Handling, Override
from cases.letter import Letter, LetterKind, LetterRef, LetterState
from cases.party import Party, PartyKind, PartyRef
from cases.referral import ReferralState
from cases.refusals import Incomplete
from cases.reopening import anew
from tests.cases.stage import DANGER, DEWI, EKA, NOON, Stage
from tests.cases.test_cases_service import SIGNED, S, at, case_of, do, referral

HOUR = timedelta(hours=1)


def entry(kind: EntryKind, *steps: str) -> Entry:
    return Entry(EntryRef(f"{kind}{steps}"), CaseRef("c"), kind, NOON, NOON, EKA.id, steps=steps)


def letter(kind: LetterKind, state: LetterState = LetterState.SIGNED) -> Letter:
    return Letter(LetterRef(str(kind)), CaseRef("c"), kind, "1", EKA.id, NOON, state)


#: What the book asks for at 5.8, done in the first round, each with the entry that tells of it.
STEPS = ("2.1", "4.3", "4.5", "5.2")
ENTRIES = (
    entry(EntryKind.ASSESSMENT, "2.1"),
    entry(EntryKind.RESULT, "4.3"),
    entry(EntryKind.RESULT, "4.5"),
    entry(EntryKind.MONITORING, "5.2"),
)
LETTERS = tuple(letter(kind) for kind in completeness.AS_LETTERS.values())
VICTIM = Party(PartyRef("p"), CaseRef("c"), PartyKind.VICTIM)
FULL = Papers(ENTRIES, LETTERS, (), (VICTIM,))


def reviewed(**more: Any) -> Stage:
    """On the way to termination, with what the book asks for written down in the first round."""
    stage = at(S.REVIEWED, "5.7", **more)
    done = tuple(Done(step, NOON, EKA.id, entry.ref) for step, entry in zip(STEPS, ENTRIES, strict=True))
    kept = case_of(stage).handling
    stage.case = replace(case_of(stage), handling=replace(kept, done=(*kept.done, *done)))
    return stage


def without(*kinds: LetterKind) -> Papers:
    return replace(FULL, letters=tuple(one for one in LETTERS if one.kind not in kinds))


PAPERS: list[tuple[Papers, set[str]]] = [
    (FULL, set()),
    (Papers(), {"identitas", "asesmen", "hasil", "laphasil", "monev", *completeness.AS_LETTERS}),
    (replace(FULL, parties=()), {"identitas"}),
    (replace(FULL, parties=(replace(VICTIM, kind=PartyKind.OFFENDER),)), {"identitas"}),
    (without(LetterKind.RESUME, LetterKind.TASK), {"resume", "tugas"}),
    (replace(FULL, letters=(*LETTERS[1:], replace(LETTERS[0], state=LetterState.DRAFT))), {"resume"}),
    (replace(FULL, entries=tuple(replace(one, undone_at=NOON) for one in ENTRIES[:1]) + ENTRIES[1:]), {"asesmen"}),
    (replace(FULL, referrals=(referral(ReferralState.SENT, received=False),)), {"terima"}),
    (replace(FULL, referrals=(referral(ReferralState.ENDED),)), set()),
    (replace(FULL, referrals=(referral(ReferralState.DECLINED, received=False),)), set()),
    (
        replace(
            FULL,
            referrals=(referral(ReferralState.SENT, received=False),),
            letters=(*LETTERS, replace(letter(LetterKind.RECEIPT), about="r")),
        ),
        set(),
    ),
    (
        replace(
            FULL,
            referrals=(referral(ReferralState.SENT, received=False),),
            letters=(*LETTERS, replace(letter(LetterKind.RECEIPT), about="another")),
        ),
        {"terima"},
    ),
]


@pytest.mark.parametrize(("papers", "lacking"), PAPERS)
def test_the_list_of_documents(papers: Papers, lacking: set[str]) -> None:
    stage = reviewed()
    assert set(missing(checklist(case_of(stage), papers))) == lacking
    if lacking:
        with pytest.raises(Incomplete) as refused:
            do(stage, terminating.check, papers=papers)
        named = refused.value.phrase.args["missing"]
        assert isinstance(named, tuple)
        assert {phrase.key for phrase in named} == {f"paper-{name}" for name in lacking}
        assert case_of(stage).status is S.REVIEWED
    else:
        do(stage, terminating.check, papers=papers)
        assert case_of(stage).status is S.ENDING
        assert case_of(stage).handling.checked_at == stage.now


def test_first_information_only_after_an_emergency() -> None:
    stage = reviewed(facts=DANGER)
    assert missing(checklist(case_of(stage), FULL)) == ("awal",)
    assert not missing(checklist(case_of(stage), replace(FULL, outreach=True)))


def test_consent_is_the_photo_or_the_exception_of_two() -> None:
    for consent, wish, there in (
        (replace(SIGNED, photo_id=""), None, False),
        (replace(SIGNED, agreed=False), None, False),
        (None, Override("nyawa", "x", EKA.id, NOON), False),  # type: ignore[arg-type]
        (None, Override("nyawa", "x", EKA.id, NOON, DEWI.id, NOON), True),  # type: ignore[arg-type]
    ):
        case = case_of(reviewed(consent=consent, override=wish))
        assert ("persetujuan" not in missing(checklist(case, FULL))) == there


#: What each beginning asks for again: another assessment what tells of it, another opening also by whom and with whom.
ROUND = {"asesmen", "hasil", "laphasil", "monev", "laporan", "rencana", "lapmonev"}
OPENING = ROUND | {"tugas", "permohonan", "persetujuan"}


def again(stage: Stage, begun: Handling) -> Stage:
    stage.case = replace(case_of(stage), handling=begun)
    return stage


def test_what_was_assessed_before_is_no_assessment_of_now() -> None:
    stage = reviewed()
    stage = again(stage, case_of(stage).handling.next_round(NOON + HOUR))
    assert set(missing(checklist(case_of(stage), FULL))) == ROUND
    # Made anew in this round it is there, and the old ones stay beside it.
    newer = tuple(replace(one, ref=EntryRef(f"{one.ref}-2"), at=NOON + 2 * HOUR) for one in ENTRIES)
    done = tuple(Done(step, NOON + 2 * HOUR, EKA.id, one.ref, 2) for step, one in zip(STEPS, newer, strict=True))
    kept = case_of(stage).handling
    stage = again(stage, replace(kept, done=(*kept.done, *done)))
    letters = tuple(replace(one, ref=LetterRef(f"{one.ref}-2"), made_at=NOON + 2 * HOUR) for one in LETTERS)
    papers = replace(FULL, entries=(*ENTRIES, *newer), letters=(*LETTERS, *letters))
    assert missing(checklist(case_of(stage), papers)) == ()
    undone = tuple(replace(one, undone_at=NOON) for one in newer)
    assert set(missing(checklist(case_of(stage), replace(papers, entries=(*ENTRIES, *undone))))) == {
        "asesmen", "hasil", "laphasil", "monev",
    }  # fmt: skip


def test_opened_again_it_is_given_and_signed_anew() -> None:
    stage = reviewed()
    stage = again(stage, anew(case_of(stage).handling, now=NOON + HOUR))
    assert set(missing(checklist(case_of(stage), FULL))) == OPENING
    # In the round after that the task and the consent of this opening still count; a receipt of the one before is no
    # matter of this one.
    task, request = (replace(letter(kind), made_at=NOON + 2 * HOUR) for kind in (LetterKind.TASK, LetterKind.REQUEST))
    stage = again(stage, replace(case_of(stage).handling, consent=SIGNED).next_round(NOON + 3 * HOUR))
    papers = replace(FULL, letters=(*LETTERS, task, request), referrals=(referral(ReferralState.SENT, received=False),))
    assert set(missing(checklist(case_of(stage), papers))) == ROUND


def test_when_a_round_began_is_also_known_of_older_cases() -> None:
    older = Handling(done=(Done("5.6", NOON, EKA.id),), round=2)
    assert (older.since(1), older.since(2)) == (None, NOON)
    later = older.next_round(NOON + HOUR)
    assert (later.since(1), later.since(2), later.since(3), later.since(4)) == (None, NOON, NOON + HOUR, None)
