"""What the sketch engine reads in a shot, in sentences: so that nobody wonders why a picture shows what it shows."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import Request
from accounts.roles import Action
from generation import sketch
from generation.backends.sketch import sketch_request
from generation.prompting import compose
from storyboards.models import Shot
from storyboards.views.doors import find_shot, signed_in


@require_safe
@signed_in
def understood(request: Request, pk: int) -> HttpResponse:
    """Return what is understood of the shot as it is now, and what is not."""
    shot = find_shot(request, pk, Action.VIEW).row
    seen = _read(shot)
    told, missed = seen.sentences(), seen.missing()
    context = {
        "shot": shot,
        "storyboard": shot.scene.storyboard,
        "told": told[: len(told) - len(missed)],
        "missed": missed,
    }
    return render(request, f"generation/understood.html{'#words' if request.htmx else ''}", context)


def _read(shot: Shot) -> sketch.Understood:
    return sketch.understand(sketch_request(compose(shot, seed=0, slate="")))
