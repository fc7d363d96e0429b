"""What people fill in about themselves."""

from wtforms import BooleanField, EmailField, HiddenField, PasswordField, SelectField, StringField
from wtforms.validators import Email, InputRequired, Length, ValidationError

from app.core.fields import line
from app.core.forms import Form
from app.core.i18n import LANGUAGES
from app.core.i18n import lazy_gettext as _l
from app.people import passwords


class SignInForm(Form):
    email = EmailField(
        _l("Email"), [InputRequired(_l("Write your email.")), Length(max=254)], filters=[line]
    )
    password = PasswordField(
        _l("Password"), [InputRequired(_l("Write your password.")), Length(max=1000)]
    )
    lasting = BooleanField(_l("Keep me signed in on this device"))
    next = HiddenField(validators=[Length(max=2000)])


class FirstRunForm(Form):
    company = StringField(
        _l("What is your company called?"),
        [InputRequired(_l("Write the name people know it by.")), Length(max=80)],
        filters=[line],
    )
    language = SelectField(
        _l("Language of the house"),
        choices={code: name for code, (name, _) in LANGUAGES.items()},
    )
    name = StringField(
        _l("Your name"), [InputRequired(_l("Write your name.")), Length(max=120)], filters=[line]
    )
    email = EmailField(
        _l("Your email"),
        [
            InputRequired(_l("Write your email.")),
            Length(max=254),
            Email(_l("That does not look like an email address.")),
        ],
        filters=[line],
    )
    password = PasswordField(_l("Choose a password"), [InputRequired(_l("Choose a password."))])
    key = StringField(_l("Setup key"), [Length(max=80)], filters=[line])

    def validate_password(self, password: PasswordField) -> None:
        refuse_weak(password, name=self.name.data or "", email=self.email.data or "")


def refuse_weak(field: PasswordField, *, name: str, email: str) -> None:
    """Raises ValidationError with the reason when the new password is not good enough."""
    if reason := passwords.why_not(field.data or "", name=name, email=email):
        raise ValidationError(_l(reason))
