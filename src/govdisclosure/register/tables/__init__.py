"""The statutory tables of a year, compiled from registers, with the entries behind each cell."""
