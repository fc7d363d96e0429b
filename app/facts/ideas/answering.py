"""What can happen to the templates of answers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.i18n import N_
from app.facts import Fact

if TYPE_CHECKING:
    from app.ideas.models import AnswerTemplate


@dataclass(frozen=True, kw_only=True)
class AnswerTemplateWritten(Fact):
    says = N_("%(actor)s wrote a template of answers: %(title)s")
    says_you = N_("You wrote a template of answers: %(title)s")
    audited = True
    news = False

    template: "AnswerTemplate"


@dataclass(frozen=True, kw_only=True)
class AnswerTemplateChanged(Fact):
    says = N_("%(actor)s changed the template of answers %(title)s")
    says_you = N_("You changed the template of answers %(title)s")
    audited = True
    news = False

    template: "AnswerTemplate"


@dataclass(frozen=True, kw_only=True)
class AnswerTemplateRetired(Fact):
    says = N_("%(actor)s retired the template of answers %(title)s")
    says_you = N_("You retired the template of answers %(title)s")
    audited = True
    news = False

    template: "AnswerTemplate"


@dataclass(frozen=True, kw_only=True)
class AnswerTemplateTakenUp(Fact):
    says = N_("%(actor)s took up the template of answers %(title)s again")
    says_you = N_("You took up the template of answers %(title)s again")
    audited = True
    news = False
    undoes = AnswerTemplateRetired

    template: "AnswerTemplate"
