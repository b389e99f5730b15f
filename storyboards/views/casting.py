"""Who and what is in a shot, and where its scene is: from the inspector."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import trigger_client_event

from accounts.requests import Request
from accounts.roles import Action
from storyboards.editing import elements as deeds
from storyboards.elements.forms import NewElementForm
from storyboards.models import Shot
from storyboards.reading import read_shot
from storyboards.views.answers import SeeOther, board_url, is_scripted, number_or_none
from storyboards.views.doors import find_shot, signed_in
from storyboards.views.inspecting import inspected
from storyboards.vocabulary import ElementKind


@require_POST
@signed_in
def put_in(request: Request, pk: int) -> HttpResponse:
    """Put somebody or something new into the shot; a name that the bible knows is not made twice."""
    row = find_shot(request, pk, Action.EDIT).row
    form = NewElementForm(request.POST)
    if form.is_valid():
        deeds.put_in(row, by=request.user, **form.cleaned_data)
    return _answer(request, row, None if form.is_valid() else form)


@require_http_methods(["POST"])
@signed_in
def set_location(request: Request, pk: int) -> HttpResponse:
    """Say at which place of the bible the shot's scene is: one of them, a new one by its name, or none."""
    row = find_shot(request, pk, Action.EDIT).row
    places = row.scene.storyboard.elements.live().filter(kind=ElementKind.PLACE)
    name = " ".join(request.POST.get("name", "").split())[:100]
    key = number_or_none(request.POST.get("location"))
    place = get_object_or_404(places, pk=key) if key is not None else None
    deeds.set_location(row.scene, by=request.user, location=place, name=name)
    return _answer(request, row)


def _answer(request: Request, row: Shot, form: NewElementForm | None = None) -> HttpResponse:
    """Return the part of the inspector that shows cast and place, or lead a browser without scripts to the board."""
    status = 422 if form else 200
    if not is_scripted(request) and not form:
        return SeeOther(board_url(row.scene.storyboard_id, shot=row.pk))
    row.scene.refresh_from_db(fields=["location"])
    context: dict[str, Any] = {**inspected(read_shot(row), may_edit=True), "new_form": form}
    if not request.htmx:
        return render(request, "storyboards/inspector.html", context, status=status)
    response = render(request, "storyboards/inspector/cast.html", context, status=status)
    return trigger_client_event(response, "shot:saved", {"shot": row.pk})
