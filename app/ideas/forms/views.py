"""What a way of looking at the ideas is called, and by whom it is used."""

from wtforms import BooleanField, StringField, ValidationError
from wtforms.validators import DataRequired, InputRequired, Length
from wtforms.widgets import HiddenInput

from app.core.fields import line, slug
from app.core.forms import Form, NumberField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.ideas.models import SavedView
from app.ideas.models.view import LONGEST_NAME


class ViewForm(Form):
    name = StringField(
        _l("What is it called?"),
        [
            DataRequired(_l("Write a name.")),
            Length(max=LONGEST_NAME, message=_l("A name has up to %(max)d letters.")),
        ],
        filters=[line],
    )
    is_shared = BooleanField(_l("For all of CX governance"))

    def validate_name(self, name: StringField) -> None:
        if not slug(name.data or ""):
            raise ValidationError(gettext("It needs a letter or a number."))


class NewViewForm(ViewForm):
    once = OnceField()


class ViewChangeForm(ViewForm):
    version = NumberField(validators=[InputRequired()], widget=HiddenInput())

    def face(self, view: SavedView) -> None:
        """What stands now has been seen: sending the form again keeps mine."""
        self.version.data, self.version.raw_data = view.version, [str(view.version)]
