"""The company says thank you: who to whom, for which habit, and for what."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from app.catalogue.models import Kind
from app.catalogue.queries import term_at
from app.demo.deeds import Cast, Deed, days_ago
from app.thanks import thanking


def deeds(told: list[dict[str, Any]], *, cast: Cast, now: datetime) -> Iterator[Deed]:
    for given in told:
        yield Deed(days_ago(given["days"], now), partial(_thank, given, cast))


def _thank(given: dict[str, Any], cast: Cast) -> None:
    """One that its receiver keeps out of sight is `hidden`."""
    habit = term_at(Kind.HABITS, given["habit"])
    assert habit is not None
    receiver = cast[given["to"]]
    thanks = thanking.thank(receiver, habit, given["text"], by=cast[given["by"]])
    if given.get("hidden"):
        thanks.put_away(by=receiver)
