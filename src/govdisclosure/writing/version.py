"""The package's version, as installed."""

from importlib.metadata import PackageNotFoundError, version

__all__ = ["package_version"]


def package_version() -> str:
    """The installed version; ``0+source`` where the package runs from a copy that was never installed."""
    try:
        return version("govdisclosure")
    except PackageNotFoundError:
        return "0+source"
