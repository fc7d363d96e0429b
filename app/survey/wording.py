"""What is said of what a wave asks, and of what one may answer."""

from collections.abc import Mapping
from typing import Any

from app.core.i18n import N_, gettext, language
from app.survey.models import Dimension, ItemKind

OWN = "es"  # the language every item is written in

KINDS = {
    ItemKind.HABIT: N_("Habit: how often"),
    ItemKind.CULTURE: N_("Culture: how much one agrees"),
    ItemKind.REMARK: N_("In one’s own words"),
    ItemKind.RECOMMEND: N_("Recommending, from 0 to 10"),
}

DIMENSIONS = {
    Dimension.PRESENCE: N_("Presence"),
    Dimension.MANNERS: N_("Manners"),
    Dimension.EMPATHY: N_("Empathy"),
    Dimension.GUIDANCE: N_("Guidance"),
    Dimension.COMMITMENT: N_("Commitment"),
    Dimension.CULTURE: N_("Culture"),
}

# The same, with what it means for whoever answered.
MEANINGS = {
    Dimension.PRESENCE: N_("Presence: people know who you are"),
    Dimension.MANNERS: N_("Manners: you greet and use names"),
    Dimension.EMPATHY: N_("Empathy: you take their place"),
    Dimension.GUIDANCE: N_("Guidance: you show the easy way"),
    Dimension.COMMITMENT: N_("Commitment: you do what you said"),
    Dimension.CULTURE: N_("Culture: it is made easy for you"),
}

# From 1 to 5.
SCALES = {
    ItemKind.HABIT: (
        N_("Never"),
        N_("Rarely"),
        N_("Half the time"),
        N_("Often"),
        N_("Always"),
    ),
    ItemKind.CULTURE: (
        N_("Strongly disagree"),
        N_("Disagree"),
        N_("Neither"),
        N_("Agree"),
        N_("Strongly agree"),
    ),
}

# What a list of questions says them with.
ASKED: dict[str, Any] = {"kind_words": KINDS, "dimension_words": DIMENSIONS}

# What a wave still lacks to open: of each what is to be done, and where (the id of a field of its
# form; or a part of its own page, with #).
LACKS = {
    "asker": (N_("Say who asks."), "asker"),
    "contact": (N_("Say whom to ask about it."), "contact"),
    "closes_on": (N_("Choose its last day."), "closes_on"),
    "informed_on": (N_("Write down when employee representatives were informed."), "informed_on"),
    "informed_how": (N_("Write down how they were informed."), "informed_how"),
    "assessment": (N_("Name the impact assessment."), "assessment"),
    "items": (N_("Ask about one habit at least."), "#items"),
    "translations": (N_("Ask in every language."), "#items"),
    "bands": (N_("Say what the bands are called in every language."), "bands"),
    "thresholds": (N_("The house asks for more answers by now: raise the thresholds."), "least"),
    "invited": (N_("Ask ten people at least."), "units"),
}


def said(texts: Mapping[str, str]) -> str:
    """What a wave has in four languages, in the reader's; where that one lacks, in its own."""
    return texts.get(language()) or texts.get(OWN, "")


def group_name(name: str) -> str:
    """A group's name as it was when the wave opened; the whole is everybody who was invited."""
    return name or gettext("Everybody")
