"""Mentioning somebody: a plain Markdown link to their page, and who is offered while one types."""

import re

from flask import url_for

from app.core.completing import offer

MARKS = re.compile(r"([\\`*_\[\]!~|])")


def written(name: str, number: int) -> str:
    """What goes into a text to mention them: `[Ane Etxeberria](/people/42)`."""
    plain = MARKS.sub(r"\\\1", name)
    return f"[{plain}]({url_for('people.profiles.show', number=number)})"


offer("people", lambda: url_for("people.suggestions.index"))
