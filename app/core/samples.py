"""A form with one field of every kind, for the pattern page and for the tests of the macros."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length


class SampleForm(FlaskForm):
    title = StringField(_l("Title"), [InputRequired(_l("Give it a title.")), Length(max=120)])
    text = TextAreaField(_l("Text"), [InputRequired(_l("Write something."))])
    place = SelectField(_l("Where"), choices={"here": "Donostia", "there": "Porto"})
    open = BooleanField(_l("Others may answer"))
    when = RadioField(
        _l("When"),
        [InputRequired(_l("Choose one."))],
        choices={"now": "09:00", "later": "17:30"},
    )
    draft = HiddenField()

    @classmethod
    def refused(cls) -> "SampleForm":
        """One that came back empty-handed: every error in its place."""
        form = cls(formdata=None, prefix="refused-")
        form.title.errors = [_l("Give it a title.")]
        form.text.errors = [_l("Write something.")]
        form.when.errors = [_l("Choose one.")]
        return form
