"""Rules about the requests of a register."""
