"""A fact as people read it: one whole sentence, in their language."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from app.core.i18n import gettext, number
from app.core.sentences import sentence
from app.facts import Fact


def said(
    fact: type[Fact],
    *,
    actor: Markup,
    title: Markup,
    details: Mapping[str, Any],
    to_whoever_did_it: bool = False,
) -> Markup | None:
    """What the fact says of these details; None if they were kept before it told so much."""
    parts = {detail: _read(fact, detail, value) for detail, value in details.items()}
    words = fact.says_you if to_whoever_did_it and fact.says_you else fact.says
    try:
        return sentence(words, **parts | {"actor": actor, "title": title})
    except KeyError:
        return None


def _read(fact: type[Fact], detail: str, value: Any) -> str:
    """A code by its words, a figure by its language, and anything else as it was kept."""
    if detail in fact.words:
        return gettext(fact.words[detail].get(value, str(value)))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value)
    return str(value)
