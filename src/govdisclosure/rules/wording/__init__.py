"""Rules on the wording of a report: leftovers of a form, foreign names, doubled text."""
