"""What people fill in about initiatives, one file per noun."""

from app.initiatives.forms.logging import EditForm, LogForm
from app.initiatives.forms.reviewing import BulkReviewForm, ReviewForm
from app.initiatives.forms.working import ChangeForm, MilestoneForm, UpdateForm

__all__ = [
    "BulkReviewForm",
    "ChangeForm",
    "EditForm",
    "LogForm",
    "MilestoneForm",
    "ReviewForm",
    "UpdateForm",
]
