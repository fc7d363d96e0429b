"""What can happen to the settings of the house."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core import settings
from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.core.settings import Setting


@dataclass(frozen=True, kw_only=True)
class SettingChanged(Fact):
    """`before` and `now` as somebody reads them: a plain word, a figure, or what was typed."""

    says = N_(
        "%(actor)s changed a setting: %(setting)s (%(title)s). Now: %(now)s; before: %(before)s"
    )
    says_you = N_(
        "You changed a setting: %(setting)s (%(title)s). Now: %(now)s; before: %(before)s"
    )
    words = {"setting": settings.WORDS, "before": settings.SAID, "now": settings.SAID}
    audited = True
    news = False

    row: "Setting"
    setting: str
    before: str
    now: str
