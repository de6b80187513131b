"""What is found, and what is not: over some hundred pairs written by chance."""

from decimal import Decimal

import attrs
import pytest
from tests.analysis.similar.written import SPREAD, drawn, edited, organ, plain, report, sentences

from govdisclosure.analysis.similar import Reason, Relation, TextSection, similar_texts
from govdisclosure.analysis.similar.common import OrganCounts, key_of
from govdisclosure.analysis.similar.masking import own_names
from govdisclosure.analysis.similar.matching import likeness, masked_sections, prepare
from govdisclosure.errors import UsageError
from govdisclosure.rules.outcome import Kind

PAIRS = 60


def pairs_of(found):
    return {frozenset((pair.first.name, pair.second.name)) for pair in found.pairs}


def planted(rate, seed):
    chance = drawn(seed)
    bases = [sentences(chance) for _ in range(PAIRS)]
    originals = [report(f"d{n}", organ(n), 2022, lines, chance) for n, lines in enumerate(bases)]
    copies = [
        report(f"c{n}", organ(n + 1, "教育局"), 2022, edited(lines, rate, chance), chance)
        for n, lines in enumerate(bases)
    ]
    return originals, copies


def all_made(texts):
    """All texts made ready without any index, each of an organ of its own."""
    counts, names = OrganCounts(20, 0.1), {text.name: own_names(text.organ, text.region) for text in texts}
    for text in texts:
        parts = masked_sections(text.sections, names[text.name])
        counts.add({key_of(part.words(one)) for part in parts for one in part.sentences})
    return {text.name: prepare(text.sections, names[text.name], counts) for text in texts}


@pytest.mark.parametrize("rate", [0, 0.05, 0.1, 0.15, 0.2])
def test_planted_copies_are_found_and_nothing_else(rate):
    originals, copies = planted(rate, seed=int(rate * 100) + 1)
    found = similar_texts(originals + copies)
    assert found.common_from == 20
    made = all_made(originals + copies)
    planted_pairs = {frozenset((one.name, other.name)) for one, other in zip(originals, copies, strict=True)}
    meant = {pair for pair in planted_pairs if likeness(*(made[name].after for name in pair)).share >= Decimal("0.8")}
    assert len(meant) >= {0: 60, 0.05: 60, 0.1: 50, 0.15: 30, 0.2: 10}[rate]
    assert pairs_of(found) == meant
    assert rate > 0.05 or pairs_of(found) == planted_pairs


def test_reports_that_share_set_and_common_sentences_alone_are_not_found():
    chance = drawn(7)
    texts = [report(f"d{n}", organ(n), 2022, sentences(chance, 3), chance) for n in range(60)]
    found = similar_texts(texts, min_chars=50, threshold=0.3)
    assert found.pairs == ()
    assert (found.compared, found.common_from) == (60, 20)
    # Without the discount they would have been.
    before = similar_texts(texts, min_chars=50, threshold=0.3, common_organs=61)
    assert len(before.pairs) > 100


def test_a_sentence_of_very_many_organs_is_discounted_and_one_of_a_single_organ_over_years_is_not():
    chance = drawn(8)
    lines = sentences(chance)
    own = [report(f"y{year}", organ(1), year, lines, chance) for year in range(2000, 2024)]
    others = [report(f"d{n}", organ(n), 2022, sentences(chance), chance) for n in range(2, 30)]
    found = similar_texts(own + others)
    assert {pair.relation for pair in found.pairs} == {Relation.SAME_ORGAN}
    assert len(found.pairs) == 24 * 23 // 2
    pair = found.pairs[0]
    assert {one.reason for one in pair.discounted} == {Reason.PRESCRIBED, Reason.COMMON}
    spread = [one for one in pair.discounted if one.text == SPREAD[0].rstrip("。")]
    assert [(one.reason, one.organs) for one in spread] == [(Reason.COMMON, 29)]


def test_reports_that_are_wholly_of_common_sentences_are_said_not_to_be_judged():
    chance = drawn(9)
    lines = sentences(chance)
    texts = [report(f"d{n}", organ(n), 2022, lines, chance) for n in range(40)]
    found = similar_texts(texts)
    assert {one.reason for one in found.unjudged} == {Reason.COMMON}
    assert (found.compared, len(found.unjudged)) == (0, 40)


TEXT = "2022年，青石县水利局逐座公开水库巡查记录86条，" + "".join(
    f"{word}由专人整理后张贴在公示栏，并向来访村民当面讲解；"
    for word in ["河道清淤", "水价调整", "灌区轮灌", "打井许可", "山塘加固", "取水计量"]
)
OTHER = TEXT.replace("2022年", "二〇二三年").replace("青石县水利局", "白水县农业农村局").replace("86", "1,207")


def test_the_same_text_with_other_names_dates_and_numbers_is_the_same():
    found = similar_texts([plain(TEXT), plain(OTHER, "b.html", "白水县农业农村局")], min_chars=50)
    assert [(pair.likeness.share, pair.relation) for pair in found.pairs] == [(1, Relation.SAME_YEAR)]
    (passage,) = found.pairs[0].passages
    assert {passage.text, passage.other_text} == {TEXT.rstrip("；"), OTHER.rstrip("；")}
    assert {TEXT[passage.start : passage.end], OTHER[passage.other_start : passage.other_end]} == {
        passage.text,
        passage.other_text,
    } or {OTHER[passage.start : passage.end], TEXT[passage.other_start : passage.other_end]} == {
        passage.text,
        passage.other_text,
    }


def relation(one, other):
    found = similar_texts([one, other], min_chars=50)
    (pair,) = found.pairs
    return pair


