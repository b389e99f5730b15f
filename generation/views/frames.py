"""Picking one frame of a take as the panel of its shot."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import Request
from accounts.roles import Action
from generation.frames import poster_frame, use_frame
from storyboards.models import Take
from storyboards.uploads import PictureRefused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_frame(request: Request, pk: int) -> HttpResponse:
    """Show the take to be stepped through, and make the frame that is chosen the panel."""
    takes = Take.objects.visible_to(request.user).select_related("mezzanine", "shot__scene__storyboard__team")
    take = get_object_or_404(takes, pk=pk, deleted_at=None, shot__deleted_at=None)
    request.user.require(take.shot.scene.storyboard.team, Action.EDIT)
    if request.method != "POST":
        return _page(request, take, poster_frame(take))
    frame = _number(request.POST.get("frame", ""))
    try:
        shot = use_frame(take, frame, by=request.user)
    except PictureRefused as refused:
        return _page(request, take, max(0, frame), refused=str(refused), status=422)
    return redirect(f"{reverse('storyboard', args=[shot.scene.storyboard_id])}?shot={shot.pk}#shot-{shot.pk}")


def _number(text: str) -> int:
    """Return the number of a frame, or one that no take has."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1


def _page(request: Request, take: Take, frame: int, *, refused: str = "", status: int = 200) -> HttpResponse:
    shot = take.shot
    title = _("A frame of take %s as panel") % take.number
    context = {"take": take, "shot": shot, "storyboard": shot.scene.storyboard, "title": title}
    context |= {"frame": frame, "refused": refused}
    if film := take.mezzanine:
        context |= {"last": film.frames - 1, "rate": "/".join(map(str, film.facts["rate"]))}
    return render(request, "generation/frame.html", context, status=status)
