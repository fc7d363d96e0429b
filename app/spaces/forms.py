"""What one says of a space, and to whoever runs it."""

from collections.abc import Callable
from typing import Any

from wtforms import BooleanField, RadioField, SearchField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from app.core.access import reader
from app.core.discretion import Discreet
from app.core.fields import line, words
from app.core.forms import Form, MarkdownField, NumberField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.spaces import policy
from app.spaces.models import (
    LONGEST_ABOUT,
    LONGEST_NAME,
    LONGEST_SUMMARY,
    LONGEST_WORDS,
    OPENNESS,
    Colour,
    Joining,
    Space,
    Visibility,
)
from app.spaces.wording import COLOURS, JOININGS, VISIBILITIES


def _said(options: dict[Any, str]) -> Callable[[], dict[str, str]]:
    return lambda: {option.value: gettext(said) for option, said in options.items()}


class SpaceForm(Discreet, Form):
    looked_through: tuple[str, ...] = ("name", "summary")

    name = StringField(
        _l("Name"),
        [DataRequired(_l("Give it a name.")), Length(max=LONGEST_NAME)],
        filters=[line],
    )
    summary = StringField(_l("In one sentence"), [Length(max=LONGEST_SUMMARY)], filters=[line])
    colour = RadioField(_l("Colour"), choices=_said(COLOURS), coerce=Colour, default=Colour.TEAL)
    visibility = RadioField(
        _l("Who sees it"),
        choices=_said(VISIBILITIES),
        coerce=Visibility,
        default=Visibility.MEMBERS,
    )
    joining = RadioField(
        _l("How one comes in"), choices=_said(JOININGS), coerce=Joining, default=Joining.OPEN
    )

    def offer(self, *, within: Space | None = None, now: Visibility | None = None) -> None:
        """What this reader may choose: no more than the space above shows, or than it is now."""
        most = OPENNESS[within.visibility] if within else OPENNESS[Visibility.PUBLIC]
        self.visibility.choices = [
            (kind.value, gettext(said))
            for kind, said in VISIBILITIES.items()
            if OPENNESS[kind] <= most and (within or kind is now or policy.open(reader(), kind))
        ]


class NewSpaceForm(SpaceForm):
    within = NumberField("", [Optional(), NumberRange(min=1)], widget=HiddenInput())
    once = OnceField()


class EditSpaceForm(SpaceForm):
    looked_through = ("name", "summary", "about")

    about = MarkdownField(_l("What it is about"), longest=LONGEST_ABOUT)
    needs_approval = BooleanField(_l("Somebody who runs it looks at every post before it is out"))
    version = NumberField("", [InputRequired()], widget=HiddenInput())

    def face(self, space: Space) -> None:
        """What is there now has been seen: sending the form again decides."""
        self.version.data, self.version.raw_data = space.version, None


class WordsForm(Form):
    words = TextAreaField(_l("A few words"), [Length(max=LONGEST_WORDS)], filters=[words])


class FindForm(Form):
    class Meta(Form.Meta):
        csrf = False

    words = SearchField(_l("Name"), [Length(max=LONGEST_NAME)], name="q", filters=[line])
    after = NumberField("", [Optional(), NumberRange(min=1)])

    @property
    def wanted(self) -> dict[str, Any]:
        """What was not understood asks for nothing."""
        self.validate()
        return {
            "words": "" if self.words.errors else self.words.data,
            "after": None if self.after.errors else self.after.data,
        }
