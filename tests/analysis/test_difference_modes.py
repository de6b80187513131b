from random import Random

import attrs
import pytest
from tests import forms
from tests.analysis.captures import EXAMPLES, PAGE, changed_page, prose, report
from tests.rules.building import department
from tests.rules.years.years import OTHER

from govdisclosure import api
from govdisclosure import compare_reports as exported
from govdisclosure.analysis.difference import ChangeKind, compare_reports
from govdisclosure.errors import ReadError, UsageError
from govdisclosure.model.edition import Edition
from govdisclosure.model.evidence import MechanismKind
from govdisclosure.model.report import ClaimKind
from govdisclosure.rules.decision import Change

FIXTURES = sorted((EXAMPLES.parent / "tests" / "fixtures" / "reports").iterdir())
OLD, NEW = EXAMPLES / "county-water-bureau-2009.txt", EXAMPLES / "county-water-bureau-2010.txt"


def said(found):
    return " ".join(note.zh for note in found.notes)


@pytest.mark.parametrize(
    "path", [*FIXTURES, *(one for one in EXAMPLES.iterdir() if one.is_file())], ids=lambda p: p.name
)
def test_nothing_differs_from_itself(path):
    try:
        found = compare_reports(path, path)
    except ReadError:
        return
    assert found.identical
    assert not found.differs
    assert found.alters_verdict is False
    assert "逐字节相同" in said(found)
    years = compare_reports(path, path, mode="years")
    assert not [*years.changed_cells, *years.changed_claims, *years.changed_sections, *years.mechanisms]


def test_organ_and_year_tell_captures_from_years():
    assert compare_reports(PAGE.encode(), changed_page(("定期清理", "每季度清理"))).mode == "captures"
    assert compare_reports(OLD, NEW).mode == "years"


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [("agency", OTHER, "分属不同机关"), ("agency", None, "机关名称"), ("year", None, "报告年度")],
)
def test_what_is_not_of_one_organ_is_not_compared_and_says_why(field, value, word):
    old = report()
    found = compare_reports(old, attrs.evolve(old, source=None, **{field: value}))
    assert found.mode is None
    assert word in found.not_comparable.zh
    assert not found.differs
    assert not found.cells
    assert word in str(found)
    forced = compare_reports(old, attrs.evolve(old, source=None, **{field: value}), mode="captures", verdicts=False)
    assert forced.mode == "captures"
    assert [one.name for one in forced.fields] == [field]


def test_a_mode_that_is_none_is_refused():
    with pytest.raises(UsageError):
        compare_reports(OLD, NEW, mode="weeks")
    assert exported is compare_reports


def test_the_same_content_in_another_format_is_no_difference():
    old = api.read(api.render(report(), "html"))
    for form in ("docx", "markdown"):
        found = compare_reports(old, api.render(report(), form))
        assert not found.differs
        assert not found.identical
        assert "版式和文件格式没有比较" in said(found)


@pytest.mark.parametrize("edition", [Edition.UNIFIED_2019, Edition.UNIFIED_2021])
@pytest.mark.parametrize("form", ["docx", "xlsx", "pdf", "text"])
def test_a_page_and_the_other_file_of_one_report_do_not_differ(form, edition):
    chance = Random(5)  # noqa: S311  no secret
    request, proactive = forms.request_form(edition), forms.proactive_form(edition)
    tables = (
        {cell: chance.randrange(40) for cell in proactive.cells()},
        forms.balanced(request, lambda *_: chance.randrange(40), lambda _: (chance.randrange(9), chance.randrange(9))),
        forms.remedies([chance.randrange(40) for _ in range(12)]),
    )
    two, three, four = ({cell: str(value) for cell, value in table.items()} for table in tables)
    parts = forms.report_boxes(edition, two, three, four)
    texts = forms.proactive_text(proactive, two, "\t"), forms.requests_text(request, three, "\t")
    other = (
        forms.text_report(*texts, forms.remedies_text(four, "\t")) if form == "text" else getattr(forms, form)(parts)
    )
    found = compare_reports(forms.html(parts), other)
    assert not found.differs, str(found)


def test_what_was_not_read_in_one_is_no_change():
    found = compare_reports(PAGE.encode(), api.render(report(), "html"))
    assert [(one.name, one.new) for one in found.fields] == [("published_on", None)]
    assert found.only_unread
    assert "没有读到内容改变" in said(found)
    assert "核实改动的原因" not in said(found)


def test_a_supervisor_is_told_that_figures_and_a_verdict_changed_and_the_date_did_not():
    found = compare_reports(PAGE.encode(), changed_page(("申请51件，上年结转2件", "申请50件，上年结转2件")))
    (claim,) = found.claims
    assert (claim.claim, claim.old.value, claim.new.value) == (ClaimKind.REQUESTS_RECEIVED, 51, 50)
    assert claim.old_at.line == claim.new_at.line == 19
    assert found.notes[0].zh.startswith("改动涉及数字")
    assert found.alters_verdict
    (gone,) = [one for one in found.judged.changes if one.change is Change.ABSENT]
    assert gone.old.rule == "CLM201"
    assert "公布日期仍为2024-03-05" in said(found)
    back = compare_reports(changed_page(("申请51件，上年结转2件", "申请50件，上年结转2件")), PAGE.encode())
    assert [one.new.rule for one in back.judged.changes if one.change is Change.NEW] == ["CLM201"]


def test_a_word_of_correction_that_is_new_is_told():
    found = compare_reports(PAGE.encode(), changed_page(("本年度未收取", "本报告已更正。本年度未收取")))
    assert "更正" in said(found)
    assert "没有读到改动的说明" not in said(found)


