"""A search for near-identical text as plain data for JSON."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from govdisclosure.analysis.similar.result import Cluster, Likeness, Party, SharedText, SimilarTexts
from govdisclosure.errors import ReadError
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.convert import SCHEMA, number
from govdisclosure.writing.version import package_version

__all__ = ["similar_to_dict"]

_PLACES: Final = Decimal("0.0001")


def similar_to_dict(
    found: SimilarTexts, unread: Sequence[ReadError] = (), skipped: Sequence[ReadError] = ()
) -> dict[str, Any]:
    """What ``govdisclosure similar --format json`` writes.

    Args:
        found: The result.
        unread: What could not be read.
        skipped: What was passed over.
    """
    return {
        "schema": SCHEMA,
        "tool": {"name": "govdisclosure", "version": package_version()},
        "threshold": number(Decimal(str(found.threshold))),
        "min_chars": found.min_chars,
        "common_from": found.common_from,
        "reports": found.reports,
        "compared": found.compared,
        "organs": found.organs,
        "clusters": [_cluster(one) for one in found.clusters],
        "unjudged": [{**_party(one.party), "reason": one.reason.value} for one in found.unjudged],
        "capped": list(found.capped),
        "cut": list(found.cut),
        "unread": [_fault(one) for one in unread],
        "skipped": [_fault(one) for one in skipped],
    }


def _cluster(cluster: Cluster) -> dict[str, Any]:
    return {
        "members": [_party(one) for one in cluster.members],
        "pairs": [_pair(one) for one in cluster.pairs],
    }


def _party(one: Party) -> dict[str, Any]:
    return {
        "name": one.name,
        "organ": one.organ and mask_personal(one.organ),
        "year": one.year,
        "digest": one.digest,
        "characters": one.characters,
        "characters_before": one.characters_before,
        "cut": one.cut,
    }


def _pair(pair: SharedText) -> dict[str, Any]:
    parties = (("first", pair.first), ("second", pair.second))
    return {
        **{
            which: {"name": one.name, "organ": one.organ and mask_personal(one.organ), "year": one.year}
            for which, one in parties
        },
        "relation": pair.relation.value,
        "related": pair.related,
        "kind": pair.kind.value,
        "message": {"zh": pair.message.zh, "en": pair.message.en},
        "likeness": _likeness(pair.likeness),
        "before": _likeness(pair.before),
        "passages": [
            {
                "size": one.size,
                "first": _side(one.number, one.heading, one.start, one.end, one.text),
                "second": _side(one.other_number, one.other_heading, one.other_start, one.other_end, one.other_text),
            }
            for one in pair.passages
        ],
        "discounted": [{"text": one.text, "reason": one.reason.value, "organs": one.organs} for one in pair.discounted],
    }


def _side(ordinal: int | None, heading: str, start: int, end: int, text: str) -> dict[str, Any]:
    return {"section": ordinal, "heading": mask_personal(heading), "start": start, "end": end, "text": text}


def _likeness(one: Likeness) -> dict[str, Any]:
    return {"share": number(one.share.quantize(_PLACES).normalize()), "shared": one.shared, "total": one.total}


def _fault(error: ReadError) -> dict[str, Any]:
    return {"source": error.source, "reason": {"zh": error.zh, "en": error.en}}
