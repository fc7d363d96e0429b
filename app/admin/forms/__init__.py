"""What administration fills in, one file per noun."""
