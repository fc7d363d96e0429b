"""What somebody looks for, as they type it."""

from datetime import timedelta
from typing import Any

from wtforms import HiddenField, SearchField, SelectField, StringField
from wtforms.validators import Length, NumberRange, Optional, ValidationError

from app.core.fields import line, slug
from app.core.forms import DayField, Form, NumberField, midnight
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.facts import subjects
from app.search.narrowing import BEST, NEWEST, Narrowing

LONGEST_QUESTION = 200  # characters
LAST_PAGE = 200


def _without_hash(typed: str | None) -> str:
    return line(typed).removeprefix("#")


class SearchForm(Form):
    """Filters of an address: what makes no sense in one is said so, and asks for nothing."""

    class Meta(Form.Meta):
        csrf = False

    words = SearchField(
        _l("What are you looking for?"), [Length(max=200)], name="q", filters=[line]
    )
    kind = HiddenField("")
    author = NumberField("", [Optional(), NumberRange(min=1)])
    tag = StringField(_l("Tag"), [Length(max=60)], filters=[_without_hash])
    since = DayField(_l("From the day"))
    until = DayField(_l("To the day"))
    order = SelectField(
        _l("Order"),
        choices=lambda: {BEST: gettext("Best first"), NEWEST: gettext("Newest first")},
        default=BEST,
    )
    page = NumberField("", [Optional(), NumberRange(min=1, max=LAST_PAGE)])

    def validate_kind(self, field: HiddenField) -> None:
        if field.data and field.data not in {subject.kind for subject in subjects.registered()}:
            raise ValidationError()

    def validate_until(self, field: DayField) -> None:
        if self.since.data and field.data and field.data < self.since.data:
            raise ValidationError(gettext("This day is before the first one."))

    @property
    def wanted(self) -> Narrowing:
        self.validate()
        since, until = _sound(self.since), _sound(self.until)
        return Narrowing(
            words=_sound(self.words) or (self.words.data or "")[:LONGEST_QUESTION],
            kind=_sound(self.kind) or "",
            tag=slug(_sound(self.tag) or ""),
            author=_sound(self.author),
            since=midnight(since) if since else None,
            until=midnight(until + timedelta(days=1)) if until else None,
            order=_sound(self.order) or BEST,
            page=_sound(self.page) or 1,
        )

    @property
    def address(self) -> dict[str, Any]:
        """What of it was understood, as the address of the first page says it."""
        self.validate()
        usual = {self.order.name: BEST}
        return {
            field.name: str(field.data)
            for field in self
            if field is not self.page and field.data and not field.errors
            if usual.get(field.name) != field.data
        }


def _sound(field: Any) -> Any:
    return None if field.errors else field.data
