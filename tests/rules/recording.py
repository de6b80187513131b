"""Which verdicts the rules gave while their own tests ran."""

from govdisclosure.rules.outcome import Kind

YIELDED: dict[str, set[Kind]] = {}
"""Kinds of the findings that were made, by the name of the test file that ran."""
