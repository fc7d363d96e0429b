"""What may be chosen in several forms about ambassadors."""

from typing import Any

from wtforms import SelectField

from app.ambassadors import queries
from app.catalogue import queries as catalogue
from app.catalogue.models import Kind
from app.catalogue.speaking import told
from app.core.fragments import rows
from app.core.i18n import gettext
from app.people.forms.account import unit_choices

Choices = dict[Any, str]


def number(value: str | None) -> int | None:
    return int(value) if value else None


def units(nothing: str) -> Choices:
    """The tree of the house; `nothing` is what choosing none of it is called."""
    return {"": nothing} | unit_choices()


def touchpoints(nothing: str) -> Choices:
    offered = [told(row) for row in rows("catalogue.offered", read=catalogue.offered)]
    found = {one.id: str(one.name) for one in offered if one.kind is Kind.TOUCHPOINTS}
    return {"": nothing} | found


def topics(nothing: str) -> Choices:
    """What ambassadors say that they know about, by the addresses of tags."""
    known = rows("ambassadors.topics", read=queries.topics)
    named = sorted(known, key=lambda row: str(row.slug))
    return {"": nothing} | {row.slug: row.name for row in named}


class UnitField(SelectField):
    """A unit of the house, or none."""

    def __init__(self, label: Any = None, nothing: str = "", **given: Any) -> None:
        super().__init__(label, coerce=number, choices=lambda: units(gettext(nothing)), **given)
