"""What an idea is merged into."""

from wtforms.validators import InputRequired, NumberRange
from wtforms.widgets import HiddenInput

from app.core.forms import Form, NumberField


class IntoForm(Form):
    to = NumberField("", [InputRequired(), NumberRange(min=1)], widget=HiddenInput())
