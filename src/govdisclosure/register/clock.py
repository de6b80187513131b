"""Every clock of the library: when something is due, with a receipt.

>>> import pendulum
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind
>>> received = RequestEvent(kind=RequestEventKind.RECEIVED, on=pendulum.Date(2024, 12, 31))
>>> deadline(Request(id="1", events=(received,))).due_on.isoformat()
'2025-02-05'
"""

from govdisclosure.register.terms.cases import case_deadline, case_deadlines, met_on
from govdisclosure.register.terms.open import OpenDeadline, item_deadline, open_deadlines
from govdisclosure.register.terms.reply import deadline, due_on

__all__ = [
    "OpenDeadline",
    "case_deadline",
    "case_deadlines",
    "deadline",
    "due_on",
    "item_deadline",
    "met_on",
    "open_deadlines",
]
