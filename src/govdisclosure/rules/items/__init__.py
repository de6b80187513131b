"""Rules on the items of a catalogue: what must be published, when, and what a catalogue says of it."""
