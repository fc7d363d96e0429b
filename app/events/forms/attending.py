"""What one types to say that one is there."""

from wtforms import StringField
from wtforms.validators import DataRequired

from app.core.forms import Form
from app.core.i18n import lazy_gettext as _l
from app.events import codes


class CodeForm(Form):
    code = StringField(
        _l("The code on the poster"),
        [DataRequired(_l("That is no code. It has eight letters and figures."))],
        filters=[codes.cleaned],
    )
