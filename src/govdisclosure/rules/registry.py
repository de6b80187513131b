"""Every rule there is, in the order in which outcomes are shown. A rule that is not listed here does not exist."""

from collections.abc import Iterable

from govdisclosure.errors import UsageError
from govdisclosure.rules.across import (
    acr101_years_missing,
    acr102_year_doubled,
    acr201_history_outlier,
    acr202_peers_outlier,
)
from govdisclosure.rules.aggregates import sum301_parts_within_whole
from govdisclosure.rules.arithmetic import (
    sum201_request_sums,
    sum202_remedy_sums,
    sum203_cell_domain,
    sum204_documents_stock,
)
from govdisclosure.rules.claims import (
    clm101_rate_base,
    clm102_rate_full,
    clm103_quantity_consistent,
    clm104_parts_sum,
    clm105_percentage_figures,
    clm201_narrative_tables,
    clm251_fee_consistent,
    clm301_rate_catalogue,
    clm302_tables_register,
    clm303_narrative_register,
    clm304_tables_catalogue,
)
from govdisclosure.rules.deadlines import (
    ddl101_on_time,
    ddl102_signed_before,
    ddl103_after_period,
    ddl104_period,
    ddl105_year_consistent,
    ddl106_instrument_in_force,
)
from govdisclosure.rules.items import (
    itm101_published,
    itm102_on_time,
    itm103_grounded,
    itm104_reviewed,
    itm105_exempt_published,
    itm106_coordinated,
    itm107_current,
    itm108_fields,
    itm109_dates,
    itm110_unique,
)
from govdisclosure.rules.privacy import (
    pri101_identity_number_published,
    pri102_mobile_number_published,
    pri103_bank_card_published,
)
from govdisclosure.rules.remedies import (
    rem101_filed_in_time,
    rem102_accepted_in_time,
    rem103_answered_in_time,
    rem104_decided_in_time,
    rem105_reconsideration_first,
    rem106_links_found,
    rem107_events_order,
    rem108_result_recorded,
)
from govdisclosure.rules.requests import (
    req101_reply_in_time,
    req102_reply_in_turn,
    req103_extension_lawful,
    req104_supplement_lawful,
    req105_third_party_consulted,
    req106_outcome_reply,
    req107_reply_type,
    req108_refusal_item,
    req109_events_order,
    req110_dates_possible,
    req111_outcome_single,
    req112_applicant_kind,
    req113_entry_unique,
    req114_not_processed,
    req115_fee_lawful,
    req116_receipt_channel,
)
from govdisclosure.rules.rule import About, Rule
from govdisclosure.rules.structure import (
    str101_required_contents,
    str102_heading_sequence,
    str103_section_substance,
    str104_preamble_parts,
    str105_title_form,
    str106_edition_year,
    str107_problems_named,
    str201_tables_present,
    str202_table_rows,
    str203_cells_filled,
    str204_overview_topics,
    str205_assessment_results,
    str206_fee_stated,
)
from govdisclosure.rules.wording import (
    txt101_placeholder_left,
    txt102_place_foreign,
    txt103_level_unfit,
    txt104_text_doubled,
)
from govdisclosure.rules.years import (
    xyr101_requests_carried,
    xyr102_documents_stock,
    xyr103_remedies_pending,
    xyr104_cumulative_grown,
    xyr105_text_copied,
    xyr106_growth_stated,
)
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest

__all__ = ["COLLECTIONS", "ENTRIES", "REPORTS", "RULES", "RULESET", "find", "rule", "select"]

RULESET = "2026.11"
"""Version of the rule set: changes when an outcome may change, whatever the package's version."""

