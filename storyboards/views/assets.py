"""Stored files."""

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from accounts.requests import Visit
from accounts.roles import Action
from storyboards.models import Asset
from storyboards.serving import serve_asset
from storyboards.views.doors import show_the_door


@require_safe
def asset(request: Visit, pk: int) -> HttpResponseBase:
    """Return the file, or a part of it; with `download=1` to be kept under a name that says what it is."""
    if not request.user.is_authenticated:
        return show_the_door(request)
    row = get_object_or_404(Asset.objects.visible_to(request.user).select_related("team"), pk=pk)
    request.user.require(row.team, Action.VIEW)
    return serve_asset(request, row, download=request.GET.get("download") == "1")
