"""The address a toast posts to, which takes back what it tells of."""

from typing import Any

from flask import url_for


def undoing(endpoint: str, **how_it_was: Any) -> str:
    """How it was goes along in the address, with the version that is being undone."""
    address = url_for(endpoint, **how_it_was)
    return f"{address}{'&' if '?' in address else '?'}_method=DELETE"
