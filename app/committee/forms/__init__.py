"""What one fills in around a sitting."""

from app.committee.forms.agenda import AgendaForm
from app.committee.forms.closing import ClosingForm
from app.committee.forms.deciding import TableForm
from app.committee.forms.planning import SittingForm

__all__ = ["AgendaForm", "ClosingForm", "SittingForm", "TableForm"]
