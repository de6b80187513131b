"""The command line; see ``govdisclosure --help``."""

import sys

from govdisclosure.errors import MissingExtraError

__all__ = ["main"]

_USAGE = 2


def main() -> None:
    """Run the command line and exit with its status."""
    try:
        from govdisclosure.cli.commands import run  # noqa: PLC0415  click may not be installed
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "click":
            raise
        sys.stderr.write(f"{MissingExtraError('cli', '命令行', 'the command line')}\n")
        sys.exit(_USAGE)
    sys.exit(run())
