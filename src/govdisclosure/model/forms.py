"""The statutory tables: their rows and columns, which form has which, and what adds up to what.

Written once: readers find cells by these labels, rules check these sums, writers print these rows in this order.

Source: the official forms of 2019 (国办公开办函〔2019〕60号) and 2021 (国办公开办函〔2021〕30号), and the statistics
annex of 2014 (国办发〔2014〕32号).
"""

from govdisclosure.model.form import Column, Form, Relation, Row, TableName
from govdisclosure.model.forms_annex import ANNEX
from govdisclosure.model.forms_proactive import PROACTIVE_2019, PROACTIVE_2021
from govdisclosure.model.forms_remedies import REMEDIES
from govdisclosure.model.forms_requests import APPLICANTS, REQUESTS_2019, REQUESTS_2021

__all__ = [
    "ANNEX",
    "APPLICANTS",
    "PROACTIVE_2019",
    "PROACTIVE_2021",
    "REMEDIES",
    "REQUESTS_2019",
    "REQUESTS_2021",
    "Column",
    "Form",
    "Relation",
    "Row",
    "TableName",
    "forms_of",
]

_FORMS = (REQUESTS_2019, REQUESTS_2021, *REMEDIES.values(), PROACTIVE_2019, PROACTIVE_2021, ANNEX)


def forms_of(table: TableName) -> tuple[Form, ...]:
    """The forms that a table has had, oldest first."""
    return tuple(form for form in _FORMS if form.table is table)
