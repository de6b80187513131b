"""Rules on the figures of the statutory tables: sums, domains, what cannot be."""
