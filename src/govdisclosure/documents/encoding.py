"""Bytes to text. The bytes decide, not what the page declares of itself: labels are wrong too often."""

import codecs
import re
from collections import Counter

from govdisclosure.errors import ReadError

__all__ = ["decode", "undecoded"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""charset\s{0,4}=\s{0,4}["']?([A-Za-z0-9_.:-]{1,20})""", re.IGNORECASE)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_DAMAGE = re.compile("\ufffd+")
_HEAD = 4_096
# Scoring reads this much: a choice among encodings that is not clear by then does not become so.
_SAMPLE = 1_000_000
_REPLACEMENT_COST = 3
_RARE_COST = 1
# Big5 was hardly ever written by mainland organs: undeclared, it must win by far.
_UNDECLARED_BIG5_MARGIN = 0.3

# The characters official prose is mostly made of, simplified and traditional, with its punctuation.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严请依施监督府务息开依申请受答复诉讼议案意见情況"
    "這個國為時來們於說會對發動過產種麼進經後從業機實現點還與關內數學開當應無關係總設員長報導區縣處務辦議請訴訟條規單職責執據證機構書圖網頁電話戶號類項費減資訊續結論問題標準組織領門審計"
    "，。、；：？！“”（）《》〔〕—…·％０１２３４５６７８９　"
)


def decode(data: bytes, source: str) -> tuple[str, str]:
    """The text of some bytes and the encoding it was read with; a byte order mark is left out.

    Args:
        data: The bytes.
        source: What to name in an error.

    Raises:
        ReadError: The bytes are text in no encoding known here.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace"), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        name = _choose(data)
    text = data.decode(name, errors="replace")
    if text.count("\ufffd") * 4 > len(text):
        raise ReadError(
            source,
            "认不出文字编码；请用编辑器或浏览器打开后另存为 UTF-8 编码",
            "no known text encoding fits; open it in an editor or browser and save it as UTF-8",
        )
    return text, name


def undecoded(text: str) -> int:
    """How many places of a decoded text stand for bytes that are no text, or were lost before the text was saved."""
    return sum(1 for _ in _DAMAGE.finditer(text))


def _choose(data: bytes) -> str:
    sample = data[:_SAMPLE]
    scores = {name: _score(sample, name) for name in ("gb18030", "utf-8", "big5hkscs")}
    declared = _DECLARED.search(data[:_HEAD])
    if declared is None or not declared.group(1).lower().startswith(b"big5"):
        scores["big5hkscs"] -= _UNDECLARED_BIG5_MARGIN
    return max(scores, key=scores.__getitem__)


def _score(sample: bytes, encoding: str) -> float:
    """How much of the non-ASCII text is what official prose is made of, from 1 down."""
    text = sample.decode(encoding, errors="replace")
    counts = Counter("".join(_FOREIGN.findall(text)))
    common = sum(count for character, count in counts.items() if character in _COMMON)
    private = sum(count for character, count in counts.items() if "\ue000" <= character <= "\uf8ff")
    worth = common - _REPLACEMENT_COST * counts["\ufffd"] - _RARE_COST * private
    return worth / max(counts.total(), 1)
