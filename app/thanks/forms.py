"""What one fills in to thank somebody."""

from typing import Any

from sqlalchemy import Row
from wtforms import RadioField, StringField, TextAreaField, ValidationError
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from app.catalogue import queries as catalogue
from app.catalogue.models import Kind
from app.catalogue.speaking import Told, told
from app.core.access import reader
from app.core.discretion import Discreet
from app.core.fields import folded, line
from app.core.forms import Form, NumberField
from app.core.fragments import rows
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.people.mentions.queries import meant
from app.thanks import queries
from app.thanks.models import LONGEST, SHORTEST

LONGEST_NAME = 120


def habits() -> list[Told]:
    """Those that can be chosen, in their order."""
    offered = [told(row) for row in rows("catalogue.offered", read=catalogue.offered)]
    return [term for term in offered if term.kind is Kind.HABITS]


class ThanksForm(Discreet, Form):
    once = OnceField()
    who = StringField(
        _l("Whom do you thank?"),
        [Length(max=LONGEST_NAME, message=_l("Up to %(max)d letters."))],
        filters=[line],
    )
    to = NumberField(validators=[Optional()])  # who of those that were found
    habit = RadioField(
        _l("For which habit?"),
        [InputRequired(_l("Choose the habit you saw."))],
        choices=lambda: [(term.id, str(term.name)) for term in habits()],
        coerce=int,
    )
    text = TextAreaField(
        _l("What did they do?"),
        [
            DataRequired(_l("Say what they did: one sentence is enough.")),
            Length(
                min=SHORTEST,
                message=_l("Say a little more: what exactly did they do?"),
            ),
            Length(max=LONGEST, message=_l("Up to %(max)d letters.")),
        ],
        filters=[line],
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.found: list[Row] = []  # whom they may mean

    def look(self) -> None:
        """Find whom the name may mean. Who was chosen already stands first."""
        chosen = queries.thankable(self.to.data, reader()) if self.to.data else None
        others = meant(self.who.data[:LONGEST_NAME], reader()) if self.who.data else []
        first = [chosen] if chosen else []
        self.found = first + [one for one in others if not chosen or one.id != chosen.id]
        if chosen is None:
            self.to.data = None

    def validate_who(self, who: StringField) -> None:
        was_chosen = self.to.data is not None
        self.look()
        if self.to.data is not None:
            return
        if was_chosen:
            raise ValidationError(gettext("Thank somebody else who works here."))
        if not who.data:
            raise ValidationError(gettext("Write the name of whom you thank."))
        if not self.found:
            raise ValidationError(gettext("We know nobody of that name. Is it spelt like this?"))
        wanted = set(folded(who.data).split())
        whole = [one for one in self.found if wanted <= set(folded(one.name).split())]
        if len(whole) != 1:
            raise ValidationError(gettext("Choose who it is."))
        self.to.data = int(whole[0].id)
