"""What the administration fills in, one file per noun."""
