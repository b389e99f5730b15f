"""One-time sign-in links: what the embedded studio prints when it starts.

A link is signed, lives 15 minutes, and is bound to the person's last sign-in; the next sign-in, by this link or in any
other way, ends it. Opening it signs in at once, without a button, because it is opened from a terminal. That is why
only the embedded studio answers to it, where whoever sees the terminal owns the machine.
"""

from datetime import timedelta

from django.core import signing
from django.urls import reverse
from django.utils import timezone

from accounts.models import User

LIFE = timedelta(minutes=15)
SALT = "accounts.signin_link"


def make_link(user: User) -> str:
    """Return the path of a link that signs `user` in once."""
    # A copy of the user that has not seen the last sign-in would make a dead link.
    user.refresh_from_db(fields=["last_login"])
    return reverse("signin_link", args=[signing.dumps([user.pk, _last_login(user)], salt=SALT)])


def redeem(token: str) -> User | None:
    """Return the person whom `token` signs in, and end the link; None if it is forged, too old, or used."""
    try:
        pk, last_login = signing.loads(token, salt=SALT, max_age=LIFE)
    except signing.BadSignature:
        return None
    user = User.objects.filter(pk=pk, is_active=True).first()
    if user is None or _last_login(user) != last_login:
        return None
    # One winner, should two browsers open it at the same moment.
    won = User.objects.filter(pk=pk, last_login=user.last_login).update(last_login=timezone.now())
    return user if won else None


def _last_login(user: User) -> str:
    return user.last_login.isoformat() if user.last_login else ""
