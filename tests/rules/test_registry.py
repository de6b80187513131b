import ast
import doctest
import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest
from tests.extraction.reports import FIXTURES
from tests.rules.recording import YIELDED

from govdisclosure import api
from govdisclosure import rules as package
from govdisclosure.errors import UsageError
from govdisclosure.law import cite
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.registry import RULES, RULESET, rule, select

SOURCES = Path(package.__file__).parent
TESTS = Path(__file__).parent
FILES = sorted(path for path in SOURCES.glob("*/*.py") if re.fullmatch(r"[a-z]{3}\d{3}_\w+\.py", path.name))
HEADINGS = ("What it checks", "Why", "Example", "Not covered")
CHINESE = "中文说明"
REPORTS = sorted(path for path in FIXTURES.iterdir() if re.search(r"\d{4}", path.name))
ids = {"ids": lambda one: getattr(one, "code", None) or getattr(one, "stem", None)}


def words_of(kind):
    """Ways in which a test may name a kind."""
    return (f"Kind.{kind.name}", f'"{kind.value}"', f"'{kind.value}'")


def asserted(path):
    """The source of a test file, imports left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return "\n".join(ast.unparse(node) for node in tree.body if not isinstance(node, ast.Import | ast.ImportFrom))


def test_every_rule_file_is_listed_once():
    listed = [inspect.getmodule(one.check).__file__ for one in RULES]
    assert sorted(listed) == [str(path) for path in FILES]


@pytest.mark.parametrize("path", FILES, **ids)
def test_a_rule_is_named_for_its_file(path):
    module = import_module(f"govdisclosure.rules.{path.parent.name}.{path.stem}")
    assert module.RULE.code.lower() == path.stem[:6]
    assert module.__all__ == ["RULE", "check"]
    assert module.RULE.check is module.check
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


def test_codes_and_names_are_unique_and_families_stand_together():
    assert len({one.code for one in RULES}) == len({one.name for one in RULES}) == len(RULES)
    families = [one.family for one in RULES]
    assert sorted(families, key=families.index) == families
    for family in set(families):
        codes = [one.code for one in RULES if one.family == family]
        assert codes == sorted(codes)


@pytest.mark.parametrize("one", RULES, **ids)
def test_a_manual_has_its_four_headings_in_order(one):
    lines = one.manual.splitlines()
    assert lines[0].startswith(f"{one.code} {one.name} — ")
    assert one.title.zh in lines[0]
    assert one.title.en in lines[0]
    places = [i for i, line in enumerate(lines[:-1]) if set(lines[i + 1]) == {"-"} and line]
    assert tuple(lines[i] for i in places) == HEADINGS
    for begin, end in zip(places, [*places[1:], len(lines)], strict=True):
        assert "".join(lines[begin + 2 : end]).strip()


@pytest.mark.parametrize("one", RULES, **ids)
def test_a_manual_ends_with_its_chinese_part(one):
    """What it checks, why, and what it does not, in two to five sentences under the heading 中文说明, the last."""
    lines = inspect.getdoc(inspect.getmodule(one.check)).splitlines()
    assert lines.count(CHINESE) == 1, (
        f"{one.code}: add the heading {CHINESE} below the others, underlined with --------"
    )
    below = lines[lines.index(CHINESE) + 1 :]
    assert below[0] == "--------"
    assert one.manual_zh == "".join(below[1:]).strip()
    assert one.manual_zh.startswith("查"), f"{one.code}: {CHINESE} begins with what is looked at: 查…"
    assert re.search(r"不查|不判|不算|不按|只请人核实", one.manual_zh), (
        f"{one.code}: {CHINESE} says what is not looked at"
    )
    assert 2 <= one.manual_zh.count("。") <= 5
    assert len(one.manual_zh) >= 60
    assert not re.search(r"[A-Za-z]{4,}|[\u4e00-\u9fff][,;:()]", one.manual_zh)
    assert CHINESE not in one.manual


@pytest.mark.parametrize("one", RULES, **ids)
def test_the_example_runs(one):
    module = inspect.getmodule(one.check)
    examples = doctest.DocTestParser().get_examples(one.manual)
    assert any("check(" in example.source and example.want for example in examples)
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize("one", RULES, **ids)
def test_a_card_is_complete(one):
    assert one.kinds
    assert len(set(one.kinds)) == len(one.kinds)
    assert one.level is not Level.NONE
    assert one.editions
    assert re.fullmatch(r"\d+\.\d+\.\d+", one.since)
    assert one.title.zh
    assert one.title.en


@pytest.mark.parametrize("one", RULES, **ids)
def test_the_provisions_exist_and_are_named_in_both_languages(one):
    for key in one.cites:
        found = cite(key)
        assert found.key == key
        assert found.zh
        assert found.en


@pytest.mark.parametrize("one", RULES, **ids)
def test_each_kind_on_the_card_is_asserted_in_the_rules_own_test(one):
    module = inspect.getmodule(one.check).__name__.split(".")
    path = TESTS / module[-2] / f"test_{module[-1]}.py"
    source = asserted(path)
    assert [kind.value for kind in one.kinds if not any(word in source for word in words_of(kind))] == []


@pytest.mark.parametrize("one", RULES, **ids)
def test_each_kind_on_the_card_was_given_while_the_rules_tests_ran(one, request):
    module = inspect.getmodule(one.check).__name__.split(".")
    asked = request.config.option
    given = YIELDED.get(f"test_{module[-1]}")
    if given is None or asked.keyword or asked.markexpr or any("::" in word for word in request.config.args):
        pytest.skip("the rule's own tests did not run, or not all of them")
    assert [kind.value for kind in one.kinds if kind not in given] == []


@pytest.mark.parametrize("path", REPORTS, **ids)
def test_all_rules_keep_to_their_cards_on_whole_reports(path):
    found = api.check(path)
    assert found.crashed == ()
    assert found.ruleset == RULESET
    cards = {one.code: one for one in RULES}
    for outcome in found:
        card = cards[outcome.rule]
        assert outcome.kind in card.kinds
        assert outcome.message.zh
        assert outcome.message.en
        assert "违法" not in outcome.message.zh
        if outcome.at is not None:
            assert 0 <= outcome.at.start <= outcome.at.end <= len(found.report.text)
    assert {outcome.rule for outcome in found} == {
        one.code
        for one in RULES
        if one.about == "report" and found.report.edition in one.editions and one.beside is None
    }
    assert len({outcome.fingerprint for outcome in found}) == len(found.outcomes)


@pytest.mark.parametrize("path", REPORTS, **ids)
def test_reports_written_as_they_should_be_do_not_fail(path):
    assert [(o.rule, o.message.zh) for o in api.check(path).of(Kind.FAIL)] == []


@pytest.mark.parametrize("name", ["STR101", "str101", "structure.contents.required"])
def test_a_rule_is_found_by_code_and_name(name):
    assert rule(name).code == "STR101"


def test_rules_are_chosen_and_left_out_by_prefix():
    assert select() == RULES
    assert {one.family for one in select(["ddl", "STR101"])} == {"DDL", "STR"}
    assert "STR101" not in {one.code for one in select(ignore=["STR101"])}
    assert select("STR101") == (rule("STR101"),)
    assert {one.family for one in select(("STR", "DDL"), ["STR"])} == {"DDL"}


def test_a_choice_that_leaves_no_rule_is_a_wrong_call():
    with pytest.raises(UsageError, match="no rule is left to run"):
        select(["STR"], ["STR"])


@pytest.mark.parametrize("word", ["STR10l", "QQQ", ""])
def test_a_word_that_fits_no_rule_is_refused(word):
    with pytest.raises(UsageError):
        select([word])
    with pytest.raises(UsageError):
        rule(word)