def test_one_organs_years_two_organs_and_one_report_twice_are_told_apart():
    first = plain(TEXT, digest="0" * 64)
    later = plain(TEXT, "b.html", year=2024)
    same = plain(TEXT, "b.html", digest="0" * 64)
    again = plain(TEXT, "b.html")
    version = plain(TEXT + "另有两处改动，此处从略。", "b.html")
    assert relation(first, later).relation is Relation.SAME_ORGAN
    assert relation(first, same).relation is Relation.DUPLICATE
    assert relation(first, again).relation is Relation.DUPLICATE
    assert relation(first, version).relation is Relation.VERSIONS
    assert relation(first, plain(TEXT, "b.html", None)).relation is Relation.OTHER
    kinds = [relation(first, one).kind for one in (later, same, version)]
    assert kinds == [Kind.REVIEW, Kind.INFORMATIONAL, Kind.INFORMATIONAL]
    assert "重复提交" in relation(first, same).message.zh


def test_the_message_counts_and_asks_to_check_and_accuses_no_one():
    pair = relation(plain(TEXT), plain(TEXT, "b.html", year=2024))
    counts = f"{pair.likeness.shared}/{pair.likeness.total}"
    assert pair.message.zh.startswith("青石县水利局2023年报告第一节与青石县水利局2024年报告第一节文字基本相同（100%")
    assert counts in pair.message.zh
    assert pair.message.zh.endswith("请人工核实")
    assert counts in pair.message.en
    assert not any(word in pair.message.zh for word in ("抄袭", "违法", "违规", "照抄"))


def test_organs_of_which_one_name_contains_the_other_are_marked():
    one = plain(TEXT, whose="青石县人民政府")
    assert relation(one, plain(TEXT, "b.html", "青石县水利局")).related
    assert relation(plain(TEXT), plain(TEXT, "b.html", "青石县水利局水政监察大队")).related
    assert not relation(plain(TEXT), plain(TEXT, "b.html", "白水县水利局")).related


def test_spellings_of_one_organ_are_one():
    one, other = plain(TEXT, whose="青石县人民政府"), plain(TEXT, "b.html", "青石县政府", 2024)
    assert relation(one, other).relation is Relation.SAME_ORGAN


def test_a_short_text_is_not_judged_and_that_is_said():
    found = similar_texts([plain("公开信息。" * 5), plain(TEXT, "b.html")], min_chars=100)
    assert [(one.party.name, one.reason) for one in found.unjudged] == [("a.html", Reason.SHORT)]
    assert (found.reports, found.compared) == (2, 1)


def test_the_order_of_the_texts_makes_no_difference():
    originals, copies = planted(0.08, seed=4)
    texts = originals + copies + [attrs.evolve(one, name=f"{one.name}-again") for one in originals[:9]]
    wanted = similar_texts(texts)
    assert wanted.pairs
    assert {one.relation for one in wanted.pairs} == {Relation.SAME_YEAR, Relation.DUPLICATE}
    for seed in range(4):
        drawn(seed).shuffle(texts)
        assert similar_texts(iter(texts)) == wanted


def test_moved_sections_are_the_same_text():
    chance = drawn(11)
    parts = ["".join(sentences(chance, 8)) for _ in range(3)]
    sections = [
        TextSection(heading=f"第{n}部分", number=n, text=text, start=n * 1000) for n, text in enumerate(parts, 1)
    ]
    one = plain("", sections=tuple(sections))
    other = plain("", "b.html", "白水县水利局", sections=tuple(reversed(sections)))
    pair = relation(one, other)
    assert pair.likeness.share == 1
    assert {(one.number, one.other_number) for one in pair.passages} == {(1, 1), (2, 2), (3, 3)}
    assert all(one.start >= one.number * 1000 for one in pair.passages)


def test_only_the_pairs_asked_for_are_shown():
    chance = drawn(12)
    lines = sentences(chance)
    texts = [report(f"{n}-{year}", organ(n), year, lines, chance) for n in (1, 2) for year in (2021, 2022)]
    for wanted, count in ((Relation.SAME_ORGAN, 2), (Relation.SAME_YEAR, 2), (Relation.OTHER, 2)):
        found = similar_texts(texts, relations=[wanted])
        assert [pair.relation for pair in found.pairs] == [wanted] * count
    whole = similar_texts(texts)
    assert len(whole.pairs) == 6
    assert [len(cluster.members) for cluster in whole.clusters] == [4]


def test_many_copies_of_one_text_are_one_group_and_what_is_not_shown_is_said():
    chance = drawn(13)
    lines = sentences(chance)
    texts = [report(f"d{n}", organ(n), 2022, lines, chance, ()) for n in range(19)]
    found = similar_texts(texts)
    assert [len(cluster.members) for cluster in found.clusters] == [19]
    assert len(found.capped) == 9
    assert len(found.pairs) == 10 * 11 // 2 + 8 * 10


def test_personal_numbers_in_passages_are_hidden():
    text = TEXT + "咨询请拨打值班手机13800138000，也可以到水利大院二楼窗口当面询问。"
    pair = relation(plain(text), plain(text, "b.html", year=2024))
    assert "13800138000" not in repr(pair)
    assert "***********" in pair.passages[0].text


@pytest.mark.parametrize(
    "bounds", [{"threshold": 0.2}, {"threshold": 1.1}, {"min_chars": 1}, {"common_organs": 1}, {"common_share": 0}]
)
def test_a_bound_out_of_range_is_refused(bounds):
    with pytest.raises(UsageError):
        similar_texts([], **bounds)


def test_nothing_gives_nothing():
    found = similar_texts([])
    assert (found.clusters, found.reports, found.common_from) == ((), 0, None)
