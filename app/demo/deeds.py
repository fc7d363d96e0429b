"""Deeds: what somebody of the demo company did, and when."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.people.models import Person

Cast = dict[str, Person]  # who has joined so far, by the short name `company.yaml` gives them


@dataclass(frozen=True, order=True)
class Deed:
    at: datetime
    do: Callable[[], None] = field(compare=False)


def days_ago(days: float, now: datetime) -> datetime:
    return now - timedelta(days=days)
