"""The commands that are asked about rules and the law: ``explain``, ``rules`` and ``law``."""

import click

from govdisclosure import api
from govdisclosure.cli.common import CLEAN, LANG, opened
from govdisclosure.rules.registry import RULESET
from govdisclosure.rules.showing import word
from govdisclosure.text.language import Lang
from govdisclosure.writing import convert, json

__all__ = ["explain", "law", "rules"]


@click.command(short_help="说明规则、法定参数或法规文件 / explain a rule, parameter or instrument")
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of labels; both by default. 标签语言。")
def explain(codes: tuple[str, ...], lang: Lang | None) -> int:
    """Show the page of a rule, a dated parameter of law or an instrument; a family (CLM) lists its rules.

    说明一条规则、一个法定参数或一个法规文件；只写类别（如 CLM）则列出该类规则。
    """
    pages = [api.explain(code, lang).text for code in codes]
    with opened(None) as stream:
        stream.write("\n".join(pages))
    return CLEAN


@click.command(short_help="列出规则 / list the rules")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Form of the output. 输出格式。")  # fmt: skip
@LANG
def rules(form: str, lang: Lang) -> int:
    """List the rules.

    列出全部规则。
    """
    with opened(None) as stream:
        if form == "json":
            stream.write(json.dumps(convert.rules_to_dict(api.all_rules(), RULESET)) + "\n")
            return CLEAN
        for rule in api.all_rules():
            title = rule.title.zh if lang == "zh" else rule.title.en
            stream.write(f"{rule.code}  {word(rule.level, lang):<7}  {rule.name:<36}  {title}\n")
    return CLEAN


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
