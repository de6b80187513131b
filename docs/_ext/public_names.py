"""``{public-names} MODULE``: the reference of every public name of a module, so that none can be forgotten.

Where a package names the homes of its names, the option ``homes`` takes those of some of them, by their first parts;
``names`` takes some by name. What a package above offers too is described there and nowhere else.
"""

from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from inspect import isclass, isroutine
from types import ModuleType
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

__all__ = ["PublicNames", "public_names", "setup"]


def public_names(module: ModuleType, homes: str = "", names: str = "") -> list[str]:
    """The public names of a module, all or some, without those that a package above it offers too."""
    known = getattr(module, "_HOMES", {"": " ".join(module.__all__)})
    found = {name for home, those in known.items() if not homes or _lies(home, homes.split()) for name in those.split()}
    above = _above(module)
    return sorted(name for name in found & {*(names.split() or found)} if id(getattr(module, name)) not in above)


def _lies(home: str, homes: list[str]) -> bool:
    return any(home == one or home.startswith(f"{one}.") for one in homes)


def _above(module: ModuleType) -> set[int]:
    """What the packages above a module offer under a shorter name."""
    packages = map(import_module, ("govdisclosure", "govdisclosure.analysis"))
    above = [one for one in packages if len(one.__name__) < len(module.__name__)]
    return {id(getattr(one, name)) for one in above for name in one.__all__}


class PublicNames(SphinxDirective):
    """The directive."""

    required_arguments = 1
    option_spec: ClassVar = {"homes": directives.unchanged, "names": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """The reference of each name, by autodoc."""
        module = import_module(self.arguments[0])
        names = public_names(module, **self.options)
        if not names:
            raise self.error(f"{self.arguments[0]} offers no such name")
        lines = ["```{eval-rst}", *(line for name in names for line in _lines(module, name)), "```"]
        return self.parse_text_to_nodes("\n".join(lines))


def _lines(module: ModuleType, name: str) -> Iterator[str]:
    value = getattr(module, name)
    kind = "autoclass" if isclass(value) else "autofunction" if isroutine(value) else "autodata"
    yield f".. {kind}:: {module.__name__}.{name}"
    if kind == "autodata":
        yield "   :no-value:"
    if isclass(value) and issubclass(value, Enum):
        yield "   :undoc-members:"
    yield ""


def _led(app: Sphinx, env: BuildEnvironment, node: pending_xref, text: nodes.Node) -> nodes.Node | None:
    """Where a name leads that is not described under the name it is called by.

    One without a module leads to where the reference has it. One of this package that is there and not public is a
    word without a link; one that is not there stays a fault.
    """
    module, _, name = str(node.get("reftarget", "")).rpartition(".")
    if node.get("refdomain") == "py" and not module:
        domain = env.domains.python_domain
        found = min((one for one in domain.objects if one.endswith(f".{name}")), key=len, default=None)
        return found and domain.resolve_xref(env, node["refdoc"], app.builder, "obj", found, node, text)
    try:
        known = module.startswith("govdisclosure") and hasattr(import_module(module), name)
    except ImportError:
        known = False
    return text if known else None


def setup(app: Sphinx) -> dict[str, object]:
    """Tell Sphinx of the directive, and of where names lead."""
    app.add_directive("public-names", PublicNames)
    app.connect("missing-reference", _led)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
