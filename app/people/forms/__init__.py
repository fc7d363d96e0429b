"""What people fill in about themselves, one file per page that asks."""

from app.people.forms.account import PictureForm, PreferencesForm, ProfileForm
from app.people.forms.directory import DirectoryForm
from app.people.forms.entrance import ConfirmationForm, FirstRunForm, SignInForm
from app.people.forms.passwords import PasswordForm
from app.people.forms.switches import LanguageForm, ThemeForm

__all__ = [
    "ConfirmationForm",
    "DirectoryForm",
    "FirstRunForm",
    "LanguageForm",
    "PasswordForm",
    "PictureForm",
    "PreferencesForm",
    "ProfileForm",
    "SignInForm",
    "ThemeForm",
]
