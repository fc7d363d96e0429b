"""What people fill in about events, one file per noun."""

from app.events.forms.announcing import EditEventForm, EventForm, NewEventForm
from app.events.forms.answering import AnswerForm
from app.events.forms.attending import CodeForm
from app.events.forms.feedback import FeedbackForm
from app.events.forms.minutes import MinutesForm
from app.events.forms.moving import CancellationForm, MoveForm
from app.events.forms.photos import PhotoForm

__all__ = [
    "AnswerForm",
    "CancellationForm",
    "CodeForm",
    "EditEventForm",
    "EventForm",
    "FeedbackForm",
    "MinutesForm",
    "MoveForm",
    "NewEventForm",
    "PhotoForm",
]
