"""What is said on standard error when a call is wrong: a Chinese sentence besides the English one."""

import sys

import click

from govdisclosure.errors import GovDisclosureError
from govdisclosure.text.display import one_line
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest

__all__ = ["Commands", "complain", "sentence"]


class Commands(click.Group):
    """A group whose unknown commands are answered in Chinese and English, with the nearest ones."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; as click does, but for the words of the error."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            hint_zh, hint_en = did_you_mean(nearest(name, self.list_commands(ctx)))
            shown = repr(name[:SHOWN])
            raise click.UsageError(f"没有命令{shown}{hint_zh} / no such command {shown}{hint_en}", ctx)
        return super().resolve_command(ctx, args)


def sentence(error: Exception) -> str:
    """One line for an error: Chinese, then English."""
    if isinstance(error, GovDisclosureError):
        return str(error)
    if isinstance(error, OSError):
        reason = f"{error.filename or ''}: {error.strerror or type(error).__name__}".removeprefix(": ")
        return f"读写文件出错，请检查路径和权限 / cannot read or write: {reason}"
    if not isinstance(error, click.ClickException):
        return type(error).__name__
    english = error.format_message()
    chinese = _chinese(error)
    return f"{chinese} / {english}" if chinese else english


def complain(line: str) -> None:
    """One line on standard error, where there is one."""
    if sys.stderr is not None:
        sys.stderr.write(one_line(line) + "\n")


def _chinese(error: click.ClickException) -> str:
    name, said = _name(error), ""
    match error:
        case click.MissingParameter():
            wanted = "" if isinstance(error.param, click.Option) else "，例如文件路径、规则代码或参数名"
            said = f"缺少{name}{wanted}"
        case click.BadParameter():
            said = f"{name} 的值不对{_choices(error.param)}"
        case click.NoSuchOption():
            near = "、".join(error.possibilities or ())
            said = f"没有选项 {error.option_name}" + (f"，是否指：{near}" if near else "")
        case click.BadOptionUsage():
            said = f"选项 {error.option_name} 用法有误"
        case click.FileError():
            said = "文件打不开，请检查路径和权限"
        case click.UsageError() if not any("\u4e00" <= sign <= "\u9fff" for sign in error.message):
            said = "用法有误"
    return said


def _choices(parameter: click.Parameter | None) -> str:
    if parameter is None or not isinstance(parameter.type, click.Choice):
        return ""
    return f"，可选：{'、'.join(map(str, parameter.type.choices))}"


def _name(error: click.ClickException) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "参数"
    kind = "选项" if isinstance(parameter, click.Option) else "参数"
    return f"{kind} {parameter.opts[0] if kind == '选项' else parameter.human_readable_name}"
