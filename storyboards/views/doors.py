"""The one way into this room: signed in, visible to the person, allowed by their role."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Generic, NamedTuple, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, resolve_url
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect

from accounts.models import Team
from accounts.requests import Request, Visit
from accounts.roles import Action
from accounts.tenancy import TeamQuerySet
from storyboards.editing import Gone
from storyboards.models import Element, Scene, Shot, Storyboard
from storyboards.views.answers import tell_gone

Row = TypeVar("Row", Storyboard, Scene, Shot, Element)
View = Callable[..., HttpResponseBase]


class Found(NamedTuple, Generic[Row]):
    """A row that the person may see, and whether they may change it."""

    row: Row
    may_edit: bool


def signed_in(view: View) -> View:
    """Let only signed-in people in; never put a sign-in page into a card; keep answers out of caches."""

    @wraps(view)
    def guarded(request: Visit, *args: object, **kwargs: object) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return show_the_door(request)
        try:
            response = view(request, *args, **kwargs)
        except Gone as gone:
            response = tell_gone(request, gone)
        add_never_cache_headers(response)
        patch_vary_headers(response, ["HX-Request"])
        return response

    return guarded


def show_the_door(request: Visit) -> HttpResponseBase:
    """Answer a visitor who is not signed in."""
    if request.htmx:
        return HttpResponseClientRedirect(resolve_url("account_login"))
    return redirect_to_login(request.get_full_path())


def _may_edit(request: Request, team: Team, action: Action, row: Any) -> bool:
    request.user.remember_role(team, row.role)
    part = request.user.membership(team)
    if not part.can(action):
        request.user.require(team, action)
    return part.can(Action.EDIT)


def _row(request: Request, rows: TeamQuerySet[Row], pk: int) -> Row:
    return get_object_or_404(rows.visible_to(request.user).with_role_of(request.user), pk=pk)


def find_storyboard(request: Request, pk: int, action: Action) -> Found[Storyboard]:
    """Return the storyboard; raise Http404 for a stranger, PermissionDenied for a role without `action`."""
    board = _row(request, Storyboard.objects.select_related("team"), pk)
    return Found(board, _may_edit(request, board.team, action, board))


def _scenes() -> TeamQuerySet[Scene]:
    return Scene.objects.live().select_related("storyboard__team", "location")


def find_scene(request: Request, pk: int, action: Action) -> Found[Scene]:
    """Return the live scene with its place, storyboard and team, on the same terms."""
    scene = _row(request, _scenes(), pk)
    return Found(scene, _may_edit(request, scene.storyboard.team, action, scene))


def find_scenes(request: Request, pk: int, others: Iterable[int], action: Action) -> tuple[list[Scene], bool]:
    """Return the scene, behind it those of `others` that stand on the same board, and whether they may be changed."""
    rows = _scenes().visible_to(request.user).with_role_of(request.user).filter(pk__in={pk, *others})
    found = {scene.pk: scene for scene in rows}
    if pk not in found:
        raise Http404
    first = found.pop(pk)
    beside = [scene for scene in found.values() if scene.storyboard_id == first.storyboard_id]
    return [first, *beside], _may_edit(request, first.storyboard.team, action, first)


def _shots() -> TeamQuerySet[Shot]:
    shots = Shot.objects.live().filter(scene__deleted_at=None)
    return shots.select_related("scene__storyboard__team", "scene__location", "panel")


def find_shot(request: Request, pk: int, action: Action) -> Found[Shot]:
    """Return the live shot with its scene, storyboard and team, on the same terms."""
    shot = _row(request, _shots(), pk)
    return Found(shot, _may_edit(request, shot.scene.storyboard.team, action, shot))


def find_shots(request: Request, pk: int, others: Iterable[int], action: Action) -> tuple[list[Shot], bool]:
    """Return the shot, behind it those of `others` that stand on the same board, and whether they may be changed."""
    rows = _shots().visible_to(request.user).with_role_of(request.user).filter(pk__in={pk, *others})
    found = {shot.pk: shot for shot in rows}
    if pk not in found:
        raise Http404
    first = found.pop(pk)
    board = first.scene.storyboard
    beside = [shot for shot in found.values() if shot.scene.storyboard_id == board.pk]
    return [first, *beside], _may_edit(request, board.team, action, first)


def find_element(request: Request, pk: int, action: Action, *, deleted: bool = False) -> Found[Element]:
    """Return the live element (or one in the trash) with its storyboard and team, on the same terms."""
    elements = Element.objects.filter(deleted_at__isnull=not deleted).select_related("storyboard__team")
    element = _row(request, elements, pk)
    return Found(element, _may_edit(request, element.storyboard.team, action, element))


def find_deleted_scene(request: Request, pk: int, action: Action) -> Found[Scene]:
    """Return the scene from the trash, on the same terms."""
    scene = _row(request, Scene.objects.exclude(deleted_at=None).select_related("storyboard__team"), pk)
    return Found(scene, _may_edit(request, scene.storyboard.team, action, scene))


def find_deleted_shot(request: Request, pk: int, action: Action) -> Found[Shot]:
    """Return the shot from the trash, on the same terms."""
    shot = _row(request, Shot.objects.exclude(deleted_at=None).select_related("scene__storyboard__team"), pk)
    return Found(shot, _may_edit(request, shot.scene.storyboard.team, action, shot))
