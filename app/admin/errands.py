"""An errand as it may be shown: what it is and which rows it is about, never what people wrote."""

import re
from typing import Any

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