RULES: tuple[Rule, ...] = (
    str101_required_contents.RULE,
    str102_heading_sequence.RULE,
    str103_section_substance.RULE,
    str104_preamble_parts.RULE,
    str105_title_form.RULE,
    str106_edition_year.RULE,
    str107_problems_named.RULE,
    str201_tables_present.RULE,
    str202_table_rows.RULE,
    str203_cells_filled.RULE,
    str204_overview_topics.RULE,
    str205_assessment_results.RULE,
    str206_fee_stated.RULE,
    ddl101_on_time.RULE,
    ddl102_signed_before.RULE,
    ddl103_after_period.RULE,
    ddl104_period.RULE,
    ddl105_year_consistent.RULE,
    ddl106_instrument_in_force.RULE,
    sum201_request_sums.RULE,
    sum202_remedy_sums.RULE,
    sum203_cell_domain.RULE,
    sum204_documents_stock.RULE,
    sum301_parts_within_whole.RULE,
    clm101_rate_base.RULE,
    clm102_rate_full.RULE,
    clm103_quantity_consistent.RULE,
    clm104_parts_sum.RULE,
    clm105_percentage_figures.RULE,
    clm201_narrative_tables.RULE,
    clm251_fee_consistent.RULE,
    clm301_rate_catalogue.RULE,
    clm302_tables_register.RULE,
    clm303_narrative_register.RULE,
    clm304_tables_catalogue.RULE,
    xyr101_requests_carried.RULE,
    xyr102_documents_stock.RULE,
    xyr103_remedies_pending.RULE,
    xyr104_cumulative_grown.RULE,
    xyr105_text_copied.RULE,
    xyr106_growth_stated.RULE,
    acr101_years_missing.RULE,
    acr102_year_doubled.RULE,
    acr201_history_outlier.RULE,
    acr202_peers_outlier.RULE,
    txt101_placeholder_left.RULE,
    txt102_place_foreign.RULE,
    txt103_level_unfit.RULE,
    txt104_text_doubled.RULE,
    pri101_identity_number_published.RULE,
    pri102_mobile_number_published.RULE,
    pri103_bank_card_published.RULE,
    itm101_published.RULE,
    itm102_on_time.RULE,
    itm103_grounded.RULE,
    itm104_reviewed.RULE,
    itm105_exempt_published.RULE,
    itm106_coordinated.RULE,
    itm107_current.RULE,
    itm108_fields.RULE,
    itm109_dates.RULE,
    itm110_unique.RULE,
    req101_reply_in_time.RULE,
    req102_reply_in_turn.RULE,
    req103_extension_lawful.RULE,
    req104_supplement_lawful.RULE,
    req105_third_party_consulted.RULE,
    req106_outcome_reply.RULE,
    req107_reply_type.RULE,
    req108_refusal_item.RULE,
    req109_events_order.RULE,
    req110_dates_possible.RULE,
    req111_outcome_single.RULE,
    req112_applicant_kind.RULE,
    req113_entry_unique.RULE,
    req114_not_processed.RULE,
    req115_fee_lawful.RULE,
    req116_receipt_channel.RULE,
    rem101_filed_in_time.RULE,
    rem102_accepted_in_time.RULE,
    rem103_answered_in_time.RULE,
    rem104_decided_in_time.RULE,
    rem105_reconsideration_first.RULE,
    rem106_links_found.RULE,
    rem107_events_order.RULE,
    rem108_result_recorded.RULE,
)

REPORTS: tuple[About, ...] = ("report",)
"""What is judged of a report."""
ENTRIES: tuple[About, ...] = ("requests", "cases", "items")
"""What is judged of a register or a catalogue."""
COLLECTIONS: tuple[About, ...] = ("organ",)
"""What is judged of the reports of many organs and years together."""

_BY_CODE = {rule.code: rule for rule in RULES}


def rule(code: str) -> Rule:
    """The rule of a code or name, upper or lower case.

    Raises:
        UsageError: There is no such rule; the message names the nearest one.
    """
    found = find(code)
    if found is None:
        raise _unknown(code)
    return found


def find(code: str) -> Rule | None:
    """The rule of a code or name, upper or lower case; nothing where there is none."""
    return _BY_CODE.get(code.upper()) or next((r for r in RULES if r.name == code.lower()), None)


def select(
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    about: Iterable[About] = (*REPORTS, *ENTRIES, *COLLECTIONS),
    extra: Iterable[Rule] = (),
) -> tuple[Rule, ...]:
    """The rules of some codes or families, without those of others; in the order of the registry.

    Args:
        select: Codes (``STR101``) or the first letters of codes (``STR``, ``DDL10``); all rules when empty.
        ignore: Codes or first letters to leave out.
        about: What is judged: rules about anything else are left out.
        extra: Rules besides those of the registry, such as a plugin adds; they come last.

    Raises:
        UsageError: A word fits no rule (the message names the nearest ones), or no rule is left to run.
    """
    known, judged = (*RULES, *extra), tuple(about)
    wanted, unwanted = _prefixes(select, known), _prefixes(ignore, known)
    chosen = tuple(r for r in known if not wanted or r.code.startswith(wanted))
    fitting = tuple(r for r in chosen if r.about in judged)
    left = tuple(r for r in fitting if not (unwanted and r.code.startswith(unwanted)))
    if chosen and not fitting:
        codes = ", ".join(r.code for r in chosen[:SHOWN])
        raise UsageError(
            f"选中的规则不用于这类对象：{codes}；年度报告用 check，登记簿用 register check，目录用 items check，"
            "多个机关和年度用 across",
            f"these rules judge something else: {codes}; use check for reports, register check for registers, "
            "items check for catalogues, across for many organs and years",
        )
    if not left:
        raise UsageError(
            "选中的规则又全被排除，没有可运行的规则", "every rule selected is ignored too; no rule is left to run"
        )
    return left


def _prefixes(words: Iterable[str], known: Iterable[Rule]) -> tuple[str, ...]:
    found = [words] if isinstance(words, str) else words
    listed = tuple(found) if isinstance(found, Iterable) else (None,)
    codes = [r.code for r in known]
    prefixes: list[str] = []
    for word in listed:
        if not isinstance(word, str):
            raise UsageError("规则代码应为文字，例如 STR101", "codes of rules are words, such as STR101")
        prefix = word.upper()
        if not prefix or not any(code.startswith(prefix) for code in codes):
            raise _unknown(word)
        prefixes.append(prefix)
    return tuple(prefixes)


def _unknown(word: str) -> UsageError:
    hint_zh, hint_en = did_you_mean(nearest(word, (*_BY_CODE, *(r.name for r in RULES))))
    return UsageError(
        f"没有规则{word[:SHOWN]!r}{hint_zh}；全部规则见 govdisclosure rules",
        f"no rule {word[:SHOWN]!r}{hint_en}; govdisclosure rules lists them all",
    )
