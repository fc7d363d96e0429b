"""Moderation: somebody reports a thing, another decides, its author may ask for a second look."""
