"""The audit: written with every fact that matters, sealed, and read by administration alone."""
