"""Waves of the survey in the states in which the demo company has none."""

from datetime import timedelta

from sqlalchemy import select

from app.core.calendar import today
from app.core.db import db
from app.people.models import Person
from app.survey import asking, drafting, opening, queries
from app.survey.models import Wave, WaveState


def make_waves(by: Person) -> dict[str, int]:
    """Inside `writing()`: where each of them is."""
    taking = queries.open_wave()
    assert taking is not None
    taking.state = WaveState.DRAFT  # for as long as others are opened: there is but one at a time
    counted = _open("Verano", by, before=taking)
    counted.stop(by=None)
    counted.close(answered=180, unread=0)
    counting = _open("Otoño, que se está contando", by, before=taking)
    counting.stop(by=by)
    db.session.flush()
    taking.state = WaveState.OPEN
    published = select(Wave.id).where(Wave.state == WaveState.PUBLISHED)
    draft = drafting.draft("Invierno")
    asking.set_aside(draft, draft.items[1])
    return {
        "wave_draft": draft.id,
        "wave_item": draft.items[0].id,
        "wave_ready": _drafted("Invierno, a punto de abrirse").id,
        "wave_open": taking.id,
        "wave_counting": counting.id,
        "wave_counted": counted.id,
        "wave_published": db.session.scalars(published).first(),
    }


def _drafted(name: str) -> Wave:
    wave = drafting.draft(name)
    wave.change(
        asker="Personas y Cultura",
        contact="personas@demo.test",
        closes_on=today() + timedelta(days=14),
        informed_on=today(),
        informed_how="Reunión con el comité de empresa.",
        assessment="EIPD-2026-11",
    )
    return wave


def _open(name: str, by: Person, *, before: Wave) -> Wave:
    """Earlier than that one, which stays the latest."""
    wave = _drafted(name)
    opening.open(wave, by=by)
    assert before.opened_at is not None
    wave.opened_at = before.opened_at - timedelta(days=1)
    return wave
