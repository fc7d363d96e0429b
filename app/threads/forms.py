"""What one fills in to tie two things."""

from wtforms import RadioField, StringField
from wtforms.validators import InputRequired

from app.core.fields import line
from app.core.forms import Form
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l

FOLLOWS, BESIDE = "follows", "beside"


class SearchForm(Form):
    q = StringField(_l("Look for it by its words, or paste its address"), filters=[line])


class TieForm(Form):
    to = RadioField(
        _l("What is it tied to?"),
        [InputRequired(_l("Choose one of these."))],
        validate_choice=False,  # it may be on no list any more: then it is not there, and says so
    )
    way = RadioField(
        _l("How?"),
        [InputRequired(_l("Choose one of the two."))],
        choices=lambda: [
            (FOLLOWS, gettext("One led to the other: it belongs to the thread")),
            (BESIDE, gettext("They only have to do with one another")),
        ],
        default=FOLLOWS,
    )
