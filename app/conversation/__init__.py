"""Talking about any registered subject, and reacting to it."""
