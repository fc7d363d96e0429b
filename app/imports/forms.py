"""What one fills in to bring something in."""

from flask_wtf.file import FileField, FileRequired
from wtforms import SelectField

from app.core.access import reader
from app.core.forms import Form
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.imports import kinds


class UploadForm(Form):
    kind = SelectField(
        _l("What do you bring?"),
        choices=lambda: {kind.name: gettext(kind.words) for kind in kinds.open_to(reader())},
    )
    file = FileField(_l("The zip"), [FileRequired(_l("Choose the zip on your computer."))])
    once = OnceField()
