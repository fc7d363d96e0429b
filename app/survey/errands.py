"""What the clock does with waves: stops those whose last day is over, tidies up what a closing
that was cut short left behind, and erases answers that were kept for long enough.
"""

from app.core import jobs
from app.core.backups import before_opening
from app.core.calendar import today
from app.core.db import leave, writing
from app.core.i18n import N_
from app.survey import closing, keys, queries, scrubbing, stopping
from app.survey.models import Ballot, Invitation, Remark, WaveState
from app.survey.retention import kept_until

ANSWERED = (Ballot, Remark, Invitation)  # what is kept for a while


@jobs.every(minutes=5, words=N_("Close surveys after their last day"))
def keep_time() -> None:
    """Each wave in a transaction of its own, looked at again inside."""
    over = queries.overdue(today())
    leave()
    for number in over:
        with writing():
            wave = queries.held(number)
            if wave.is_open and not wave.takes_answers:
                stopping.stop(wave, by=None)
    for number in _left_untidy():
        closing.tidy_up(number)
    _look_for_keys()


@jobs.every(minutes=24 * 60, words=N_("Erase what was answered long ago"))
def erase() -> None:
    """Killed on the way it goes on the next day: only in the end a wave is said to be erased."""
    day = today()
    over = [wave.id for wave in queries.kept() if (kept_until(wave) or day) < day]
    leave()
    for number in over:
        for pile in ANSWERED:
            scrubbing.drop(pile, number)
        scrubbing.scrub(*ANSWERED)
        with writing():
            queries.held(number).erase()


@before_opening
def what_lost_its_key_is_over() -> None:
    """A backup has no key. Where it is of a wave that was open then and has closed since, nobody
    will read what lies sealed in it any more, and nobody may go on answering.
    """
    for number, key_name in queries.keyed(WaveState.OPEN, WaveState.COUNTING):
        if not keys.is_there(key_name):
            closing.close_unread(number)
    for number, _ in queries.keyed(*queries.COUNTED):
        closing.leave_nothing_sealed(number)


def _left_untidy() -> list[int]:
    """Counted waves that are not tidied up: that takes a moment, and somebody may be at it."""
    counted = queries.keyed(*queries.COUNTED)
    found = [
        number
        for number, key_name in counted
        if keys.is_there(key_name) or queries.is_anything_sealed(number)
    ]
    leave()
    return found


def _look_for_keys() -> None:
    """A job that fails is seen by whoever can bring a folder back, while there is still time.

    Raises keys.KeyLost.
    """
    kept = queries.keyed(*queries.UNCOUNTED)
    leave()
    for _, key_name in kept:
        keys.read(key_name)
