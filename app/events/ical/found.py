"""What was understood of an event in a calendar file, and what is kept of it until it comes in:
nothing of who was asked to it.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from app.core.remarks import Remark
from app.events.models import When


@dataclass(frozen=True, kw_only=True)
class Change:
    """A date that is otherwise than the rest of its series."""

    original: datetime  # by the wall of the series
    starts: datetime
    ends: datetime
    title: str
    place: str
    call_url: str
    is_cancelled: bool = False


@dataclass(frozen=True, kw_only=True)
class Found:
    uid: str
    sequence: int
    title: str
    text: str
    starts: datetime
    ends: datetime
    zone: str
    is_all_day: bool
    rule: str
    more: list[datetime]
    skipped: list[datetime]
    changes: list[Change]
    place: str
    call_url: str
    is_cancelled: bool
    categories: list[str]
    is_part: bool = False  # dates of a series whose rest is not in the file
    dates: int = 1
    organiser: str = ""  # an address, until it is looked up; it is not kept
    remarks: list[Remark] = field(default_factory=list)

    @property
    def when(self) -> When:
        return When(self.starts, self.ends, self.zone, self.is_all_day)

    @property
    def digest(self) -> str:
        """The same for whatever says the same, whichever program wrote it and whenever."""
        said = self.as_json()
        for name in ("sequence", "dates", "remarks"):
            del said[name]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    def known_as(self, uid: str) -> "Found":
        return replace(self, uid=uid)

    def as_json(self) -> dict[str, Any]:
        said = asdict(self) | {"remarks": [list(one) for one in self.remarks]}
        del said["organiser"]
        return _told(said)

    @classmethod
    def of(cls, said: dict[str, Any]) -> "Found":
        """What `as_json` kept."""
        changes = [Change(**_times(one)) for one in said["changes"]]
        remarks = [Remark(*one) for one in said["remarks"]]
        return cls(**_times(said) | {"changes": changes, "remarks": remarks})


@dataclass(frozen=True)
class Refused:
    """What cannot come in, or is not meant to, and why."""

    reason: Remark
    title: str = ""
    is_left_out: bool = False


_TIMES = {"original", "starts", "ends"}


def _times(said: dict[str, Any]) -> dict[str, Any]:
    read = datetime.fromisoformat
    return {
        name: read(value)
        if name in _TIMES
        else [read(one) for one in value]
        if name in ("more", "skipped")
        else value
        for name, value in said.items()
    }


def _told(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _told(one) for name, one in value.items()}
    return [_told(one) for one in value] if isinstance(value, (list, tuple)) else value
