"""What a letter says beneath the line that tells of thanks."""

from app.catalogue.speaking import name
from app.core.db import db
from app.core.i18n import gettext
from app.thanks.models import Thanks


def for_which_habit(fact: str, number: int) -> list[str]:
    thanks = db.session.get(Thanks, number)
    return [gettext("Habit: %(habit)s", habit=name(thanks.habit))] if thanks else []
