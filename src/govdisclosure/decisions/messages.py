"""What is said of what a baseline has and a run has not, and of a suppression."""

from govdisclosure.decisions.baseline import BaselineEntry
from govdisclosure.decisions.suppressions import SuppressionState, SuppressionStatus
from govdisclosure.rules.outcome import Message
from govdisclosure.text.display import one_line
from govdisclosure.text.personal import mask_personal

__all__ = ["absent_message", "suppression_message"]


def absent_message(entry: BaselineEntry) -> Message:
    """What is said of an outcome that the baseline has and the run has not."""
    place = f"{entry.whose} {entry.rule} {entry.subject}"
    return Message(f"基线中有，本次没有：{place}", f"in the baseline and no longer found: {place}")


def suppression_message(status: SuppressionStatus) -> Message:
    """What is said of a suppression."""
    one = status.suppression
    parts = (one.code, one.subject, one.entry, one.agency, one.year, one.source, one.fingerprint)
    shown = mask_personal(one_line(" ".join(str(part) for part in parts if part is not None)))
    zh, en = {
        SuppressionState.USED: (f"用于{status.count}处", f"used {status.count} times"),
        SuppressionState.UNUSED: ("已没有可抑制的结果，请删去", "suppresses nothing any more: remove it"),
        SuppressionState.EXPIRED: (f"已于{one.until}到期，不再有效", f"expired on {one.until} and holds no more"),
        SuppressionState.UNDATED: (
            f"期限为{one.until}，未给出检查日期，不予采用；请加 --as-of",
            f"holds until {one.until} and no day of judgement was given, so it is not used: say --as-of",
        ),
        SuppressionState.ELSEWHERE: ("本次未涉及", "is about nothing in this run"),
    }[status.state]
    return Message(f"抑制清单第{status.number}条（{shown}）{zh}", f"suppression {status.number} ({shown}) {en}")
