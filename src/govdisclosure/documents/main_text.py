"""Which part of a page is the document, and which part is the site around it.

A general mechanism: follow the text from the page inwards for as long as one element holds nearly all of it. Lists of
words help it: what Chinese content management systems call their containers, and what sites call their furniture.
"""

import re
from itertools import accumulate
from typing import Final

import attrs

from govdisclosure.documents.html_scan import is_hidden, words

__all__ = ["Node", "Stretch", "Weight", "find_container", "furniture"]

# Identifiers and classes of the element that holds an article: TRS, 开普 (UCAP), 大汉, 博达, 方正, hand-made sites.
_CONTAINERS: Final = words(
    "trs_editor trs_ueditor trs_web view ucap-content ucapcontent zoom zoomcon article article-content "
    "article_content articlecontent article-con article_con article-body article_body articlebody content "
    "contents content_text contenttext content-text con_txt con-txt context news_content newscontent "
    "news-content news_con newscon detail detail-content detail_content detailcontent vsb_content "
    "vsb_content_2 vsb_content_4 v_news_content wp_articlecontent info_content infocontent maintext main_text "
    "text_content textcontent txt_content txtcontent xl_content xlcontent ivs_content xxgk_content "
    "xxgkcontent zw zwcontent zwnr wz_content wzcontent nr_content content_nr contentbox content-box "
    "content_box conzt conttxt cont_txt pages_content easysite-news-text bt_content bmnr bodytext mainbody "
    "main-content main_content zhengwen neirong ewb-article-info gk_content gknb_content p_content"
)
# Those among them that are never anything else: they need not hold most of the page.
_EDITORS: Final = words(
    "trs_editor trs_ueditor ucap-content ucapcontent ivs_content zoom vsb_content vsb_content_2 vsb_content_4 "
    "v_news_content wp_articlecontent article_content article-content easysite-news-text"
)
# Words of identifiers and classes that mark furniture, also inside longer names, which are cut at signs, digits and
# capitals (``topNav``, ``bd-share``).
_FURNITURE: Final = words(
    "nav navbar navigation submenu breadcrumb breadcrumbs crumb crumbs weizhi dqwz share bdshare jiathis bshare "
    "footer copyright sidebar aside toolbar dayin fontsize zihao pager pagination paging xgxx xgwz xgyd sousuo "
    "login banner qrcode ewm erweima friendlink yqlj gotop backtop adverts toptool wza"
)
# Words that also name how a part of a text looks or where it stands (``border-bottom``, ``float``, ``page``): they
# count only as a whole name, and only for an element without a sentence or a table.
_AMBIGUOUS: Final = words(
    "menu position location wz foot bottom top tools print close prev next pre page related relate search links "
    "comment comments float ad ads advert hidden dialog popup accessibility logo"
)
_FURNITURE_TAGS: Final = words(
    "nav footer aside menu select button template noscript svg math object video audio canvas marquee dialog"
)
_FURNITURE_ROLES: Final = words("navigation banner contentinfo search complementary menu menubar toolbar dialog")
_LONGEST_NAMES: Final = 200
_WORDS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

# An element of these is never the container by itself: it is part of a text, not the place of one.
_PARTS: Final = words("table tbody tr p ul caption h1 h2 h3 h4 h5 h6 x")
_NEARLY_ALL: Final = 0.85
_NAMED_SHARE: Final = 0.6
_EDITOR_SHARE: Final = 0.15
# Furniture that holds this much of the page's prose is a misnamed container.
_NOT_FURNITURE: Final = 0.3
# A control or picture that holds this much was never closed.
_NOT_CONTROL: Final = 0.8
_LINKED: Final = 0.75
_MANY_LINKS: Final = 4
# Prose of one in so many sentences may be left behind on the way inwards: a sidebar's teaser, not a section.
_SENTENCES_PER_LOSS: Final = 50
# Parts of a text: what their names say is how they look.
_CELLS: Final = words("table tbody tr td th p caption h1 h2 h3 h4 h5 h6")


@attrs.define
class Node:
    """One structural element of a page.

    Attributes:
        name: Its tag in the skeleton.
        tag: Its tag on the page.
        given: Its attributes.
        parent: Index of its parent, -1 for the page itself.
        first: Number of texts before it, in the order of the page.
        last: Number of texts up to its end.
        opened: Index of the event that opens it.
        closed: Index of the event that closes it.
    """

    name: str
    tag: str
    given: dict[str, str]
    parent: int
    first: int = 0
    last: int = 0
    opened: int = 0
    closed: int = 0

    @property
    def hidden(self) -> bool:
        """Whether the page does not show it."""
        return bool(self.given) and is_hidden(self.given)


@attrs.frozen
class Stretch:
    """What one run of text weighs: characters outside links (prose in full), characters in links, links, sentences."""

    prose: float
    linked: int
    links: int
    sentences: int


