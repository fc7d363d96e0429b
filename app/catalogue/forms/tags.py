"""The field people write tags in, and the form that mends one."""

from collections.abc import Sequence
from typing import Any

from wtforms import StringField, ValidationError
from wtforms.validators import DataRequired, Length

from app.catalogue.models import LONGEST
from app.core.fields import line, slug
from app.core.forms import Form
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l

MOST = 10  # tags on one thing


class TagsField(StringField):
    """Words with commas between them. Once valid, `names` are the tags, each once."""

    names: list[str]

    def __init__(self, label: Any = None, validators: Sequence[Any] = (), **given: Any) -> None:
        super().__init__(label, validators, filters=[line], **given)

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        if validation_stopped or self.errors:
            return
        said = [name.strip().lstrip("#").strip() for name in (self.data or "").split(",")]
        self.names = list({slug(name) or name: name for name in said if name}.values())
        if len(self.names) > MOST:
            raise ValidationError(gettext("Up to %(n)s tags: leave out the least useful.", n=MOST))
        for name in self.names:
            if len(name) > LONGEST:
                short = name[:20] + "…"
                words = gettext("“%(tag)s” is too long: up to %(n)s letters.", tag=short, n=LONGEST)
                raise ValidationError(words)
            if not slug(name):
                raise ValidationError(gettext("“%(tag)s” needs a letter or a number.", tag=name))


class TagForm(Form):
    """Another spelling of one tag."""

    name = StringField(
        _l("Name"),
        [
            DataRequired(_l("Write a name.")),
            Length(max=LONGEST, message=_l("A tag has up to %(max)d letters.")),
        ],
        filters=[line],
    )

    def validate_name(self, name: StringField) -> None:
        if not slug(name.data or ""):
            raise ValidationError(_l("It needs a letter or a number."))
        if "," in (name.data or ""):
            raise ValidationError(_l("A comma divides tags: leave it out."))
