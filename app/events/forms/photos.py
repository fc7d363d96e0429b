"""What one fills in to add a photo."""

from wtforms import BooleanField, HiddenField, ValidationError
from wtforms.validators import DataRequired

from app.attachments.covers import Covered
from app.core.forms import Form
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l


class PhotoForm(Covered, Form):
    """A photo is chosen as a cover is: it need not be chosen again when the form comes back."""

    agreed = BooleanField(
        _l("Everybody who can be recognised agrees that it is shown here"),
        [DataRequired(_l("Ask everybody who can be recognised first, and tick the box."))],
    )

    def validate_cover(self, cover: HiddenField) -> None:
        if self.cover_file.errors:
            return
        if not self.kept_cover or self.picture is None:
            cover.data = ""
            self.cover_file.errors = [gettext("Choose a picture.")]
            raise ValidationError(gettext("Choose a picture."))
