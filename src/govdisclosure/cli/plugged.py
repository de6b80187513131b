"""Plugins on the command line."""

import click

from govdisclosure.cli.common import CLEAN, LANG, UNREAD, opened
from govdisclosure.cli.complaints import complain
from govdisclosure.plugins import Plugins, load_plugins
from govdisclosure.text.language import Lang
from govdisclosure.writing import json

__all__ = ["NO_PLUGINS", "plugins", "plugins_of"]

_META = "govdisclosure.no_plugins"


def _kept(ctx: click.Context, _parameter: click.Parameter, value: object) -> None:
    ctx.meta[_META] = value


NO_PLUGINS = click.option(
    "--no-plugins", is_flag=True, expose_value=False, callback=_kept, help="Load no plugins. 不载入插件。"
)


def plugins_of(ctx: click.Context, lang: Lang) -> Plugins:
    """The rules that plugins add, unless they were declined; each that broke is one line on standard error."""
    found = Plugins() if ctx.meta.get(_META) else load_plugins(["rules"])
    for fault in found.faults:
        complain(fault.zh if lang == "zh" else fault.en)
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
    rows = [
        {
            "group": one.group,
            "name": one.name,
            "package": one.package,
            "fault": None if one.fault is None else {"zh": one.fault.zh, "en": one.fault.en},
        }
        for one in found
    ]
    with opened(None) as stream:
        if form == "json":
            stream.write(json.dumps({"schema": 1, "plugins": rows}) + "\n")
        else:
            for one in found:
                good = "可用" if lang == "zh" else "usable"
                said = good if one.fault is None else one.fault.zh if lang == "zh" else one.fault.en
                stream.write(f"{one.group:<9}  {one.name}  {one.package or '?'}  {said}\n")
    return UNREAD if any(one.fault for one in found) else CLEAN
