"""Somebody thanks a person for one of the habits, and says for what."""
