"""A form for every setting, made from how it is declared."""

from typing import Any

from wtforms import BooleanField, Field, RadioField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from app.core.fields import line
from app.core.forms import Form, NumberField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.core.settings import LONGEST, Declared


def setting_form(setting: Declared, **given: Any) -> Any:
    """Its one field is called `value`; the name of the setting stands before it."""

    class SettingForm(Form):
        value = _field(setting)
        version = NumberField("", [InputRequired()], widget=HiddenInput())

    return SettingForm(prefix=f"{setting.name}-", **given)


def _field(setting: Declared) -> Field:
    words = gettext(setting.words)
    if setting.choices:
        choices = {code: gettext(words) for code, words in setting.choices.items()}
        return RadioField(words, choices=choices)
    if setting.type is bool:
        return BooleanField(words, false_values=("", "0", "false"))
    if setting.type is int:
        bounds = NumberRange(setting.least, setting.most, message=_bounds(setting))
        return NumberField(words, [InputRequired(_l("Write a whole number.")), bounds])
    size = Length(setting.least or -1, setting.most or LONGEST)
    return StringField(words, [size] if setting.least else [Optional(), size], filters=[line])


def _bounds(setting: Declared) -> str | None:
    if setting.least is None or setting.most is None:
        return None
    return gettext(
        "Write a whole number from %(least)s to %(most)s.", least=setting.least, most=setting.most
    )
