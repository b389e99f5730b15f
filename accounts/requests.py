"""What a view knows of its request."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accounts.models import User


class Request(HttpRequest):
    """A request of somebody signed in (the view says so with `login_required`), perhaps made by htmx."""

    user: User
    htmx: HtmxDetails
