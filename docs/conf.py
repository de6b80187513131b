"""How the pages become a site; ``python docs/build.py`` builds it."""

import sys
from pathlib import Path

from govdisclosure.writing.version import package_version

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "govdisclosure"
version = release = package_version()
html_title = f"govdisclosure {version}"

extensions = [
    *("myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"),
    *("alt_texts", "bigrams", "pages", "public_names"),
]
exclude_patterns = ["_ext", "**/.ipynb_checkpoints"]
root_doc = "index"
language = "en"
html_search_language = "zh-en"
html_theme = "furo"
html_theme_options = {"footer_icons": []}
html_favicon = "_static/mark.svg"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_copyright = False
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
html_domain_indices = False
maximum_signature_line_length = 88
templates_path: list[str] = []

myst_heading_anchors = 4
nb_execution_mode = "off"  # the outputs are stored; tests/ runs the notebooks
nb_ipywidgets_js: dict[str, dict[str, str]] = {}  # nothing from elsewhere
nb_merge_streams = True

autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
napoleon_use_ivar = True

nitpicky = True
_ELSEWHERE = (  # other packages' pages are not asked: nothing is fetched
    *("alt", "altair", "collections", "datetime", "decimal", "os", "pa", "pandas", "pathlib", "pd", "pendulum"),
    *("pl", "polars", "pyarrow", "pyspark"),
)
nitpick_ignore_regex = [("py:.*", rf"({'|'.join(_ELSEWHERE)})\..*|ChartType")]


def _in(folder: str, kind: str = "md") -> list[str]:
    return sorted(f"{folder}/{path.stem}" for path in Path(__file__).parent.glob(f"{folder}/*.{kind}"))


menu = {
    "开始 / Start": ["start", "tutorial.zh", "tutorial", "registers/index"],
    "怎么做 / How to": [
        "how-to/index",
        "how-to/pipeline",
        "how-to/ten-thousand",
        "how-to/spark",
        "how-to/rule",
        "how-to/overlay",
        "how-to/holidays",
        "how-to/compile",
        "how-to/correct",
        "how-to/rank",
    ],
    "笔记本、数据框 / Notebooks, frames": [*_in("notebooks", "ipynb"), *_in("analysis")],
    "多份报告、流水线 / Many reports, pipelines": [
        *(f"pipelines/{name}" for name in ("batch", "inputs", "query", "spark", "across", "similar", "diff")),
        *(f"pipelines/{name}" for name in ("configuration", "decisions", "outputs", "pages", "ci", "plugins")),
    ],
    "规则与法律 / Rules and law": ["rules/index", "law/index", "registers/headers", "registers/states"],
    "查阅 / Reference": ["api/index", "json", "not-covered", "method"],
}
menu = {caption: pages for caption, pages in menu.items() if pages}
