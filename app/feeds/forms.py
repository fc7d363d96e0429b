"""What one fills in to open a channel."""

from wtforms import StringField
from wtforms.validators import DataRequired, Length

from app.core.fields import line
from app.core.forms import Form
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.feeds.models import LONGEST


class ChannelForm(Form):
    name = StringField(
        _l("What you call it"),
        [
            DataRequired(_l("Write a name, to know it again.")),
            Length(max=LONGEST, message=_l("A name has up to %(max)d letters.")),
        ],
        filters=[line],
    )
    once = OnceField()
