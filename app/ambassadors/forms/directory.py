"""Whom one looks for among the ambassadors."""

from wtforms import SearchField, SelectField
from wtforms.validators import Length, NumberRange, Optional

from app.ambassadors.forms import choosing
from app.ambassadors.queries import Narrowing
from app.core.fields import line, slug
from app.core.forms import Form, NumberField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.people import queries as people
from app.people import spoken


class DirectoryForm(Form):
    """Filters of an address: what makes no sense in one is left out, and everybody is shown."""

    class Meta(Form.Meta):
        csrf = False

    words = SearchField(_l("Name"), [Length(max=120)], name="q", filters=[line])
    unit_id = SelectField(
        _l("Unit"),
        name="unit",
        choices=lambda: choosing.units(gettext("All of them")),
        coerce=choosing.number,
        default="",
    )
    location_id = SelectField(
        _l("Place"),
        name="place",
        choices=lambda: (
            {"": gettext("Anywhere")} | {row.id: row.name for row in people.locations()}
        ),
        coerce=choosing.number,
        default="",
    )
    language = SelectField(
        _l("Speaks"),
        name="speaks",
        choices=lambda: {"": gettext("Any language")} | spoken.names(),
        default="",
    )
    topic = SelectField(
        _l("Topic"),
        choices=lambda: choosing.topics(gettext("Any topic")),
        filters=[lambda said: slug(said or "")],
        default="",
        validate_choice=False,  # whoever follows an address finds what few know about
    )
    term_id = SelectField(
        _l("Touchpoint"),
        name="term",
        choices=lambda: choosing.touchpoints(gettext("Any touchpoint")),
        coerce=choosing.number,
        default="",
    )
    after = NumberField("", [Optional(), NumberRange(min=1)])

    @property
    def wanted(self) -> Narrowing:
        """What was not understood asks for nothing."""
        self.validate()
        said = {name: self[name].data for name in ASKS if not self[name].errors}
        return Narrowing(**{name: value for name, value in said.items() if value})

    @property
    def beginning(self) -> int | None:
        self.validate()
        return None if self.after.errors else self.after.data

    def offering(self, topic: str, name: str | None) -> "DirectoryForm":
        """The same with one topic more to choose, where it is not among those of most people."""
        if name:
            self.topic.choices = [*{**choosing.topics(gettext("Any topic")), topic: name}.items()]
        return self


ASKS = ("words", "unit_id", "location_id", "language", "topic", "term_id")
