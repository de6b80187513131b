"""Rules on the reports of one organ, and of its peers, over the years."""
