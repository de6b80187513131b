"""The commands that are asked about rules and the law: ``explain``, ``rules``, ``law`` and ``overlays``."""

import click

from govdisclosure import api
from govdisclosure.api.choosing import running_codes
from govdisclosure.cli.common import CLEAN, LANG, opened, text_of
from govdisclosure.cli.configured import CONFIGURED, settings_of
from govdisclosure.cli.plugged import NO_PLUGINS, held_of, plugins_of
from govdisclosure.law.overlay_files import overlay_from_toml, shipped_overlay, shipped_overlays
from govdisclosure.rules.registry import RULESET
from govdisclosure.rules.rule import Rule
from govdisclosure.rules.showing import word
from govdisclosure.text.language import Lang
from govdisclosure.writing import convert, json
from govdisclosure.writing.overlays import overlay_line, overlay_lines, overlays_to_dict

__all__ = ["explain", "law", "overlays", "rules"]

_OFF = ("按设置不运行", "not run by the settings")


@click.command(short_help="说明规则、法定参数或法规文件 / explain a rule, parameter or instrument")
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of labels; both by default. 标签语言。")
@CONFIGURED
@NO_PLUGINS
@click.pass_context
def explain(ctx: click.Context, /, codes: tuple[str, ...], lang: Lang | None) -> int:
    """Show the page of a rule, a dated parameter of law or an instrument; a family (CLM) lists its rules.

    说明一条规则、一个法定参数或一个法规文件；只写类别（如 CLM）则列出该类规则。
    """
    settings = settings_of(ctx)
    spoken = lang or (settings.language if "language" in settings.origins else None)
    added = plugins_of(ctx, spoken or settings.language, "rules")
    pages = [api.explain(code, spoken, plugins=added).text for code in codes]
    with opened(None) as stream:
        stream.write("\n".join(pages))
    return CLEAN


@click.command(short_help="列出规则 / list the rules")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Form of the output. 输出格式。")  # fmt: skip
@LANG
@CONFIGURED
@NO_PLUGINS
@click.pass_context
def rules(ctx: click.Context, /, form: str, lang: Lang) -> int:
    """List the rules, those of plugins too, and which of them run and how grave they are by the settings.

    列出全部规则（含插件的规则），以及按设置是否运行、级别如何。
    """
    held = held_of(ctx, {"lang": lang}, "rules")
    lang = held.lang
    known = (*api.all_rules(), *held.plugins.rules)
    running = running_codes(held.settings, held.plugins)
    brought = {rule.code: one.package or one.name for one in held.plugins.of("rules") for rule in one.value}
    with opened(None) as stream:
        if form == "json":
            document = convert.rules_to_dict(known, RULESET)
            for rule, card in zip(known, document["rules"], strict=True):
                level = held.settings.level_of(rule)
                card |= {"selected": rule.code in running, "set_level": None if level is None else level.value}
                card["package"] = brought.get(rule.code)
            stream.write(json.dumps(document) + "\n")
            return CLEAN
        for rule in known:
            title = rule.title.zh if lang == "zh" else rule.title.en
            level = held.settings.level_of(rule)
            remarks = [
                *([] if rule.code in running else [_OFF]),
                *([] if level in {None, rule.level} else [_level_remark(rule)]),
                *([(f"插件 {brought[rule.code]}", f"plugin {brought[rule.code]}")] if rule.code in brought else []),
            ]
            said = "".join(f"（{zh}）" if lang == "zh" else f" ({en})" for zh, en in remarks)
            stream.write(f"{rule.code}  {word(level or rule.level, lang):<7}  {rule.name:<36}  {title}{said}\n")
    return CLEAN


def _level_remark(rule: Rule) -> tuple[str, str]:
    return f"级别由设置改定，原为{word(rule.level, 'zh')}", f"level by settings, {word(rule.level, 'en')} by itself"


@click.command(short_help="列出法规和参数 / list instruments and parameters of law")
@click.option("--as-of", help="Only what was in force that day, YYYY-MM-DD. 只列当日有效的。")
@click.option(
    "--name",
    help="One parameter or instrument: its history, or what it was on --as-of. "
    "一个参数或法规文件的沿革，或当日的取值。",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Form of the output. 输出格式。")  # fmt: skip
@LANG
def law(as_of: str | None, name: str | None, form: str, lang: Lang) -> int:
    """List instruments and dated parameters of law, with their provisions.

    列出法规文件和法定参数及其条款。
    """
    listing = api.law_in_force(as_of, name)
    with opened(None) as stream:
        if form == "json":
            document = convert.law_to_dict(
                listing.as_of, listing.instruments, listing.values, start_unknown=listing.start_unknown
            )
            stream.write(json.dumps(document) + "\n")
        elif name is not None and listing.as_of is None:
            stream.write(api.explain(name, lang).text)
        else:
            stream.write(f"{listing.render(lang)}\n")
    return CLEAN


@click.command(short_help="列出自带的地方规定 / list the local overlays")
@click.argument("name", required=False, metavar="[ID|FILE.toml]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Form of the output. 输出格式。")  # fmt: skip
@LANG
def overlays(name: str | None, form: str, lang: Lang) -> int:
    """List the local overlays that come with the package, or show one of them, or one of your own.

    列出自带的地方规定；给出 ID 则显示其内容，给出 .toml 文件则显示并核对自己的规定。
    """
    if name is None:
        found = shipped_overlays()
    elif name.endswith(".toml"):
        found = (overlay_from_toml(text_of(name), name),)
    else:
        found = (shipped_overlay(name),)
    with opened(None) as stream:
        if form == "json":
            stream.write(json.dumps(overlays_to_dict(found)) + "\n")
        elif name is None:
            stream.writelines(f"{overlay_line(one, lang)}\n" for one in found)
        else:
            stream.writelines(f"{line}\n" for one in found for line in overlay_lines(one, lang))
    return CLEAN
