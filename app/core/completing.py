"""What helps while one writes: addresses a long text's field carries for the script that completes.

A feature says what it offers; every Markdown field of the house then has it, and nothing is
loaded before somebody begins to write.
"""

from collections.abc import Callable

from flask import current_app

_offered: dict[str, Callable[[], str]] = {}


def offer(name: str, address: Callable[[], str]) -> None:
    """Where suggestions of this name are asked for. As a module is imported."""
    _offered[name] = address


def attributes() -> dict[str, str]:
    """What a field says to js/completes.js."""
    asset = current_app.extensions["assets"].asset
    offered = {f"data-{name}": address() for name, address in _offered.items()}
    names = {"data-emoji": asset("js/emoji-names.js"), "data-sheet": asset("css/completion.css")}
    return {"data-completes": asset("js/completion.js"), **names, **offered}
