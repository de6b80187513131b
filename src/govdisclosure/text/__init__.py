"""Pure functions from text to text, numbers and dates."""
