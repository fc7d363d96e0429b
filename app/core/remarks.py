"""What an import has to say to its reader, kept as a message and its values.

A report is read later and by others: the sentence is made in the reader's language.
"""

from typing import Any, NamedTuple

from app.core.i18n import gettext

LONGEST_VALUE = 200  # characters of a file's own words inside a sentence


class Remark(NamedTuple):
    words: str  # a message of the catalogue
    given: dict[str, Any] = {}

    def __str__(self) -> str:
        return gettext(self.words) % self.given if self.given else gettext(self.words)


def remark(words: str, /, **given: Any) -> Remark:
    """A remark whose values are short, and hold nothing a database refuses."""
    return Remark(words, {name: _short(value) for name, value in given.items()})


def _short(value: Any) -> Any:
    if isinstance(value, (int, float)):
        return value
    kept = "".join(sign for sign in str(value) if sign.isprintable())
    return kept if len(kept) <= LONGEST_VALUE else kept[:LONGEST_VALUE] + "…"


class Unreadable(ValueError):
    """This cannot be brought in; the remark says why."""

    def __init__(self, reason: Remark) -> None:
        super().__init__(reason.words)
        self.reason = reason
