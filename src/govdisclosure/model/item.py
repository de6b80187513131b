"""A disclosure item (政府信息): an entry of an organ's catalogue (政府信息公开目录)."""

from decimal import Decimal
from enum import StrEnum

import attrs
import pendulum

from govdisclosure.model.place import Place

__all__ = ["Exemption", "Item", "ItemKind", "PublicationChannel", "Publicity"]


class Publicity(StrEnum):
    """The publicity attribute (公开属性) of an item."""

    PROACTIVE = "proactive"
    """主动公开"""
    ON_REQUEST = "on_request"
    """依申请公开"""
    WITHHELD = "withheld"
    """不予公开"""


class Exemption(StrEnum):
    """The grounds on which an item is not published (2019 Arts 14 to 16)."""

    STATE_SECRET = "state_secret"  # noqa: S105  a ground of law, not a password
    PROHIBITED_BY_LAW = "prohibited_by_law"
    SECURITY_AND_STABILITY = "security_and_stability"
    THIRD_PARTY_RIGHTS = "third_party_rights"
    INTERNAL_AFFAIRS = "internal_affairs"
    PROCESS_INFORMATION = "process_information"
    ENFORCEMENT_FILE = "enforcement_file"


class ItemKind(StrEnum):
    """What an item is, as far as table two counts it."""

    RULES = "rules"
    """规章"""
    NORMATIVE_DOCUMENT = "normative_document"
    """行政规范性文件"""
    LICENCE_DECISION = "licence_decision"
    PENALTY_DECISION = "penalty_decision"
    COERCION_DECISION = "coercion_decision"
    CHARGES = "charges"
    """An amount of administrative charges collected (行政事业性收费), in ``amount``."""
    LICENCE_MATTER = "licence_matter"
    """A matter of the list of licences (行政许可项目); so the next four, which the form of 2019 counts."""
    OTHER_SERVICE_MATTER = "other_service_matter"
    PENALTY_MATTER = "penalty_matter"
    COERCION_MATTER = "coercion_matter"
    CHARGE_MATTER = "charge_matter"
    OTHER_SERVICE_DECISION = "other_service_decision"
    PROCUREMENT = "procurement"
    """A centralised procurement project, its sum in ``amount``."""
    OTHER = "other"


class PublicationChannel(StrEnum):
    """Where an item was published (2007 Art 15, 2019 Art 23)."""

    WEBSITE = "website"
    GAZETTE = "gazette"
    NEW_MEDIA = "new_media"
    PRESS_CONFERENCE = "press_conference"
    NEWSPAPER = "newspaper"
    BROADCAST = "broadcast"
    READING_POINT = "reading_point"
    OTHER = "other"


@attrs.frozen(kw_only=True)
class Item:
    """An entry of a disclosure catalogue. Whatever a catalogue can get wrong is representable and judged by a rule.

    Attributes:
        id: Index number (索引号).
        title: Title (信息名称).
        document_number: Number of the document (文号).
        producer: The organ that made it (发布机构).
        summary: Content summary (内容概述).
        topic: Topic or classification (主题分类).
        made_on: The day it was made or received (生成日期).
        changed_on: The day it was last changed.
        published_on: The day it was published.
        kind: What table two counts it as; ``None`` where the catalogue does not say.
        count: How many of the kind the entry stands for, such as the penalties of a month.
        amount: Of charges and procurement, the sum in yuan.
        duty: The item of law that asks for its publication, as the key of a provision (``regulation-2019:20i4``).
        form: Its form (文件, 图表, 音像 …).
        publicity: The publicity attribute; ``None`` where the catalogue does not say.
        ground: Why it is not published, for one of the grounds of law.
        ground_text: The ground in the catalogue's words, where it is none of those.
        channels: Where it was published.
        reviewed_on: The day of its confidentiality or disclosure review.
        reviewed: Whether it was reviewed; ``None`` where the catalogue does not say.
        concerns_other_organs: Whether it concerns other organs; ``None`` likewise.
        coordinated_on: The day those were consulted and confirmed it.
        valid_from: First day on which it is in force.
        valid_to: Last day on which it is in force.
        repealed_on: The day it was repealed.
        at: Where it stands in the catalogue.
    """

    id: str
    title: str | None = None
    document_number: str | None = None
    producer: str | None = None
    summary: str | None = attrs.field(default=None, repr=False)
    topic: str | None = None
    made_on: pendulum.Date | None = None
    changed_on: pendulum.Date | None = None
    published_on: pendulum.Date | None = None
    kind: ItemKind | None = None
    count: int = attrs.field(default=1, validator=attrs.validators.ge(0))
    amount: Decimal | None = None
    duty: str | None = None
    form: str | None = None
    publicity: Publicity | None = None
    ground: Exemption | None = None
    ground_text: str | None = None
    channels: tuple[PublicationChannel, ...] = ()
    reviewed_on: pendulum.Date | None = None
    reviewed: bool | None = None
    concerns_other_organs: bool | None = None
    coordinated_on: pendulum.Date | None = None
    valid_from: pendulum.Date | None = None
    valid_to: pendulum.Date | None = None
    repealed_on: pendulum.Date | None = None
    at: Place | None = None
