"""What somebody says who reports, decides, or asks for another look."""

from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length

from app.core.fields import words
from app.core.forms import Form
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.moderation.models import LONGEST_WORDS, REASONS

HIDE, FINE = "hide", "fine"
RESTORE, UPHOLD = "restore", "uphold"


class ReportForm(Form):
    reason = RadioField(
        _l("What is wrong with it?"),
        [InputRequired(_l("Choose what comes closest."))],
        choices=lambda: [(reason.value, gettext(said)) for reason, said in REASONS.items()],
    )
    words = TextAreaField(
        _l("In your words"), [Length(max=LONGEST_WORDS)], filters=[words], render_kw={"rows": 3}
    )


class DecisionForm(Form):
    verdict = RadioField(
        _l("What do you decide?"),
        [InputRequired(_l("Choose one of the two."))],
        choices=lambda: [
            (FINE, gettext("Nothing is wrong: it stays")),
            (HIDE, gettext("Hide it: only its author and whoever keeps order see it")),
        ],
    )
    because = TextAreaField(
        _l("Why"),
        [
            InputRequired(_l("Say why: its author reads it.")),
            Length(max=LONGEST_WORDS),
        ],
        filters=[words],
        render_kw={"rows": 3},
    )


class AppealForm(Form):
    words = TextAreaField(
        _l("What should be looked at again?"),
        [InputRequired(_l("Say it in a sentence.")), Length(max=LONGEST_WORDS)],
        filters=[words],
        render_kw={"rows": 4},
    )


class AnswerForm(Form):
    verdict = RadioField(
        _l("What do you decide?"),
        [InputRequired(_l("Choose one of the two."))],
        choices=lambda: [
            (RESTORE, gettext("Show it again")),
            (UPHOLD, gettext("It stays hidden")),
        ],
    )
    words = TextAreaField(
        _l("Why"),
        [InputRequired(_l("Say why: its author reads it.")), Length(max=LONGEST_WORDS)],
        filters=[words],
        render_kw={"rows": 3},
    )
