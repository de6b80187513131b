"""Many documents: one Arrow kernel, a local pool over it, and the tables it leaves."""
