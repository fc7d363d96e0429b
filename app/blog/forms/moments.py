"""Moments in the life of a post: when it is published, until when it stands, and stands first."""

from datetime import timedelta

from wtforms import Field, TextAreaField
from wtforms import Form as AnyForm
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from app.blog.models import LONGEST_WORDS
from app.core import clock
from app.core.fields import words
from app.core.forms import Form, MomentField
from app.core.i18n import lazy_gettext as _l

FARTHEST = timedelta(days=3 * 366)


def to_come(form: AnyForm, field: Field) -> None:
    """A moment that is not over, and that somebody here may live to see."""
    if field.data is None:
        return  # it was not understood, and says so already
    if field.data <= clock.now():
        raise ValidationError(_l("That moment is over. Choose one that is to come."))
    if field.data > clock.now() + FARTHEST:
        raise ValidationError(_l("That is too far away: three years at most."))


_needed = DataRequired(_l("Choose a day and an hour."))


class DueForm(Form):
    due = MomentField(_l("Publish it on"), [_needed, to_come])


class ExpiryForm(Form):
    expires = MomentField(_l("Valid until"), [_needed, to_come])


class FeatureForm(Form):
    until = MomentField(_l("Stands first until"), [_needed, to_come])


class ReturnForm(Form):
    words = TextAreaField(
        _l("What is missing"),
        [
            DataRequired(_l("Say in a sentence what is missing.")),
            Length(max=LONGEST_WORDS, message=_l("Up to %(max)d letters.")),
        ],
        filters=[words],
    )


class AskingForm(Form):
    by = MomentField(_l("To be read before"), [Optional(), to_come])
