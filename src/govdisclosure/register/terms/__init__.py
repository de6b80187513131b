"""When terms of requests, cases and items end, reading by reading."""
