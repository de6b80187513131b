"""The information handling fee (国办函〔2020〕109号), with its working, and what held before it.

>>> import pendulum
>>> day = pendulum.date(2024, 3, 1)
>>> fee_by_items(41, day).amount, fee_by_pages(250, day).amount
(Decimal('4300'), Decimal('4700'))
>>> fee_by_items(41, pendulum.date(2020, 3, 1)).amount is None
True
"""

from decimal import Decimal

import attrs
import pendulum

from govdisclosure.errors import UsageError
from govdisclosure.law.loading import load
from govdisclosure.law.lookup import cite, parameter
from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.law.tariff import FeeBand
from govdisclosure.text.display import visible
from govdisclosure.text.language import Lang, require_lang, said
from govdisclosure.text.shown import Shown, pre

__all__ = ["Fee", "FeeBand", "FeeChoice", "choose_fee", "fee_by_items", "fee_by_pages", "newest_tariff"]

_MOST = 100_000
_COST_STANDARDS = ("cost-fees-2008", "cost-fee-standards-2008")
_UNITS = {"items": ("件", "items"), "pages": ("页", "pages")}
_TITLES = {"items": ("按件计收", "by items"), "pages": ("按量计收", "by pages")}
_MONTH = (
    "同一申请人在同一自然月内的申请合并计件；按提交之日还是收到之日归入月份，未见规定。",
    "The items of one applicant in one calendar month count together; which day decides the month was not found.",
)
_ONE_WAY = (
    "每件申请只能按一种方式计收，由行政机关选定。",
    "Each request is charged in one way only, which the organ chooses.",
)
_BEFORE = {
    "cost": (
        "当时只收检索、复制、邮寄的成本费，按当地标准，不适用信息处理费。",
        "At that time only the cost of retrieval, copies and postage was charged, by local tariffs; no handling fee.",
    ),
    "none": ("当时不收费。", "At that time nothing was charged."),
    "excess": (
        "当时只有可以收费的原则规定，收费办法尚未施行，没有标准可以计算。",
        "At that time the law allowed a fee in principle; no tariff was in force to compute it by.",
    ),
}


@attrs.frozen(kw_only=True)
class Fee(Shown):
    """A fee, or why none can be computed.

    Attributes:
        basis: ``items`` or ``pages``.
        number: How many items or pages.
        amount: Yuan; ``None`` where the law of that day had no tariff to compute it by.
        rule: Which rule held: ``handling`` (this fee), or ``cost``, ``none`` or ``excess`` of ``request.fee``.
        working: Band by band; empty where no tariff held.
        cites: The provisions it rests on.
        evidence: How well it is known.
        note_zh: What is to be known about it, in Chinese.
        note_en: The same in English.
    """

    basis: str
    number: int
    amount: Decimal | None
    rule: str
    working: tuple[FeeBand, ...]
    cites: tuple[Citation, ...]
    evidence: Evidence
    note_zh: str
    note_en: str

    def __str__(self) -> str:
        """The fee and its working in Chinese; see :meth:`render`."""
        return self.render()

    def to_html(self, lang: Lang | None = None) -> str:
        """The same for a notebook.

        Args:
            lang: ``zh`` or ``en``; one below the other when ``None``.
        """
        return pre(self.render, lang)

    def render(self, lang: Lang = "zh") -> str:
        """The fee and its working, a line a band.

        Raises:
            UsageError: No such language.
        """
        require_lang(lang)
        zh = lang == "zh"
        unit, way = said(*_UNITS[self.basis], lang), said(*_TITLES[self.basis], lang)
        yuan = "元" if zh else " yuan"
        unknown = "无法计算" if zh else "cannot be computed"
        total = unknown if self.amount is None else f"{self.amount}{yuan}"
        lines = [f"{way}，{self.number}{unit}：{total}" if zh else f"{self.number} {unit}, {way}: {total}"]
        for band in self.working:
            span = f"{band.first}–{band.last}" if band.first != band.last else f"{band.first}"
            named = f"第{span}{unit}" if zh else f"{unit} {span}"
            lines.append(f"- {named}{'：' if zh else ': '}{band.units} × {band.rate} = {band.amount}{yuan}")
        lines.append(self.note_zh if zh else self.note_en)
        lines += [one.zh if zh else one.en for one in self.cites]
        return visible("\n".join(lines))


@attrs.frozen(kw_only=True)
class FeeChoice(Shown):
    """Both ways to charge for one request; the organ takes one of them, never both.

    Attributes:
        by_items: The fee by items; ``None`` where their number was not given.
        by_pages: The fee by pages; ``None`` likewise.
        lower: The lower of the two, by items where they are equal; ``None`` where no tariff held.
        cites: The provisions it rests on.
        note_zh: What is to be known about the choice, in Chinese.
        note_en: The same in English.
    """

    by_items: Fee | None
    by_pages: Fee | None
    lower: Fee | None
    cites: tuple[Citation, ...]
    note_zh: str
    note_en: str

    def __str__(self) -> str:
        """Both fees and the note, in Chinese; see :meth:`render`."""
        return self.render()

    def to_html(self, lang: Lang | None = None) -> str:
        """The same for a notebook.

        Args:
            lang: ``zh`` or ``en``; one below the other when ``None``.
        """
        return pre(self.render, lang)

    def render(self, lang: Lang = "zh") -> str:
        """Each fee with its working, and the note on the choice.

        Raises:
            UsageError: No such language.
        """
        fees = [one.render(lang) for one in (self.by_items, self.by_pages) if one is not None]
        note = self.note_zh if lang == "zh" else self.note_en
        return visible("\n".join(fees if any(note in fee for fee in fees) else [*fees, note]))


