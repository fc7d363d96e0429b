"""Bringing things in from files: upload, look, confirm, watch, read the report, take it back."""
