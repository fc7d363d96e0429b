"""Opening accounts, correcting them, and finding them again."""

from typing import Any

from wtforms import EmailField, SearchField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from app.admin.queries import State
from app.core.fields import line
from app.core.forms import Form, NumberField
from app.core.i18n import LANGUAGES, N_, gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.people import queries
from app.people.forms import DirectoryForm, fields
from app.people.forms.account import unit_choices

STATES = {
    State.ACTIVE: N_("In use"),
    State.INVITED: N_("Invited, not used yet"),
    State.CLOSED: N_("Closed"),
}


class AccountsForm(DirectoryForm):
    """The filters of the directory by name or email, and the state of the account."""

    words = SearchField(_l("Name or email"), [Length(max=120)], name="q", filters=[line])
    state = SelectField(
        _l("Account"),
        choices=lambda: (
            {"": gettext("Any")} | {state.value: gettext(STATES[state]) for state in State}
        ),
        coerce=lambda value: State(value) if value else None,
        default="",
    )

    @property
    def wanted(self) -> dict[str, Any]:
        return super().wanted | {"state": None if self.state.errors else self.state.data}


class PersonForm(Form):
    """What stands in every account."""

    name = StringField(
        _l("Name and surname"),
        [DataRequired(_l("Write their name.")), Length(max=120)],
        filters=[fields.name],
    )
    email = EmailField(
        _l("Email"),
        [
            DataRequired(_l("Write their email.")),
            Length(max=254),
            fields.Mailable(),
        ],
        filters=[line],
    )
    unit_id = SelectField(
        _l("Unit"),
        choices=lambda: {"": gettext("Not known")} | unit_choices(),
        coerce=lambda value: int(value) if value else None,
    )
    location_id = SelectField(
        _l("Place"),
        choices=lambda: (
            {"": gettext("Not known")} | {row.id: row.name for row in queries.locations()}
        ),
        coerce=lambda value: int(value) if value else None,
    )

    def is_somebody_elses(self) -> None:
        self.email.errors = [gettext("Somebody has an account with this address already.")]


class NewPersonForm(PersonForm):
    language = SelectField(
        _l("Language they are written to in"),
        choices={code: name for code, (name, _) in LANGUAGES.items()},
    )
    once = OnceField()

    @property
    def said(self) -> dict[str, Any]:
        names = ("name", "email", "unit_id", "location_id", "language")
        return {name: self[name].data for name in names}


class AccountForm(PersonForm):
    job = StringField(_l("What they do"), [Optional(), Length(max=120)], filters=[fields.name])
    version = NumberField("", [InputRequired()], widget=HiddenInput())

    def __init__(
        self, unit_id: int | None = None, person_id: int | None = None, **given: Any
    ) -> None:
        """Where they work now is offered to them, though it may have been closed since."""
        super().__init__(**given)
        theirs = {row.id: row.name for row in queries.locations(of=person_id)}
        self.location_id.choices = list(({"": gettext("Not known")} | theirs).items())
        self.unit_id.choices = list(
            ({"": gettext("Not known")} | unit_choices(also=unit_id)).items()
        )

    @property
    def said(self) -> dict[str, Any]:
        names = ("name", "job", "unit_id", "location_id")
        return {name: self[name].data for name in names}

    def face(self, theirs: Any) -> None:
        """What is written stays; sending it again is now said knowing of `theirs`."""
        self.version.data, self.version.raw_data = theirs.version, None

    def must_be_confirmed(self) -> None:
        self.email.errors = [
            gettext("Whoever reads that address can come in with it: type your password first.")
        ]

    def nobody_can_agree(self) -> None:
        self.email.errors = [gettext("Open the account again first, so that they can say yes.")]
