"""What the work of ambassadors is about: the field's own categories, and what those do who decide.

They are codes and no terms of the catalogue: figures of years stand on them.
"""

from enum import StrEnum
from typing import Any

from app.core.i18n import N_, gettext


class Category(StrEnum):
    AWARENESS = "awareness"
    CUSTOMER_ISSUE = "customer-issue"
    PARTNERS = "partners"
    GIVING_BACK = "giving-back"
    GROWTH = "growth"
    COMMITTEE = "committee"


CATEGORIES: dict[Category, str] = {
    Category.AWARENESS: N_("Awareness"),
    Category.CUSTOMER_ISSUE: N_("Solve customer problems"),
    Category.PARTNERS: N_("Work with partners"),
    Category.GIVING_BACK: N_("Giving back"),
    Category.GROWTH: N_("Growth mindset"),
    Category.COMMITTEE: N_("Ideas and their committee"),
}


def category_of(thing: Any) -> str:
    """What the category of a thing is called."""
    return gettext(CATEGORIES[Category(thing.category)])
