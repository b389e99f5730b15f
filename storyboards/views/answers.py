"""How a deed is answered: a page goes on to the board; a fragment's page is told what changed and fetches that."""

from collections.abc import Iterable
from urllib.parse import urlsplit, urlunsplit

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django_htmx.http import trigger_client_event

from accounts.requests import Request, Visit
from storyboards.editing import Gone, Refused
from storyboards.models import Shot

# A page that asks for more parts at once is answered with so many of them.
MOST_TOGETHER = 30


class SeeOther(HttpResponseRedirect):
    """After a POST, go on by GET: reloading does not do the deed twice."""

    status_code = 303


def number_or_none(text: str | None) -> int | None:
    """Return a whole number that a page sent along, or None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None


def keys_asked_with(request: Request) -> set[int]:
    """Return the keys of what a page asks for beside the first, in one go."""
    asked = map(number_or_none, request.GET.getlist("with")[:MOST_TOGETHER])
    return {key for key in asked if key is not None}


def is_scripted(request: Visit) -> bool:
    """Return whether a script asked, and not a navigation of the browser."""
    return bool(request.htmx) or request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"


def board_url(storyboard_pk: int, *, shot: int | None = None, scene: int | None = None) -> str:
    """Return the address of the board, at a shot or a scene if one is named."""
    url = reverse("storyboard", args=[storyboard_pk])
    if shot is not None:
        return f"{url}?shot={shot}#shot-{shot}"
    return f"{url}#scene-{scene}" if scene is not None else url


def view_url(request: Visit, storyboard_pk: int, *, shot: int | None = None, scene: int | None = None) -> str:
    """Return the same in the view of the board that the form was sent from: it names its own address as `back`."""
    sent = urlsplit(request.POST.get("back", ""))
    others = [reverse(name, args=[storyboard_pk]) for name in ("shot_list", "timeline")]
    if sent.scheme or sent.netloc or sent.path not in others:
        return board_url(storyboard_pk, shot=shot, scene=scene)
    part = f"shot-{shot}" if shot is not None else f"scene-{scene}" if scene is not None else ""
    return urlunsplit(("", "", sent.path, sent.query, part))


def shot_changed(
    request: Request, shot: Shot, *, scenes: Iterable[int], select: bool = True, said: str = ""
) -> HttpResponse:
    """Answer a deed that changed which shots stand where; `scenes` are those that look different now.

    `said` is for those who listen: it tells what a look at the board would.
    """
    board_pk = shot.scene.storyboard_id
    if not is_scripted(request):
        place = {"shot": shot.pk} if select else {"scene": shot.scene_id}
        return SeeOther(view_url(request, board_pk, **place))
    event = {"scenes": sorted(set(scenes)), **({"shot": shot.pk} if select else {})}
    response = trigger_client_event(HttpResponse(status=204), "board:changed", event)
    return trigger_client_event(response, "announce", {"text": said}) if said else response


def board_changed(request: Request, storyboard_pk: int, *, scene: int | None = None) -> HttpResponse:
    """Answer a deed after which every scene may have another number."""
    if not is_scripted(request):
        return SeeOther(view_url(request, storyboard_pk, scene=scene))
    return trigger_client_event(HttpResponse(status=204), "board:changed", {"storyboard": storyboard_pk})


def parts_changed(
    request: Request, storyboard_pk: int, parts: Iterable[tuple[str, int]], *, text: str = ""
) -> HttpResponse:
    """Answer a deed on many rows: `parts` are those that look different now, and `text` says what was done."""
    keys = _by_kind(parts)
    if not is_scripted(request):
        if text:
            messages.success(request, text)
        return SeeOther(view_url(request, storyboard_pk, shot=min(keys.get("shot", {0})) or None))
    event: dict[str, object] = {"scenes": _scenes_of(keys)}
    if beyond := keys.keys() - {"scene", "shot"}:
        event |= {"storyboard": storyboard_pk, "everything": beyond != {"outline"}}
    event["shots"] = sorted(keys.get("shot", ()))
    response = trigger_client_event(HttpResponse(status=204), "board:changed", event)
    return trigger_client_event(response, "toast", {"text": text}) if text else response


def _by_kind(parts: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    keys: dict[str, set[int]] = {}
    for kind, pk in parts:
        keys.setdefault(kind, set()).add(pk)
    return keys


def _scenes_of(keys: dict[str, set[int]]) -> list[int]:
    shots = Shot.objects.filter(pk__in=keys.get("shot", ())).order_by()
    return sorted({*keys.get("scene", ()), *shots.values_list("scene", flat=True)})


def with_undo(request: Request, response: HttpResponse, storyboard_pk: int, text: str) -> HttpResponse:
    """Say what was done, beside a button that takes it back."""
    if not is_scripted(request):
        messages.success(request, text)
        return response
    return trigger_client_event(response, "toast", {"text": text, "undo": reverse("undo", args=[storyboard_pk])})


def tell_refused(request: Visit, storyboard_pk: int, refused: Refused) -> HttpResponse:
    """Answer a deed that cannot be done as it was asked: nothing was changed, and the person is told why."""
    if not is_scripted(request):
        messages.error(request, str(refused))
        return SeeOther(view_url(request, storyboard_pk))
    response = HttpResponse(str(refused), status=422, content_type="text/plain; charset=utf-8")
    return trigger_client_event(response, "toast", {"text": str(refused), "kind": "failed"})


def tell_gone(request: Visit, gone: Gone) -> HttpResponse:
    """Answer a deed on something that is no longer there: nothing was changed, and the person is told."""
    if not is_scripted(request):
        messages.error(request, str(gone))
        return SeeOther(view_url(request, gone.storyboard_pk))
    response = HttpResponse(str(gone), status=409, content_type="text/plain; charset=utf-8")
    return trigger_client_event(response, "toast", {"text": str(gone), "kind": "failed"})
