"""The words of a template as the author of an idea reads them. No writing, and no request: whoever
asks for words to an author stands on this.
"""

from collections.abc import Iterable
from typing import Any

from app.core.i18n import LANGUAGES
from app.ideas.placeholders import filled

HOUSE = "es"  # in which every template is written


def text_in(template: Any, language: str) -> tuple[str, str]:
    """Its text in a language, and the language it is really in."""
    said = "" if language == HOUSE else getattr(template, f"text_{language}", "")
    return (said, language) if said else (template.text, HOUSE)


def words_to(given: Any, template: Any, words: str = "", *, in_markdown: bool = False) -> str:
    """What the author of an idea is told: the template, if there is one, in the language they read,
    and below it these words. `given` is of `queries.addressed`.
    """
    said = text_in(template, given.language)[0] if template else ""
    return filled("\n\n".join(filter(None, (said, words))), given, in_markdown=in_markdown)


def put_in(
    written: str, template: Any, given: Any, others: Iterable[Any], *, in_markdown: bool = False
) -> str:
    """What stands in a field once a template was chosen. What somebody wrote stays above it; the
    words of another template, untouched, make room.
    """
    said = words_to(given, template, in_markdown=in_markdown)
    written = written.strip()
    untouched = {words_to(given, one, in_markdown=in_markdown).strip() for one in others}
    if not written or written in untouched:
        return said
    return written if said.strip() in written else f"{written}\n\n{said}"


def texts_of(template: Any) -> dict[str, str]:
    """What it says, by language, where it does."""
    said = {code: getattr(template, column(code)) for code in LANGUAGES}
    return {code: text for code, text in said.items() if text}


def column(language: str) -> str:
    return "text" if language == HOUSE else f"text_{language}"
