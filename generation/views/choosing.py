"""The backend of a shot, what it is told besides, and what it will be sent."""

import json
import uuid
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from accounts.requests import Request
from accounts.roles import Action
from generation.backends import get_backend
from generation.backends.base import BackendError
from generation.forms import GenerateForm
from generation.options import BackendForm, backend_of
from generation.requesting import Wish, wish_for
from storyboards.models import Shot
from storyboards.shot_form import read_json
from storyboards.views.answers import SeeOther, board_url
from storyboards.views.doors import find_shot, signed_in
from storyboards.views.inspecting import as_json
from storyboards.views.inspector import keep


@require_POST
@signed_in
def choose_backend(request: Request, pk: int) -> HttpResponse:
    """Give the shot a backend of its own, and say what that one is told besides."""
    shot = find_shot(request, pk, Action.EDIT).row
    before = backend_of(shot)
    form = BackendForm(request.POST, shot=shot)
    if not form.is_valid():
        return _answer(request, form, status=422)
    theirs = read_json(request.POST.get("theirs", "")) if request.POST.get("settle") else {}
    wanted = {} if request.POST.get("settle") == "theirs" else form.values
    seen = read_json(form.cleaned_data["seen"]) | theirs
    clashes = keep(shot, by=request.user, wanted=wanted, seen=seen)
    kept = Shot.objects.get(pk=pk)
    said = {**seen, **{field: value for field, value in wanted.items() if field not in clashes}}
    context: dict[str, Any] = {
        "seen": as_json(said),
        "clashes": clashes,
        "theirs": as_json(_theirs(clashes)),
        "now": kept.backend,
    }
    context |= {"saved_at": None if clashes else timezone.now(), "fresh": backend_of(kept) != before or bool(theirs)}
    return _answer(request, form if clashes else BackendForm(shot=kept), status=409 if clashes else 200, **context)


def _theirs(clashes: dict[str, Any]) -> dict[str, Any]:
    return {field: clash.theirs for field, clash in clashes.items()}


def _answer(request: Request, form: BackendForm, *, status: int, **context: Any) -> HttpResponse:
    board = form.shot.scene.storyboard
    if not request.htmx and status == 200:
        return SeeOther(board_url(board.pk, shot=form.shot.pk))
    words = {"form": form, "shot": form.shot, "storyboard": board, "seen": request.POST.get("seen", ""), **context}
    template = "generation/backend_saved.html" if request.htmx else "generation/backend_page.html"
    response = render(request, template, words, status=status)
    reload = {"reload": True} if request.POST.get("settle") == "theirs" else {}
    return trigger_client_event(response, "shot:saved", {"shot": form.shot.pk, **reload}) if status == 200 else response


@login_required
@require_safe
def sent(request: Request, pk: int) -> HttpResponse:
    """Return what the backend would be sent if one asked for a take now: in words, and as data."""
    shots = Shot.objects.visible_to(request.user).select_related("scene__storyboard__team", "scene__location")
    shot = get_object_or_404(shots.prefetch_related("cast"), pk=pk, deleted_at=None, scene__deleted_at=None)
    request.user.require(shot.scene.storyboard.team, Action.SPEND)
    form = GenerateForm(initial={"backend": backend_of(shot)} | request.GET.dict())
    context = {"shot": shot, "storyboard": shot.scene.storyboard, **_told(shot, form.alias, _key(form))}
    return render(request, "generation/sent.html#words" if request.htmx else "generation/sent.html", context)


def _key(form: GenerateForm) -> uuid.UUID:
    """Return the key with which the page would ask: seeds are derived from it, so they are shown as they will be."""
    try:
        return uuid.UUID(str(form.initial.get("key")))
    except ValueError:
        return uuid.uuid4()


def _told(shot: Shot, alias: str, key: uuid.UUID) -> dict[str, Any]:
    try:
        wish = wish_for(shot, alias, key)
    except BackendError as refusal:
        return {"unsupported": str(refusal)}
    return {
        "wish": wish,
        "label": get_backend(alias).label,
        "parts": [_part(wish, index) for index in range(len(wish.parts))],
    }


def _part(wish: Wish, index: int) -> dict[str, Any]:
    part = wish.parts[index]
    asked = get_backend(wish.alias).capabilities.asked_seconds(part)
    data = json.dumps(part.to_json(), ensure_ascii=False, indent=2)
    return {"request": part, "seconds": f"{float(asked):g}", "price": wish.prices[index], "data": data}
