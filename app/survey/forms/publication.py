"""The words that results are published with."""

from wtforms.validators import DataRequired, InputRequired
from wtforms.widgets import HiddenInput

from app.core.discretion import Discreet
from app.core.forms import Form, MarkdownField, NumberField
from app.core.i18n import lazy_gettext as _l
from app.survey.models import LONGEST_SUMMARY, Wave


class PublicationForm(Discreet, Form):
    looked_through = ("summary",)

    summary = MarkdownField(
        _l("What came of it"),
        [DataRequired(_l("Write something: a sentence is enough."))],
        longest=LONGEST_SUMMARY,
    )
    version = NumberField("", [InputRequired()], widget=HiddenInput())

    def face(self, theirs: Wave) -> None:
        """What is written stays; sending it again is now said knowing of `theirs`."""
        self.version.data, self.version.raw_data = theirs.version, None
