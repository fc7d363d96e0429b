"""What people fill in about themselves, one file per page that asks."""

from app.people.forms.account import PictureForm, PreferencesForm, ProfileForm
from app.people.forms.addresses import AddressForm
from app.people.forms.directory import DirectoryForm
from app.people.forms.entrance import ConfirmationForm, FirstRunForm, ForgottenForm, SignInForm
from app.people.forms.passwords import FirstPasswordForm, NewPasswordForm, PasswordForm
from app.people.forms.switches import LanguageForm, ThemeForm

__all__ = [
    "AddressForm",
    "ConfirmationForm",
    "DirectoryForm",
    "FirstPasswordForm",
    "FirstRunForm",
    "ForgottenForm",
    "LanguageForm",
    "NewPasswordForm",
    "PasswordForm",
    "PictureForm",
    "PreferencesForm",
    "ProfileForm",
    "SignInForm",
    "ThemeForm",
]
