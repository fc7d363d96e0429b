"""Units and locations: what they are called, and where they go."""

from typing import Any

from wtforms import RadioField, SearchField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from app.core.fields import line
from app.core.forms import Form, NumberField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.facts.units import OFFICES
from app.people.forms import fields
from app.people.models import Office


class NamedForm(Form):
    name = StringField(
        _l("Name"), [DataRequired(_l("Write a name.")), Length(max=120)], filters=[fields.name]
    )


class UnitForm(NamedForm):
    office = RadioField(
        _l("How far from the customer"),
        choices=lambda: {office.value: gettext(OFFICES[office]) for office in Office},
        coerce=Office,
        default=Office.FRONT,
    )


class NewUnitForm(UnitForm):
    within = NumberField("", [Optional(), NumberRange(min=1)], widget=HiddenInput())
    once = OnceField()


class Versioned(Form):
    version = NumberField("", [InputRequired()], widget=HiddenInput())

    def face(self, theirs: Any) -> None:
        """What is written stays; sending it again is now said knowing of `theirs`."""
        self.version.data, self.version.raw_data = theirs.version, None


class UnitChangeForm(UnitForm, Versioned):
    pass


class NewLocationForm(NamedForm):
    once = OnceField()


class LocationChangeForm(NamedForm, Versioned):
    pass


class WhereForm(Versioned):
    """Where something goes; without a number it goes to the top, or nowhere at all."""

    to = NumberField("", [Optional(), NumberRange(min=1)], widget=HiddenInput())


class LookForm(Form):
    """What a list of units is narrowed by; what makes no sense in an address is left out."""

    class Meta(Form.Meta):
        csrf = False

    words = SearchField(_l("Name of a unit"), [Length(max=120)], name="q", filters=[line])
    after = NumberField("", [Optional(), NumberRange(min=1)])
    open = NumberField("", [Optional(), NumberRange(min=1)])
    to = NumberField("", [Optional(), NumberRange(min=1)])

    def asked(self, name: str) -> Any:
        self.validate()
        field = self[name]
        return None if field.errors else field.data
