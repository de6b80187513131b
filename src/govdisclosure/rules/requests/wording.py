"""What the kinds of reply are called."""

from govdisclosure.model.request import ReplyType

__all__ = ["REPLY_TYPES"]

REPLY_TYPES: dict[ReplyType, tuple[str, str]] = {
    ReplyType.ALREADY_PUBLIC: ("已主动公开", "already public"),
    ReplyType.PROVIDED: ("提供信息", "provided"),
    ReplyType.REFUSED: ("不予公开", "refused"),
    ReplyType.NOT_EXISTING: ("信息不存在", "does not exist"),
    ReplyType.NOT_THIS_ORGAN: ("不属于本机关公开", "not this organ's"),
    ReplyType.REPEAT: ("重复申请不再处理", "repeat request"),
    ReplyType.SPECIAL_REGISTER: ("依照专门规定查询", "register with access rules of its own"),
    ReplyType.PARTIAL: ("部分公开", "partly provided"),
    ReplyType.REQUIRES_CREATION: ("需要另行制作", "would have to be created"),
    ReplyType.NOT_A_REQUEST: ("信访举报投诉类，不作为申请处理", "petition or complaint"),
    ReplyType.PUBLICATION: ("告知公开出版物获取途径", "publication: where to get it"),
    ReplyType.EXCESSIVE: ("无正当理由大量反复申请，不予处理", "excessive, not handled"),
    ReplyType.NOT_HANDLED: ("逾期不再处理", "lapsed, no longer handled"),
    ReplyType.OTHER: ("其他", "other"),
}
"""Each kind of reply in Chinese and in English, as messages name it."""
