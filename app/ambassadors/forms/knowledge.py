"""What an ambassador says that they know, and which unit they coach."""

from wtforms.validators import DataRequired

from app.ambassadors.forms.choosing import UnitField
from app.catalogue import queries as catalogue
from app.catalogue.forms import TagsField, TermsField
from app.catalogue.forms.choosing import Group
from app.catalogue.models import Kind
from app.core.forms import Form
from app.core.i18n import N_
from app.core.i18n import lazy_gettext as _l


class TouchpointsField(TermsField):
    """The touchpoints alone."""

    @property
    def groups(self) -> list[Group]:
        return [group for group in super().groups if group.kind is Kind.TOUCHPOINTS]


class KnowledgeForm(Form):
    tags = TagsField(_l("Topics"))
    terms = TouchpointsField(_l("Touchpoints"))

    @classmethod
    def of(cls, kind: str, number: int) -> "KnowledgeForm":
        """The form as it is now."""
        return cls(
            formdata=None,
            tags=", ".join(row.name for row in catalogue.tags_of(kind, number)),
            terms=[row.id for row in catalogue.terms_of(kind, number)],
        )


class UnitForm(Form):
    unit = UnitField(_l("One unit more"), N_("Choose one"), default="", validators=[DataRequired()])
