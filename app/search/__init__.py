"""Searching the whole house: every registered kind that has a text, as far as one may see it."""
