"""Bringing a picture in, and why one is not taken."""

from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, TextAreaField
from wtforms.validators import Length

from app.attachments.models import LONGEST_ALT
from app.core.fields import line
from app.core.forms import Form
from app.core.i18n import N_, gettext
from app.core.i18n import lazy_gettext as _l
from app.core.pictures import NotAPicture, Reason

REASONS = {
    Reason.NOT_A_PICTURE: N_("We take JPEG, PNG, WebP, GIF and AVIF pictures. This is none."),
    Reason.TOO_LARGE: N_("This picture weighs too much. It may have up to 10 MB."),
    Reason.TOO_MANY_PIXELS: N_("This picture is too big. Make it smaller and try again."),
    Reason.BROKEN: N_("This picture is damaged and can’t be opened. Save it again and retry."),
}


def why_not(refused: NotAPicture) -> str:
    """The sentence that tells the reader why their picture was not taken, and what to do."""
    return gettext(REASONS[refused.reason])


class PictureForm(Form):
    picture = FileField(_l("Which picture"), [FileRequired(_l("Choose a picture."))])
    alt = TextAreaField(_l("What can be seen in it"), [Length(max=LONGEST_ALT)], filters=[line])
    next = HiddenField(validators=[Length(max=2000)])
