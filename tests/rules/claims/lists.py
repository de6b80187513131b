"""Lists of parts whose places are where the words stand."""

from decimal import Decimal

from tests.rules.building import line_map

from govdisclosure.model.report import Breakdown, ClaimKind, Part


def split(
    text: str,
    whole: tuple[str, int] | None,
    *parts: tuple[str, int, str | None],
    exhaustive: bool = False,
    kind: ClaimKind | None = None,
) -> Breakdown:
    """A list printed in a text: the total's words and value, then each part's words, value and printed share."""
    place = line_map(text).place

    def at(words: str):
        start = text.index(words)
        return place(start, start + len(words))

    return Breakdown(
        whole=None if whole is None else Decimal(whole[1]),
        whole_at=None if whole is None else at(whole[0]),
        kind=kind,
        parts=tuple(
            Part(
                label=words,
                value=Decimal(value),
                share=Decimal(share.rstrip("%")) / 100 if share else None,
                share_printed=share,
                at=at(words),
            )
            for words, value, share in parts
        ),
        exhaustive=exhaustive,
        quote=text,
        at=place(0, len(text)),
    )
