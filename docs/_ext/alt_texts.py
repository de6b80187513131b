"""Pictures of a notebook keep, on the site, the words that say what they show."""

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer
from sphinx.application import Sphinx

__all__ = ["setup"]

_drawn = NbElementRenderer.render_image


def _told(self: NbElementRenderer, data: MimeData) -> list[nodes.Element]:
    found = _drawn(self, data)
    alt = data.output_metadata.get(data.mime_type, {}).get("alt")
    for node in found if alt else ():
        node["alt"] = alt
    return found


def setup(app: Sphinx) -> dict[str, bool]:
    """Take the place of what leaves the words of an output out."""
    del app
    NbElementRenderer.render_image = _told  # type: ignore[method-assign]
    return {"parallel_read_safe": True, "parallel_write_safe": True}
