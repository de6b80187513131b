"""A request with its cases on one timeline: what happened, when the clock stood still, and when the term ends."""

from collections.abc import Iterable, Iterator

import attrs
import pendulum

from govdisclosure.errors import CalendarNotPublishedError, GovDisclosureError, NotInForceError, UndeterminedError
from govdisclosure.law import WorkCalendar
from govdisclosure.law.receipt import Receipt
from govdisclosure.model.case import Case
from govdisclosure.model.request import Request
from govdisclosure.model.timeline import Moment, heading, moments, moments_html, moments_lines
from govdisclosure.register.terms.reply import deadline
from govdisclosure.text.language import Lang, require_lang, said
from govdisclosure.text.markup import element, escape
from govdisclosure.text.shown import Shown

__all__ = ["Timeline", "timeline"]

_STILL = ("期限正停止计算，此日还会顺延", "the term stands still, so that this day moves on")


@attrs.frozen(kw_only=True)
class Timeline(Shown):
    """A request, what became of it, and the term of its reply. Nobody's name, contact or words stand in it.

    Attributes:
        request: The request.
        cases: The reconsiderations and suits about it.
        receipt: The term of the reply; ``None`` where it cannot be computed.
        problem: Why not; ``None`` where it was computed.
        moments: Its lines: events by day, those without a day after the event that the register has before them, and
            every day on which the term ends under some reading.
    """

    request: Request
    cases: tuple[Case, ...]
    receipt: Receipt | None
    problem: GovDisclosureError | None
    moments: tuple[Moment, ...]

    def render(self, lang: Lang = "zh") -> str:
        """The timeline as lines of text.

        Args:
            lang: ``zh`` or ``en``.

        Raises:
            UsageError: No such language.
        """
        require_lang(lang)
        lines = [*moments_lines(heading(self.request), self.moments, lang)]
        return "\n".join([*lines, *(said(*self._unknown, lang),)] if self.problem else lines)

    def __repr__(self) -> str:
        """One line: the request, how much happened, and when the term ends."""
        due = "not known" if self.receipt is None else self.receipt.due_on
        return f"<Timeline {heading(self.request)[1]}: {len(self.moments)} lines, reply due {due}>"

    def __str__(self) -> str:
        """The timeline in Chinese; see :meth:`render`."""
        return self.render()

    def to_html(self, lang: Lang | None = None) -> str:
        """The timeline, and the term as a calendar in a folded part.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        body = moments_html(heading(self.request), self.moments, lang)
        if self.problem is not None:
            return element("div", body + element("p", escape(said(*self._unknown, lang))))
        if self.receipt is None:
            return body
        title = element("summary", escape(said("期限如何计算", "how the term is counted", lang)))
        return element("div", body + element("details", title + self.receipt.to_html(lang)))

    @property
    def _unknown(self) -> tuple[str, str]:
        why = self.problem or GovDisclosureError("", "")
        return f"答复期限未能计算：{why.zh}", f"the term of the reply could not be computed: {why.en}"


def timeline(
    request: Request,
    cases: Iterable[Case] = (),
    *,
    as_of: pendulum.Date | None = None,
    calendar: WorkCalendar | None = None,
    provisional: bool = False,
) -> Timeline:
    """Put a request, its cases and the term of its reply on one timeline.

    Args:
        request: The request.
        cases: Cases; those about other requests are left out.
        as_of: What happened later is left aside, and what is still out that day counts up to it; everything the
            register has where ``None``.
        calendar: The calendar; the published one when ``None``.
        provisional: Count years that are not announced by their weekends alone.

    Returns:
        The timeline; where the term cannot be computed, ``problem`` says why, and the events stand alone.
    """
    own = tuple(case for case in cases if case.request == request.id)
    receipt: Receipt | None = None
    problem: GovDisclosureError | None = None
    try:
        receipt = deadline(request, as_of=as_of, calendar=calendar, provisional=provisional)
    except (UndeterminedError, NotInForceError, CalendarNotPublishedError) as error:
        problem = error
    lines = [*_of(request, as_of)]
    for case in own:
        lines += _of(case, as_of)
    lines += _ends(receipt)
    ordered = tuple(moment for _, _, moment in sorted(_placed(lines), key=lambda one: one[:2]))
    return Timeline(request=request, cases=own, receipt=receipt, problem=problem, moments=ordered)


def _of(entry: Request | Case, as_of: pendulum.Date | None) -> Iterator[Moment]:
    seen = (one for one in moments(entry) if as_of is None or one.on is None or one.on <= as_of)
    if isinstance(entry, Request):
        yield from seen
        return
    zh, en = heading(entry)
    yield from (attrs.evolve(one, details=((zh, en), *one.details)) for one in seen)


def _ends(receipt: Receipt | None) -> Iterator[Moment]:
    if receipt is None:
        return
    still = () if receipt.open_since is None else (_STILL,)
    for reading in receipt.readings:
        words = (reading.zh, reading.en)
        zh, en = "答复期限届满", "the term of the reply ends"
        yield Moment(on=reading.due_on, zh=zh, en=en, details=(words, *still), term=True)


def _placed(lines: Iterable[Moment]) -> Iterator[tuple[int, int, Moment]]:
    """Each with what it is sorted by; what has no day stands after what stands before it."""
    last = 0
    for place, moment in enumerate(lines):
        last = last if moment.on is None else moment.on.toordinal()
        yield last, place, moment
