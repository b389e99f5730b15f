"""What people tell about themselves."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User


def _name_field() -> forms.CharField:
    return forms.CharField(label=_("Your name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"}))


class SignupForm(forms.Form):
    """What sign-up asks beyond e-mail and password; the adapter keeps it, together with the person."""

    name = _name_field()

    def signup(self, request: HttpRequest, user: User) -> None:
        """Do nothing more: allauth wants this method to be here."""


class ProfileForm(forms.ModelForm):
    """What others see of a person."""

    name = _name_field()

    class Meta:
        model = User
        fields = ("name",)
