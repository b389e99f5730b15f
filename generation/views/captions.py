"""Captions as files: WebVTT for players, SRT for everything else."""

from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.requests import Request
from accounts.roles import Action
from generation import captions
from generation.captions import Cue
from storyboards.models import Film, Take
from storyboards.serving import clean_name

FORMS = {"vtt": ("text/vtt", captions.vtt), "srt": ("application/x-subrip", captions.srt)}


@login_required
@require_GET
def take_captions(request: Request, pk: int, form: str) -> HttpResponse:
    """Send what is said in a take, as `form` says; with ?download=1 as a file to keep."""
    takes = Take.objects.visible_to(request.user).select_related("asset", "shot__scene__storyboard__team")
    take = get_object_or_404(takes, pk=pk, deleted_at=None)
    board = take.shot.scene.storyboard
    request.user.require(board.team, Action.VIEW)
    return _file(request, captions.read(captions.of_take(take)), f"{board.title}, {take}", form)


@login_required
@require_GET
def film_captions(request: Request, pk: int, form: str) -> HttpResponse:
    """Send what is said in a film, as `form` says; with ?download=1 as a file to keep."""
    films = Film.objects.visible_to(request.user).select_related("storyboard__team")
    film = get_object_or_404(films, pk=pk, deleted_at=None)
    request.user.require(film.storyboard.team, Action.VIEW)
    return _file(request, captions.of_film(film), f"{film.storyboard.title}, {film}", form)


def _file(request: Request, cues: Sequence[Cue], name: str, form: str) -> HttpResponse:
    if form not in FORMS:
        raise Http404(_("Captions come as .vtt and as .srt."))
    mime, write = FORMS[form]
    kept = form != "vtt" or "download" in request.GET
    headers = {
        "Content-Disposition": content_disposition_header(kept, f"{clean_name(name)}.{form}") or "inline",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-cache",
    }
    return HttpResponse(write(cues), content_type=f"{mime}; charset=utf-8", headers=headers)
