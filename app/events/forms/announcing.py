"""What one fills in to announce an event, and to change it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from wtforms import (
    BooleanField,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
    ValidationError,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from app.attachments.covers import Covered
from app.catalogue import queries as catalogue
from app.catalogue.categories import CATEGORIES, Category
from app.catalogue.forms import TagsField, TermsField
from app.core.access import reader
from app.core.discretion import Discreet
from app.core.fields import line
from app.core.forms import DayField, Form, MarkdownField, NumberField
from app.core.i18n import LANGUAGES, gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.drafts.continuing import Drafted, register
from app.events import recurring, repeating
from app.events.announcing import Manuscript
from app.events.forms.times import Timed
from app.events.models import (
    LONGEST_PLACE,
    LONGEST_TITLE,
    LONGEST_URL,
    MOST_GUESTS,
    MOST_SEATS,
    Event,
)
from app.events.repeating import Repeats
from app.spaces import queries as spaces
from app.spaces.places import PlaceField

register(Drafted("event", new="events.events.new", edit="events.events.edit"))

LONGEST_SERIES = timedelta(days=2 * 366)  # from its first day


def _words(words: dict[Any, str]) -> Any:
    return lambda: [(code.value, gettext(called)) for code, called in words.items()]


def web_address(form: Form, field: StringField) -> None:
    """What a browser opens, and nothing that it runs."""
    if field.data and not field.data.lower().startswith(("https://", "http://")):
        raise ValidationError(gettext("Write the whole address, beginning with https://."))


class EventForm(Discreet, Covered, Timed, Form):
    looked_through: tuple[str, ...] = ("title", "text", "place", "cover_alt")

    title = StringField(
        _l("Title"),
        [
            DataRequired(_l("Give it a title, so that people find it.")),
            Length(max=LONGEST_TITLE, message=_l("A title has up to %(max)d letters.")),
        ],
        filters=[line],
    )
    category = SelectField(
        _l("Kind of event"),
        choices=_words(CATEGORIES),
        coerce=Category,
        default=Category.AWARENESS,
    )
    place = StringField(
        _l("Place"),
        [Length(max=LONGEST_PLACE, message=_l("Up to %(max)d letters."))],
        filters=[line],
    )
    call_url = StringField(
        _l("Address of the call"),
        [Length(max=LONGEST_URL, message=_l("Up to %(max)d letters.")), web_address],
        filters=[line],
    )
    text = MarkdownField(_l("What it is about, and for whom"))
    repeats = SelectField(
        _l("How often"), choices=_words(repeating.WORDS), coerce=Repeats, default=Repeats.NO
    )
    until = DayField(_l("The last time on"))
    capacity = NumberField(
        _l("Seats"),
        [
            Optional(),
            NumberRange(1, MOST_SEATS, _l("Between %(min)s and %(max)s; empty, there is no end.")),
        ],
    )
    guests = NumberField(
        _l("Guests each may bring"),
        [Optional(), NumberRange(0, MOST_GUESTS, _l("Between %(min)s and %(max)s."))],
        default=0,
    )
    needs_approval = BooleanField(_l("An organiser says yes to each"))
    asked = SelectMultipleField(
        _l("Spaces that are asked, too"),
        choices=lambda: [(row.id, row.name) for row in spaces.writable(reader())],
        coerce=int,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    tags = TagsField(_l("Tags"))
    terms = TermsField(_l("What has it to do with?"))
    language = SelectField(
        _l("Language of the event"),
        choices={code: name for code, (name, _) in LANGUAGES.items()},
    )
    draft = HiddenField()
    draft_version = HiddenField()

    @property
    def rule(self) -> str:
        """How it repeats, once the form is valid."""
        if self.until.data is None:
            return ""
        return repeating.rule(
            self.repeats.data, self.when.starts.date(), self.when.zone, until=self.until.data
        )

    @property
    def manuscript(self) -> Manuscript:
        """What was written, once the form is valid."""
        return Manuscript(
            title=self.title.data,
            category=self.category.data,
            when=self.when,
            rule=self.rule,
            text=self.text.data,
            rendered=self.text.rendered,
            language=self.language.data,
            place=self.place.data,
            call_url=self.call_url.data,
            capacity=self.capacity.data,
            guests=self.guests.data or 0,
            needs_approval=self.needs_approval.data,
            asked=self.asked.data or [],
            tags=self.tags.names,
            terms=self.terms.data,
            cover=self.kept_cover,
            cover_alt=self.cover_alt.data if self.kept_cover else "",
        )

    def validate_until(self, until: DayField) -> None:
        if self.repeats.data in (Repeats.NO, Repeats.AS_IT_IS, None):
            return
        if self.day.data is None or self.zone.errors:
            return
        if until.data is None:
            raise ValidationError(gettext("Say until when it goes on."))
        if until.data <= self.day.data:
            raise ValidationError(gettext("It would be over before it begins."))
        if until.data - self.day.data > LONGEST_SERIES:
            raise ValidationError(gettext("A series goes on for up to two years."))
        try:
            recurring.checked(self.rule, self.when.starts, self.when.zone)
        except recurring.Unruly as error:
            raise ValidationError(gettext("There is no such day until then.")) from error


class NewEventForm(EventForm):
    once = OnceField()
    repeats = SelectField(
        _l("How often"),
        choices=_words({way: words for way, words in repeating.WORDS.items() if way.is_ours}),
        coerce=Repeats,
        default=Repeats.NO,
    )
    space = PlaceField(_l("Where it stands"))

    @property
    def manuscript(self) -> Manuscript:
        return replace(super().manuscript, space=self.space.data)

    @classmethod
    def like(cls, event: Event, **more: Any) -> "NewEventForm":
        """One that begins as another was: all of it but when."""
        form = cls(formdata=None, **_columns(event), space=event.space_id, **more)
        form.fill(event.when)
        form.day.data = form.last_day.data = form.until.data = None
        return form


class EditEventForm(EventForm):
    version = NumberField(validators=[InputRequired()], widget=HiddenInput())

    @classmethod
    def of(cls, event: Event) -> "EditEventForm":
        """The form as the event is now."""
        form = cls(formdata=None, **_columns(event), version=event.version)
        form.fill(event.when)
        form.repeats.data = repeating.understood(event.rule, event.starts.date())
        form.until.data = repeating.last_day(event.rule, event.zone)
        return form

    def keep_rule(self, event: Event) -> None:
        """A rule that came from elsewhere stays as it came."""
        self._kept = event.rule

    @property
    def rule(self) -> str:
        if self.repeats.data is Repeats.AS_IT_IS:
            return getattr(self, "_kept", "")
        return super().rule

    def validate_repeats(self, repeats: SelectField) -> None:
        if repeats.data is Repeats.AS_IT_IS and not getattr(self, "_kept", ""):
            raise ValidationError(gettext("It was not brought in: say how often."))

    def face(self, event: Event) -> None:
        """What is there now has been seen: sending the form again decides."""
        self.version.data, self.version.raw_data = event.version, [str(event.version)]


def _columns(event: Event) -> dict[str, Any]:
    cover = event.cover
    return {
        "title": event.title,
        "category": event.category,
        "text": event.text,
        "place": event.place,
        "call_url": event.call_url,
        "capacity": event.capacity,
        "guests": event.guests,
        "needs_approval": event.needs_approval,
        "asked": [one.space_id for one in event.invited],
        "tags": ", ".join(row.name for row in catalogue.tags_of("event", event.id)),
        "terms": [row.id for row in catalogue.terms_of("event", event.id)],
        "language": event.language,
        "cover": cover.key if cover else "",
        "cover_alt": cover.alt if cover else "",
    }
