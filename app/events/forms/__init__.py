"""What people fill in about events, one file per noun."""

from app.events.forms.announcing import EditEventForm, EventForm, NewEventForm
from app.events.forms.answering import AnswerForm
from app.events.forms.moving import CancellationForm, MoveForm

__all__ = [
    "AnswerForm",
    "CancellationForm",
    "EditEventForm",
    "EventForm",
    "MoveForm",
    "NewEventForm",
]
