import io
import shutil
import subprocess
import zipfile

import attrs
import pytest
from lxml import etree

from govdisclosure.documents import read_bytes
from govdisclosure.model.report import SourceFile
from govdisclosure.rules.outcome import Message
from govdisclosure.writing.opinion import opinion_of


def words(data):
    return read_bytes(data).text


def test_findings_stand_by_what_is_to_be_done_with_place_words_and_article(samples):
    text = words(opinion_of(samples.assessment(), "报告.txt"))
    heads = [
        "核查了什么",
        "请核实后改正（1处）",
        "请人工核实（1处）",
        "请补充材料（1处）",
        "未核查的内容",
        "被核查单位反馈",
    ]
    assert [text.index(head) for head in heads] == sorted(text.index(head) for head in heads)
    review = text[text.index("请人工核实（1处）") : text.index("请补充材料（1处）")]
    for said in (
        "STR101 待核",
        "说明review",
        "位置：读出文本第4行第1字",
        "原文：“公开率达到100%”",
        "第三十二条",
        "还需要：分子、分母",
    ):
        assert said in review
    for said in ("青石县水利局：", "2010年度", "文件：报告.txt", "核查规则1条（规则集1）：STR101", "不等于合格"):
        assert said in text


def test_nobody_is_accused_and_nothing_is_signed(samples):
    text = words(opinion_of(samples.assessment()))
    assert "违法" not in text
    assert "核查人：＿＿＿＿" in text
    assert "＿＿＿＿年＿＿月＿＿日" in text


def test_what_could_not_be_judged_is_said(samples):
    wanting = attrs.evolve(
        samples.assessment(), crashed=(("SUM201", "KeyError"),), not_checked=(Message("图片未读", "pictures not read"),)
    )
    text = words(opinion_of(wanting))
    assert "SUM201 规则出错，未判断（KeyError）" in text
    assert "图片未读" in text
    assert "pictures not read" in words(opinion_of(wanting, lang="en"))


def test_hostile_words_and_personal_numbers_do_no_harm(samples):
    source = SourceFile(uri="13800138000.txt", sha256="0" * 64, media_type="text/plain")
    for assessment in (samples.hostile(), samples.assessment(report=samples.report(source=source))):
        data = opinion_of(assessment)
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            document = package.read("word/document.xml")
        etree.fromstring(document)
        assert b"138001" not in document
        assert b"\x1b" not in document


def test_the_same_bytes_for_the_same_report(samples):
    assert opinion_of(samples.assessment(), "a") == opinion_of(samples.assessment(), "a")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(samples, tmp_path):
    path = tmp_path / "opinion.docx"
    path.write_bytes(opinion_of(samples.assessment()))
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603
    assert "请人工核实（1处）" in (tmp_path / "opinion.txt").read_text("utf-8")
