"""How a deed is answered: a page goes on to the board; a fragment's page is told what changed and fetches that."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django_htmx.http import trigger_client_event

from accounts.requests import Request, Visit
from storyboards.editing import Gone
from storyboards.models import Shot


class SeeOther(HttpResponseRedirect):
    """After a POST, go on by GET: reloading does not do the deed twice."""

    status_code = 303


def number_or_none(text: str | None) -> int | None:
    """Return a whole number that a page sent along, or None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None


def is_scripted(request: Visit) -> bool:
    """Return whether a script asked, and not a navigation of the browser."""
    return bool(request.htmx) or request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"


def board_url(storyboard_pk: int, *, shot: int | None = None, scene: int | None = None) -> str:
    """Return the address of the board, at a shot or a scene if one is named."""
    url = reverse("storyboard", args=[storyboard_pk])
    if shot is not None:
        return f"{url}?shot={shot}#shot-{shot}"
    return f"{url}#scene-{scene}" if scene is not None else url


def shot_changed(request: Request, shot: Shot, *, scenes: Iterable[int], select: bool = True) -> HttpResponse:
    """Answer a deed that changed which shots stand where; `scenes` are those that look different now."""
    board_pk = shot.scene.storyboard_id
    if not is_scripted(request):
        return SeeOther(board_url(board_pk, shot=shot.pk) if select else board_url(board_pk, scene=shot.scene_id))
    event = {"scenes": sorted(set(scenes)), **({"shot": shot.pk} if select else {})}
    return trigger_client_event(HttpResponse(status=204), "board:changed", event)


def board_changed(request: Request, storyboard_pk: int, *, scene: int | None = None) -> HttpResponse:
    """Answer a deed after which every scene may have another number."""
    if not is_scripted(request):
        return SeeOther(board_url(storyboard_pk, scene=scene))
    return trigger_client_event(HttpResponse(status=204), "board:changed", {"storyboard": storyboard_pk})


def tell_gone(request: Visit, gone: Gone) -> HttpResponse:
    """Answer a deed on something that is no longer there: nothing was changed, and the person is told."""
    if not is_scripted(request):
        messages.error(request, str(gone))
        return SeeOther(board_url(gone.storyboard_pk))
    response = HttpResponse(str(gone), status=409, content_type="text/plain; charset=utf-8")
    return trigger_client_event(response, "toast", {"text": str(gone), "kind": "failed"})
