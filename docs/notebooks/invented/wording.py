"""The running text of the invented reports: sentences about what an organ deals with, never twice the same."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random

from .organs import COUNTY, Organ

__all__ = ["Writer"]


@cache
def _sentences() -> Mapping[str, list[str]]:
    data = tomllib.loads(Path(__file__).with_name("wording.toml").read_text("utf-8"))
    themes = data.pop("theme")
    return data | {f"theme {year}": said for year, said in themes.items()}


class Writer:
    """Writes for one organ in one year."""

    def __init__(self, organ: Organ, year: int, *, hand: tuple[str, int] | None = None) -> None:
        """Take up a pen.

        Args:
            organ: The organ.
            year: The year.
            hand: The organ and the year whose words they are, where they were copied.
        """
        whose, self._year = hand or (organ.name, year)
        self._chance = Random(f"words {whose} {self._year}")  # noqa: S311  no secret
        self._topics = organ.topics
        name = organ.name
        self.us = "我" + ("县" if name == f"{COUNTY}人民政府" else name[-5] if organ.is_government else _unit(name))
        self.area = name.removeprefix(COUNTY).removesuffix("人民政府") or "全县" if organ.is_government else "办事"

    def of(self, kind: str, count: int) -> str:
        """Sentences of a kind, each about something that the organ deals with."""
        return "。".join(map(self._filled, self._chance.sample(_sentences()[kind], count))) + "。"

    def theme(self) -> str:
        """What the year asked of everyone."""
        return self.of(f"theme {self._year}", 1)

    def problems(self) -> str:
        """Two problems and what is done about them, in one paragraph."""
        known, chosen = _sentences(), self._chance.sample(range(len(_sentences()["problem"])), 2)
        found = "；".join(
            f"{sign}是{self._filled(known['problem'][n])}" for sign, n in zip("一二", chosen, strict=True)
        )
        done = "；".join(f"{sign}是{self._filled(known['remedy'][n])}" for sign, n in zip("一二", chosen, strict=True))
        return f"存在的主要问题：{found}。改进措施：{done}。"

    def _filled(self, sentence: str) -> str:
        topic, other = self._chance.sample(self._topics, 2)
        return sentence.format(
            us=self.us,
            topic=topic,
            other=other,
            area=self.area,
            n=self._chance.randint(10, 60),
            m=self._chance.randint(61, 400),
            k=self._chance.randint(2, 9),
        )


def _unit(name: str) -> str:
    return "委" if name.endswith("委员会") else "局"