def test_a_day_of_publication_that_changed_is_a_change():
    found = compare_reports(PAGE.encode(), changed_page(("2024-03-05", "2024-04-01")))
    (one,) = found.fields
    assert (one.name, one.old, one.new) == ("published_on", "2024-03-05", "2024-04-01")
    assert not found.only_unread


def test_verdicts_are_compared_also_where_the_organ_is_written_otherwise():
    old = report()
    new = attrs.evolve(old, source=None, agency=department("吉林省青石县人民政府", region="青石县"))
    found = compare_reports(old, new, mode="captures")
    assert found.judged.unchanged > 0
    assert found.judged.unjudged == 0
    assert len(found.judged.changes) < found.judged.unchanged


def test_a_mechanism_that_is_not_mentioned_is_not_said_to_be_abolished():
    found = compare_reports(PAGE.encode(), changed_page(("，政务服务大厅设查阅点一处", "")))
    assert (ChangeKind.REMOVED, MechanismKind.READING_POINT) in {(one.kind, one.mechanism) for one in found.mechanisms}
    assert "没有提到" in str(found)
    assert "取消" not in str(found)


def test_two_years_say_what_was_carried_over_as_the_rule_does():
    found = compare_reports(OLD, NEW)
    (rule,) = [one for one in api.check(NEW, previous=OLD, select=["XYR105"]).outcomes if one.subject == "text"]
    assert (found.carried.shared, found.carried.characters) == (rule.facts["shared"], rule.facts["characters"])
    share = next(one.carried for one in found.sections if one.new and one.new.heading.startswith("五"))
    assert share > 0.9
    assert not any(one.texts for one in found.sections)


def test_a_section_that_is_the_same_but_for_its_year_is_carried_over_unchanged():
    words = "{}年政策解读偏少，下一步将对每份规范性文件同步解读。"
    old, new = prose(words.format(2012), year=2012), prose(words.format(2013), year=2013)
    (section,) = compare_reports(old, new).sections
    assert (section.kinds, section.carried) == ((), 1)


def test_years_that_are_far_apart_or_the_wrong_way_round_are_said():
    assert "不早于" in said(compare_reports(NEW, OLD))
    assert "不相连" in said(compare_reports(prose("工作如下。", year=2012), prose("工作如下。", year=2015)))


def test_statements_are_matched_by_sentence_and_not_by_order():
    old = prose("全年共收到政府信息公开申请12件。", "下半年收到政府信息公开申请3件。")
    new = prose("下半年收到政府信息公开申请3件。", "全年共收到政府信息公开申请15件。")
    (one,) = compare_reports(old, new, verdicts=False).claims
    assert (one.old.value, one.new.value, one.kind) == (12, 15, ChangeKind.CHANGED)


def test_statements_that_all_changed_are_told_apart_by_their_sentences():
    old = prose("上半年收到政府信息公开申请12件。", "下半年收到政府信息公开申请3件。")
    new = prose("下半年收到政府信息公开申请4件。", "上半年收到政府信息公开申请15件。")
    pairs = [(int(one.old.value), int(one.new.value)) for one in compare_reports(old, new, verdicts=False).claims]
    assert sorted(pairs) == [(3, 4), (12, 15)]


def test_swapped_reports_give_the_same_entries_swapped():
    later = changed_page(
        ("<td><p>12873</p></td>", "<td>12837</td>"),
        ("<td><p>64</p></td>", "<td></td>"),
        ("<td><p>2210</p></td>", "<td>2 2 约</td>"),
        ("申请51件，上年结转2件", "申请50件，上年结转2件"),
        ("本年度未收取政府信息公开信息处理费。", "无。"),
        ("，政务服务大厅设查阅点一处", ""),
    )
    there, back = compare_reports(PAGE.encode(), later), compare_reports(later, PAGE.encode())
    for name in ("cells", "claims", "fields", "mechanisms", "tables"):
        pairs = [sorted((repr(a), repr(b)) for a, b in entries) for entries in (
            ((one.old_at, one.new_at) for one in getattr(there, name)),
            ((one.new_at, one.old_at) for one in getattr(back, name)),
        )]  # fmt: skip
        assert pairs[0] == pairs[1]
    assert [one.difference for one in there.cells] == [one.difference and -one.difference for one in back.cells]
    assert {one.change for one in there.judged.changes} == {Change.NEW, Change.ABSENT}
    assert len(there.judged.changes) == len(back.judged.changes)


def test_words_below_the_signature_are_not_said_to_be_the_same():
    old = (EXAMPLES / "county-water-bureau-2010.txt").read_text("utf-8")
    same = compare_reports(old.encode(), f"{old}\n\n".encode())
    assert not same.elsewhere
    assert "内容没有差别" in said(same)
    moved = compare_reports(f"{old}联系电话：0000-1111111\n".encode(), f"{old}联系电话：0000-2222222\n".encode())
    assert moved.elsewhere
    assert not moved.differs
    assert "落款之后" in said(moved)
    assert "内容没有差别" not in said(moved)
    assert "没有差别" not in str(moved)
    number = f"{old}身份证号码：11010519491231002X\n".encode()
    for found in compare_reports(old.encode(), number), compare_reports(number, old.encode()):
        assert found.differs
        assert found.alters_verdict
        assert "改动改变了核查结果" in said(found)
        assert "没有差别" not in str(found)
        assert "11010519491231002X" not in str(found)
