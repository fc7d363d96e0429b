"""What people say about themselves, and how they like the house."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import (
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from app.core import pictures
from app.core.access import reader
from app.core.forms import Form, NumberField
from app.core.i18n import LANGUAGES, N_, gettext, time_zones
from app.core.i18n import lazy_gettext as _l
from app.people import queries, spoken
from app.people.forms import fields
from app.people.models import Theme
from app.people.tree import indented

THEMES = {
    Theme.SYSTEM: N_("As my device"),
    Theme.LIGHT: N_("Light"),
    Theme.DARK: N_("Dark"),
}
REFUSED = {
    pictures.Reason.NOT_A_PICTURE: N_("That is not a picture we know. Try a JPEG, PNG or WebP."),
    pictures.Reason.TOO_LARGE: N_("That picture is larger than 10 MB. Try a smaller one."),
    pictures.Reason.TOO_MANY_PIXELS: N_("That picture has too many pixels. Try a smaller one."),
    pictures.Reason.BROKEN: N_("We couldn’t read that picture to its end. Try another."),
}


class ProfileForm(Form):
    name = StringField(
        _l("Name"),
        [DataRequired(_l("Write your name.")), Length(max=120)],
        filters=[fields.name],
    )
    job = StringField(_l("What you do"), [Optional(), Length(max=120)], filters=[fields.name])
    unit_id = SelectField(
        _l("Where you work"),
        choices=lambda: _none() | unit_choices(also=reader().unit_id),
        coerce=lambda value: int(value) if value else None,
    )
    location_id = SelectField(
        _l("In which place"),
        choices=lambda: _none() | {row.id: row.name for row in queries.locations(of=reader().id)},
        coerce=lambda value: int(value) if value else None,
    )
    speaks = SelectMultipleField(
        _l("Languages you speak"),
        choices=spoken.names,
        option_widget=CheckboxInput(),
        widget=ListWidget(),
    )
    helps_with = TextAreaField(
        _l("How you can help"), [Optional(), Length(max=500)], filters=[fields.name]
    )
    version = NumberField("", [InputRequired()], widget=HiddenInput())

    @property
    def said(self) -> dict[str, Any]:
        return {name: value for name, value in self.data.items() if name in SAID}

    def face(self, theirs: Any) -> None:
        """What is written stays; sending it again is now said knowing of `theirs`."""
        self.version.data, self.version.raw_data = theirs.version, None


SAID = {"name", "job", "unit_id", "location_id", "speaks", "helps_with"}


class PreferencesForm(Form):
    language = RadioField(
        _l("Language"), choices={code: name for code, (name, _) in LANGUAGES.items()}
    )
    theme = RadioField(
        _l("Light or dark"), choices=lambda: {t.value: gettext(THEMES[t]) for t in THEMES}
    )
    time_zone = SelectField(
        _l("Time zone"),
        choices=lambda: (
            {"": gettext("The one of the house")}
            | {zone: zone.replace("_", " ") for zone in time_zones()}
        ),
    )


class PictureForm(Form):
    """Once valid, `prepared` holds the copies that are kept."""

    picture = FileField(_l("A picture of you"))
    prepared: pictures.Prepared
    is_too_large = False

    def validate_picture(self, picture: FileField) -> None:
        if not picture.data:
            raise ValidationError(gettext("Choose a picture first."))
        try:
            self.prepared = pictures.prepare(picture.data)
        except pictures.NotAPicture as refused:
            self.is_too_large = refused.reason is pictures.Reason.TOO_LARGE
            raise ValidationError(gettext(REFUSED[refused.reason])) from refused


def unit_choices(*, also: int | None = None) -> dict[Any, str]:
    """The tree of units, each as far to the right as it is deep; `also` a closed one."""
    tree = indented(queries.units(also=also))
    return {unit.id: "\u2003" * depth + unit.name for depth, unit in tree}


def _none() -> dict[Any, str]:
    return {"": gettext("I’d rather not say")}
