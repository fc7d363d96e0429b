"""What a letter says beneath the line that tells something of an initiative."""

from app.core.db import db
from app.core.i18n import gettext
from app.facts.initiatives import InitiativeReturned
from app.initiatives.models import Initiative


def adds(fact: str, number: int) -> list[str]:
    """What is missing, where it was sent back and is not mended yet."""
    initiative = db.session.get(Initiative, number) if fact == InitiativeReturned.__name__ else None
    if initiative is None or not initiative.reason:
        return []
    return [gettext("What is missing: %(reason)s", reason=initiative.reason)]
