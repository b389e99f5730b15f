"""The animatic: what is said in each shot, for the captions under the timeline's monitor."""

from django.http import HttpResponseBase, JsonResponse
from django.views.decorators.http import require_safe

from accounts.requests import Request
from accounts.roles import Action
from generation import animatic
from storyboards.views.doors import find_storyboard, signed_in


@require_safe
@signed_in
def animatic_captions(request: Request, pk: int) -> HttpResponseBase:
    """Return the cues of every shot by its key, in milliseconds from the shot's first frame."""
    storyboard = find_storyboard(request, pk, Action.VIEW).row
    return JsonResponse({"shots": animatic.cues_of(storyboard)})
