"""What the file of a case holds besides the case: entries, people, referrals and letters, each sealed with its key."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, bindparam, exists, func, select, union_all

from cases.case import CaseRef
from cases.entry import Entry, EntryRef
from cases.identity import BY, keys, phone_key, same_name
from cases.letter import Letter, LetterRef
from cases.line import Line, LineRef
from cases.messages import ChatId
from cases.party import Match, Party, PartyKind, PartyRef
from cases.referral import Referral, ReferralRef
from cases.staff import StaffId
from cases.talk import Talk, TalkRef
from storage.case_files import CaseWork, with_key
from storage.case_rows import agency_index, party_index
from storage.desk import Seen, seen
from storage.people import PeopleWork
from storage.problems import BrokenSeal, Forgotten
from storage.tables import CaseKeyRow, CaseRow, EntryRow, LetterRow, LineRow, PartyRow, ReferralRow, TalkRow, one_of

logger = logging.getLogger("laporaman.storage.dossier")

#: More records than this that look like one person are a common name, and tell nobody anything.
MOST_MATCHES = 20


def _seen(statement: Select[Any]) -> Seen:
    return seen(statement, CaseKeyRow.case_ref)


def _one_and_all(row: Any, *order: Any) -> tuple[Seen, Seen]:
    things = with_key(row, row.case_ref)
    one = _seen(things.where(row.ref == bindparam("ref")))
    return one, _seen(things.where(row.case_ref == bindparam("case")).order_by(*order, row.ref))


_ENTRY, _ENTRIES = _one_and_all(EntryRow)
_PARTY, _PARTIES = _one_and_all(PartyRow)
_REFERRAL, _REFERRALS = _one_and_all(ReferralRow, ReferralRow.sent_at)
_LETTER, _LETTERS = _one_and_all(LetterRow, LetterRow.made_at)
_LINE, _LINES = _one_and_all(LineRow)
_TALK, _TALKS = _one_and_all(TalkRow, TalkRow.at)
_LINES_OF_CHAT = _seen(with_key(LineRow, LineRow.case_ref).where(LineRow.chat == bindparam("index")))
# The service of a receiver may outlast the case: once that is closed, nobody follows it here.
_STILL_OPEN = one_of(ReferralRow.state, "sent", "received")
_IN_LISTS = exists().where(CaseRow.ref == ReferralRow.case_ref, CaseRow.rank.is_not(None))
_WHO: Any = bindparam("who")
# Each with its own index: for one condition with OR SQLite reads all.
_FOLLOWED = union_all(
    *(
        select(ReferralRow.ref).where(
            ReferralRow.case_ref.in_(select(CaseRow.ref).where(column == _WHO, CaseRow.rank.is_not(None))), _STILL_OPEN
        )
        for column in (CaseRow.manager, CaseRow.acting)
    ),
    select(ReferralRow.ref).where(ReferralRow.sent_by == _WHO, _STILL_OPEN),
)
_FOLLOWED_HERE = ReferralRow.ref.in_(_FOLLOWED)


def _waiting(*conditions: Any) -> tuple[Seen, Seen]:
    """What waits to be confirmed, and what is under way: each the oldest first, in the order of an index."""
    wanted = with_key(ReferralRow, ReferralRow.case_ref).where(_STILL_OPEN, _IN_LISTS, *conditions)
    by_age = wanted.order_by(ReferralRow.sent_at, ReferralRow.ref).limit(bindparam("most"))
    sent, received = (_seen(by_age.where(one_of(ReferralRow.state, state))) for state in ("sent", "received"))
    return sent, received


def _counted(*conditions: Any) -> Seen:
    counted = select(func.count()).select_from(ReferralRow).where(_STILL_OPEN, _IN_LISTS, *conditions)
    return seen(counted, ReferralRow.case_ref)


_OPEN_REFERRALS, _OPEN_COUNT = _waiting(), _counted()
_FOLLOWED_BY, _FOLLOWED_COUNT = _waiting(_FOLLOWED_HERE), _counted(_FOLLOWED_HERE)
_OF_AGENCY = _waiting(ReferralRow.agency == bindparam("index"))


def _found_by(column: Any) -> Seen:
    return seen(
        select(PartyRow.ref, PartyRow.case_ref, PartyRow.kind)
        .where(column == bindparam("index"), column.is_not(None), PartyRow.case_ref != bindparam("case"))
        .order_by(PartyRow.ref)
        .limit(MOST_MATCHES),
        PartyRow.case_ref,
    )


_FOUND_BY: Mapping[str, Seen] = {by: _found_by(getattr(PartyRow, by)) for by in BY}


class DossierWork(CaseWork, PeopleWork):
    """What a unit of work can look up in the file of a case."""

    async def entry(self, ref: EntryRef) -> Entry | None:
        """The entry as it stands now, corrected and undone ones too."""
        return await self._one(Entry, _ENTRY, ref=ref)

    async def entries(self, case: CaseRef) -> tuple[Entry, ...]:
        """All that was written down about a case, in the order in which it was."""
        found = await self._many(Entry, _ENTRIES, case=case)
        return tuple(sorted(found, key=lambda entry: (entry.written_at, entry.at)))

    async def party(self, ref: PartyRef) -> Party | None:
        """One of the people of a case, removed ones too."""
        return await self._one(Party, _PARTY, ref=ref)

    async def parties(self, case: CaseRef) -> tuple[Party, ...]:
        """The people of a case, without those who were removed: victims first, then as their kinds stand."""
        kinds = tuple(PartyKind)
        found = await self._many(Party, _PARTIES, case=case)
        return tuple(sorted((p for p in found if not p.removed), key=lambda party: kinds.index(party.kind)))

    async def matches(self, party: Party) -> tuple[Match, ...]:
        """Records in other cases that seem to be the same person, the surest first. Only a person can confirm it."""
        found: dict[str, Match] = {}
        if await self._is_hidden(party.case):
            return ()
        for by, key in keys(party).items():
            if not key:
                continue
            index = party_index(self._seals, by, key)
            for row in await self._seen_rows(_FOUND_BY[by], index=index, case=party.case):
                match = Match(PartyRef(row.ref), CaseRef(row.case_ref), PartyKind(row.kind), by)
                found.setdefault(row.ref, match)
        return tuple(found.values())

    async def staff_matches(self, party: Party) -> tuple[StaffId, ...]:
        """Members of the unit who seem to be this person, by name or phone number."""
        found: list[StaffId] = []
        if await self._is_hidden(party.case):
            return ()
        for member in (await self.roster()).people:
            phone = phone_key((await self.addresses(member.id)).get("phone", "")) if party.phone else ""
            if member.active and (same_name(member.name, party.name) or (phone and phone == phone_key(party.phone))):
                found.append(member.id)
        return tuple(found)

    async def line(self, ref: LineRef) -> Line | None:
        """One chat that speaks for a case, closed ones too."""
        return await self._one(Line, _LINE, ref=ref)

    async def lines(self, case: CaseRef) -> tuple[Line, ...]:
        """The chats that speak for a case beside the reporter's own, closed ones too, the oldest first."""
        found = await self._many(Line, _LINES, case=case)
        return tuple(sorted(found, key=lambda line: line.since))

    async def lines_of_chat(self, chat: ChatId) -> tuple[Line, ...]:
        """The open lines of a chat: the cases for which it speaks beside those that were reported in it."""
        found = await self._many(Line, _LINES_OF_CHAT, index=self._seals.chat_index(chat))
        return tuple(sorted(found, key=lambda line: line.since))

    async def talk(self, ref: TalkRef) -> Talk | None:
        """One thing that was said."""
        return await self._one(Talk, _TALK, ref=ref)

    async def talks(self, case: CaseRef) -> tuple[Talk, ...]:
        """All that reporter and unit said to each other about a case, in the order in which they did."""
        found = await self._many(Talk, _TALKS, case=case)
        return tuple(sorted(found, key=lambda talk: (talk.at, talk.ref)))

    async def referral(self, ref: ReferralRef) -> Referral | None:
        """The referral as it stands now."""
        return await self._one(Referral, _REFERRAL, ref=ref)

    async def referrals(self, case: CaseRef) -> tuple[Referral, ...]:
        """All referrals of a case, the oldest first."""
        return await self._many(Referral, _REFERRALS, case=case)

    async def open_referrals(self, who: StaffId | None, *, limit: int) -> tuple[Referral, ...]:
        """What waits for its receiver, then what is under way there, the oldest first: all of it, or what this person
        has sent or holds the case of."""
        if who is None:
            return await self._first_of(_OPEN_REFERRALS, limit)
        return await self._first_of(_FOLLOWED_BY, limit, who=who)

    async def open_referral_count(self, who: StaffId | None) -> int:
        """How many of them there are."""
        row = await (self._seen_row(_OPEN_COUNT) if who is None else self._seen_row(_FOLLOWED_COUNT, who=who))
        return int(row[0])

    async def open_referrals_of(self, agency: str, *, limit: int) -> tuple[Referral, ...]:
        """What waits for that institution, then what is under way there, the oldest first."""
        return await self._first_of(_OF_AGENCY, limit, index=agency_index(self._seals, agency))

    async def _first_of(self, statements: tuple[Seen, Seen], limit: int, **values: Any) -> tuple[Referral, ...]:
        """So many of what waits, then of what is under way; one that can't be unsealed must not hide the others."""
        sent, received = statements
        rows = await self._seen_rows(sent, most=limit, **values)
        if len(rows) < limit:
            rows = [*rows, *await self._seen_rows(received, most=limit - len(rows), **values)]
        found: list[Referral] = []
        for row in rows:
            try:
                found.append(self._thing(Referral, row))
            except Forgotten:
                continue
            except (BrokenSeal, ValueError, KeyError, TypeError) as problem:
                logger.critical("a referral can't be read (%s) referral=%s", type(problem).__name__, row.ref)
        return tuple(found)

    async def letter(self, ref: LetterRef) -> Letter | None:
        """The letter as it stands now."""
        return await self._one(Letter, _LETTER, ref=ref)

    async def letters(self, case: CaseRef) -> tuple[Letter, ...]:
        """All letters of a case, the oldest first."""
        return await self._many(Letter, _LETTERS, case=case)
