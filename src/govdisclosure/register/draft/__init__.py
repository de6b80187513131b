"""Drafting the report on a year from what was compiled."""
