"""What waves ask, one item after the other."""

import re

from sqlalchemy import Select, select

from app.core.db import db
from app.survey.models import Item, Wave

NUMBERED = re.compile(r"q([0-9]+)")


def items_of(wave_id: int) -> Select[Item]:
    """Those of a wave, and what was set aside of it."""
    return select(Item).where(Item.wave_id == wave_id)


def set_aside_of(wave_id: int) -> list[Item]:
    """What was taken out of it, the latest first."""
    aside = items_of(wave_id).where(Item.removed_at.is_not(None))
    return list(db.session.scalars(aside.order_by(Item.removed_at.desc(), Item.id)))


def next_code() -> str:
    """One that nothing was ever called: a code is what is compared from wave to wave.

    Of two who ask at once for different waves the second waits until the first is done.
    """
    db.session.execute(select(Wave.id).order_by(Wave.id).limit(1).with_for_update(key_share=True))
    codes = db.session.scalars(select(Item.code).distinct())
    numbers = [int(found[1]) for code in codes if (found := NUMBERED.fullmatch(code))]
    return f"q{max(numbers, default=0) + 1}"
