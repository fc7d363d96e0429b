"""Answering, all on one page: a field for each item of a wave, and none that must be filled in."""

from typing import Any
from weakref import WeakKeyDictionary

from wtforms import Field, HiddenField, RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError
from wtforms.widgets import HiddenInput

from app.core.discretion import Discreet
from app.core.fields import line, words
from app.core.forms import Form, NumberField
from app.core.i18n import gettext, language
from app.core.i18n import lazy_gettext as _l
from app.survey import sealing
from app.survey.models import Item, ItemKind, Scale, Wave
from app.survey.models.ballot import LONGEST_REMARK
from app.survey.wording import said

PREFIX = "answer-"  # before an item's code: whatever HR calls one, it is no other field's name


class AnswerField(RadioField):
    """A number of the item's scale; or that it does not apply. Nothing: not answered."""

    def __init__(self, item: Item, **given: Any) -> None:
        scale = [str(one) for one in Scale.OF[item.kind]]
        super().__init__(
            said(item.asks),
            [Optional()],
            choices=[*scale, Scale.NOT_MINE] if item.may_not_apply else scale,
            invalid_choice_message=_l("Choose one of these, or none."),
            **given,
        )

    @property
    def given(self) -> int | str | None:
        """As it is sealed."""
        if not self.data:
            return None
        return self.data if self.data == Scale.NOT_MINE else int(self.data)


class AnswerForm(Discreet, Form):
    """Made for one wave by `answer_form`."""

    looked_through = ("remark",)
    items: tuple[Item, ...] = ()

    wave = NumberField(widget=HiddenInput())
    # Sent along from the start: whoever sends the form twice is known again, and told the same.
    # One that was made by hand gets another.
    code = HiddenField(
        default=sealing.new_code,
        filters=[lambda code: sealing.read_code(code or "") or sealing.new_code()],
    )
    remark = TextAreaField("", [Length(max=LONGEST_REMARK)], filters=[words], render_kw={"rows": 3})

    def of(self, item: Item) -> Field:
        """Where an item is answered."""
        return self["remark" if item.kind is ItemKind.REMARK else PREFIX + item.code]

    @property
    def answers(self) -> dict[str, Any]:
        """An item's code → what was answered; nothing of those that were not."""
        fields = {one.code: self.of(one) for one in self.items if one.kind in Scale.OF}
        return {code: one.given for code, one in fields.items() if one.given is not None}

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if not self.answers and not self.remark.data:
            self.form_errors = [gettext("Nothing is answered yet. One answer is enough.")]
        return not self.form_errors


class WithdrawalForm(Form):
    code = StringField(
        _l("Your code"),
        [InputRequired(_l("Write the code you were given with your result."))],
        filters=[line],
    )

    def validate_code(self, field: StringField) -> None:
        if not self.given:
            raise ValidationError(
                gettext("This is no code of ours: it has sixteen letters and digits.")
            )

    @property
    def given(self) -> str:
        """The code as it was given, however it is typed; nothing where it is none."""
        return sealing.read_code(self.code.data or "")


def answer_form(wave: Wave, **given: Any) -> AnswerForm:
    """What this wave asks. `given` goes to the form."""
    return _asking(wave)(data={"wave": wave.id}, **given)


def _asking(wave: Wave) -> type[AnswerForm]:
    """In the language that is spoken. Of a frozen wave it is made once, and kept with it."""
    if wave.is_draft:
        return _made(wave)
    made = _frozen.setdefault(wave, {})
    if language() not in made:
        made[language()] = _made(wave)
    return made[language()]


def _made(wave: Wave) -> type[AnswerForm]:
    fields = {PREFIX + one.code: AnswerField(one) for one in wave.items if one.kind in Scale.OF}
    return type("Asking", (AnswerForm,), {**fields, "items": tuple(wave.items)})


_frozen: WeakKeyDictionary[Wave, dict[str, type[AnswerForm]]] = WeakKeyDictionary()
