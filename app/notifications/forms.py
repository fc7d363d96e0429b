"""How somebody wishes to hear of each kind."""

from collections.abc import Mapping

from wtforms import SelectField

from app.core.forms import Form
from app.core.i18n import gettext, lazy_gettext
from app.notifications.loudness import CHANNELS, WORDS
from app.notifications.models import Channel, Kind


class WishesForm(Form):
    """One field for each kind, named as it is."""

    @classmethod
    def of(cls, wished: Mapping[Kind, Channel]) -> "WishesForm":
        return cls(formdata=None, data={kind.value: wished[kind].value for kind in Kind})

    @property
    def kinds(self) -> list[SelectField]:
        return [self[kind.value] for kind in Kind]

    @property
    def wanted(self) -> dict[Kind, Channel]:
        return {kind: Channel(self[kind.value].data) for kind in Kind}


def _choices() -> list[tuple[str, str]]:
    return [(channel.value, gettext(CHANNELS[channel])) for channel in Channel]


for _kind in Kind:
    setattr(WishesForm, _kind.value, SelectField(lazy_gettext(WORDS[_kind]), choices=_choices))
