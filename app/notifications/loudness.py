"""How loudly one hears of what: what is usual, and what each kind and channel is called."""

from app.core.i18n import N_
from app.notifications.models import Channel, Kind

# Quiet until somebody wishes otherwise: only what is said to oneself comes as a letter at once.
USUAL: dict[Kind, Channel] = {
    Kind.APPROVAL: Channel.ONCE,
    Kind.MENTION: Channel.ONCE,
    Kind.REPLY: Channel.ONCE,
    Kind.MINE: Channel.ONCE,
    Kind.THREAD: Channel.WEEKLY,
    Kind.FOLLOWED: Channel.WEEKLY,
    Kind.REACTION: Channel.APP,
}

WORDS: dict[Kind, str] = {
    Kind.APPROVAL: N_("Somebody counts on you: an invitation, a request, or its answer"),
    Kind.MENTION: N_("Somebody mentions you"),
    Kind.REPLY: N_("Somebody answers you"),
    Kind.MINE: N_("Somebody comments on what is yours"),
    Kind.THREAD: N_("Somebody comments on what you follow"),
    Kind.FOLLOWED: N_("Something new in what you follow"),
    Kind.REACTION: N_("Somebody reacts to what is yours"),
}

CHANNELS: dict[Channel, str] = {
    Channel.NONE: N_("Not at all"),
    Channel.APP: N_("Here, at the bell"),
    Channel.ONCE: N_("Here, and by mail at once"),
    Channel.DAILY: N_("Here, and in a daily summary"),
    Channel.WEEKLY: N_("Here, and in a weekly summary"),
}
