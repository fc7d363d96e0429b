"""Where a post goes."""

from app.core.forms import Form
from app.core.i18n import lazy_gettext as _l
from app.spaces.places import PlaceField


class PlaceForm(Form):
    space = PlaceField(_l("Where to"))
