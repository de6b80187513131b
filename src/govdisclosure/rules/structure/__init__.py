"""Rules on structure: what a report must contain and how it is divided."""
