"""Another address."""

from wtforms import EmailField
from wtforms.validators import DataRequired, Length, ValidationError

from app.core.fields import line
from app.core.forms import Form
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.people.forms.fields import Mailable
from app.people.letters import queries
from app.people.models import Person

TAKEN = _l("Somebody here has that address already.")


class AddressForm(Form):
    email = EmailField(
        _l("The new address"),
        [
            DataRequired(_l("Write your email.")),
            Length(max=254),
            Mailable(),
        ],
        filters=[line],
    )

    def __init__(self, owner: Person, **given) -> None:
        super().__init__(**given)
        self.owner = owner

    def validate_email(self, email: EmailField) -> None:
        address = (email.data or "").lower()
        if address == self.owner.email:
            raise ValidationError(gettext("That is the address it has now."))
        if queries.is_taken(address):
            raise ValidationError(str(TAKEN))
