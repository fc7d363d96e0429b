"""Coming in, coming in again, and being the first."""

from wtforms import BooleanField, EmailField, PasswordField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from app.core.fields import line
from app.core.forms import Form
from app.core.i18n import LANGUAGES
from app.core.i18n import lazy_gettext as _l
from app.people.forms import fields
from app.people.forms.fields import NextField
from app.people.forms.passwords import LONGEST_TYPED, refuse_weak


class SignInForm(Form):
    email = EmailField(
        _l("Email"), [DataRequired(_l("Write your email.")), Length(max=254)], filters=[line]
    )
    password = PasswordField(
        _l("Password"), [InputRequired(_l("Write your password.")), Length(max=LONGEST_TYPED)]
    )
    lasting = BooleanField(_l("Keep me signed in on this device"))
    next = NextField()


class ForgottenForm(Form):
    email = EmailField(
        _l("Email"), [DataRequired(_l("Write your email.")), Length(max=254)], filters=[line]
    )


class ConfirmationForm(Form):
    password = PasswordField(
        _l("Password"), [InputRequired(_l("Write your password.")), Length(max=LONGEST_TYPED)]
    )
    next = NextField()


class FirstRunForm(Form):
    company = StringField(
        _l("What is your company called?"),
        [DataRequired(_l("Write the name people know it by.")), Length(max=80)],
        filters=[fields.name],
    )
    language = SelectField(
        _l("Language"),
        choices={code: name for code, (name, _) in LANGUAGES.items()},
    )
    name = StringField(
        _l("Your name"),
        [DataRequired(_l("Write your name.")), Length(max=120)],
        filters=[fields.name],
    )
    email = EmailField(
        _l("Your email"),
        [
            DataRequired(_l("Write your email.")),
            Length(max=254),
            fields.Mailable(),
        ],
        filters=[line],
    )
    password = PasswordField(_l("Choose a password"), [InputRequired(_l("Choose a password."))])
    key = StringField(_l("Setup key"), [Length(max=80)], filters=[line])

    def validate_password(self, password: PasswordField) -> None:
        refuse_weak(password, name=self.name.data or "", email=self.email.data or "")
