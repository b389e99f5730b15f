"""The reference pictures of an element: bring some, put them in order, take one away."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests import Request
from accounts.roles import Action
from storyboards.editing import Refused
from storyboards.editing import portraits as deeds
from storyboards.models import Element
from storyboards.models.assets import AssetKind
from storyboards.uploads import PictureRefused, keep_picture, read_picture
from storyboards.views.answers import SeeOther, number_or_none
from storyboards.views.doors import find_element, signed_in
from storyboards.views.elements import element_url


def _back(row: Element) -> HttpResponse:
    return SeeOther(f"{element_url(row)}#pictures")


@require_POST
@signed_in
def add_pictures(request: Request, pk: int) -> HttpResponse:
    """Add the pictures that were sent along; what cannot be used is said, and the others are kept."""
    row = find_element(request, pk, Action.EDIT).row
    files = request.FILES.getlist("pictures")[: deeds.MOST_PICTURES]
    if not files:
        messages.error(request, _("Choose a picture first: PNG, JPEG or WebP."))
    assets = [asset for file in files if (asset := _kept(request, row, file)) is not None]
    try:
        deeds.add_pictures(row, by=request.user, assets=assets)
    except Refused as refused:
        messages.error(request, str(refused))
    return _back(row)


def _kept(request: Request, row: Element, file) -> int | None:
    try:
        return keep_picture(row.storyboard.team, AssetKind.REFERENCE, read_picture(file)).pk
    except PictureRefused as refused:
        messages.error(request, f"{file.name[:80]}: {refused}")
        return None


@require_POST
@signed_in
def move_picture(request: Request, pk: int) -> HttpResponse:
    """Move a picture to the left or right, or make it the portrait."""
    row = find_element(request, pk, Action.EDIT).row
    asset = number_or_none(request.POST.get("picture")) or 0
    deeds.move_picture(row, by=request.user, asset=asset, to=request.POST.get("to", ""))
    return _back(row)


@require_POST
@signed_in
def remove_picture(request: Request, pk: int) -> HttpResponse:
    """Take a picture away from the element."""
    row = find_element(request, pk, Action.EDIT).row
    deeds.remove_picture(row, by=request.user, asset=number_or_none(request.POST.get("picture")) or 0)
    return _back(row)
