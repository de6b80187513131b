"""Reports as the tables of a batch, for tests."""

from types import SimpleNamespace

import pyarrow as pa

from govdisclosure.batch.rows import rows_of
from govdisclosure.batch.schemas import schema


def table(name, rows):
    blank = dict.fromkeys(schema(name).names)
    return pa.Table.from_pylist([{**blank, **one} for one in rows], schema=schema(name))


def frames_of(assessments):
    """The tables of assessments, each under its name."""
    found = [rows_of(name, one) for name, one in assessments.items()]
    kinds = ("sections", "cells", "claims", "outcomes")
    made = {kind: table(kind, [row for one in found for row in getattr(one, kind)]) for kind in kinds}
    return SimpleNamespace(reports=table("reports", [one.report for one in found]), **made)
