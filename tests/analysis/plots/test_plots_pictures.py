"""Pictures of charts: Chinese is drawn, files are written, notebooks keep them."""

import base64
import re
import subprocess
import sys

import altair as alt
import pytest
from tests.analysis.plots.drawing import drawn

import govdisclosure.analysis as ga
from govdisclosure.errors import MissingExtraError, OutputError, UsageError


def titled(words, **config):
    chart = alt.Chart(alt.InlineData(values=[{"a": 1}]), title=words).mark_point()
    return chart.configure(**config) if config else chart


@pytest.mark.parametrize("config", [{}, {"font": "Arial"}, {"title": {"font": "no such font"}}])
def test_chinese_is_drawn_and_no_boxes(config):
    # U+E000 is in no font: what is drawn of it is the box that stands for what a font lacks.
    box, one, other = (ga.png(titled(sign, **config), scale=1) for sign in "\ue000信息")
    assert one != other
    assert box not in {one, other}


def test_all_signs_that_pictures_use_are_in_the_font():
    signs = "→≠—–“”，。：；（）、*"
    box = ga.png(titled("\ue000"), scale=1)
    assert all(ga.png(titled(sign), scale=1) != box for sign in signs)


def test_a_picture_is_larger_by_its_scale_and_the_same_each_time():
    chart = drawn("chains")
    one, two = ga.png(chart, scale=1), ga.png(chart, scale=2)
    assert one.startswith(b"\x89PNG")
    width = [int.from_bytes(made[16:20], "big") for made in (one, two)]
    assert abs(width[1] - 2 * width[0]) <= 2
    assert ga.png(chart, scale=1) == one


def test_a_file_is_written_and_a_folder_that_is_not_there_is_said(tmp_path):
    ga.save_png(drawn("shared"), tmp_path / "a.png", scale=1)
    assert (tmp_path / "a.png").read_bytes() == ga.png(drawn("shared"), scale=1)
    with pytest.raises(OutputError, match=r"b\.png"):
        ga.save_png(drawn("shared"), tmp_path / "none" / "b.png", scale=1)


def test_an_svg_keeps_its_words_and_says_what_it_shows():
    chart = drawn("chains")
    made = ga.svg(chart)
    described = chart.to_dict()["description"]
    assert f'role="img" aria-label="{described}"' in made
    assert f"<title>{described}</title>" in made
    assert ">Water</text>" in made
    assert "http://" not in re.sub(r'xmlns(:xlink)?="[^"]*"', "", made)


@pytest.mark.parametrize("wrong", ["chart", None, 3])
def test_what_is_no_chart_is_refused(wrong):
    with pytest.raises(UsageError, match="altair"):
        ga.png(wrong)


def test_a_scale_out_of_range_is_refused():
    for scale in (0, -1, 11):
        with pytest.raises(UsageError, match="scale"):
            ga.png(drawn("shared"), scale=scale)
        with pytest.raises(UsageError, match="scale"):
            ga.use_static_pictures(scale=scale)
    with pytest.raises(UsageError, match="form"):
        ga.use_static_pictures("gif")


@pytest.fixture
def renderers():
    active, options = alt.renderers.active, dict(alt.renderers.options)
    yield
    alt.renderers.enable(active, **options)


@pytest.mark.usefixtures("renderers")
def test_a_notebook_keeps_a_picture_with_its_alternative_text():
    chart = drawn("findings")
    described = chart.to_dict()["description"]
    ga.use_static_pictures(scale=1)
    shown, about = chart._repr_mimebundle_()
    assert base64.b64decode(shown["image/png"]) == ga.png(chart, scale=1)
    assert shown["text/plain"] == described
    assert about["image/png"]["alt"] == described
    assert about["image/png"]["width"] == int.from_bytes(ga.png(chart, scale=1)[16:20], "big")
    ga.use_static_pictures("svg")
    shown, about = chart._repr_mimebundle_()
    assert shown["image/svg+xml"] == ga.svg(chart)
    assert about["image/svg+xml"]["alt"] == described


@pytest.mark.usefixtures("renderers")
def test_a_chart_of_the_users_own_is_shown_in_chinese_too():
    ga.use_static_pictures(scale=1)
    one, other = (titled(words)._repr_mimebundle_()[0]["image/png"] for words in ("信息", "公开"))
    assert one != other


def test_a_picture_needs_neither_matplotlib_nor_pandas():
    code = (
        "import sys, pyarrow as pa, govdisclosure.analysis as ga\n"
        "chart = ga.plot_chains(pa.table({'organ': ['甲局'], 'year': [2023], 'carried_out': [1], 'carried_in': [1],"
        " 'status': ['kept']}))\n"
        "ga.png(chart, scale=1)\n"
        "print([name for name in ('matplotlib', 'wordcloud', 'IPython') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("missing", ["altair", "vl_convert", "zhplot"])
def test_a_part_that_is_missing_is_named_with_the_line_that_installs_it(missing, monkeypatch):
    from govdisclosure.analysis.plots import pictures  # noqa: PLC0415

    chart = drawn("shared")
    pictures._converter.cache_clear()  # noqa: SLF001
    if missing == "zhplot":
        monkeypatch.setattr(pictures, "find_spec", lambda _: None)
    else:
        monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(MissingExtraError, match=r"govdisclosure\[plot\]"):
        ga.png(chart)
    if missing == "altair":
        with pytest.raises(MissingExtraError, match=r"govdisclosure\[plot\]"):
            drawn("shared")
    pictures._converter.cache_clear()  # noqa: SLF001


@pytest.mark.parametrize("name", ["a.svg", "a.pdf", "a"])
def test_a_png_is_not_written_under_the_name_of_another_format(tmp_path, name):
    with pytest.raises(UsageError, match=r"\.png"):
        ga.save_png(drawn("shared"), tmp_path / name)
    assert not (tmp_path / name).exists()
