"""What one fills in about ambassadors."""

from app.ambassadors.forms.directory import DirectoryForm
from app.ambassadors.forms.helping import AnswerForm, HelpForm
from app.ambassadors.forms.knowledge import KnowledgeForm, UnitForm
from app.ambassadors.forms.naming import (
    FarewellForm,
    NamingForm,
    NominationForm,
    RefusalForm,
    RenewalForm,
)

__all__ = [
    "AnswerForm",
    "DirectoryForm",
    "FarewellForm",
    "HelpForm",
    "KnowledgeForm",
    "NamingForm",
    "NominationForm",
    "RefusalForm",
    "RenewalForm",
    "UnitForm",
]
