"""The words of a template with the names in their places: {nombre} and {idea}.

Each place may be named in any language of the house, as whoever writes the text would call it.
"""

import re
from typing import Any

from app.people.names import first_name

PLACES = {
    "name": ("nombre", "izena", "name", "nome"),
    "title": ("idea", "ideia"),
}
KNOWN = {word: place for place, words in PLACES.items() for word in words}
PLACE = re.compile(r"\{([^{}\n]{0,40})\}")
SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:])")  # what Markdown reads something into


def filled(text: str, given: Any, *, in_markdown: bool = False) -> str:
    """`given` has the `name` and the `title`. What is no place of ours stays as it stands."""

    def put(found: re.Match[str]) -> str:
        place = KNOWN.get(_meant(found[1]))
        if place is None:
            return found[0]
        said = first_name(given.name) if place == "name" else given.title
        return SIGNS.sub(r"\\\1", said) if in_markdown else said

    return PLACE.sub(put, text)


def unknown(text: str) -> list[str]:
    """What stands in braces and is no place of ours, each once."""
    found = (one[0] for one in PLACE.finditer(text) if _meant(one[1]) not in KNOWN)
    return list(dict.fromkeys(found))


def _meant(word: str) -> str:
    return word.strip().casefold()
