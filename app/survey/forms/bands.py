"""The bands of the index: where each begins, what it is called and what it says."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wtforms import StringField
from wtforms.validators import InputRequired, Length, NumberRange, ValidationError

from app.core.fields import line
from app.core.forms import Form, NumberField
from app.core.i18n import LANGUAGES, gettext
from app.core.i18n import lazy_gettext as _l
from app.survey.models import BANDS, LONGEST_BAND, LONGEST_BAND_TEXT

PARTS = {"name": (_l("Name"), LONGEST_BAND), "says": (_l("What it says"), LONGEST_BAND_TEXT)}


class BandsForm(Form):
    """Four bands from the lowest, which begins at 0. A form that has them has their `fields()`;
    each one's name says which it is of.
    """

    @staticmethod
    def flat(bands: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """What is kept of them, by the names of the fields."""
        found: dict[str, Any] = {}
        for nth, band in enumerate(bands):
            found[f"band{nth}_from"] = band["from"]
            found |= {at: band[part].get(code, "") for at, part, code in _words_of(nth)}
        return found

    @property
    def bands(self) -> list[dict[str, Any]]:
        """As they are kept, once the form is valid."""
        kept: list[dict[str, Any]] = []
        for nth in range(BANDS):
            band: dict[str, Any] = {"from": self[f"band{nth}_from"].data if nth else 0}
            for part in PARTS:
                band[part] = {code: self[f"band{nth}_{part}_{code}"].data for code in LANGUAGES}
            kept.append(band)
        return kept

    def band(self, nth: int) -> dict[str, Any]:
        """Its fields, as a page asks for them: where it begins, and by part those of words."""
        parts = {part: [self[f"band{nth}_{part}_{code}"] for code in LANGUAGES] for part in PARTS}
        return {"from": self[f"band{nth}_from"] if nth else None, **parts}

    def is_amiss(self, nth: int) -> bool:
        """Whether something of a band was refused."""
        of_it = (field for field in self if field.name.startswith(f"band{nth}_"))
        return any(field.errors for field in of_it)


def _words_of(nth: int) -> Iterator[tuple[str, str, str]]:
    """The fields of a band's words: (name, part, language)."""
    return ((f"band{nth}_{part}_{code}", part, code) for part in PARTS for code in LANGUAGES)


def _rises(form: Any, field: NumberField) -> None:
    """Each begins higher than the one before."""
    nth = int(field.name[4])
    below = form[f"band{nth - 1}_from"].data if nth > 1 else 0
    if field.data is not None and below is not None and field.data <= below:
        raise ValidationError(gettext("It begins above %(points)s.", points=below))


def _begins() -> NumberField:
    between = NumberRange(1, 100, message=_l("Between %(min)s and %(max)s."))
    needed = InputRequired(_l("Write a whole number."))
    return NumberField(_l("From how many points"), [needed, between, _rises])


def fields() -> dict[str, Any]:
    """The fields of all bands by their names, in their order."""
    found: dict[str, Any] = {}
    for nth in range(BANDS):
        if nth:
            found[f"band{nth}_from"] = _begins()
        for at, part, code in _words_of(nth):
            called, most = PARTS[part]
            limit = Length(max=most, message=_l("Up to %(max)d letters."))
            found[at] = StringField(LANGUAGES[code][0], [limit], filters=[line], description=called)
    return found
