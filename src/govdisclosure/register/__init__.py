"""Requests, cases and items as they run: what may follow what, when a term ends, and the statistics made of them."""
