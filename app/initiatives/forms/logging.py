"""What one fills in to log an initiative: little in half a minute, and all of it afterwards."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from wtforms import (
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from app.attachments.covers import Covered
from app.catalogue import queries as catalogue
from app.catalogue.categories import CATEGORIES, Category
from app.catalogue.forms import TagsField, TermsField
from app.core.access import reader
from app.core.calendar import today
from app.core.discretion import Discreet
from app.core.fields import line, words
from app.core.forms import DayField, Form, MarkdownField, NumberField
from app.core.i18n import LANGUAGES, gettext, language
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.initiatives.logbook import Manuscript
from app.initiatives.models import (
    LONGEST_RESULT,
    LONGEST_TITLE,
    MOST_HOURS,
    MOST_REACHED,
    Initiative,
)
from app.people.forms.account import unit_choices

# What a committee does is in its minutes; nobody logs it as an initiative.
OFFERED: dict[Category, str] = {
    code: called for code, called in CATEGORIES.items() if code is not Category.COMMITTEE
}
COUNT = _l("Between %(min)s and %(max)s.")


def _named(categories: Mapping[Category, str]) -> list[tuple[str, str]]:
    return [(code.value, gettext(called)) for code, called in categories.items()]


class Logged(Discreet, Covered):
    """What both forms ask."""

    looked_through: tuple[str, ...] = ("title", "cover_alt")

    category: RadioField
    title = StringField(
        _l("What did you do?"),
        [
            DataRequired(_l("Say in a few words what you did.")),
            Length(max=LONGEST_TITLE, message=_l("A title has up to %(max)d letters.")),
        ],
        filters=[line],
    )
    reached = NumberField(_l("People reached"), [Optional(), NumberRange(0, MOST_REACHED, COUNT)])
    starts_on = DayField(_l("First day"), [InputRequired(_l("Say when it began."))])
    ends_on = DayField(_l("Last day"))
    hours = NumberField(_l("Hours of work"), [Optional(), NumberRange(0, MOST_HOURS, COUNT)])

    def validate_ends_on(self, ends_on: DayField) -> None:
        begins = self.starts_on.data
        if begins and ends_on.data and ends_on.data < begins:
            raise ValidationError(gettext("It would be over before it begins."))

    @property
    def manuscript(self) -> Manuscript:
        """What was written, once the form is valid."""
        assert self.starts_on.data is not None
        return Manuscript(
            title=self.title.data,
            category=self.category.data,
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
            hours=self.hours.data,
            reached=self.reached.data,
            language=language(),
            unit_id=reader().unit_id,
            cover=self.kept_cover,
            cover_alt=self.cover_alt.data if self.kept_cover else "",
        )


class LogForm(Logged, Form):
    """Half a minute: a title, a tap on a category, how many people, perhaps a picture."""

    category = RadioField(
        _l("What is it about?"),
        choices=lambda: _named(OFFERED),
        coerce=Category,
        default=Category.AWARENESS,
    )
    once = OnceField()
    came_from = HiddenField(filters=[line])  # "idea:7", see `facts.origins`

    @classmethod
    def of_today(cls, **given: Any) -> "LogForm":
        return cls(formdata=None, starts_on=today(), ends_on=today(), **given)

    @classmethod
    def like(cls, initiative: Initiative) -> "LogForm":
        """The same as the last time, today."""
        return cls.of_today(
            title=initiative.title,
            category=initiative.category if initiative.category in OFFERED else Category.AWARENESS,
            reached=initiative.reached,
            hours=initiative.hours,
        )


class EditForm(Logged, Form):
    looked_through: tuple[str, ...] = ("title", "text", "result", "cover_alt")

    category = RadioField(
        _l("What is it about?"),
        [InputRequired(_l("Choose one of them."))],
        choices=lambda: _named(OFFERED),
        coerce=Category,
    )
    result = TextAreaField(
        _l("What came of it"),
        [Length(max=LONGEST_RESULT, message=_l("Up to %(max)d letters."))],
        filters=[words],
    )
    text = MarkdownField(_l("How it went"))
    unit_id = SelectField(
        _l("Unit"),
        choices=lambda: {"": gettext("None in particular")} | unit_choices(also=None),
        coerce=lambda value: int(value) if value else None,
        default=None,
    )
    tags = TagsField(_l("Tags"))
    terms = TermsField(_l("What has it to do with?"))
    language = SelectField(
        _l("Language of the initiative"),
        choices={code: name for code, (name, _) in LANGUAGES.items()},
    )
    version = NumberField(validators=[InputRequired()], widget=HiddenInput())

    @classmethod
    def of(cls, initiative: Initiative) -> "EditForm":
        """The form as the initiative is now."""
        cover, number = initiative.cover, initiative.id
        form = cls(
            formdata=None,
            title=initiative.title,
            category=initiative.category,
            reached=initiative.reached,
            starts_on=initiative.starts_on,
            ends_on=initiative.ends_on,
            hours=initiative.hours,
            result=initiative.result,
            text=initiative.text,
            unit_id=initiative.unit_id,
            tags=", ".join(row.name for row in catalogue.tags_of("initiative", number)),
            terms=[row.id for row in catalogue.terms_of("initiative", number)],
            language=initiative.language,
            version=initiative.version,
            cover=cover.key if cover else "",
            cover_alt=cover.alt if cover else "",
        )
        form.keep(initiative)
        return form

    def keep(self, initiative: Initiative) -> None:
        """A unit that has closed since stays, and so does a category that came from a table."""
        none = {"": gettext("None in particular")}
        self.unit_id.choices = none | unit_choices(also=initiative.unit_id)
        if initiative.category not in OFFERED:
            self.category.choices = _named(CATEGORIES)

    @property
    def manuscript(self) -> Manuscript:
        return replace(
            super().manuscript,
            result=self.result.data,
            text=self.text.data,
            rendered=self.text.rendered,
            unit_id=self.unit_id.data,
            tags=self.tags.names,
            terms=self.terms.data,
            language=self.language.data,
        )

    def face(self, initiative: Initiative) -> None:
        """What is there now has been seen: sending the form again decides."""
        self.version.data, self.version.raw_data = initiative.version, [str(initiative.version)]
