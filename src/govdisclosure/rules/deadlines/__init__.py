"""Rules on dates: when a report was published and signed, and which year it speaks of."""
