from decimal import Decimal

from govdisclosure.law import cite
from govdisclosure.rules.citing import exceptions
from govdisclosure.rules.phrasing import articles, figure, percent, plain


def test_an_instrument_is_named_once_for_articles_that_follow():
    assert articles(exceptions(2010)).zh.count("《") == 1
    assert articles(exceptions(2010)).zh.endswith("第八条、第十四条")
    assert articles((cite("regulation-2007:6"), cite("regulation-2019:6"))).zh.count("《") == 2


def test_figures_are_printed_without_exponent_or_idle_zeros():
    assert (plain(Decimal("1E+3")), plain(Decimal("0.10")), plain(Decimal(0))) == ("1000", "0.1", "0")
    assert (figure(Decimal("3.0")), figure(Decimal("1.5"))) == (3, "1.5")
    assert percent(Decimal("0.043478")) == "4.35%"
