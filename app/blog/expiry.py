"""What the clock does on the blog: publishes what is due, and ends what is over."""

from app.blog import queries
from app.core import clock, jobs
from app.core.db import leave, writing
from app.core.i18n import N_


@jobs.every(minutes=1, words=N_("Publish what is due, and end what is over"))
def keep_time() -> None:
    """Each post in a transaction of its own, looked at again inside: however many workers meet
    here, or are killed on the way, it is published once.
    """
    now = clock.now()
    found = queries.numbers_due(now)
    leave()
    for number in found.due:
        with writing():
            queries.held(number).fall_due()
    for number in found.over:
        with writing():
            queries.held(number).expire()
    for number in found.faded:
        with writing():
            post = queries.held(number)
            if post.featured_until and post.featured_until <= now:
                post.unfeature(by=None)
