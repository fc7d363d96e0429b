"""Choosing a password."""

from typing import Any

from wtforms import PasswordField
from wtforms.validators import InputRequired, Length, ValidationError

from app.core.forms import Form
from app.core.i18n import lazy_gettext as _l
from app.people import passwords
from app.people.models import Person

LONGEST_TYPED = 1000  # letters that are worth hashing to say no


class NewPasswordForm(Form):
    new = PasswordField(
        _l("The new one"), [InputRequired(_l("Choose a password."))], name="new_password"
    )

    def __init__(self, owner: Person, **given: Any) -> None:
        super().__init__(**given)
        self.owner = owner

    def validate_new(self, new: PasswordField) -> None:
        refuse_weak(new, name=self.owner.name, email=self.owner.email)


class FirstPasswordForm(NewPasswordForm):
    new = PasswordField(
        _l("Password"), [InputRequired(_l("Choose a password."))], name="new_password"
    )


class PasswordForm(NewPasswordForm):
    old = PasswordField(
        _l("Your password now"),
        [InputRequired(_l("Write your password.")), Length(max=LONGEST_TYPED)],
        name="old_password",  # by its name an error page knows what never to show again
    )


def refuse_weak(field: PasswordField, *, name: str, email: str) -> None:
    """Raises ValidationError with the reason when the new password is not good enough."""
    if reason := passwords.why_not(field.data or "", name=name, email=email):
        raise ValidationError(_l(reason))
