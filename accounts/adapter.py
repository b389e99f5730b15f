"""How allauth meets our own people."""

from allauth.account.adapter import DefaultAccountAdapter

from accounts.models import Team


class AccountAdapter(DefaultAccountAdapter):
    def save_user(self, request, user, form, commit=True):
        """Return the new person, who gets a team of one."""
        user = super().save_user(request, user, form, commit=commit)
        if commit:
            Team.objects.found(user)
        return user
