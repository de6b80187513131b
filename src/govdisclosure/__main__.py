"""``python -m govdisclosure``: the command line where no script of its name is on the path."""

from govdisclosure.cli import main

main()
