"""What comes onto an agenda by itself."""

from typing import Any

from wtforms import RadioField, SelectMultipleField
from wtforms.validators import InputRequired, NumberRange
from wtforms.widgets import CheckboxInput, ListWidget

from app.committee.models import MOST_ITEMS, Source
from app.core.forms import Form, NumberField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.core.i18n import number as told
from app.ideas.narrowing import Order

USUAL = 20  # ideas: as many as two hours hold
ORDERS = {
    Order.AGE: _l("Those that wait longest first"),
    Order.SUPPORT: _l("Those with most support first"),
    Order.SCORE: _l("Those with the highest score first"),
}
SOURCES = (Source.PARKED, Source.LATE, Source.NEW)


class AgendaForm(Form):
    sources = SelectMultipleField(
        _l("What comes onto the agenda"),
        [InputRequired(_l("Choose at least one."))],
        coerce=Source,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        choices=[],
        validate_choice=False,
    )
    order = RadioField(
        _l("In which order"),
        coerce=Order,
        default=Order.AGE,
        choices=lambda: [(one.value, str(said)) for one, said in ORDERS.items()],
    )
    most = NumberField(
        _l("How many at most"),
        [
            InputRequired(_l("Write a number.")),
            NumberRange(1, MOST_ITEMS, message=_l("Write a number from %(min)d to %(max)d.")),
        ],
        default=USUAL,
    )

    def offering(self, counts: dict[Source, int]) -> Any:
        """How many there are of each; what there is none of is not offered."""
        self.sources.choices = [
            (source.value, _counted(source, counts[source])) for source in SOURCES if counts[source]
        ]
        if not self.is_submitted():
            self.sources.data = [source for source in SOURCES if counts[source]]
        return self


def _counted(source: Source, count: int) -> str:
    said = {
        Source.PARKED: gettext("Left over from last time"),
        Source.LATE: gettext("Waiting longer than promised"),
        Source.NEW: gettext("New"),
    }
    return f"{said[source]} ({told(count)})"
