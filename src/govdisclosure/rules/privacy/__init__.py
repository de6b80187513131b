"""Rules on personal data that a report must not show."""
