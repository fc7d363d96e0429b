"""In whose voice an idea is told, and who that is."""

import re
from typing import Any

from sqlalchemy import Row
from wtforms import StringField, ValidationError

from app.core.access import reader
from app.core.fields import folded, line
from app.core.i18n import gettext
from app.people.mentions.queries import meant

MENTION = re.compile(r"\[([^\]]+)\]\(/people/\d+\)")  # as it is written while one types


class ColleagueField(StringField):
    """Somebody of the house by their name. Where it may be several people, `found` is who: the form
    comes back and asks, and their number comes with it the next time.
    """

    def __init__(self, label: Any = None, **given: Any) -> None:
        super().__init__(label, filters=[line], **given)
        self.found: list[Row] = []

    def settle(self, chosen: int | None) -> int:
        """Whose number it is; raises ValidationError where that is not certain."""
        typed = MENTION.sub(r"\1", self.data or "")
        if not typed:
            raise ValidationError(gettext("Write the name of whose idea it is."))
        self.found = meant(typed, reader())
        if chosen in [one.id for one in self.found]:
            return int(chosen or 0)
        wanted = set(folded(typed).split())
        whole = [one for one in self.found if wanted <= set(folded(one.name).split())]
        if len(whole) == 1:
            return int(whole[0].id)
        if not self.found:
            raise ValidationError(gettext("We know nobody of that name. Is it spelt like this?"))
        raise ValidationError(gettext("Choose who it is."))
