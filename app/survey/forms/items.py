"""What one question asks, side by side in every language."""

from typing import TYPE_CHECKING, Any

from wtforms import RadioField, SelectField, StringField
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    ValidationError,
)
from wtforms.widgets import HiddenInput

from app.core.fields import line
from app.core.forms import Form, NumberField
from app.core.i18n import LANGUAGES, gettext
from app.core.i18n import lazy_gettext as _l
from app.survey.models import LONGEST_ASKED, LONGEST_CALLED, Dimension, Item, ItemKind
from app.survey.wording import DIMENSIONS, KINDS, OWN

# What it is called, and how long it may be in each language.
PARTS = {
    "asks": (_l("What it asks"), LONGEST_ASKED),
    "name": (_l("What the habit is called"), LONGEST_CALLED),
    "step": (_l("Its micro-habit for a week"), LONGEST_ASKED),
}
SCORED = (ItemKind.HABIT, ItemKind.CULTURE)


class ItemForm(Form):
    """Spanish is needed to keep it, and every language to open its wave."""

    dimension = SelectField(
        _l("Dimension"),
        choices=lambda: {"": "—"} | {one.value: gettext(said) for one, said in DIMENSIONS.items()},
        coerce=lambda said: Dimension(said) if said else None,
    )

    @staticmethod
    def flat(item: Item) -> dict[str, Any]:
        """What is kept of its words, by the names of the fields."""
        return {
            f"{part}_{code}": getattr(item, part).get(code, "")
            for part in PARTS
            for code in LANGUAGES
        }

    @property
    def said(self) -> dict[str, Any]:
        """Its columns, once it is valid."""
        words = {part: {code: self[f"{part}_{code}"].data for code in LANGUAGES} for part in PARTS}
        return {"dimension": self.dimension.data if self._kind in SCORED else None, **words}

    def part(self, name: str) -> list[Any]:
        """The fields of a part, a language each."""
        return [self[f"{name}_{code}"] for code in LANGUAGES]

    def validate_dimension(self, field: SelectField) -> None:
        if self._kind in SCORED and field.data is None:
            raise ValidationError(gettext("Choose what it counts in."))

    if TYPE_CHECKING:  # of a new one it is chosen, of another one it stands

        @property
        def _kind(self) -> ItemKind | None: ...


for _part, (_called, _most) in PARTS.items():
    for _code in LANGUAGES:
        _rules: list[Any] = [Length(max=_most, message=_l("Up to %(max)d letters."))]
        if (_part, _code) == ("asks", OWN):
            _rules.insert(0, DataRequired(_l("Write the question.")))
        _field = StringField(LANGUAGES[_code][0], _rules, filters=[line], description=_called)
        setattr(ItemForm, f"{_part}_{_code}", _field)


class NewItemForm(ItemForm):
    kind = RadioField(
        _l("How it is answered"),
        choices=lambda: {kind.value: gettext(said) for kind, said in KINDS.items()},
        coerce=ItemKind,
        default=ItemKind.HABIT,
    )

    @property
    def said(self) -> dict[str, Any]:
        return {"kind": self.kind.data, **super().said}

    def has_no_room(self) -> None:
        self.kind.errors = [
            gettext("There is one of its kind already, or there are as many as people bear.")
        ]

    @property
    def _kind(self) -> ItemKind | None:
        return self.kind.data


class ItemChangeForm(ItemForm):
    version = NumberField("", [InputRequired()], widget=HiddenInput())

    kind: ItemKind

    @classmethod
    def of(cls, item: Item, **given: Any) -> "ItemChangeForm":
        """As it stands, or, with nothing given, as it was sent."""
        form = cls(**given)
        form.kind = item.kind
        return form

    @classmethod
    def standing(cls, item: Item) -> "ItemChangeForm":
        return cls.of(item, formdata=None, obj=item, data=cls.flat(item))

    def face(self, theirs: Item) -> None:
        """What is written stays; sending it again is now said knowing of `theirs`."""
        self.version.data, self.version.raw_data = theirs.version, None

    @property
    def _kind(self) -> ItemKind | None:
        return self.kind


class StepForm(Form):
    """One place up or down."""

    step = NumberField("", [InputRequired(), NumberRange(min=-1, max=1)])
