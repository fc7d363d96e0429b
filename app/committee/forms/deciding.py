"""The one form of the table: what becomes of the idea, who carries it, and until when."""

from collections.abc import Iterable
from typing import Any

from wtforms import RadioField, SelectField, ValidationError
from wtforms.validators import InputRequired, Optional

from app.core.calendar import today
from app.core.forms import DayField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.ideas.forms import DecisionForm
from app.ideas.models import DECIDED, Idea, Verdict
from app.ideas.wording import VERDICTS


def _number(value: Any) -> int | None:
    return int(value) if str(value or "").isdecimal() else None


class TableForm(DecisionForm):
    """`owner` is one of those who are there, or whoever carries it already."""

    verdict = RadioField(
        _l("Where does it go?"),
        [InputRequired(_l("Decide where it goes, ask its author, or park it."))],
        coerce=Verdict,
        choices=lambda: [(one, gettext(said)) for one, said in VERDICTS.items() if one in DECIDED],
    )
    owner = SelectField(_l("Who carries it"), coerce=_number, choices=[], validate_choice=False)
    until = DayField(_l("Until when"), [Optional()])

    @classmethod
    def at_table(cls, idea: Idea, people: Iterable[Any]) -> Any:
        form = cls.of(idea)
        form.owner.data, form.until.data = idea.owner_id, idea.target_on
        if idea.verdict is Verdict.NEW:
            form.verdict.data = None
        return form.among(people, idea)

    def among(self, people: Iterable[Any], idea: Idea) -> Any:
        """Whom one may name."""
        names = {one.id: one.name for one in people}
        if idea.owner_id and idea.owner:
            names.setdefault(idea.owner_id, idea.owner.name)
        self.owner.choices = [
            ("", gettext("Nobody yet")),
            *((str(number), name) for number, name in names.items()),
        ]
        return self

    def validate_owner(self, field: SelectField) -> None:
        if field.data and str(field.data) not in dict(field.choices or []):
            raise ValidationError(gettext("Choose somebody who is there."))

    def validate_until(self, field: DayField) -> None:
        """A day that stood there before may have passed meanwhile."""
        if field.data and field.data < today() and field.data != self._idea.target_on:
            raise ValidationError(gettext("Choose a day that is still to come."))
