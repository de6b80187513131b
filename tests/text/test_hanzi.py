from govdisclosure.text.hanzi import SIMPLIFIED, TRADITIONAL
from govdisclosure.text.normalise import fold


def test_the_tables_stand_side_by_side():
    assert len(TRADITIONAL) == len(SIMPLIFIED)


def test_no_character_has_two_simplified_forms():
    forms = {}
    for traditional, simplified in zip(TRADITIONAL, SIMPLIFIED, strict=True):
        assert forms.setdefault(traditional, simplified) == simplified
        assert traditional != simplified


def test_a_simplified_form_is_not_changed_again():
    assert fold(SIMPLIFIED) == SIMPLIFIED
    assert fold(TRADITIONAL) == SIMPLIFIED


def test_every_sign_is_one_han_character():
    assert all("\u4e00" <= sign <= "\u9fff" for sign in TRADITIONAL + SIMPLIFIED)


def test_characters_of_several_words_are_left_alone():
    assert fold("乾著藉") == "乾著藉"


def test_the_headings_of_the_regulation_fold():
    traditional = (
        "政府信息公開的收費及減免情況、因政府信息公開申請行政復議、提起行政訴訟的情況、存在的主要問題及改進情況"
    )
    simplified = (
        "政府信息公开的收费及减免情况、因政府信息公开申请行政复议、提起行政诉讼的情况、存在的主要问题及改进情况"
    )
    assert fold(traditional) == simplified
