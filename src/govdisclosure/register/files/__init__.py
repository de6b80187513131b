"""Registers and catalogues as files: CSV, Excel and JSON, with the headers that offices use."""

from govdisclosure.register.files.columns import headers
from govdisclosure.register.files.header import Header, Kind
from govdisclosure.register.files.reading import read_catalogue, read_register
from govdisclosure.register.files.writing import write_catalogue, write_register

__all__ = ["Header", "Kind", "headers", "read_catalogue", "read_register", "write_catalogue", "write_register"]
