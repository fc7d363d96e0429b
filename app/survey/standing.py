"""How somebody stands with the survey: whether they may answer now, and if not, why; and what
became of what they sent.
"""

from enum import StrEnum

from app.survey import casting, keys
from app.survey.models import Invitation, Wave, WaveState


class Standing(StrEnum):
    NOTHING_OPEN = "nothing open"
    STOPPED = "stopped"  # it takes no more answers, and they are not counted yet
    UNINVITED = "uninvited"
    KEY_LOST = "key lost"
    ANSWERED = "answered"
    WELCOME = "welcome"


class Fate(StrEnum):
    COUNTED = "counted"
    ANSWERED_BEFORE = "answered before"  # what was sent first counts
    STOPPED = "stopped"
    KEY_LOST = "key lost"


def of(wave: Wave | None, invitation: Invitation | None) -> Standing:
    """With the wave that opened last, by one's own invitation to it. Asked at each request, and
    never kept.
    """
    if wave is None or not (wave.is_open or wave.state is WaveState.COUNTING):
        return Standing.NOTHING_OPEN
    if not wave.takes_answers:
        return Standing.STOPPED
    if invitation is None:
        return Standing.UNINVITED
    if not keys.is_there(wave.key_name):
        return Standing.KEY_LOST
    if casting.has_answered(wave, invitation.person_id):
        return Standing.ANSWERED
    return Standing.WELCOME
