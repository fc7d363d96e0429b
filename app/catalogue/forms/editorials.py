"""The form governance writes about the strategy with."""

from wtforms import StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange
from wtforms.widgets import HiddenInput

from app.catalogue.models import Editorial
from app.catalogue.models.editorial import LONGEST_TITLE
from app.core.discretion import Discreet
from app.core.fields import line
from app.core.forms import Form, MarkdownField, NumberField
from app.core.i18n import lazy_gettext as _l


class EditorialForm(Discreet, Form):
    looked_through = ("title", "text")

    title = StringField(
        _l("Title"),
        [
            DataRequired(_l("Give it a title, so that people find it.")),
            Length(max=LONGEST_TITLE, message=_l("A title has up to %(max)d letters.")),
        ],
        filters=[line],
    )
    text = MarkdownField(_l("Text"), [DataRequired(_l("Write something: a sentence is enough."))])
    # 0 where nobody has written it yet
    version = NumberField("", [InputRequired(), NumberRange(min=0)], widget=HiddenInput())

    def face(self, theirs: Editorial | None) -> None:
        """What is written stays; sending it again is now said knowing of `theirs`."""
        self.version.data, self.version.raw_data = theirs.version if theirs else 0, None
