import pytest
from tests.register.entries import request

from govdisclosure.errors import UndeterminedError
from govdisclosure.law import Evidence
from govdisclosure.model.request import Channel
from govdisclosure.register.terms.received import receipt_day


def days(submitted, received, channel):
    said = [("submitted", submitted)] * bool(submitted) + [("received", received)] * bool(received)
    return [str(reading.on) for reading in receipt_day(request(*said, channel=channel)).readings]


@pytest.mark.parametrize(
    ("channel", "submitted", "received", "found"),
    [
        (Channel.IN_PERSON, "2026-03-02", None, ["2026-03-02"]),
        (Channel.IN_PERSON, "2026-03-02", "2026-03-04", ["2026-03-02", "2026-03-04"]),
        (Channel.ORAL, "2026-03-02", None, ["2026-03-02"]),
        (Channel.IN_PERSON, "2012-03-02", "2012-03-05", ["2012-03-02", "2012-03-05"]),
        (Channel.SIGNED_MAIL, "2026-03-02", "2026-03-04", ["2026-03-04"]),
        (Channel.UNSIGNED_MAIL, "2026-03-02", "2026-03-09", ["2026-03-09"]),
        (Channel.ONLINE, "2026-03-02", "2026-03-09", ["2026-03-09"]),
        (Channel.FAX, "2016-03-02", "2016-03-09", ["2016-03-09"]),
        (Channel.EMAIL, "2026-03-02", "2026-03-09", ["2026-03-09"]),
        (Channel.EMAIL, "2016-03-02", "2016-03-09", ["2016-03-02", "2016-03-09"]),
        (Channel.EMAIL, "2016-03-02", None, ["2016-03-02"]),
        (Channel.EMAIL, "2012-03-02", "2012-03-09", ["2012-03-09"]),
        (None, "2026-03-02", "2026-03-09", ["2026-03-09"]),
        (None, "2026-03-09", "2026-03-02", ["2026-03-02", "2026-03-09"]),
        (Channel.IN_PERSON, "2026-03-09", "2026-03-02", ["2026-03-02", "2026-03-09"]),
    ],
)
def test_the_day_is_that_of_the_channel_and_the_rule(channel, submitted, received, found):
    assert days(submitted, received, channel) == found


@pytest.mark.parametrize("channel", [None, *sorted(set(Channel) - {Channel.IN_PERSON, Channel.ORAL})])
def test_a_day_of_submission_does_not_do_where_the_law_asks_for_more(channel):
    with pytest.raises(UndeterminedError, match="收到申请的日期") as caught:
        receipt_day(request(("submitted", "2026-03-02"), channel=channel))
    assert caught.value.missing == "received"
    assert ("签收" in caught.value.zh) == (channel is Channel.SIGNED_MAIL)


@pytest.mark.parametrize("channel", [None, *Channel])
def test_no_day_at_all_is_said(channel):
    with pytest.raises(UndeterminedError):
        receipt_day(request(channel=channel))


def test_what_the_rule_asks_for_is_said():
    now = receipt_day(request(("received", "2026-03-02"), channel=Channel.FAX))
    assert (now.rule.cite.key, now.zh) == ("regulation-2019:31", "该渠道的收到之日：双方确认之日")
    then = receipt_day(request(("received", "2016-03-02"), channel=Channel.UNSIGNED_MAIL))
    assert then.rule.cite.key == "receipt-2015"
    before = receipt_day(request(("received", "2012-03-02"), channel=Channel.FAX))
    assert "没有说明" in before.zh
    assert before.readings[0].evidence is Evidence.INFERENCE
    unknown = receipt_day(request(("received", "2026-03-02")))
    assert unknown.rule is None
    assert "渠道" in unknown.zh