def fee_by_items(n: int, day: pendulum.Date | None = None, *, before: int = 0) -> Fee:
    """The fee by items (按件计收).

    Args:
        n: How many items.
        day: The day of the request, which decides the law; the first day of the newest tariff when ``None``.
        before: Items of the same applicant that were counted earlier in the same calendar month.

    Returns:
        The fee for the ``n`` items; before 2021 the answer says which rule held then.

    Raises:
        NotInForceError: There was no law on requests on that day.
        UsageError: A number is negative, no whole number or beyond reason.
    """
    return _fee("items", n, day, before)


def fee_by_pages(n: int, day: pendulum.Date | None = None) -> Fee:
    """The fee by pages (按量计收).

    Args:
        n: How many pages.
        day: The day of the request, which decides the law; the first day of the newest tariff when ``None``.

    Returns:
        The fee; before 2021 the answer says which rule held then.

    Raises:
        NotInForceError: There was no law on requests on that day.
        UsageError: The number is negative, no whole number or beyond reason.
    """
    return _fee("pages", n, day, 0)


def choose_fee(*, items: int | None = None, pages: int | None = None, day: pendulum.Date | None = None) -> FeeChoice:
    """Both ways to charge, side by side, and the lower one.

    Args:
        items: How many items; ``None`` to leave that way out.
        pages: How many pages; ``None`` likewise.
        day: The day of the request; the first day of the newest tariff when ``None``.

    Raises:
        NotInForceError: There was no law on requests on that day.
        UsageError: Neither number was given, or one is negative, no whole number or beyond reason.
    """
    if items is None and pages is None:
        raise UsageError("请给出件数或者页数", "give a number of items or of pages")
    by_items = None if items is None else fee_by_items(items, day)
    by_pages = None if pages is None else fee_by_pages(pages, day)
    found = [one for one in (by_items, by_pages) if one is not None]
    priced = [(one.amount, n) for n, one in enumerate(found) if one.amount is not None]
    in_force = found[0].rule == "handling"
    note_zh, note_en = _ONE_WAY if in_force else (found[0].note_zh, found[0].note_en)
    method = (parameter("handling_fee.method").at(day or newest_tariff()).cite,) if in_force else ()
    return FeeChoice(
        by_items=by_items,
        by_pages=by_pages,
        lower=found[min(priced)[1]] if priced else None,
        cites=tuple(dict.fromkeys((*method, *(key for one in found for key in one.cites)))),
        note_zh=note_zh,
        note_en=note_en,
    )


def newest_tariff() -> pendulum.Date:
    """The first day of the newest tariff."""
    return max(one.start for tariffs in load().tariffs.values() for one in tariffs)


def _fee(basis: str, n: int, asked: pendulum.Date | None, before: int) -> Fee:
    day = asked or newest_tariff()
    for number in (n, before):
        if type(number) is not int or not 0 <= number <= _MOST:
            unit_zh, unit_en = _UNITS[basis]
            raise UsageError(
                f"{unit_zh}数应为0至{_MOST}的整数", f"the number of {unit_en} is a whole number from 0 to {_MOST}"
            )
    rule = parameter("request.fee").at(day)
    tariff = next((one for one in load().tariffs[basis] if one.holds_on(day)), None)
    if tariff is None:
        zh, en = _BEFORE[str(rule.value)]
        none = Decimal(0) if rule.value == "none" else None
        return Fee(
            basis=basis,
            number=n,
            amount=none,
            rule=str(rule.value),
            working=(),
            cites=(rule.cite, *(map(cite, _COST_STANDARDS) if rule.value == "cost" else ())),
            evidence=rule.evidence,
            note_zh=zh,
            note_en=en,
        )
    working = tuple(tariff.working(before, before + n))
    sure = tariff.sure_to is None or before + n <= tariff.sure_to
    notes = [_MONTH] if basis == "items" else []
    notes += [(tariff.note_zh, tariff.note)] if tariff.note and (basis != "items" or not sure) else []
    return Fee(
        basis=basis,
        number=n,
        amount=sum((band.amount for band in working), Decimal(0)),
        rule="handling",
        working=working,
        cites=(tariff.cite, rule.cite),
        evidence=tariff.evidence if sure else Evidence.INFERENCE,
        note_zh="".join(zh for zh, _ in notes),
        note_en=" ".join(en for _, en in notes),
    )
