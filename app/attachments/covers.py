"""The fields of a cover, for whatever form has one: it may be chosen before the rest is written."""

from flask_wtf.file import FileField
from wtforms import BooleanField, HiddenField, TextAreaField, ValidationError
from wtforms.validators import Length

from app.attachments import queries as pictures
from app.attachments.forms import why_not
from app.attachments.models import LONGEST_ALT, Picture
from app.core.access import reader
from app.core.fields import line
from app.core.forms import Form
from app.core.i18n import lazy_gettext as _l
from app.core.pictures import NotAPicture


class Covered:
    """A form with a cover: mixed into it before `Form`."""

    cover = HiddenField(filters=[line])  # its key
    cover_file = FileField(_l("Which picture"))
    cover_alt = TextAreaField(
        _l("What can be seen in it"), [Length(max=LONGEST_ALT)], filters=[line]
    )
    no_cover = BooleanField(_l("Without this cover"))

    @property
    def kept_cover(self) -> str:
        """The key of the cover that is wanted, or nothing."""
        return "" if self.no_cover.data else self.cover.data or ""

    @property
    def picture(self) -> Picture | None:
        """The cover as it would be, for the writer to look at."""
        return pictures.by_key(reader(), self.cover.data) if self.cover.data else None

    def put_cover(self, picture: Picture) -> None:
        """A picture that came with the form need not be chosen again when the form comes back."""
        self.cover.data = picture.key
        self.cover_alt.data = self.cover_alt.data or picture.alt

    def refuse_cover(self, refused: NotAPicture) -> None:
        self.cover_file.process_errors.append(why_not(refused))
        self.cover_file.errors = list(self.cover_file.process_errors)

    def validate_cover(self, cover: HiddenField) -> None:
        if self.kept_cover and self.picture is None:
            cover.data = ""
            raise ValidationError(_l("This cover is not there any more. Choose another one."))

    def validate_cover_alt(self, alt: TextAreaField) -> None:
        if self.kept_cover and not alt.data:
            raise ValidationError(_l("Tell in one sentence what can be seen."))


class CoverForm(Covered, Form):
    """A cover by itself, of a form that is elsewhere on the page."""
