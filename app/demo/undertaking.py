"""The ambassadors set things in motion, say how it goes, and are asked what has changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from app.attachments.receiving import Received, keep
from app.catalogue.categories import Category
from app.catalogue.queries import terms_at
from app.core.calendar import day_of
from app.core.markdown import Rendered
from app.demo.deeds import Cast, Deed, days_ago
from app.ideas.models import Idea
from app.initiatives import logbook
from app.initiatives.models import Change, Initiative, Milestone, Outcome, Update

Undertaken = dict[str, Initiative]  # those that were logged so far, by their short names


@dataclass(frozen=True)
class Logbook:
    """The company, its ideas as far as they are there, and the texts and covers made ready."""

    cast: Cast
    ideas: Mapping[str, Idea]
    rendered: Mapping[str, Rendered]
    covers: Mapping[str, Received]


def texts(told: list[dict[str, Any]]) -> Iterator[str]:
    """All that has to be rendered before anything is written."""
    for given in told:
        yield given.get("text", "").strip()
        yield from (update["says"] for update in given.get("updates", []))
        yield from (change.get("says", "") for change in given.get("changes", []))


def deeds(told: list[dict[str, Any]], *, book: Logbook, now: datetime) -> Iterator[Deed]:
    undertaken: Undertaken = {}
    for given in told:
        logged = days_ago(given["days"], now)
        initiative = partial(undertaken.__getitem__, given["key"])
        yield Deed(logged, partial(_log, given, book, undertaken, now))
        for number, who in enumerate(given.get("team", []), start=1):
            yield Deed(logged + timedelta(minutes=number), partial(_join, initiative, who, book))
        for number, one in enumerate(given.get("milestones", [])):
            yield Deed(logged, partial(_see_from_afar, initiative, one["title"], number))
            if "days" in one:
                reached = max(days_ago(one["days"], now), logged + timedelta(hours=1))
                yield Deed(reached, partial(_reach, initiative, number, one["by"], book))
        for update in given.get("updates", []):
            yield Deed(days_ago(update["days"], now), partial(_tell, initiative, update, book))
        for change in given.get("changes", []):
            asked = days_ago(given["ended"] - change["after"], now) - timedelta(hours=1)
            yield Deed(asked, partial(_ask, initiative, change["after"]))
            if "outcome" in change:
                yield Deed(
                    days_ago(change["days"], now), partial(_answer, initiative, change, book)
                )
        if review := given.get("review"):
            yield Deed(days_ago(review["days"], now), partial(_confirm, initiative, review, book))
        if returned := given.get("returned"):
            yield Deed(
                days_ago(returned["days"], now), partial(_return, initiative, returned, book)
            )


def _log(given: dict[str, Any], book: Logbook, undertaken: Undertaken, now: datetime) -> None:
    by, text = book.cast[given["by"]], given.get("text", "").strip()
    received = book.covers.get(given.get("cover", ""))
    cover = keep(received, alt=given["alt"], by=by) if received else None
    undertaken[given["key"]] = logbook.log(
        logbook.Manuscript(
            title=given["title"],
            category=Category(given["category"]),
            starts_on=day_of(days_ago(given["began"], now)),
            ends_on=day_of(days_ago(given["ended"], now)) if "ended" in given else None,
            hours=given.get("hours"),
            reached=given.get("reached"),
            language=given.get("language", "es"),
            unit_id=by.unit_id,
            result=given.get("result", ""),
            text=text,
            rendered=book.rendered[text],
            tags=given.get("tags", []),
            terms=terms_at(given.get("about", [])),
            cover=cover.key if cover else "",
            cover_alt=given.get("alt", ""),
        ),
        by=by,
        came_from=book.ideas.get(given.get("from", "")),
    )


def _join(initiative: Callable[[], Initiative], who: str, book: Logbook) -> None:
    initiative().name_teammate(book.cast[who], by=initiative().owner)


def _see_from_afar(initiative: Callable[[], Initiative], title: str, position: int) -> None:
    initiative().milestones.append(Milestone(title=title, position=position))


def _reach(initiative: Callable[[], Initiative], number: int, who: str, book: Logbook) -> None:
    initiative().milestones[number].reach(by=book.cast[who])


def _tell(initiative: Callable[[], Initiative], update: dict[str, Any], book: Logbook) -> None:
    words = update["says"]
    Update.write(initiative(), words, book.rendered[words], by=book.cast[update["by"]])


def _ask(initiative: Callable[[], Initiative], after: int) -> None:
    Change.ask(initiative(), after)


def _answer(initiative: Callable[[], Initiative], told: dict[str, Any], book: Logbook) -> None:
    change = next(one for one in initiative().changes if one.after == told["after"])
    words = told.get("says", "")
    change.tell(
        Outcome(told["outcome"]),
        told["summary"],
        words,
        book.rendered[words],
        by=initiative().owner,
    )


def _confirm(initiative: Callable[[], Initiative], review: dict[str, Any], book: Logbook) -> None:
    initiative().confirm(by=book.cast[review["by"]])


def _return(initiative: Callable[[], Initiative], returned: dict[str, Any], book: Logbook) -> None:
    initiative().send_back(returned["why"], by=book.cast[returned["by"]])
