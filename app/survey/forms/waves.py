"""What a wave is called, who asks it of whom, and what makes it lawful."""

from typing import Any

from wtforms import HiddenField, SearchField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    ValidationError,
)
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from app.core.calendar import today
from app.core.fields import line, words
from app.core.forms import DayField, Form, NumberField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.people.models import Role
from app.people.roles import WORDS
from app.survey import thresholds
from app.survey.forms import bands
from app.survey.forms.bands import BandsForm
from app.survey.forms.whom import UnitsField
from app.survey.models import LONGEST_ASKER, LONGEST_CONTACT, LONGEST_HOW, LONGEST_NAME, Wave
from app.survey.thresholds import HIGHEST, Thresholds

TOO_LONG = _l("Up to %(max)d letters.")


def _name() -> StringField:
    return StringField(
        _l("Name"),
        [DataRequired(_l("Give it a name.")), Length(max=LONGEST_NAME, message=TOO_LONG)],
        filters=[line],
    )


def _answers(label: Any) -> NumberField:
    return NumberField(label, [InputRequired(_l("Write a whole number."))])


class NewWaveForm(Form):
    name = _name()
    once = OnceField()


class WaveForm(BandsForm):
    """Anything may still be missing, but its name: the wave then says what it lacks to open."""

    name = _name()
    asker = StringField(
        _l("Who asks"), [Length(max=LONGEST_ASKER, message=TOO_LONG)], filters=[line]
    )
    contact = StringField(
        _l("Whom to ask about it"),
        [Length(max=LONGEST_CONTACT, message=TOO_LONG)],
        filters=[line],
    )
    closes_on = DayField(_l("Last day"))
    months = NumberField(
        _l("Months for which answers are kept after closing"),
        [
            InputRequired(_l("Write a whole number.")),
            NumberRange(1, 120, message=_l("Between %(min)s and %(max)s.")),
        ],
    )
    informed_on = DayField(_l("When they were informed"))
    informed_how = TextAreaField(
        _l("How they were informed"),
        [Length(max=LONGEST_HOW, message=TOO_LONG)],
        filters=[words],
    )
    assessment = StringField(
        _l("Reference of the impact assessment"),
        [Length(max=LONGEST_CONTACT, message=TOO_LONG)],
        filters=[line],
    )
    units = UnitsField(_l("Units"))
    find_units = SearchField(_l("Look for a unit"), [Length(max=LONGEST_ASKER)], filters=[line])
    found_units = HiddenField("", filters=[line])  # what was looked for as the form was shown
    roles = SelectMultipleField(
        _l("With which roles"),
        choices=lambda: {role.value: gettext(said) for role, said in WORDS.items()},
        coerce=Role,
        option_widget=CheckboxInput(),
        widget=ListWidget(),
    )
    least = _answers(_l("For a score"))
    detail = _answers(_l("For each question"))
    distribution = _answers(_l("For the distribution"))
    version = NumberField("", [InputRequired()], widget=HiddenInput())

    @classmethod
    def of(cls, wave: Wave) -> "WaveForm":
        """As it stands."""
        return cls(formdata=None, obj=wave, data=cls.flat(wave.bands))

    @property
    def looks_further(self) -> bool:
        """Whether other units are looked for than those shown."""
        return self.find_units.data != self.found_units.data

    @property
    def said(self) -> dict[str, Any]:
        """The columns of a wave, once it is valid."""
        plain = ("name", "asker", "contact", "closes_on", "months", "units")
        lawful = ("informed_on", "informed_how", "assessment")
        return {
            **{name: self[name].data for name in (*plain, *lawful, *Thresholds._fields)},
            "roles": [role.value for role in self.roles.data or ()],
            "bands": self.bands,
        }

    def face(self, theirs: Wave) -> None:
        """What is written stays; sending it again is now said knowing of `theirs`."""
        self.version.data, self.version.raw_data = theirs.version, None

    def validate_closes_on(self, field: DayField) -> None:
        if field.data and field.data < today():
            raise ValidationError(gettext("That day is over: choose one that is still to come."))

    def validate_informed_on(self, field: DayField) -> None:
        if field.data and field.data > today():
            raise ValidationError(gettext("That day is still to come: write it down afterwards."))

    def validate_least(self, field: NumberField) -> None:
        self._is_allowed(field, thresholds.house().least)

    def validate_detail(self, field: NumberField) -> None:
        self._is_allowed(field, max(thresholds.house().detail, self.least.data or 0))

    def validate_distribution(self, field: NumberField) -> None:
        self._is_allowed(field, max(thresholds.house().distribution, self.detail.data or 0))

    def _is_allowed(self, field: NumberField, at_least: int) -> None:
        """It may only be raised; and what says more never takes fewer answers."""
        if field.data is None or not at_least <= field.data <= max(HIGHEST, at_least):
            words = gettext(
                "Write a whole number from %(least)s to %(most)s.",
                least=at_least,
                most=max(HIGHEST, at_least),
            )
            raise ValidationError(words)


for _named, _field in bands.fields().items():
    setattr(WaveForm, _named, _field)  # after those that stand above them on the page
