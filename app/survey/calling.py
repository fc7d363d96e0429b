"""What a letter says of a wave to whoever it asks: the same to all of them."""

from app.core.db import db
from app.core.i18n import date, gettext, number
from app.facts.survey import WaveReminded
from app.survey.models import Wave


def adds(fact: str, wave_id: int) -> list[str]:
    """Beneath the line that tells of it; nothing once it takes no more answers."""
    wave = db.session.get(Wave, wave_id)
    if wave is None or not wave.takes_answers or wave.closes_on is None:
        return []
    last, least = date(wave.closes_on), number(wave.least)
    promise = gettext("Voluntary and confidential: only groups of %(k)s or more are seen.", k=least)
    if fact != WaveReminded.__name__:
        return [gettext("One minute, until %(date)s.", date=last), promise]
    return [
        gettext("It closes on %(date)s; it is one minute.", date=last),
        promise,
        gettext("Everybody who is asked gets this: nobody knows who answered."),
    ]
