"""What every form has in common: whose language its errors speak, and how long text is rendered."""

from collections.abc import Sequence
from typing import Any

import flask_babel
from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from wtforms import FileField, IntegerField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from app.core.db import HIGHEST
from app.core.fields import words
from app.core.i18n import N_, gettext, language
from app.core.markdown import LONGEST, Reason, Refused, Rendered, render

REASONS = {
    Reason.TOO_LONG: N_("This text is too long to be shown. Split it in two."),
    Reason.TOO_DEEP: N_("There are lists or quotes too deep inside one another. Make it flatter."),
    Reason.TOO_MANY_BRACKETS: N_("There are too many square brackets to make sense of them."),
    Reason.TOO_SLOW: N_("We couldn’t make sense of this text in time. Try simpler formatting."),
    Reason.BROKEN: N_("We couldn’t make sense of this text. Try simpler formatting."),
    Reason.BUSY: N_("Many people are writing right now. Send it again in a moment."),
}


class Form(FlaskForm):
    """WTForms speaks Spanish, English and Portuguese; its Basque is in our own catalogue."""

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: Any) -> Any:
            if language() == "eu":
                return flask_babel.get_translations()
            return super().get_translations(form)

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


class NumberField(IntegerField):
    """A whole number that a row of the database can have; a larger one is none."""

    data: int | None

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        super().process_formdata(valuelist)
        if self.data is not None and abs(self.data) > HIGHEST:
            self.data = None
            raise ValueError(self.gettext("Not a valid integer value."))


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

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        if validation_stopped or self.errors:
            return
        try:
            self.rendered = render(self.data or "")
        except Refused as refused:
            raise ValidationError(gettext(REASONS[refused.reason])) from refused
