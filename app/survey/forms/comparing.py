"""Two of the same form, field by field: what somebody saved first, and what one wrote oneself."""

from datetime import date
from typing import Any, NamedTuple

from wtforms import Field, HiddenField, SearchField, SelectFieldBase
from wtforms.widgets import HiddenInput

from app.core.forms import Form
from app.core.i18n import date as day


class Difference(NamedTuple):
    field: str  # what it is about, as its label says
    theirs: str
    mine: str


def differences(theirs: Form, mine: Form) -> list[Difference]:
    """Where the two say different things, in the order of the form."""
    return [
        Difference(_called(mine[field.name]), _said(field), _said(mine[field.name]))
        for field in theirs
        if not _is_aside(field) and field.data != mine[field.name].data
    ]


def _is_aside(field: Field) -> bool:
    """What travels along, and what only looks for something: nobody saves it."""
    aside = isinstance(field, HiddenField | SearchField)
    return aside or isinstance(field.widget, HiddenInput)


def _called(field: Field) -> str:
    """Several fields may be called by their language alone: each says of what."""
    return f"{field.description} · {field.label.text}" if field.description else field.label.text


def _said(field: Any) -> str:
    if isinstance(field, SelectFieldBase):
        chosen = field.data if isinstance(field.data, list) else [field.data]
        options = [one for one in field.iter_choices() if one[0] in {str(code) for code in chosen}]
        return ", ".join(str(words) for _, words, *_ in options)
    if isinstance(field.data, date):
        return day(field.data)
    return str(getattr(field, "words", "") or field.data or "")
