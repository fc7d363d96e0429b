"""The forms governance keeps a catalogue with."""

from typing import Any

from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)
from wtforms.widgets import HiddenInput

from app.catalogue.models import LONGEST_LEAD, LONGEST_NAME, Term
from app.catalogue.speaking import LEADS, NAMES
from app.core.fields import line, slug
from app.core.forms import Form, NumberField
from app.core.i18n import LANGUAGES
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.people import queries as people


def _name(code: str) -> StringField:
    limit = Length(max=LONGEST_NAME, message=_l("A name has up to %(max)d letters."))
    return StringField(LANGUAGES[code][0], [Optional(), limit], filters=[line])


def _lead(code: str) -> TextAreaField:
    limit = Length(max=LONGEST_LEAD, message=_l("A sentence has up to %(max)d letters here."))
    return TextAreaField(LANGUAGES[code][0], [Optional(), limit], filters=[line])


class TermForm(Form):
    name = StringField(
        LANGUAGES["es"][0],
        [
            DataRequired(_l("Write a name.")),
            Length(max=LONGEST_NAME, message=_l("A name has up to %(max)d letters.")),
        ],
        filters=[line],
    )
    name_eu, name_en, name_pt = _name("eu"), _name("en"), _name("pt")
    lead, lead_eu, lead_en, lead_pt = _lead("es"), _lead("eu"), _lead("en"), _lead("pt")
    unit_id = SelectField(_l("Unit"), coerce=lambda said: int(said) if said else None)

    def __init__(
        self, *args: Any, has_unit: bool = False, unit: int | None = None, **given: Any
    ) -> None:
        super().__init__(*args, **given)
        if has_unit:
            self.unit_id.choices = [("", "—")] + [
                (str(row.id), row.name) for row in people.units(also=unit)
            ]
        else:
            del self.unit_id

    def validate_name(self, name: StringField) -> None:
        if not slug(name.data or ""):
            raise ValidationError(_l("It needs a letter or a number."))

    @property
    def said(self) -> dict[str, str]:
        return {field: self[field].data or "" for field in (*NAMES, *LEADS)}


class NewTermForm(TermForm):
    once = OnceField()


class TermChangeForm(TermForm):
    version = NumberField("", [InputRequired()], widget=HiddenInput())

    def face(self, theirs: Term) -> None:
        """What is written stays; sending it again is now said knowing of `theirs`."""
        self.version.data, self.version.raw_data = theirs.version, None


class PlaceForm(Form):
    """One step up or down, or to a place of the list."""

    step = NumberField("", [Optional(), NumberRange(min=-1, max=1)])
    place = NumberField("", [Optional(), NumberRange(min=1)])


class IntoForm(Form):
    """What something is merged into."""

    to = NumberField("", [InputRequired(), NumberRange(min=1)], widget=HiddenInput())
