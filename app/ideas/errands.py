"""What the clock does with ideas: reckons anew what is promised, says what is late, and tells
whoever decides of the week.
"""

from datetime import timedelta

from app.core import clock, jobs
from app.core.calendar import here, today
from app.core.db import leave, writing
from app.core.i18n import N_
from app.ideas import lateness, weekly
from app.ideas.calendar import promised
from app.ideas.models.timed import reckoned
from app.ideas.queries import waiting

MORNING = 8  # o'clock in the house: nobody is woken because an idea is late


@jobs.every(minutes=60, words=N_("Watch for how long ideas wait"))
def watch() -> None:
    """Whatever is promised by now, and who is to hear that it was not kept."""
    reckon_anew()
    if promised().is_worked(today()) and here(clock.now()).hour >= MORNING:
        tell_what_is_late()
        tell_of_the_week()
    leave()


def reckon_anew() -> None:
    """Where a setting changed, or a country its holidays, each idea has another day."""
    promise, changed = promised(), []
    for row in waiting.clocks():
        due, left = reckoned(promise, row.verdict, row.since, row.rested, row.asked_at)
        if (due, left) != (row.due_on, row.days_left):
            changed.append({"number": row.id, "seen": row.version, "day": due, "left": left})
    leave()
    if changed:
        with writing():
            waiting.set_clocks(changed)


def tell_what_is_late() -> None:
    """Each in a transaction of its own, looked at again inside."""
    promise, day = promised(), today()
    late = waiting.late(day)
    later = (
        waiting.late_by_now(promise.after(day, -promise.escalation)) if promise.escalation else []
    )
    leave()
    for number in late:
        with writing():
            lateness.tell(waiting.held(number))
    for number in later:
        with writing():
            lateness.escalate(waiting.held(number))


def tell_of_the_week() -> None:
    """On the first day of the week that is worked."""
    day = today()
    if promised().after(day - timedelta(days=day.weekday()), 0) != day:
        return
    leave()
    with writing(shown=False):
        weekly.put_in()
