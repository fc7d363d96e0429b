"""An errand as it may be shown: what it is and which rows it is about, never what people wrote."""

import re
from typing import Any

from app.core.i18n import N_

# How what went wrong begins, and what it means for whoever runs the house.
MEANINGS = {
    "The mail server does not take it": N_("The mail server does not answer. Nothing is lost."),
    "The mail server says": N_("The mail server refused the letter."),
}
ADDRESS = re.compile(r"[^\s<>\"',;:()\[\]]+@[^\s<>\"',;:()\[\]]+")


def about(payload: dict[str, Any]) -> str:
    """The numbers of what it is about: «person 7». A text in it is not shown."""
    numbers = (
        f"{name} {value}"
        for name, value in payload.items()
        if isinstance(value, int) and not isinstance(value, bool)
    )
    return ", ".join(numbers)


def discreet(words: str) -> str:
    """Why something failed, without the addresses of whom it was meant for."""
    return ADDRESS.sub("…@…", words)


def meaning(words: str) -> str:
    """Why something failed, as a message of the catalogue, where that is known."""
    found = (MEANINGS[start] for start in MEANINGS if words.startswith(start))
    return next(found, "")
