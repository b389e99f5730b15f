"""What a view knows of its request."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accounts.models import User


class Visit(HttpRequest):
    """A request of anybody, perhaps made by htmx."""

    htmx: HtmxDetails


class Request(Visit):
    """A request of somebody signed in: the view's decorator has seen to that."""

    user: User
