import pytest

from govdisclosure.text.personal import bank_cards, identity_numbers, mask_personal, mobile_numbers

# Made up: an area code, a birth date of 1949 and the check digits that belong to them.
IDENTITY, MOBILE, CARD = "11010519491231002X", "13800138000", "6222021234567890128"


@pytest.mark.parametrize("text", [IDENTITY, IDENTITY.lower(), "１１０１０５１９４９１２３１００２Ｘ"])
def test_identity_numbers_in_either_width(text):
    assert list(identity_numbers(f"证号{text}。")) == [(2, 20)]


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",
        "11010519490231002X",
        "00010519491231002X",
        f"{IDENTITY}1",
        IDENTITY[:15],
    ],
)
def test_other_long_numbers_are_no_identity_numbers(text):
    assert list(identity_numbers(text)) == []


def test_mobile_numbers_stand_alone():
    assert list(mobile_numbers(f"电话：{MOBILE},１３８００１３８０００")) == [(3, 14), (15, 26)]
    assert list(mobile_numbers(f"{MOBILE}1 1{MOBILE} 0.{MOBILE} 12800138000 0431-8800138")) == []


@pytest.mark.parametrize(
    "text",
    [
        f"tel{MOBILE}",
        f"No.{MOBILE}",
        f"{MOBILE}.5",
        f"{MOBILE}转8",
        f"id={MOBILE}&x",
        "138.0013.8000",
        "(138)00138000",
        "（138）0013—8000",
        "(+86)138 0013 8000",
        f"ID{IDENTITY}",
        f"{IDENTITY}a",
        "110105.1949.1231.002X",
        f"card{CARD}x",
    ],
)
def test_letters_points_and_groups_hide_no_number(text):
    masked = mask_personal(text)
    assert len(masked) == len(text)
    assert sum(sign.isdigit() for sign in masked) <= 1


def test_bank_cards_have_a_check_digit():
    assert list(bank_cards(f"账号{CARD}")) == [(2, 21)]
    assert list(bank_cards("账号6222021234567890129")) == []


def test_masking_keeps_length_and_everything_else():
    text = f"张某({IDENTITY})电话{MOBILE}，卡{CARD}，收到申请35件。"
    masked = mask_personal(text)
    assert len(masked) == len(text)
    assert masked == f"张某({'*' * 18})电话{'*' * 11}，卡{'*' * 19}，收到申请35件。"
    assert mask_personal(masked) == masked


@pytest.mark.parametrize("text", ["", "收到申请35件。", "索引号112205240138000", "2011年1月14日"])
def test_what_is_not_personal_is_returned_as_it_is(text):
    assert mask_personal(text) == text


@pytest.mark.parametrize("text", ["金额13575394432.52元", "13575394432 元", "13575394432.5万元", "共13575394432条"])
def test_an_amount_is_no_mobile_number(text):
    assert list(mobile_numbers(text)) == []
    assert mask_personal(text) == text


@pytest.mark.parametrize("text", ["13800138000。", "13800138000.52", "13800138000人工服务", "13800138000，元旦休息"])
def test_a_number_without_a_unit_still_is(text):
    assert list(mobile_numbers(text)) == [(0, 11)]
