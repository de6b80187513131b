"""Whatever stands in the tables: a value is the sum of its parts, all of them read, or it is null."""

from decimal import Decimal
from itertools import product
from random import Random

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure.analysis as ga
from govdisclosure.model.forms import ANNEX, PROACTIVE_2021, REMEDIES, REQUESTS_2019, REQUESTS_2021

FORMS = (ANNEX, REQUESTS_2019, REQUESTS_2021, PROACTIVE_2021, *REMEDIES.values())
STATES = (0, 1, 7, 41, "blank", "dash", "illegible", None)


def filled(seed, share):
    """Tables of two organs and some years, each cell with a figure or without, by a seed."""
    chance, rows = Random(seed), []  # noqa: S311  figures, not secrets
    for organ, year in product("甲乙", chance.sample(range(2014, 2025), 3)):
        for form in {form.table: form for form in chance.sample(FORMS, 2)}.values():
            for row, column in form.cells():
                state = chance.choice(STATES) if chance.random() > share else chance.randrange(60)
                if state is not None:
                    number = isinstance(state, int)
                    rows.append(
                        {
                            "organ": organ,
                            "year": year,
                            "edition": form.edition.value,
                            "cell_table": form.table.value,
                            "cell_row": row,
                            "cell_column": column,
                            "printed": "number" if number else state,
                            "value": state if number else None,
                        }
                    )
    return rows


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([0.5, 0.95, 1.0]))
def test_a_value_is_the_sum_of_its_parts_or_null_and_rows_may_stand_in_any_order(seed, share):
    rows = filled(seed, share)
    schema = pa.schema(
        {
            name: pa.int64() if name in {"year", "value"} else pa.string()
            for name in (*("organ", "year", "edition", "cell_table", "cell_row", "cell_column", "printed", "value"),)
        }
    )
    panel = ga.panel(pa.Table.from_pylist(rows, schema=schema)).to_arrow()
    held = {
        (one["organ"], one["year"], f"{one['cell_table']}/{one['cell_row']}/{one['cell_column']}"): one["value"]
        for one in rows
    }
    for one in panel.to_pylist():
        parts = [held.get((one["organ"], one["year"], part)) for part in one["parts"]]
        whole = bool(parts) and None not in parts
        # Money has no unit here but that of the form; a zero needs none.
        assert one["value"] == (Decimal(sum(parts)) if whole else None), one
        assert (one["origin"] is None) == (one["value"] is None)
        assert one["value"] is not None or (one["note_zh"] and one["note_en"])
    again = Random(seed).sample(rows, len(rows))  # noqa: S311  an order, no secret
    assert ga.panel(pa.Table.from_pylist(again, schema=schema)).to_arrow().equals(panel)
    for rate in ga.rates(ga.panel(pa.Table.from_pylist(rows, schema=schema))).to_arrow().to_pylist():
        known = rate["numerator"] is not None and bool(rate["denominator"])
        assert (rate["value"] is not None) == known
        assert not known or rate["value"] == float(rate["numerator"] / rate["denominator"])
