"""What people fill in about ideas, one file per noun."""

from app.ideas.forms.answering import CompletionForm, ReopeningForm
from app.ideas.forms.deciding import DecisionForm, QuestionForm
from app.ideas.forms.group_deciding import GroupDecisionForm
from app.ideas.forms.groups import GroupForm
from app.ideas.forms.merging import IntoForm
from app.ideas.forms.proposing import EditIdeaForm, IdeaForm, NewIdeaForm
from app.ideas.forms.templates import NewTemplateForm, TemplateChangeForm
from app.ideas.forms.views import NewViewForm, ViewChangeForm
from app.ideas.forms.working import AnswerForm, EvaluationForm, NoteForm, ScoreForm, TargetForm

__all__ = [
    "AnswerForm",
    "CompletionForm",
    "DecisionForm",
    "EditIdeaForm",
    "EvaluationForm",
    "GroupDecisionForm",
    "GroupForm",
    "IdeaForm",
    "IntoForm",
    "NewIdeaForm",
    "NewTemplateForm",
    "NewViewForm",
    "NoteForm",
    "QuestionForm",
    "ReopeningForm",
    "ScoreForm",
    "TargetForm",
    "TemplateChangeForm",
    "ViewChangeForm",
]
