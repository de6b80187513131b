"""The tables of registers and catalogues: their columns as data, and as Arrow schemas.

As those of a batch (:mod:`govdisclosure.batch.schemas`): a column is text unless its kind says otherwise, and what is
not known is null. No name, contact or content of a request is in any of them; a number that looks like one of a person
is masked.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from govdisclosure.batch.schemas import GROUNDS, VERDICT, Columns, schema_of

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["REGISTER_COLUMNS", "REGISTER_TABLES", "register_schema"]

_WHOSE = {"register": "text", "organ": "text"}
_DUE = {"due_on": "day", "due_latest_on": "day", "due_fault_zh": "text", "due_fault_en": "text"}

REGISTER_COLUMNS: Mapping[str, Columns] = MappingProxyType(
    {
        "requests": {
            **_WHOSE,
            "id": "text",
            "applicant_kind": "text",
            "channel": "text",
            "state": "text",
            "submitted_on": "day",
            "received_on": "day",
            "start_on": "day",
            **_DUE,
            "closed_on": "day",
            "replied_on": "day",
            "workdays": "int32",
            "outcome": "text",
            "reply_type": "text",
            "items": "texts",
            "events": "int32",
            "line": "int32",
        },
        "events": {
            **_WHOSE,
            "id": "text",
            "number": "int32",
            "event": "text",
            "happened_on": "day",
            "until": "day",
            "days": "int32",
            "notified_on": "day",
            "approved": "bool",
            "consented": "bool",
            "outcome": "text",
            "reply_type": "text",
            "party": "int32",
            "line": "int32",
        },
        "cases": {
            **_WHOSE,
            "id": "text",
            "case_kind": "text",
            "request": "text",
            "contested": "text",
            "act_on": "day",
            "known_on": "day",
            "told": "bool",
            "prior": "text",
            "procedure": "text",
            "state": "text",
            "filed_on": "day",
            **_DUE,
            "decided_on": "day",
            "result": "text",
            "cell_column": "text",
            "events": "int32",
            "line": "int32",
        },
        "case_events": {
            **_WHOSE,
            "id": "text",
            "number": "int32",
            "event": "text",
            "happened_on": "day",
            "days": "int32",
            "result": "text",
            "line": "int32",
        },
        "items": {
            **_WHOSE,
            "id": "text",
            "title": "text",
            "document_number": "text",
            "producer": "text",
            "topic": "text",
            "item_kind": "text",
            "count": "int64",
            "amount": "figure",
            "duty": "text",
            "form": "text",
            "publicity": "text",
            "ground": "text",
            "channels": "texts",
            "made_on": "day",
            "changed_on": "day",
            **_DUE,
            "published_on": "day",
            "reviewed": "bool",
            "reviewed_on": "day",
            "concerns_other_organs": "bool",
            "coordinated_on": "day",
            "valid_from": "day",
            "valid_to": "day",
            "repealed_on": "day",
            "line": "int32",
        },
        "outcomes": {
            **_WHOSE,
            "about": "text",
            "id": "text",
            **VERDICT,
            **GROUNDS,
            "line": "int32",
        },
        "faults": {
            **_WHOSE,
            "sheet": "text",
            "line": "int32",
            "id": "text",
            "kept": "bool",
            "fault_zh": "text",
            "fault_en": "text",
        },
    }
)
"""Tables and their columns, each with its kind, as in :data:`govdisclosure.batch.schemas.COLUMNS`; ``bool`` is true or
false. ``register`` is the name of the file, ``line`` the row in it, ``workdays`` those from the day of receipt to the
day of reply, the first not counted, and ``start_on`` the day from which the term runs. ``due_on`` is the safe reading,
``due_latest_on`` the latest; of a case they are of the decision. ``party`` numbers those consulted about a request."""

REGISTER_TABLES = tuple(REGISTER_COLUMNS)


@cache
def register_schema(table: str) -> "pa.Schema":
    """The schema of one of :data:`REGISTER_TABLES`.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    return schema_of(REGISTER_COLUMNS[table], required="id" if table in {"requests", "cases", "items"} else None)
