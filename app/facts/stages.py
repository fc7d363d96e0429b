"""The line that runs through the house: a customer's comment → an idea → an initiative → a change.

A feature says of its kinds where on it they stand (`Subject.stage`); whoever draws it asks there.
"""

from enum import StrEnum

from app.core.i18n import N_


class Stage(StrEnum):
    """In the order in which one thing leads to the next."""

    HEARD = "heard"
    IDEA = "idea"
    INITIATIVE = "initiative"
    CHANGE = "change"


WORDS = {
    Stage.HEARD: N_("What was said"),
    Stage.IDEA: N_("Idea"),
    Stage.INITIATIVE: N_("Initiative"),
    Stage.CHANGE: N_("Change"),
}
