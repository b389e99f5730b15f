"""The doors that belong to no room: the landing page and the theme."""

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe
from django.views.defaults import bad_request

from soraease_web.context import THEMES

YEAR_SECONDS = 365 * 24 * 3600
FILM = "film/the-last-lamp.mp4"
POSTER = "film/the-last-lamp.webp"


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """Say what this is, with a film playing; whoever is signed in goes on to their storyboards."""
    if request.user.is_authenticated:
        return redirect("storyboards")
    return render(request, "landing.html", {"film_url": _static_url(FILM), "poster_url": _static_url(POSTER)})


def _static_url(name: str) -> str:
    """Return the address of a static file that a fork may leave out; nothing when it is not there."""
    return staticfiles_storage.url(name) if finders.find(name) else ""


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Remember the visitor's theme in a cookie and go back to where they were."""
    chosen = request.POST.get("theme", "")
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "landing"
    response = redirect(back)
    response.set_cookie(
        "theme",
        chosen if chosen in THEMES else "auto",
        max_age=YEAR_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def refuse(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that a form was not read; of one that was too large, how large it may be, and that its text is not lost."""
    if not isinstance(exception, RequestDataTooBig):
        return bad_request(request, exception)
    context = {"most": (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) // 1024**2}
    return render(request, "413.html", context, status=413)
