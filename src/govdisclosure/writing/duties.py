"""Receipts of terms and workings of fees as JSON values."""

from typing import Any, TypeAlias

from govdisclosure.law.deadlines import CountedDay, Reading, Receipt, Step
from govdisclosure.law.fees import Fee, FeeBand, FeeChoice
from govdisclosure.writing.convert import SCHEMA, citation_to_dict, number

__all__ = ["fee_to_dict", "receipt_to_dict"]

Json: TypeAlias = dict[str, Any]


def receipt_to_dict(receipt: Receipt) -> Json:
    """A receipt as ``govdisclosure deadline --format json`` writes it.

    Args:
        receipt: The receipt.

    Returns:
        JSON values only; ``trace`` has every day of the safe reading.
    """
    return {
        "schema": SCHEMA,
        "name": receipt.name,
        "title": {"zh": receipt.title_zh, "en": receipt.title_en},
        "start_on": receipt.start_on.isoformat(),
        "due_on": receipt.due_on.isoformat(),
        "latest_on": receipt.latest_on.isoformat(),
        "open_since": receipt.open_since and receipt.open_since.isoformat(),
        "provisional": receipt.provisional,
        "calendar": receipt.calendar,
        "evidence": receipt.evidence.value,
        "cites": [citation_to_dict(cite) for cite in receipt.cites],
        "steps": [_step(step) for step in receipt.steps],
        "readings": [_reading(reading) for reading in receipt.readings],
        "trace": [_day(day) for day in receipt.days],
    }


def fee_to_dict(choice: FeeChoice) -> Json:
    """A fee as ``govdisclosure fee --format json`` writes it; amounts are in yuan.

    Args:
        choice: The fee by items, by pages, or both.

    Returns:
        JSON values only. ``amount`` and ``working`` are those of the lower fee; null and empty where no tariff held.
    """
    fee = choice.lower or choice.by_items or choice.by_pages
    return {
        "schema": SCHEMA,
        "basis": fee.basis if fee else None,
        "amount": None if fee is None or fee.amount is None else number(fee.amount),
        "working": [_band(band) for band in fee.working] if fee else [],
        "rule": fee.rule if fee else None,
        "evidence": fee.evidence.value if fee else None,
        "cites": [citation_to_dict(cite) for cite in choice.cites],
        "note": {"zh": choice.note_zh, "en": choice.note_en},
        "by_items": None if choice.by_items is None else _fee(choice.by_items),
        "by_pages": None if choice.by_pages is None else _fee(choice.by_pages),
    }


def _fee(fee: Fee) -> Json:
    return {
        "number": fee.number,
        "amount": None if fee.amount is None else number(fee.amount),
        "working": [_band(band) for band in fee.working],
        "note": {"zh": fee.note_zh, "en": fee.note_en},
    }


def _band(band: FeeBand) -> Json:
    return {
        "first": band.first,
        "last": band.last,
        "units": band.units,
        "rate": number(band.rate),
        "amount": number(band.amount),
    }


def _step(step: Step) -> Json:
    return {
        "on": step.on and step.on.isoformat(),
        "zh": step.zh,
        "en": step.en,
        "cite": None if step.cite is None else citation_to_dict(step.cite),
    }


def _reading(reading: Reading) -> Json:
    return {
        "due_on": reading.due_on.isoformat(),
        "zh": reading.zh,
        "en": reading.en,
        "cites": [citation_to_dict(cite) for cite in reading.cites],
        "evidence": reading.evidence.value,
    }


def _day(day: CountedDay) -> Json:
    return {
        "on": day.on.isoformat(),
        "kind": day.kind.value,
        "counted": day.counted,
        "number": day.number,
        "zh": day.zh,
        "en": day.en,
    }
