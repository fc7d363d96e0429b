"""What people fill in: who answers, and who asks."""

from app.survey.forms.answering import AnswerForm, WithdrawalForm, answer_form
from app.survey.forms.comparing import Difference, differences
from app.survey.forms.items import ItemChangeForm, NewItemForm, StepForm
from app.survey.forms.publication import PublicationForm
from app.survey.forms.waves import NewWaveForm, WaveForm

__all__ = [
    "AnswerForm",
    "Difference",
    "ItemChangeForm",
    "NewItemForm",
    "NewWaveForm",
    "PublicationForm",
    "StepForm",
    "WaveForm",
    "WithdrawalForm",
    "answer_form",
    "differences",
]
