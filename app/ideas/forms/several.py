"""The same for several ideas: whom, which tag, which area, or why not."""

from typing import Any

from sqlalchemy import Row
from wtforms import HiddenField, StringField, TextAreaField, ValidationError
from wtforms.validators import Length, Optional

from app.catalogue.forms import TagsField
from app.catalogue.models import Kind
from app.core.discretion import Discreet
from app.core.fields import folded, line, words
from app.core.forms import Form, NumberField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.core.once import OnceField
from app.ideas.forms.deciding import TermField
from app.ideas.forms.filling import TemplateField, words_to_each
from app.ideas.forms.group_deciding import SEEN, IdeasField
from app.ideas.models import LONGEST_WORDS, Decision, Doing, Verdict
from app.ideas.several import MOST, Deed
from app.people import queries as people

LONGEST_LOOKED_FOR = 120  # letters of a name
MOST_FOUND = 12  # people


class SeveralField(IdeasField):
    """Boxes to tick; that of a whole page says all of its ideas, with spaces between them."""

    def process_formdata(self, valuelist: list[str]) -> None:
        each = (SEEN.fullmatch(one) for said in valuelist for one in said[:4000].split())
        self.data = {int(one[1]): int(one[2]) for one in each if one and int(one[1])}

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if len(self.data) > MOST:
            raise ValidationError(gettext("Choose a hundred of them at most."))


class _Several(Form):
    """Each has a `deed`: what is done, once the form is valid."""

    ideas = SeveralField()
    once = OnceField()
    back = HiddenField(filters=[line])  # the address of the list it was chosen on


class PersonField(StringField):
    """Somebody by their name. Where it may be several people, `found` is who."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.found: list[Row] = []

    def settle(self, chosen: int | None) -> int:
        """Whose number it is; raises ValidationError where that is not certain."""
        typed = self.data or ""
        if not typed:
            raise ValidationError(gettext("Write a name, or a part of it."))
        self.found = list(people.directory(words=typed).rows[:MOST_FOUND])
        wanted = set(folded(typed).split())
        whole = [one for one in self.found if wanted == set(folded(one.name).split())]
        sure = [one for one in self.found if one.id == chosen] or whole or self.found
        if len(sure) == 1:
            return int(sure[0].id)
        if not self.found:
            raise ValidationError(gettext("Nobody goes by that name."))
        raise ValidationError(gettext("Choose who it is."))


class OwnerForm(_Several):
    person = PersonField(
        _l("Who carries them?"),
        [Length(max=LONGEST_LOOKED_FOR, message=_l("Up to %(max)d letters."))],
        filters=[line],
    )
    person_id = NumberField("", [Optional()])

    def validate_person(self, person: PersonField) -> None:
        self.person_id.data = person.settle(self.person_id.data)

    def deed(self) -> Deed:
        return Deed(Doing.OWNER, self.person_id.data)


class TagForm(_Several):
    tag = TagsField(_l("Tag"))

    def validate_tag(self, tag: TagsField) -> None:
        if not tag.data:
            raise ValidationError(gettext("Write a tag."))
        if "," in tag.data:
            raise ValidationError(gettext("One tag at a time, without commas."))

    def deed(self) -> Deed:
        return Deed(Doing.TAG, tag=self.tag.names[0])


class AreaForm(_Several):
    area_id = TermField(_l("Area"), Kind.AREAS, _l("Choose an area"))

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.area_id.offer(None)

    def validate_area_id(self, area: TermField) -> None:
        if area.data is None:
            raise ValidationError(gettext("Choose an area."))

    def deed(self) -> Deed:
        return Deed(Doing.AREA, self.area_id.data)


class DeclineForm(Discreet, _Several):
    looked_through = ("words", "reconsider")

    reason_id = TermField(_l("Why not"), Kind.REASONS, _l("Choose a reason"))
    reconsider = TextAreaField(
        _l("What would make us change our minds"),
        [Length(max=LONGEST_WORDS, message=_l("Up to %(max)d letters."))],
        filters=[words],
        render_kw={"rows": 2},
    )
    template = TemplateField(_l("Template"))
    words = TextAreaField(
        _l("Words to its author"),
        [Length(max=LONGEST_WORDS, message=_l("Up to %(max)d letters."))],
        filters=[words],
        render_kw={"rows": 4},
    )

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.reason_id.offer(None)

    def validate_reason_id(self, reason: TermField) -> None:
        if reason.data is None:
            raise ValidationError(gettext("Choose a reason: its author reads it."))

    def deed(self) -> Deed | None:
        """Nothing where a template makes the words too long for one of them."""
        said = words_to_each(list(self.ideas.data), self.template.chosen, self.words)
        if self.words.errors:
            return None
        decision = Decision(
            verdict=Verdict.DECLINED,
            reason_id=self.reason_id.data,
            reconsider=self.reconsider.data or "",
        )
        return Deed(Doing.DECLINE, self.reason_id.data, decision=decision, words=said)


SeveralForm = OwnerForm | TagForm | AreaForm | DeclineForm

FORMS: dict[Doing, type[SeveralForm]] = {
    Doing.OWNER: OwnerForm,
    Doing.TAG: TagForm,
    Doing.AREA: AreaForm,
    Doing.DECLINE: DeclineForm,
}
