"""What holds for a command besides its own options: settings, and what plugins add."""

from importlib.metadata import entry_points
from typing import Any

import attrs
import click

from govdisclosure.cli.common import CLEAN, LANG, UNREAD, opened
from govdisclosure.cli.complaints import complain
from govdisclosure.cli.configured import given, settings_of
from govdisclosure.errors import UsageError
from govdisclosure.plugins import Plugin, Plugins, load_plugins
from govdisclosure.plugins.describing import plugins_to_dict
from govdisclosure.plugins.writing import writer_of
from govdisclosure.settings.settings import Settings
from govdisclosure.text.language import Lang
from govdisclosure.writing import json

__all__ = ["NO_PLUGINS", "Form", "Held", "held_of", "plugins", "plugins_of", "writer_for"]

_META = "govdisclosure.no_plugins"


def _kept(ctx: click.Context, _parameter: click.Parameter, value: object) -> None:
    ctx.meta[_META] = value


NO_PLUGINS = click.option(
    "--no-plugins", is_flag=True, expose_value=False, callback=_kept, help="Load no plugins. 不载入插件。"
)


class Form(click.Choice[str]):
    """The value of ``--format``: a form that is built in, or the name of a writer that is installed."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """Take the name of a writer too; whether it can be used is seen when it is loaded."""
        if value in {point.name for point in entry_points(group="govdisclosure.writers")}:
            return str(value)
        return super().convert(value, param, ctx)


@attrs.frozen(kw_only=True)
class Held:
    """What holds for a command.

    Attributes:
        settings: Those of the file that was found or named.
        plugins: What was loaded for it.
        lang: The language of messages.
        options: Those of the command, with the settings for what was not given.
    """

    settings: Settings
    plugins: Plugins
    lang: Lang
    options: dict[str, Any]


def held_of(ctx: click.Context, options: dict[str, Any], *groups: str) -> Held:
    """What holds for a command; options that were given win over settings.

    Args:
        ctx: The command's context.
        options: Its options; ``lang``, ``fail_on`` and ``blank_is`` follow the settings unless given.
        groups: Kinds of plugins it uses; each that broke is one line on standard error.

    Raises:
        UsageError: The settings have a fault.
        ReadError: They cannot be read.
    """
    settings = settings_of(ctx)
    own = {"lang": settings.language, "fail_on": settings.fail_on, "blank_is": settings.blank_is}
    options |= {name: given(ctx, name, options[name], value) for name, value in own.items() if name in options}
    lang: Lang = options.get("lang") or settings.language
    added = plugins_of(ctx, lang, *groups)
    if settings.prefer_readers and "readers" in added.groups:
        added = added.preferring(*settings.prefer_readers)
    return Held(settings=settings, plugins=added, lang=lang, options=options)


def plugins_of(ctx: click.Context, lang: Lang, *groups: str) -> Plugins:
    """Plugins of some groups, unless they were declined; each that broke is one line on standard error."""
    found = Plugins(declined=True) if ctx.meta.get(_META) else load_plugins(groups)
    for fault in found.faults:
        complain(fault.zh if lang == "zh" else fault.en)
    return found


def writer_for(form: str, forms: tuple[str, ...], plugins: Plugins) -> Plugin | None:
    """The writer of a form that is not built in.

    Raises:
        UsageError: No plugin that can be used brings it.
    """
    if form in forms:
        return None
    found = writer_of(plugins, form)
    if found is None:
        zh, en = f"输出插件 {form} 没有载入或不能使用", f"the writer {form} is not loaded or cannot be used"
        raise UsageError(f"--format {form}：{zh}；见 govdisclosure plugins", f"--format {form}: {en}; see plugins")
    return found


@click.command(short_help="列出插件 / list plugins")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Form of the output. 输出格式。")  # fmt: skip
@LANG
def plugins(form: str, lang: Lang) -> int:
    """List plugins by entry point, and whether each can be used; exit 3 if one cannot.

    列出已安装的插件及其状态；有不能使用的，退出码为3。
    """
    found = load_plugins().found
    with opened(None) as stream:
        if form == "json":
            stream.write(json.dumps(plugins_to_dict(found)) + "\n")
        else:
            for one in found:
                good = "可用" if lang == "zh" else "usable"
                said = good if one.fault is None else one.fault.zh if lang == "zh" else one.fault.en
                stream.write(f"{one.group:<9}  {one.name}  {one.package or '?'}  {said}\n")
    return UNREAD if any(one.fault for one in found) else CLEAN