class Weight:
    """Sums over an element's texts in constant time."""

    def __init__(self, stretches: list[Stretch]) -> None:
        """Add up the weights."""
        self._prose = (0.0, *accumulate(each.prose for each in stretches))
        self._linked = (0, *accumulate(each.linked for each in stretches))
        self._links = (0, *accumulate(each.links for each in stretches))
        self._sentences = (0, *accumulate(each.sentences for each in stretches))

    def prose(self, node: Node) -> float:
        """How much prose an element holds."""
        return self._prose[node.last] - self._prose[node.first]

    def sentences(self, node: Node) -> int:
        """How many sentences an element holds."""
        return self._sentences[node.last] - self._sentences[node.first]

    def is_link_list(self, node: Node) -> bool:
        """Whether an element is hardly more than links."""
        links = self._links[node.last] - self._links[node.first]
        linked = self._linked[node.last] - self._linked[node.first]
        return links >= _MANY_LINKS and not self.sentences(node) and linked * (1 - _LINKED) > _LINKED * self.prose(node)


def furniture(nodes: list[Node], weight: Weight) -> list[bool]:
    """For each element, whether it (or what it stands in) is hidden or belongs to the site, not to the document."""
    total = weight.prose(nodes[0])
    marked: list[bool] = []
    inside_cell: list[bool] = []
    for node in nodes:
        inside_cell.append(node.name in ("td", "th") or (node.parent >= 0 and inside_cell[node.parent]))
        inherited = node.parent >= 0 and marked[node.parent]
        light = weight.prose(node) <= total * (_NOT_CONTROL if node.name == "x" else _NOT_FURNITURE)
        bare = not weight.sentences(node) and not inside_cell[-1]
        found = light and (_is_furniture(node, bare=bare) or weight.is_link_list(node))
        marked.append(inherited or node.hidden or found)
    return marked


def _is_furniture(node: Node, *, bare: bool) -> bool:
    if node.tag in _FURNITURE_TAGS:
        return True
    if not node.given or node.name in _CELLS:
        return False
    if node.given.get("role", "").lower() in _FURNITURE_ROLES:
        return True
    names = _names(node)
    if any(word.lower() in _FURNITURE for word in _WORDS.findall(names)):
        return True
    return bare and any(name.strip("0123456789_-") in _AMBIGUOUS for name in names.lower().split())


def _names(node: Node) -> str:
    return f"{node.given.get('id', '')} {node.given.get('class', '')}"[:_LONGEST_NAMES]


def find_container(nodes: list[Node], weight: Weight, unwanted: list[bool]) -> int:
    """The element that holds the document; 0 is the page itself.

    Args:
        nodes: The page's elements in order.
        weight: Their weights, unwanted elements weighing nothing.
        unwanted: What :func:`furniture` said.
    """
    found = _editor(nodes, weight, unwanted)
    bar = weight.prose(nodes[found]) * (_NEARLY_ALL if found else _NAMED_SHARE)
    for index, node in enumerate(nodes):
        if (
            node.first >= nodes[found].first
            and node.last <= nodes[found].last
            and weight.prose(node) > bar
            and not unwanted[index]
            and not _CONTAINERS.isdisjoint(_named(node))
        ):
            found = index
            bar = weight.prose(node) * _NEARLY_ALL
    return _inward(nodes, weight, found)


def _named(node: Node) -> tuple[str, ...]:
    return (*_names(node).lower().split(), node.tag) if node.given else (node.tag,)


def _editor(nodes: list[Node], weight: Weight, unwanted: list[bool]) -> int:
    """The one element a content management system names as its article; 0 where there is none or several."""
    best, reached, total = 0, 0, 0.0
    for index, node in enumerate(nodes):
        if node.opened < reached or unwanted[index] or _EDITORS.isdisjoint(_named(node)):
            continue
        reached = node.closed
        total += weight.prose(node)
        if not best or weight.prose(node) > weight.prose(nodes[best]):
            best = index
    prose = weight.prose(nodes[best])
    return best if prose >= _NEARLY_ALL * total and prose > _EDITOR_SHARE * weight.prose(nodes[0]) else 0


def _inward(nodes: list[Node], weight: Weight, start: int) -> int:
    """From an element to the innermost one that holds nearly all its prose and, but for a few, all its sentences."""
    prose = weight.prose(nodes[start]) * _NEARLY_ALL
    sentences = weight.sentences(nodes[start])
    sentences -= sentences // _SENTENCES_PER_LOSS
    found = reached = start
    for index in range(start + 1, len(nodes)):
        node = nodes[index]
        if node.opened > nodes[start].closed:
            break
        if node.parent == reached and weight.prose(node) >= max(prose, 1) and weight.sentences(node) >= sentences:
            reached = index
            if node.name not in _PARTS:
                found = index
    return found
