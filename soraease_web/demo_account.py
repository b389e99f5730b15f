"""The demo account of a studio on one machine."""

from allauth.account.models import EmailAddress
from django.utils.translation import gettext as _

from accounts.models import User

EMAIL = "demo@soraease.local"


def demo_person() -> User:
    """Return the demo account, making it the first time: no password, only the links that the terminal prints."""
    person = User.objects.filter(email=EMAIL).first() or User.objects.create_user(EMAIL, name=_("Demo"))
    EmailAddress.objects.get_or_create(user=person, email=EMAIL, defaults={"verified": True, "primary": True})
    return person
