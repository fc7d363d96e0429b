"""What one says to put somebody forward, to name them, and to say goodbye."""

from datetime import date, timedelta
from typing import Any

from wtforms import RadioField, StringField, TextAreaField, ValidationError
from wtforms.validators import DataRequired, Length

from app.ambassadors import terms
from app.ambassadors.forms.choosing import UnitField
from app.ambassadors.models import LONGEST_FAREWELL, LONGEST_WHY, Mandate
from app.core.access import reader
from app.core.calendar import today
from app.core.discretion import Discreet
from app.core.fields import folded, line, words
from app.core.forms import DayField, Form, NumberField
from app.core.i18n import N_, gettext
from app.core.i18n import date as said_date
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.people.mentions.queries import meant

_TOO_LONG = Length(max=LONGEST_WHY, message=_l("Up to %(max)d letters."))


class NominationForm(Discreet, Form):
    """Of oneself, unless it names somebody. Where that may be several people, `found` is who."""

    looked_through: tuple[str, ...] = ("why",)

    for_whom = RadioField(
        _l("Who would be an ambassador?"),
        choices=lambda: [("me", gettext("I would")), ("colleague", gettext("A colleague of mine"))],
        default="me",
    )
    colleague = StringField(_l("Their name"), [Length(max=120)], filters=[line])
    person = NumberField()
    why = TextAreaField(
        _l("Why?"),
        [DataRequired(_l("Say why: a sentence is enough.")), _TOO_LONG],
        filters=[words],
        render_kw={"rows": 5},
    )
    once = OnceField()

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.found: list[Any] = []

    @property
    def is_for_a_colleague(self) -> bool:
        return bool(self.for_whom.data == "colleague")

    def validate_colleague(self, colleague: StringField) -> None:
        """Who that is; a name that is nobody's, or several people's, comes back."""
        if not self.is_for_a_colleague:
            self.person.data = reader().id
            return
        typed = colleague.data or ""
        if not typed:
            raise ValidationError(gettext("Write the name of whom you put forward."))
        self.found = [one for one in meant(typed, reader()) if one.id != reader().id]
        if self.person.data in [one.id for one in self.found]:
            return
        wanted = set(folded(typed).split())
        whole = [one for one in self.found if wanted <= set(folded(one.name).split())]
        if len(whole) == 1:
            self.person.data = whole[0].id
        elif self.found:
            raise ValidationError(gettext("Choose who it is."))
        else:
            raise ValidationError(gettext("We know nobody of that name. Is it spelt like this?"))


class _UntilForm(Form):
    until = DayField(_l("Until when"))

    def validate_until(self, until: DayField) -> None:
        if until.data is None:
            raise ValidationError(gettext("Say until when."))
        if not self.earliest <= until.data <= self.latest:
            raise ValidationError(
                gettext(
                    "Choose a day between %(first)s and %(last)s.",
                    first=said_date(self.earliest),
                    last=said_date(self.latest),
                )
            )

    @property
    def earliest(self) -> date:
        return today()

    @property
    def latest(self) -> date:
        return terms.latest_end()


class NamingForm(_UntilForm):
    unit = UnitField(_l("Unit they coach"), N_("None for now"), default="")
    second_unit = UnitField(_l("And another"), N_("None"), default="")
    third_unit = UnitField(_l("And one more"), N_("None"), default="")

    @property
    def units(self) -> list[int]:
        chosen = (self.unit.data, self.second_unit.data, self.third_unit.data)
        return list(dict.fromkeys(number for number in chosen if number))


class RenewalForm(_UntilForm):
    """Later than it ends now."""

    mandate: Mandate

    @classmethod
    def of(cls, mandate: Mandate, **given: Any) -> "RenewalForm":
        form = cls(**given)
        form.mandate = mandate
        return form

    @property
    def earliest(self) -> date:
        return max(today(), self.mandate.until + timedelta(days=1))

    @property
    def latest(self) -> date:
        """As long as a term may last, from where this one ends."""
        return terms.latest_end(max(today(), self.mandate.until))


class RefusalForm(Discreet, Form):
    looked_through: tuple[str, ...] = ("reason",)

    reason = TextAreaField(
        _l("Why not"),
        [DataRequired(_l("Say why: those it is about read it.")), _TOO_LONG],
        filters=[words],
        render_kw={"rows": 3},
    )


class FarewellForm(Discreet, Form):
    looked_through: tuple[str, ...] = ("farewell",)

    farewell = TextAreaField(
        _l("Words of thanks"),
        [
            DataRequired(_l("Thank them: a sentence is enough.")),
            Length(max=LONGEST_FAREWELL, message=_l("Up to %(max)d letters.")),
        ],
        filters=[words],
        render_kw={"rows": 4},
    )
