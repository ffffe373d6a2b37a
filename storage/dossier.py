"""What the file of a case holds besides the case: entries, people, referrals and letters, each sealed with its key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, bindparam, select

from cases.case import CaseRef
from cases.entry import Entry, EntryRef
from cases.identity import BY, keys, phone_key, same_name
from cases.letter import Letter, LetterRef
from cases.party import Match, Party, PartyKind, PartyRef
from cases.referral import Referral, ReferralRef
from cases.staff import StaffId
from storage.case_files import CaseWork, with_key
from storage.case_rows import agency_index, party_index
from storage.desk import Seen, seen
from storage.people import PeopleWork
from storage.tables import CaseKeyRow, EntryRow, LetterRow, PartyRow, ReferralRow, one_of

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
_ALL_REFERRALS = with_key(ReferralRow, ReferralRow.case_ref).order_by(ReferralRow.sent_at, ReferralRow.ref)
_OPEN_REFERRALS = _seen(_ALL_REFERRALS.where(one_of(ReferralRow.state, "sent", "received")))
_OF_AGENCY = _seen(_ALL_REFERRALS.where(ReferralRow.agency == bindparam("index")))


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

    async def referral(self, ref: ReferralRef) -> Referral | None:
        """The referral as it stands now."""
        return await self._one(Referral, _REFERRAL, ref=ref)

    async def referrals(self, case: CaseRef) -> tuple[Referral, ...]:
        """All referrals of a case, the oldest first."""
        return await self._many(Referral, _REFERRALS, case=case)

    async def open_referrals(self) -> tuple[Referral, ...]:
        """All referrals that wait for the receiver, or are under way there; the oldest first."""
        return await self._many(Referral, _OPEN_REFERRALS)

    async def referrals_of_agency(self, key: str) -> tuple[Referral, ...]:
        """All that was ever referred to that institution, the oldest first."""
        return await self._many(Referral, _OF_AGENCY, index=agency_index(self._seals, key))

    async def letter(self, ref: LetterRef) -> Letter | None:
        """The letter as it stands now."""
        return await self._one(Letter, _LETTER, ref=ref)

    async def letters(self, case: CaseRef) -> tuple[Letter, ...]:
        """All letters of a case, the oldest first."""
        return await self._many(Letter, _LETTERS, case=case)
