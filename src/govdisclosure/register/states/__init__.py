"""What may follow what in the life of a request and of a case, as tables, and replaying a register by them."""
