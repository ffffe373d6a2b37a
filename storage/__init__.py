"""What is kept: tables, transactions, sealing. The only home of SQLAlchemy.

await migrate(url)
storage = await Storage.open(url, MasterKey.read(path))
async with storage.work() as work:
    await work.record(outcome, now=now)
"""

from storage.clearing import Standing
from storage.groups import StaffGroup
from storage.health import Figures
from storage.house import Storage, ring_of
from storage.inbox import Arrival, InboxItem
from storage.key_ring import ring_mistake
from storage.keys import MasterKey, make_key
from storage.outbox import Outgoing
from storage.pages import Paging
from storage.people import Person
from storage.problems import BrokenSeal, DatabaseProblem, KeyProblem, SchemaBehind, SchemaNewer, StorageProblem
from storage.reminders import Due
from storage.schema import SchemaState, migrate, schema_state
from storage.sealed_files import SealedFiles
from storage.work import Work

__all__ = [
    "Arrival",
    "BrokenSeal",
    "DatabaseProblem",
    "Due",
    "Figures",
    "InboxItem",
    "KeyProblem",
    "MasterKey",
    "Outgoing",
    "Paging",
    "Person",
    "SchemaBehind",
    "SchemaNewer",
    "SchemaState",
    "SealedFiles",
    "StaffGroup",
    "Standing",
    "Storage",
    "StorageProblem",
    "Work",
    "make_key",
    "migrate",
    "ring_mistake",
    "ring_of",
    "schema_state",
]
