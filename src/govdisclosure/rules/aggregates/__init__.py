"""Rules on reports that sum up the figures of other organs."""
