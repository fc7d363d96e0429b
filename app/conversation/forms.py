"""What people say, and what they say instead."""

import secrets
from typing import Self

from wtforms.validators import DataRequired, InputRequired, NumberRange
from wtforms.widgets import HiddenInput

from app.conversation.models import LONGEST_COMMENT
from app.core.discretion import Discreet
from app.core.forms import Form, MarkdownField, NumberField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField


class SayingForm(Discreet, Form):
    """Several of them may stand on one page, so their fields take the name of their place."""

    text = MarkdownField(
        _l("Your comment"), [DataRequired(_l("Write something first."))], longest=LONGEST_COMMENT
    )

    def at(self, place: str) -> Self:
        for field in self:
            field.id = f"{place}-{field.name}"
        return self


class CommentForm(SayingForm):
    once = OnceField()

    def sent_before(self) -> Self:
        """The same form came back with other words: a new key, and the writer decides."""
        self.once.data = secrets.token_hex(16)
        self.text.errors = [
            gettext("You had already sent this form with other words. Send it again to add these.")
        ]
        return self


class ReplyForm(CommentForm):
    text = MarkdownField(
        _l("Your reply"), [DataRequired(_l("Write something first."))], longest=LONGEST_COMMENT
    )


class EditForm(SayingForm):
    """`version` is of the words the writer had before them."""

    version = NumberField(validators=[InputRequired(), NumberRange(min=1)], widget=HiddenInput())
