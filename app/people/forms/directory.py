"""Whom one looks for."""

from typing import Any

from wtforms import SearchField, SelectField
from wtforms.validators import Length, NumberRange, Optional

from app.core.fields import line
from app.core.forms import Form, NumberField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.people.forms.account import unit_choices
from app.people.models import Role
from app.people.roles import WORDS


class DirectoryForm(Form):
    """Filters of an address: what makes no sense in one is left out, and everybody is shown."""

    class Meta(Form.Meta):
        csrf = False

    words = SearchField(_l("Name"), [Length(max=120)], name="q", filters=[line])
    unit_id = SelectField(
        _l("Unit"),
        name="unit",
        choices=lambda: {"": gettext("All of them")} | unit_choices(),
        coerce=lambda value: int(value) if value else None,
        default="",
    )
    role = SelectField(
        _l("Role"),
        choices=lambda: (
            {"": gettext("Everybody")} | {role.value: gettext(WORDS[role]) for role in Role}
        ),
        coerce=lambda value: Role(value) if value else None,
        default="",
    )
    after = NumberField("", [Optional(), NumberRange(min=1)])

    @property
    def wanted(self) -> dict[str, Any]:
        """Words, unit and role; what was not understood asks for nothing."""
        self.validate()
        return {
            "words": "" if self.words.errors else self.words.data,
            "unit_id": None if self.unit_id.errors else self.unit_id.data,
            "role": None if self.role.errors else self.role.data,
        }

    @property
    def beginning(self) -> int | None:
        self.validate()
        return None if self.after.errors else self.after.data
