"""Two switches that stand on many pages: one press, and back to where one was."""

from wtforms import SelectField

from app.core.forms import Form
from app.core.i18n import LANGUAGES
from app.people.forms.fields import NextField
from app.people.models import Theme


class LanguageForm(Form):
    language = SelectField(choices=list(LANGUAGES))
    next = NextField()


class ThemeForm(Form):
    theme = SelectField(choices=[theme.value for theme in Theme], coerce=str)
    next = NextField()
