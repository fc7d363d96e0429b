"""Somebody of the company finds that something should not stand there, and somebody decides."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from app.demo.deeds import Cast, Deed
from app.moderation import hiding, queries
from app.moderation.models import Case, Reason

A_WHILE = timedelta(hours=2)


def deeds(
    told: Mapping[str, str], thing: Callable[[], Any], said: datetime, cast: Cast
) -> Iterator[Deed]:
    """`told` says who reported it (`by`), why (`reason`, `words`), perhaps who hid it (`hidden`)
    and the reason (`because`), and what its author then said (`appeal`, of `author`).
    """
    yield Deed(said + A_WHILE, partial(_report, told, thing, cast))
    if "hidden" in told:
        yield Deed(said + 2 * A_WHILE, partial(_hide, told, thing, cast))
    if "appeal" in told:
        yield Deed(said + 3 * A_WHILE, partial(_appeal, told, thing, cast))


def _report(told: Mapping[str, str], thing: Callable[[], Any], cast: Cast) -> None:
    hiding.report(thing(), Reason(told["reason"]), told["words"], by=cast[told["by"]])


def _hide(told: Mapping[str, str], thing: Callable[[], Any], cast: Cast) -> None:
    hiding.hide(_case(thing), told["because"], by=cast[told["hidden"]])


def _appeal(told: Mapping[str, str], thing: Callable[[], Any], cast: Cast) -> None:
    _case(thing).ask_again(told["appeal"], by=cast[told["author"]])


def _case(thing: Callable[[], Any]) -> Case:
    case = queries.case_about("comment", thing().id)
    assert case is not None
    return case
