"""Rules: one file a rule, in families; the registry lists them, the engine runs them."""
