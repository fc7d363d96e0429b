"""One decision for several ideas."""

import re
from typing import Any

from wtforms import Field, ValidationError

from app.core.i18n import gettext
from app.core.i18n import lazy_gettext as _l
from app.ideas.forms.deciding import SAID, DecisionForm
from app.ideas.forms.filling import TemplateField, words_to_each
from app.ideas.models import Decision

SEEN = re.compile(r"([0-9]{1,9}):([0-9]{1,9})")
MOST = 100  # ideas at once


class IdeasField(Field):
    """Boxes to tick: the number of each idea with the version that was on screen."""

    data: dict[int, int]

    def process_data(self, value: Any) -> None:
        self.data = dict(value or {})

    def process_formdata(self, valuelist: list[str]) -> None:
        found = (SEEN.fullmatch(said) for said in valuelist[:MOST])
        self.data = {int(one[1]): int(one[2]) for one in found if one}

    def pre_validate(self, form: Any) -> None:
        if not self.data:
            raise ValidationError(gettext("Choose for which ideas."))


class GroupDecisionForm(DecisionForm):
    version: Any = None  # each idea has its own
    board = None
    ideas = IdeasField()
    template = TemplateField(_l("Template"))

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.area_id.offer(None)
        self.reason_id.offer(None)

    @property
    def decision(self) -> Decision:
        """Once the form is valid: nothing is kept of what stood, for it differs."""
        verdict = self.verdict.data
        said = {one: self[one].data for one in SAID[verdict] if self[one].data}
        return Decision(verdict=verdict, **said)

    def words_to_each(self) -> dict[int, str] | None:
        """What each author is told, once the form is valid; nothing where it is too long."""
        said = words_to_each(list(self.ideas.data), self.template.chosen, self.words)
        return None if self.words.errors else said
