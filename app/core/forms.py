"""What every form has in common: whose language its errors speak, and how long text is rendered."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import wtforms.i18n
from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from wtforms import (
    DateField,
    DateTimeLocalField,
    FileField,
    IntegerField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length, ValidationError

from app.core import completing
from app.core.db import HIGHEST
from app.core.fields import words
from app.core.i18n import LANGUAGES, N_, absolute, catalogue, gettext, language, local, time_zone
from app.core.markdown import LONGEST, Reason, Refused, Rendered, render

REASONS = {
    Reason.TOO_LONG: N_("This text is too long to be shown. Split it in two."),
    Reason.TOO_DEEP: N_("There are lists or quotes too deep inside one another. Make it flatter."),
    Reason.TOO_MANY_BRACKETS: N_("There are too many square brackets to make sense of them."),
    Reason.TOO_SLOW: N_("We couldn’t make sense of this text in time. Try simpler formatting."),
    Reason.BROKEN: N_("We couldn’t make sense of this text. Try simpler formatting."),
    Reason.BUSY: N_("Many people are writing right now. Send it again in a moment."),
}


A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
YEARS = range(2000, 2200)  # a day far from ours may have no moment at all


class Form(FlaskForm):
    """WTForms speaks Spanish, English and Portuguese; its Basque is in our own catalogue."""

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: Any) -> Any:
            spoken = language()
            return catalogue() if spoken == "eu" else _of_wtforms(spoken)

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """What a browser sends, and nothing else: no JSON, no file where words are meant."""
            if formdata is None or isinstance(formdata, MultiDict):
                return formdata
            files = {
                name: given
                for name, given in request.files.lists()
                if name in form and isinstance(form[name], FileField)
            }
            sent: Any = CombinedMultiDict([MultiDict[str, Any](files), request.form])
            return sent if form.is_submitted() and sent else None

    def validate(self, extra_validators: Any = None) -> bool:
        """A field of words that came twice is nobody's form: say so, and keep both."""
        for field in self:
            sent = field.raw_data or ()
            if isinstance(field, StringField) and len(sent) > 1:
                field.data = "\n\n".join(words(one) for one in sent)
                field.process_errors = [gettext("This came twice. Keep what you want to say once.")]
        return super().validate(extra_validators)


@cache
def _of_wtforms(language: str) -> Any:
    """Read once; Flask-WTF opens the file anew for each request that has a form."""
    return wtforms.i18n.get_translations([LANGUAGES[language][1], language])


class NumberField(IntegerField):
    """A whole number that a row of the database can have; a larger one is none."""

    data: int | None

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        super().process_formdata(valuelist)
        if self.data is not None and abs(self.data) > HIGHEST:
            self.data = None
            raise ValueError(self.gettext("Not a valid integer value."))


class MomentField(DateTimeLocalField):
    """A day and an hour on the clock of whoever types; `data` is the moment in UTC."""

    data: datetime | None

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        if not any(valuelist):
            return
        super().process_formdata(valuelist)
        try:
            self.data = self.data and absolute(self.data)
        except (OverflowError, ValueError) as nowhen:
            self.data = None
            raise ValueError(self.gettext("Not a valid datetime value.")) from nowhen

    def _value(self) -> str:
        if self.raw_data:
            return " ".join(str(one) for one in self.raw_data)
        return f"{local(self.data):%Y-%m-%dT%H:%M}" if self.data else ""


class MarkdownField(TextAreaField):
    """Long text in Markdown. Once valid, `rendered` is its HTML, made before any transaction."""

    rendered: Rendered

    def __init__(
        self,
        label: Any = None,
        validators: Sequence[Any] = (),
        longest: int = LONGEST,
        **given: Any,
    ) -> None:
        limit = Length(max=longest)
        super().__init__(label, [*validators, limit], filters=[words], **given)

    def __call__(self, **given: Any) -> Any:
        return super().__call__(**{**completing.attributes(), **given})

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        if validation_stopped or self.errors:
            return
        try:
            self.rendered = render(self.data or "")
        except Refused as refused:
            raise ValidationError(gettext(REASONS[refused.reason])) from refused


class DayField(DateField):
    """A day of the reader's calendar."""

    data: date | None

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = None
        if not valuelist or not valuelist[0].strip():
            return
        try:
            day = date.fromisoformat(valuelist[0].strip())
        except ValueError:
            day = date.min
        if day.year not in YEARS:
            raise ValueError(gettext("Write a day like 2026-03-02."))
        self.data = day

    def _value(self) -> str:
        """What was typed, else the day it is; a browser's calendar holds nothing that is not
        written like a day.
        """
        if not self.raw_data:
            return self.data.isoformat() if self.data else ""
        typed = self.raw_data[0].strip()
        return typed if A_DAY.fullmatch(typed) else ""


def midnight(day: date) -> datetime:
    """When it begins where the reader is, as the database counts."""
    begins = datetime.combine(day, time(), ZoneInfo(time_zone()))
    return begins.astimezone(UTC).replace(tzinfo=None)
