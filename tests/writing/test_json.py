import json

import pytest

from govdisclosure.writing.json import dumps, dumps_line


def test_chinese_is_written_as_chinese():
    assert dumps_line({"标题": "公开"}) == '{"标题":"公开"}'


@pytest.mark.parametrize("sign", ["\x1b", "\x9b", "\u202e", "\u2028", "\udcff"])
def test_signs_that_steer_a_terminal_or_break_utf8_are_escaped_and_come_back(sign):
    for written in (dumps({"a": sign}), dumps_line({"a": sign})):
        assert sign not in written
        written.encode("utf-8")
        assert json.loads(written) == {"a": sign}
