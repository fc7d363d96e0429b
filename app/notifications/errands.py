"""Letters about what is new: gathered by the clock, written by the worker at the last moment."""

from app.core import clock, jobs, mail, outbox
from app.core.backups import before_opening
from app.core.db import leave, writing
from app.core.i18n import N_, speaking
from app.facts import subjects
from app.notifications import queries, unsubscribing, wishing, wording
from app.notifications.matrix import HUSHING
from app.people.sight import Whoever, sight

LETTER = "notifications.letter"
AT_ONCE = 500  # people


@jobs.every(minutes=1, words=N_("Gather what is new into letters"))
def gather() -> None:
    """Whoever has something due gets one letter with all of it."""
    while _gather_some():
        pass


def _gather_some() -> bool:
    with writing(shown=False):
        now = clock.now()
        due = queries.somebody_due(now, most=AT_ONCE)
        queries.claim(due, now)
        outbox.put_many(
            LETTER,
            [
                (f"{LETTER}:{one.last}", {"person": one.person_id, "letter": one.last})
                for one in due
            ],
        )
        return len(due) == AT_ONCE


@outbox.handles(LETTER, N_("What is new, by mail"))
def write(errand: outbox.Errand) -> None:
    """What was read meanwhile, is no longer theirs to see or wished away is left out; a letter
    with nothing in it is not written.
    """
    to = queries.correspondent(errand.payload["person"])
    if to is None:
        return
    wished = wishing.wished(to.reader.id)
    rows = [
        row
        for row in queries.in_letter(to.reader, errand.payload["letter"])
        if wished[row.kind] in wishing.BY_LETTER
    ]
    whoever = Whoever(to.reader.roles)
    titles = subjects.titles(whoever, wording.things(rows), sight(to.reader))
    with speaking(to.reader.language, to.zone):
        added = wording.added(rows)
        news = wording.groups(rows, titles, url=mail.address, added=added)
        enclosed = wording.attached(rows, titles)
    leave()  # a mail server is slow, and nothing may wait for it
    if not news:
        return
    place = unsubscribing.address(to.reader.id)
    mail.send(
        mail.Reader(
            address=to.email, name=to.reader.name, language=to.reader.language, zone=to.zone
        ),
        "notifications/news",
        key=errand.key,
        headers=unsubscribing.headers(place),
        enclosed=enclosed,
        news=news,
        first=news[0].plain,
        all=mail.address("notifications.notifications.index"),
        wishes=mail.address("notifications.wishes.edit"),
        unsubscribe=place,
    )


@outbox.handles(HUSHING, N_("Silence about what is hidden"))
def hush(errand: outbox.Errand) -> None:
    """What happened in a space does not say so, so all that is unread is looked at."""
    kind, number = errand.payload["kind"], errand.payload["number"]
    if kind != "space":
        with writing(shown=False):
            queries.hush(kind, number)
        return
    last: int | None = 0
    while last is not None:
        with writing(shown=False):
            last = queries.hush_all(after=last, most=10 * AT_ONCE)


@jobs.every(minutes=24 * 60, words=N_("Forget what was told long ago"))
def sweep() -> None:
    with writing(shown=False):
        queries.sweep(clock.now())


@before_opening
def nothing_goes_out_twice() -> None:
    """A backup knows letters as due that were sent since."""
    queries.send_nothing_old()
