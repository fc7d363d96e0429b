"""What a group of ideas is called, and what is said of all of them."""

from wtforms import StringField
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from app.core.discretion import Discreet
from app.core.fields import line
from app.core.forms import Form, MarkdownField, NumberField
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.ideas.models import LONGEST_TITLE, Group


class GroupForm(Discreet, Form):
    title = StringField(
        _l("What they are about"),
        [
            InputRequired(_l("Give it a title, so that it can be found.")),
            Length(max=LONGEST_TITLE, message=_l("Up to %(max)d letters.")),
        ],
        filters=[line],
    )
    text = MarkdownField(_l("One description for all of them"), render_kw={"rows": 10})
    version = NumberField(validators=[Optional()], widget=HiddenInput())
    once = OnceField()

    def face(self, group: Group) -> None:
        """What stands now has been seen: sending the form again keeps mine."""
        self.version.data, self.version.raw_data = group.version, [str(group.version)]
