"""Output that a plugin writes."""

from govdisclosure.errors import GovDisclosureError
from govdisclosure.plugins.loading import Plugin, Plugins
from govdisclosure.rules.outcome import Message
from govdisclosure.text.display import one_line
from govdisclosure.writing.run import Run

__all__ = ["writer_of", "written"]


def writer_of(plugins: Plugins, form: str) -> Plugin | None:
    """The writer of a form of output; nothing where no plugin brings it."""
    return next((one for one in plugins.of("writers") if one.name == form), None)


def written(writer: Plugin, run: Run) -> bytes | Message:
    """What a writer makes of a run, or, where it failed, what is to be said."""
    try:
        found = writer.value(run)
    except (Exception, SystemExit) as error:  # noqa: BLE001  its text may quote a report: the kind alone is told
        kind = type(error).__name__
        why = (error.zh, error.en) if isinstance(error, GovDisclosureError) else (f"出错（{kind}）", f"raised {kind}")
        return _failed(writer, *why)
    if isinstance(found, str):
        return found.encode("utf-8", "backslashreplace")
    if isinstance(found, bytes):
        return found
    return _failed(writer, "返回的既不是文字也不是 bytes", "returned neither text nor bytes")


def _failed(writer: Plugin, zh: str, en: str) -> Message:
    return Message(
        f"{writer.zh}：{one_line(zh)}，没有写出 --format {writer.name}",
        f"{writer.en}: {one_line(en)}; --format {writer.name} was not written",
    )
