"""Settings: what a user chose, where each value comes from, and what it does to a run."""
