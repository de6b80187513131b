import unicodedata

import pytest

from govdisclosure.text.hanzi import SUPPLEMENT
from govdisclosure.text.normalise import clean, fold, squeeze


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("２０１０ＡＢｃ", "2010ABc"),
        ("一　二\u00a0三\t四\u2003五", "一 二 三 四 五"),
        ("二○一零、二◯一〇", "二〇一〇、二〇一〇"),
        ("（一）：；，！？", "(一):;,!?"),
        ("《条例》〔2010〕【附】", "<条例>[2010][附]"),
        ("“甲”「乙」‘丙’", '"甲""乙"\'丙\''),
        ("1—2–3－4～5", "1-2-3-4-5"),
        ("100％", "100%"),
        ("政府資訊公開 縣衛生局", "政府资讯公开 县卫生局"),
        ("⼀、⽔利⾏政", "一、水利行政"),
        ("二О一一 Ο", "二O一一 O"),
    ],
)
def test_variants_of_one_sign_become_one(printed, folded):
    assert fold(printed) == folded


def test_line_breaks_and_ideographic_stops_are_kept():
    assert fold("甲。\n乙、丙\r") == "甲。\n乙、丙\r"


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad", "\u202e", "\U0001f600", "\ud800", "\x00"])
def test_a_folded_text_is_as_long_as_its_source(sign):
    assert len(fold(f"甲{sign}乙")) == 3


def test_clean_drops_what_is_not_seen_and_blanks_controls():
    assert clean("甲\u200b乙\ufeff\u202e丙\x00丁\x1b戊\n") == "甲乙丙 丁 戊\n"


def test_squeeze_takes_all_white_space():
    assert squeeze(" 甲　乙\n丙\u00a0丁\t") == "甲乙丙丁"


def test_every_radical_of_kangxi_becomes_its_character():
    radicals = "".join(map(chr, range(0x2F00, 0x2FD6)))
    assert clean(radicals) == unicodedata.normalize("NFKC", radicals)
    assert len(SUPPLEMENT[0]) == len(SUPPLEMENT[1])
    assert clean("⻘⽯县⽔利局⾄⽹⽆") == "青石县水利局至网无"
