"""What is asked of whoever decides: each verdict has something of its own to say."""

from typing import Any

from wtforms import HiddenField, RadioField, SelectField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Length, NumberRange, Optional
from wtforms.widgets import HiddenInput

from app.catalogue import queries as catalogue
from app.catalogue.models import Kind, Term
from app.catalogue.speaking import name
from app.core.discretion import Discreet
from app.core.fields import line, words
from app.core.forms import YEARS, Form, NumberField
from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.ideas.models import LONGEST_QUESTION, LONGEST_WORDS, Decision, Idea, Verdict
from app.ideas.wording import VERDICTS

SAID = {
    Verdict.NEW: ("words",),
    Verdict.ANALYSE: ("area_id", "target", "words"),
    Verdict.IN_PROGRESS: ("area_id", "words"),
    Verdict.DONE: ("area_id", "result", "words"),
    Verdict.DECLINED: ("reason_id", "reconsider", "words"),
}
# Without these the verdict says nothing, or too little: the board asks before it moves a card.
ASKS = frozenset({Verdict.ANALYSE, Verdict.DONE, Verdict.DECLINED})


def _to_author(label: Any, rows: int = 3) -> TextAreaField:
    limit = Length(max=LONGEST_WORDS, message=_l("Up to %(max)d letters."))
    return TextAreaField(label, [limit], filters=[words], render_kw={"rows": rows})


class TermField(SelectField):
    """A term of one catalogue, or nothing. `data` is its number."""

    def __init__(self, label: Any, kind: Kind, nothing: Any, **given: Any) -> None:
        super().__init__(label, choices=[], coerce=_number, default=None, **given)
        self._kind, self._nothing = kind, nothing

    def offer(self, stands: Term | None) -> None:
        """What can be chosen, and what was before it was retired."""
        rows = [(row.id, str(name(row))) for row in catalogue.terms(self._kind)]
        if stands and stands.id not in dict(rows):
            rows.append((stands.id, str(name(stands))))
        self.choices = [("", str(self._nothing)), *((str(one), said) for one, said in rows)]

    def pre_validate(self, form: Any) -> None:
        """A catalogue may have been put in order while somebody wrote: what they wrote stays."""
        if self.data not in [self.coerce(value) for value, *_ in self.iter_choices()]:
            raise ValidationError(gettext("This cannot be chosen any more. Choose another one."))

    @property
    def chosen(self) -> str:
        said: dict[Any, str] = dict(self.choices or [])
        return said[str(self.data)] if self.data else ""


class DecisionForm(Discreet, Form):
    looked_through = ("words", "reconsider", "result")

    verdict = RadioField(
        _l("Where does it go?"),
        [InputRequired(_l("Choose one."))],
        coerce=Verdict,
        choices=lambda: [(verdict, gettext(said)) for verdict, said in VERDICTS.items()],
    )
    area_id = TermField(_l("Area"), Kind.AREAS, _l("No area"))
    target = NumberField(
        _l("In which year"),
        [
            Optional(),
            NumberRange(YEARS.start, YEARS.stop - 1, message=_l("Write a year like 2027.")),
        ],
    )
    result = _to_author(_l("What came of it"))
    reason_id = TermField(_l("Why not"), Kind.REASONS, _l("Choose a reason"))
    reconsider = _to_author(_l("What would make us change our minds"), rows=2)
    words = _to_author(_l("Words to its author"))
    version = NumberField(validators=[InputRequired()], widget=HiddenInput())
    board = HiddenField(filters=[line])  # the address of the board it was decided on, if it was

    @classmethod
    def of(cls, idea: Idea, verdict: Verdict | None = None, board: str | None = None) -> Any:
        """The form as the idea stands; or as it would, were this the verdict."""
        verdict = verdict or idea.verdict
        form = cls(
            formdata=None,
            data=_standing(idea, verdict)._asdict(),
            version=idea.version,
            board=board,
        )
        return form.about(idea)

    def about(self, idea: Idea) -> Any:
        """What stands is what is meant wherever this form, or a move without one, says nothing."""
        self._idea = idea
        self.area_id.offer(idea.area)
        self.reason_id.offer(idea.reason)
        return self

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        missing = {
            "reason_id": gettext("Choose a reason: its author reads it."),
            "result": gettext("Say what came of it: in a sentence is enough."),
        }
        if lacks := self.decision.lacks:
            self[lacks].errors = [missing[lacks]]
        return not lacks

    @property
    def decision(self) -> Decision:
        """Once the form is valid."""
        verdict = self.verdict.data
        said = _standing(self._idea, verdict)._asdict()
        said |= {one: self[one].data for one in SAID[verdict] if self[one].raw_data}
        return Decision(**said)

    def face(self, idea: Idea) -> None:
        """What stands now has been seen: sending the form again decides."""
        self.version.data, self.version.raw_data = idea.version, [str(idea.version)]


class QuestionForm(Discreet, Form):
    looked_through = ("question",)

    question = TextAreaField(
        _l("What is missing?"),
        [
            InputRequired(_l("Ask in one sentence: its author answers.")),
            Length(max=LONGEST_QUESTION, message=_l("Up to %(max)d letters.")),
        ],
        filters=[words],
        render_kw={"rows": 3},
    )


def _standing(idea: Idea, verdict: Verdict) -> Decision:
    """What this verdict says of the idea before anybody says more: whose area it is, it keeps."""
    if verdict is idea.verdict:
        return idea.decision
    area = idea.area_id if "area_id" in SAID[verdict] else None
    return Decision(verdict=verdict, area_id=area)


def _number(said: Any) -> int | None:
    return int(said) if said and str(said).isascii() and str(said).isdigit() else None
