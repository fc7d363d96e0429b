"""The field in which a writer says what a text has to do with."""

from typing import Any, NamedTuple

from wtforms import Field, ValidationError

from app.catalogue import queries
from app.catalogue.models import CHOSEN, Kind
from app.catalogue.speaking import CATALOGUES, Told, told
from app.core.db import HIGHEST
from app.core.fragments import rows
from app.core.i18n import gettext

MOST = 12  # terms on one thing


class Group(NamedTuple):
    kind: Kind
    words: str
    terms: list[Told]
    chosen: int


class TermsField(Field):
    """Boxes to tick, one catalogue after the other. `data` is the numbers of the terms."""

    data: list[int]

    def process_data(self, value: Any) -> None:
        self.data = list(value or ())

    def process_formdata(self, valuelist: list[str]) -> None:
        numbers = (
            int(said) for said in valuelist if said.isascii() and said.isdigit() and len(said) <= 10
        )
        self.data = list(dict.fromkeys(number for number in numbers if number <= HIGHEST))

    def pre_validate(self, form: Any) -> None:
        if len(self.data) > MOST:
            words = gettext("Up to %(n)s: leave out what has least to do with it.", n=MOST)
            raise ValidationError(words)

    @property
    def groups(self) -> list[Group]:
        """All that can be chosen: areas and reasons are for those who decide."""
        offered = [told(row) for row in rows("catalogue.offered", read=queries.offered)]
        found = []
        for kind, words in CATALOGUES.items():
            terms = [term for term in offered if term.kind is kind]
            if terms and kind in CHOSEN:
                chosen = sum(term.id in self.data for term in terms)
                found.append(Group(kind, gettext(words), terms, chosen))
        return found
