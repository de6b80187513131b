"""Rules about the reconsiderations and suits of a register."""
