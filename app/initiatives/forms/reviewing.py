"""What governance says of what was logged, one by one or several at once."""

from wtforms import SelectMultipleField, StringField, ValidationError
from wtforms.validators import Length
from wtforms.widgets import CheckboxInput, ListWidget

from app.core.db import HIGHEST
from app.core.fields import line
from app.core.forms import Form
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.initiatives.models import LONGEST_REASON

MOST_AT_ONCE = 100


class ReviewForm(Form):
    """`sends_back` by the button that was pressed."""

    reason = StringField(
        _l("What is missing"),
        [Length(max=LONGEST_REASON, message=_l("Up to %(max)d letters."))],
        filters=[line],
    )
    sends_back = False

    def validate_reason(self, reason: StringField) -> None:
        if self.sends_back and not reason.data:
            raise ValidationError(gettext("Say what is missing: its owner reads it."))
        if reason.data and not self.sends_back:
            raise ValidationError(gettext("What is complete lacks nothing: leave this empty."))


class BulkReviewForm(ReviewForm):
    numbers = SelectMultipleField(
        _l("Which of them"),
        coerce=int,
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        choices=[],
    )

    def validate_numbers(self, numbers: SelectMultipleField) -> None:
        chosen = numbers.data or []
        if not chosen:
            raise ValidationError(gettext("Choose at least one of them."))
        if len(chosen) > MOST_AT_ONCE or any(not 0 < one <= HIGHEST for one in chosen):
            raise ValidationError(gettext("Choose a hundred of them at most."))
