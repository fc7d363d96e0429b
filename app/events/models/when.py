"""When something takes place: what the clock on the wall shows there, and the moment that is."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

LASTS_AT_MOST = timedelta(days=31)  # so that whoever looks for a month knows where to begin
A_THIRD = 3  # of a day that is all taken


class When(NamedTuple):
    """`starts` and `ends` are naive, by the wall of `zone`. All day, both are midnights, and `ends`
    is the one after the last day.
    """

    starts: datetime
    ends: datetime
    zone: str
    is_all_day: bool = False

    @property
    def starts_at(self) -> datetime:
        """As the database counts: UTC, naive."""
        return absolute(self.starts, self.zone)

    @property
    def ends_at(self) -> datetime:
        """Never before it begins: an hour there is not, in spring, is later than it says."""
        return max(self.starts_at, absolute(self.ends, self.zone))

    @property
    def lasts(self) -> timedelta:
        return self.ends - self.starts

    @property
    def worked(self) -> int:
        """Seconds that it counts as: by the clock; a day that it takes whole is eight hours."""
        if self.is_all_day:
            return int(self.lasts.total_seconds()) // A_THIRD
        return int((self.ends_at - self.starts_at).total_seconds())

    @property
    def last_day(self) -> date:
        """The last day it goes on, by the wall."""
        return max(self.starts, self.ends - timedelta(microseconds=1)).date()

    @property
    def is_possible(self) -> bool:
        """Whether it ends after it begins, and soon enough."""
        least = timedelta(days=1) if self.is_all_day else timedelta(0)
        return least <= self.lasts <= LASTS_AT_MOST

    def on(self, starts: datetime) -> "When":
        """The same, beginning then."""
        return self._replace(starts=starts, ends=starts + self.lasts)

    def by_the_wall_of(self, zone: str) -> "When":
        """The same moments, as another wall shows them; all day is the same days everywhere."""
        if self.is_all_day or zone == self.zone:
            return self._replace(zone=zone)
        return When(on_the_wall(self.starts_at, zone), on_the_wall(self.ends_at, zone), zone)


def absolute(wall: datetime, zone: str) -> datetime:
    """What a wall shows, as the database counts (UTC, naive). An hour that there is twice is the
    first of them; one that there is not, in spring, is as much later as the clock was put forward.
    """
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).replace(tzinfo=None)


def on_the_wall(moment: datetime, zone: str) -> datetime:
    """A moment of the database as the wall shows it there, naive."""
    return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
