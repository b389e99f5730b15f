"""The still picture that stands for a shot."""

from django.contrib.auth.decorators import login_required
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from accounts.requests import Request
from accounts.roles import Action
from generation import panels
from generation.sketch import SketchRefused
from storyboards.models import Shot


@login_required
@require_safe
def panel(request: Request, pk: int, key: str) -> HttpResponse:
    """Return the picture named `key`, drawn on the first request; a name that is out of date leads to today's."""
    shots = Shot.objects.visible_to(request.user).select_related("scene__storyboard__team").prefetch_related("cast")
    shot = get_object_or_404(shots, pk=pk, deleted_at=None)
    request.user.require(shot.scene.storyboard.team, Action.VIEW)
    current = panels.panel_key(shot)
    if key != current:
        return redirect("panel", pk=pk, key=current)
    try:
        name = panels.panel(shot)
    except SketchRefused as refusal:
        raise Http404(str(refusal)) from refusal
    with default_storage.open(name) as file:
        picture = file.read()
    return HttpResponse(
        picture,
        content_type="image/webp",
        headers={"Cache-Control": "private, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"},
    )
