"""Invented data."""
