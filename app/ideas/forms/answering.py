"""What whoever cares for an idea answers about it."""

from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from app.core.discretion import Discreet
from app.core.fields import words
from app.core.forms import Form
from app.core.i18n import lazy_gettext as _l
from app.ideas.models import LONGEST_WORDS

SHORT = Length(max=LONGEST_WORDS, message=_l("Up to %(max)d letters."))


class CompletionForm(Discreet, Form):
    looked_through = ("words",)

    words = TextAreaField(
        _l("Your answer"),
        [DataRequired(_l("Write the answer: a sentence is enough.")), SHORT],
        filters=[words],
    )


class ReopeningForm(Discreet, Form):
    looked_through = ("evidence",)

    evidence = TextAreaField(
        _l("What do we know now that we did not know then?"),
        [DataRequired(_l("Tell what is new: a sentence is enough.")), SHORT],
        filters=[words],
    )
