"""Settings on the command line: where they are read from, and the command that shows which hold."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from govdisclosure.cli.common import CLEAN, LANG, opened
from govdisclosure.settings.describing import settings_to_dict
from govdisclosure.settings.loading import find
from govdisclosure.settings.settings import Settings
from govdisclosure.text.language import Lang
from govdisclosure.writing import json

__all__ = ["CONFIGURED", "config", "given", "settings_of"]

_F = TypeVar("_F", bound=Callable[..., Any])
_META = "govdisclosure.settings"


def _kept(ctx: click.Context, parameter: click.Parameter, value: object) -> object:
    ctx.meta[f"{_META}.{parameter.name}"] = value
    return value


def CONFIGURED(command: _F) -> _F:  # noqa: N802  it stands among the options, which are constants
    """The options that say where settings are read from."""
    named = click.option(
        "--config", "file", type=click.Path(dir_okay=False), expose_value=False, callback=_kept,
        help="Settings from this file, not from the nearest folder. 从此文件读取设置。",
    )  # fmt: skip
    none = click.option(
        "--isolated",
        is_flag=True,
        expose_value=False,
        callback=_kept,
        help="No settings from files. 不读取任何设置文件。",
    )
    return named(none(command))


def settings_of(ctx: click.Context) -> Settings:
    """The settings of a command: of ``--config``, else of the nearest folder upward; those of this package else.

    Raises:
        UsageError: The file has a fault.
        ReadError: It cannot be read.
    """
    file, isolated = ctx.meta.get(f"{_META}.file"), ctx.meta.get(f"{_META}.isolated")
    if isolated:
        return Settings()
    found = file if file is not None else find(Path.cwd())
    return Settings() if found is None else Settings.load(found)


def given(ctx: click.Context, option: str, value: Any, held: Any) -> Any:  # noqa: ANN401  any option
    """The value of an option where the user gave it, else what the settings say."""
    source = ctx.get_parameter_source(option)
    explicit = source in {click.core.ParameterSource.COMMANDLINE, click.core.ParameterSource.ENVIRONMENT}
    return value if explicit else held


@click.command(short_help="显示生效的设置 / show which settings hold")
@click.option("--explain", is_flag=True, help="Also where each value is from. 注明每个值的来源。")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Form of the output. 输出格式。")  # fmt: skip
@CONFIGURED
@LANG
@click.pass_context
def config(ctx: click.Context, *, explain: bool, form: str, lang: Lang) -> int:
    """Show the settings that hold in this folder.

    显示在当前文件夹生效的设置。
    """
    held = settings_of(ctx)
    lang = given(ctx, "lang", lang, held.language)
    default = "默认值" if lang == "zh" else "default"
    document = settings_to_dict(held)
    with opened(None) as stream:
        if form == "json":
            stream.write(json.dumps(document) + "\n")
            return CLEAN
        for one in document["settings"]:
            tail = f"  # {one['from'] or default}" if explain else ""
            stream.write(f"{one['key']} = {json.dumps_line(one['value'])}{tail}\n")
    return CLEAN
