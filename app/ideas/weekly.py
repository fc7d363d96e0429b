"""The weekly letter to whoever decides: what waits, for whom, and what was decided."""

from app.core import clock, mail, outbox
from app.core.calendar import today
from app.core.db import leave
from app.core.i18n import N_
from app.core.unsubscribing import Ending, headers
from app.ideas.queries import weekly

LETTER = "ideas.week"
ENDING = Ending("the week of the ideas", "ideas.unsubscribing.show")


def put_in() -> None:
    """Inside `writing()`; one for each of them and week, however often it is asked for."""
    year, week, _ = today().isocalendar()
    outbox.put_many(
        LETTER,
        [(f"{LETTER}:{year}-{week}:{number}", {"person": number}) for number in weekly.readers()],
    )


@outbox.handles(LETTER, N_("The week of the ideas, by mail"))
def write(errand: outbox.Errand) -> None:
    """As it is when the letter goes; with nothing to say there is none."""
    to = weekly.reader(errand.payload["person"])
    week = weekly.week(today(), clock.now())
    if to is None or week.is_empty:
        return
    place = ENDING.address(to.id)
    reader = mail.Reader(address=to.email, name=to.name, language=to.language, zone=to.time_zone)
    leave()  # a mail server is slow, and nothing may wait for it
    mail.send(
        reader,
        "ideas/week",
        key=errand.key,
        headers=headers(place),
        week=week,
        of=lambda number: mail.address("ideas.ideas.show", number=number),
        all=mail.address("ideas.ideas.index"),
        wishes=mail.address("ideas.letter.show"),
        unsubscribe=place,
    )
