"""The nouns: frozen types without input, output, clock or rule."""
