"""When a letter goes: soon, or in the morning of whoever reads it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from app.notifications.models import Channel

SOON = timedelta(minutes=10)  # what is taken back or read by then needs no letter
MORNING = 8  # o'clock, where they are
MONDAY = 0
OLD = timedelta(days=2)  # what comes to be told later than that is no news for a letter


def letter_due(channel: Channel, happened: datetime, now: datetime, zone: str) -> datetime | None:
    """The moment (UTC, naive) at which a letter about it goes to somebody in that zone."""
    if channel in (Channel.NONE, Channel.APP) or now - happened > OLD:
        return None
    if channel is Channel.ONCE:
        return max(happened + SOON, now)
    here = now.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    morning = here.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    if morning <= here:
        morning += timedelta(days=1)
    if channel is Channel.WEEKLY:
        morning += timedelta(days=(MONDAY - morning.weekday()) % 7)
    return morning.astimezone(UTC).replace(tzinfo=None)
