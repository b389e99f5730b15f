"""Asking for takes: of a shot, of a scene, of every shot that has none."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts.billing.credits import CreditsRefused, account
from accounts.requests import Request
from accounts.roles import Action
from generation.backends import aliases
from generation.backends.base import BackendError
from generation.breaker import troubles
from generation.forms import GenerateForm
from generation.options import backend_of
from generation.outlook import live_shots, without_takes
from generation.requesting import estimate, request_takes
from storyboards.models import Scene, Shot, Storyboard
from storyboards.views.doors import find_shot


@dataclass(frozen=True)
class Wish:
    """The shots that takes are asked of, and where the page stands."""

    storyboard: Storyboard
    shots: Sequence[Shot]
    title: str
    back: str
    shot: Shot | None = None
    chosen: bool = False


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def generate_shot(request: Request, pk: int) -> HttpResponse:
    """Ask for another take of one shot."""
    shot = find_shot(request, pk, Action.SPEND).row
    prefetch_related_objects([shot], "cast")
    board = shot.scene.storyboard
    back = f"{reverse('storyboard', args=[board.pk])}?shot={shot.pk}"
    return _ask(request, Wish(board, [shot], _("Generate this shot"), back, shot))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def generate_scene(request: Request, pk: int) -> HttpResponse:
    """Ask for takes of the shots of one scene that have none."""
    scenes = Scene.objects.visible_to(request.user).select_related("storyboard__team")
    scene = get_object_or_404(scenes, pk=pk, deleted_at=None)
    shots = without_takes(scene.storyboard).filter(scene=scene)
    back = f"{reverse('storyboard', args=[scene.storyboard_id])}#scene-{scene.pk}"
    return _ask(request, Wish(scene.storyboard, shots, _("Generate scene %s") % scene.slugline, back))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def generate_storyboard(request: Request, pk: int) -> HttpResponse:
    """Ask for takes of every shot that has none; or of those named by `shot`, another one each."""
    boards = Storyboard.objects.visible_to(request.user).select_related("team")
    board = get_object_or_404(boards, pk=pk)
    back = reverse("storyboard", args=[board.pk])
    if "shot" in request.GET or "shot" in request.POST:
        return _ask(request, Wish(board, _chosen(request, board), _("Generate the selected shots"), back, chosen=True))
    return _ask(request, Wish(board, without_takes(board), _("Generate all shots without a take"), back))


def _chosen(request: Request, board: Storyboard) -> Sequence[Shot]:
    named = request.POST.getlist("shot") or request.GET.getlist("shot")
    keys = [int(key) for key in named if key.isascii() and key.isdigit() and len(key) < 19]
    shots = live_shots(board).filter(pk__in=keys).order_by("scene__position", "scene__pk", "position", "pk")
    return shots.select_related("scene__storyboard__team").prefetch_related("cast")


@login_required
@require_safe
def board_actions(request: Request, pk: int) -> HttpResponse:
    """Return the verbs of the board's header as they stand now."""
    boards = Storyboard.objects.visible_to(request.user).select_related("team")
    board = get_object_or_404(boards, pk=pk)
    request.user.require(board.team, Action.VIEW)
    return render(request, "generation/board_actions.html", {"storyboard": board, "fresh": True})


def _ask(request: Request, wish: Wish) -> HttpResponse:
    request.user.require(wish.storyboard.team, Action.SPEND)
    meant = {"backend": backend_of(wish.shot)} if wish.shot else {}
    form = GenerateForm(request.POST if request.method == "POST" else None, initial=meant | request.GET.dict())
    if request.method == "POST" and form.is_valid() and _requested(request, wish, form):
        return _answer(request, wish)
    status = 422 if request.method == "POST" else 200
    return render(request, _template(request, wish), _words(wish, form), status=status)


def _requested(request: Request, wish: Wish, form: GenerateForm) -> bool:
    """Return whether the takes were made; what stands against it is said in the form."""
    try:
        own = wish.shot is None
        takes = request_takes(wish.shots, form.alias, request.user, key=form.cleaned_data["key"], own=own)
    except (CreditsRefused, BackendError) as refusal:
        form.add_error(None, str(refusal))
        return False
    if not request.htmx:
        said = ngettext("%d take is in the works.", "%d takes are in the works.", len(takes)) % len(takes)
        messages.success(request, said)
    return True


def _answer(request: Request, wish: Wish) -> HttpResponse:
    if request.htmx and wish.shot:
        fresh = GenerateForm(initial={"backend": backend_of(wish.shot)})
        return render(request, "generation/spend.html", {**_words(wish, fresh), "made": True})
    return redirect(wish.back)


def _template(request: Request, wish: Wish) -> str:
    return "generation/spend.html" if request.htmx and wish.shot else "generation/generate.html"


def _words(wish: Wish, form: GenerateForm) -> dict:
    return {
        "wish": wish,
        "shot": wish.shot,
        "storyboard": wish.storyboard,
        "form": form,
        # The part in the inspector, fetched after every save, does not show it.
        "account": SimpleLazyObject(lambda: account(wish.storyboard.team)),
        **priced(wish.shots, form.alias, own=wish.shot is None),
    }


def priced(shots: Sequence[Shot], alias: str, *, own: bool = False) -> dict:
    """Return the credits that takes of `shots` would hold, or the sentence why they cannot be asked of `alias`.

    And, for each of their backends that is degraded, a sentence that says so.
    """
    asked = {(own and shot.backend) or alias for shot in shots} & set(aliases())
    said = {"troubles": troubles(asked)}
    try:
        return {"credits": estimate(shots, alias, own=own), "unsupported": "", **said}
    except BackendError as refusal:
        return {"credits": 0, "unsupported": str(refusal), **said}
