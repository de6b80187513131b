"""Findings on sums that fail: the cells that explain them, else the sums themselves."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from govdisclosure.rules.arithmetic.reading import Reading, shown
from govdisclosure.rules.arithmetic.solving import Change, Explanation, Number
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.phrasing import figure, numbered
from govdisclosure.rules.rule import Finding
from govdisclosure.rules.tables import ZEROS, cell_facts, cell_label, cell_place, column_label, row_label

__all__ = ["faults", "relation_facts", "relation_words", "rests_on"]

_FEW = 3


def faults(
    reading: Reading, violated: Mapping[int, Number], unjudged: tuple[int, ...], kind: Kind
) -> Iterator[Finding]:
    """Name the cells that are wrong where that can be told, and give the sums where it cannot.

    Args:
        reading: The table.
        violated: Its sums that fail, each with left less right.
        unjudged: Its sums that could not be judged.
        kind: The verdict.

    Yields:
        A finding for each cell named, for each choice of cells, or for each sum.
    """
    system, values = reading.system, reading.values
    whole = system.explain(values, violated, unjudged)
    if whole:
        yield from _explained(reading, violated, unjudged, kind, whole)
        return
    groups = system.components(violated)
    for number, group in enumerate(groups, 1):
        found = system.explain(values, group, unjudged) if len(groups) > 1 else ()
        if found:
            yield from _explained(reading, group, unjudged, kind, found)
        elif len(group) > _FEW:
            yield _group(reading, group, kind, number)
        else:
            for relation in group:
                yield _relation(reading, relation, kind)


def _explained(
    reading: Reading,
    violated: Mapping[int, Number],
    unjudged: tuple[int, ...],
    kind: Kind,
    explanations: tuple[Explanation, ...],
) -> Iterator[Finding]:
    if len(explanations) > 1:
        yield _choice(reading, violated, kind, explanations)
        return
    (explanation,) = explanations
    for change in explanation:
        yield _cell(reading, violated, unjudged, kind, change, len(explanation) - 1)


def _cell(  # noqa: PLR0913, PLR0917  all of one verdict
    reading: Reading,
    violated: Mapping[int, Number],
    unjudged: tuple[int, ...],
    kind: Kind,
    change: Change,
    others: int,
) -> Finding:
    row, column = reading.system.cells[change.cell]
    holding = reading.system.relations_of(change.cell)
    broken = [number for number in holding if number in violated]
    untested = [number for number in holding if number in unjudged]
    label, stands, due = cell_label(reading.grid, row, column), _printed(reading, change), shown(change.expected)
    words = [relation_words(reading, number) for number in broken]
    zh = f"{reading.name.zh}{label.zh}{stands.zh}，按勾稽关系应为{due}"
    en = f"{reading.name.en}, {label.en}: {stands.en}, the sums require {due}"
    if others:
        zh += f"（与另外{others}格一并更正后各关系全部成立）"
        en += f" (all sums hold once it and {others} other cell{'s' if others > 1 else ''} are corrected)"
    if untested:
        zh += f"；这一格还有{len(untested)}条关系因数字未读出而未能核对"
        en += f"; {len(untested)} more sums with this cell could not be judged"
    note = rests_on(reading)
    return Finding(
        kind=kind,
        message=Message(
            f"{zh}。不成立的关系：{'；'.join(one.zh for one in words)}。{note.zh}",
            f"{en}. Sums that fail: {'; '.join(one.en for one in words)}. {note.en}",
        ),
        cites=reading.cites,
        subject=f"cell:{reading.grid.table}/{row}/{column}",
        at=cell_place(reading.grid, row, column),
        facts={
            "table": reading.grid.table.value,
            **_changed(reading, change),
            "relations": [relation_facts(reading, number) for number in broken],
            **({"unjudged": [reading.system.relations[number].key for number in untested]} if untested else {}),
            **_blank_is(reading),
        },
    )


def _choice(
    reading: Reading, violated: Mapping[int, Number], kind: Kind, explanations: tuple[Explanation, ...]
) -> Finding:
    each = [
        [
            (cell_label(reading.grid, *reading.system.cells[one.cell]), _printed(reading, one), shown(one.expected))
            for one in explanation
        ]
        for explanation in explanations
    ]
    zh = "；或者".join("，同时".join(f"{label.zh}{is_.zh}应为{due}" for label, is_, due in cells) for cells in each)
    en = "; or ".join(
        " and ".join(f"{label.en} ({is_.en}) should be {due}" for label, is_, due in cells) for cells in each
    )
    note = rests_on(reading)
    return Finding(
        kind=kind,
        message=Message(
            f"{reading.name.zh}有{len(violated)}条勾稽关系不成立，有{len(each)}种更正办法都能使其成立：{zh}。{note.zh}",
            f"{len(violated)} sums of {reading.name.en} fail; each of {len(each)} corrections makes them hold: "
            f"{en}. {note.en}",
        ),
        cites=reading.cites,
        subject=f"cells:{'+'.join(sorted({'/'.join(reading.system.cells[c.cell]) for e in explanations for c in e}))}",
        at=reading.grid.at,
        facts={
            "table": reading.grid.table.value,
            "explanations": [[_changed(reading, one) for one in explanation] for explanation in explanations],
            "relations": [relation_facts(reading, number) for number in violated],
            **_blank_is(reading),
        },
    )


def _group(reading: Reading, violated: Mapping[int, Number], kind: Kind, number: int) -> Finding:
    words = [relation_words(reading, one) for one in violated]
    note = rests_on(reading)
    return Finding(
        kind=kind,
        message=Message(
            f"{reading.name.zh}有{len(violated)}条勾稽关系不成立，不能归结为个别格的错误："
            f"{'；'.join(one.zh for one in words)}。{note.zh}",
            f"{len(violated)} sums of {reading.name.en} fail, and no few cells explain them: "
            f"{'; '.join(one.en for one in words)}. {note.en}",
        ),
        cites=reading.cites,
        subject=f"relations:{reading.grid.table}/{number}",
        at=reading.grid.at,
        facts={
            "table": reading.grid.table.value,
            "relations": [relation_facts(reading, one) for one in violated],
            **_blank_is(reading),
        },
    )


def _relation(reading: Reading, number: int, kind: Kind) -> Finding:
    words, note = relation_words(reading, number), rests_on(reading)
    relation = reading.system.relations[number]
    return Finding(
        kind=kind,
        message=Message(
            f"{reading.name.zh}{words.zh}，不相等。{note.zh}", f"{reading.name.en}, {words.en}: not equal. {note.en}"
        ),
        cites=reading.cites,
        subject=f"relation:{relation.key}",
        at=cell_place(reading.grid, *relation.right[0]),
        facts={"table": reading.grid.table.value, **relation_facts(reading, number), **_blank_is(reading)},
    )


def relation_words(reading: Reading, number: int) -> Message:
    """A sum and what its two sides come to."""
    left, right = map(shown, reading.system.sides(reading.values, number))
    kind, _, key = reading.system.relations[number].key.partition(":")
    form = reading.form
    if kind == "row":
        row = row_label(form, key)
        return Message(
            f"“{row.zh}”行各类申请人之和{left}，总计{right}",
            f"row “{row.en}”: applicants add up to {left}, total {right}",
        )
    if kind == "block":
        row = row_label(form, key)
        return Message(
            f"“{row.zh}”各类结果之和{left}，总计{right}",
            f"block “{row.en}”: results add up to {left}, total {right}",
        )
    column = column_label(form, key)
    if kind == "results":
        return Message(
            f"“{column.zh}”列办理结果各项之和{left}，总计{right}",
            f"column “{column.en}”: results add up to {left}, total {right}",
        )
    return Message(
        f"“{column.zh}”列新收加上年结转{left}，办理总计加结转下年{right}",
        f"column “{column.en}”: {left} received and carried in, {right} handled and carried over",
    )


def relation_facts(reading: Reading, number: int) -> dict[str, object]:
    """A sum for facts: its name, both sides, and left less right."""
    left, right = reading.system.sides(reading.values, number)
    return {
        "relation": reading.system.relations[number].key,
        "left": figure(Decimal(left)),
        "right": figure(Decimal(right)),
        "difference": figure(Decimal(left - right)),
    }


def rests_on(reading: Reading) -> Message:
    """The article on accuracy, and what was counted as zero."""
    named = numbered(reading.cites)
    note = ZEROS if reading.zeros else Message("", "")
    return Message(
        f"{note.zh}公开的信息应当准确（{named.zh}），请人工核实。",
        f"{note.en}What is published must be accurate ({named.en}): check it.",
    )


def _printed(reading: Reading, change: Change) -> Message:
    """What is printed in a cell."""
    count = reading.grid[reading.system.cells[change.cell]]
    if count.value is None:
        return Message("没有数字（计为0）", "no figure (counted as 0)")
    return Message(f"印为{shown(count.value)}", f"printed {shown(count.value)}")


def _changed(reading: Reading, change: Change) -> dict[str, object]:
    row, column = reading.system.cells[change.cell]
    facts = cell_facts(row, column, reading.grid[row, column])
    return facts | {"expected": figure(Decimal(change.expected))}


def _blank_is(reading: Reading) -> dict[str, object]:
    return {"blank_is": "zero"} if reading.zeros else {}
