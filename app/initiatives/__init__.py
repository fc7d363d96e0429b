"""Initiatives: what ambassadors do, what came of it, and what is different since."""
