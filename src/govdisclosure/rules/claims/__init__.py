"""Rules on figures and rates that the text states."""
