"""Who sees a space, how one comes in, and the colour of its sign."""

from enum import StrEnum


class Visibility(StrEnum):
    PUBLIC = "public"  # everybody sees what is in it
    MEMBERS = "members"  # everybody knows of it, members see what is in it
    HIDDEN = "hidden"  # nobody but its members knows of it


OPENNESS = {Visibility.PUBLIC: 2, Visibility.MEMBERS: 1, Visibility.HIDDEN: 0}


class Joining(StrEnum):
    OPEN = "open"
    REQUEST = "request"
    INVITE = "invite"


class Colour(StrEnum):
    """Of its sign: one of the house's own."""

    CORAL = "coral"
    TEAL = "teal"
    AMBER = "amber"
    LEAF = "leaf"
    SKY = "sky"
