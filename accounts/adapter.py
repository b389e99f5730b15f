"""How allauth meets our own people."""

from allauth.account.adapter import DefaultAccountAdapter
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest

from accounts.models import Team, User


class AccountAdapter(DefaultAccountAdapter):
    def clean_email(self, email: str) -> str:
        """Return the address in lower case, as it is kept."""
        return super().clean_email(email).lower()

    def save_user(self, request: HttpRequest, user: User, form: Form, commit: bool = True) -> User:
        """Return the new person with name and a team of one: both are made, or neither."""
        user.name = form.cleaned_data.get("name", "")
        with transaction.atomic():
            user = super().save_user(request, user, form, commit=commit)
            if commit:
                Team.objects.found(user)
        return user
