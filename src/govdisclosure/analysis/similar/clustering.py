"""Pairs that hang together, as groups."""

from collections.abc import Sequence

from govdisclosure.analysis.similar.result import Cluster, Party, SharedText

__all__ = ["clusters_of"]


def clusters_of(pairs: Sequence[SharedText]) -> tuple[Cluster, ...]:
    """The groups of reports that hang together by some pairs, in the order of their members."""
    leads: dict[Party, Party] = {}

    def lead(one: Party) -> Party:
        while leads.setdefault(one, one) != one:
            leads[one] = leads[leads[one]]
            one = leads[one]
        return one

    for pair in pairs:
        leads[lead(pair.second)] = lead(pair.first)
    groups: dict[Party, tuple[dict[Party, None], list[SharedText]]] = {}
    for pair in pairs:
        members, mine = groups.setdefault(lead(pair.first), ({}, []))
        members |= {pair.first: None, pair.second: None}
        mine.append(pair)
    made = [
        Cluster(members=tuple(sorted(members, key=_order)), pairs=tuple(sorted(mine, key=_pair_order)))
        for members, mine in groups.values()
    ]
    return tuple(sorted(made, key=lambda cluster: _order(cluster.members[0])))


def _order(one: Party) -> tuple[str, int, str, str]:
    return one.organ or "", one.year or 0, one.name, one.digest or ""


def _pair_order(pair: SharedText) -> tuple[tuple[str, int, str, str], tuple[str, int, str, str]]:
    return _order(pair.first), _order(pair.second)
