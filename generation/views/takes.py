"""The takes of a shot: play, compare, circle, cancel, throw away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.requests import Request
from accounts.roles import Action
from generation import cancelling
from soraease_web import live
from storyboards.models import Edit, Shot, Take


@login_required
@require_GET
def take(request: Request, pk: int) -> HttpResponse:
    """Show one take: the picture, what was asked, what it cost, and every step on its way."""
    row = _take(request, pk, Action.VIEW)
    jobs = row.jobs.prefetch_related("steps")
    return render(request, "generation/take.html", {"take": row, "jobs": jobs, **_around(row.shot)})


@login_required
@require_GET
def compare_takes(request: Request, pk: int) -> HttpResponse:
    """Show the takes of a shot side by side; as a fragment, the strip in the inspector."""
    shots = Shot.objects.visible_to(request.user).select_related("scene__storyboard__team", "circled_take")
    shot = get_object_or_404(shots, pk=pk, deleted_at=None)
    request.user.require(shot.scene.storyboard.team, Action.VIEW)
    template = "generation/shot_takes.html" if request.htmx else "generation/compare.html"
    takes = shot.takes.live().select_related("asset", "poster").prefetch_related("jobs")
    return render(request, template, {"takes": takes, **_around(shot)})


@login_required
@require_POST
def circle_take(request: Request, pk: int) -> HttpResponse:
    """Choose this take for the cut; circling the circled one takes the circle away."""
    row = _take(request, pk, Action.EDIT)
    if row.state != Take.State.DONE:
        messages.error(request, _("Only a finished take can be circled. Nothing was changed."))
    else:
        _circle(row, request.user)
    return _back(request, row.shot)


@login_required
@require_POST
def cancel_take(request: Request, pk: int) -> HttpResponse:
    """Stop a take that is in the works; its credits come back as soon as the backend has let go."""
    row = _take(request, pk, Action.SPEND)
    cancelling.cancel_take(row)
    return _back(request, row.shot)


@login_required
@require_POST
def delete_take(request: Request, pk: int) -> HttpResponse:
    """Throw a take away; one that is still in the works is cancelled first."""
    row = _take(request, pk, Action.EDIT)
    if row.state == Take.State.WORKING:
        cancelling.cancel_take(row)
    _throw_away(row, request.user)
    return _back(request, row.shot)


def _take(request: Request, pk: int, action: Action) -> Take:
    takes = Take.objects.visible_to(request.user).select_related(
        "asset", "poster", "shot__circled_take", "shot__scene__storyboard__team"
    )
    row = get_object_or_404(takes, pk=pk, deleted_at=None)
    request.user.require(row.shot.scene.storyboard.team, action)
    return row


def _around(shot: Shot) -> dict:
    return {"shot": shot, "storyboard": shot.scene.storyboard}


@transaction.atomic
def _circle(row: Take, by) -> None:
    shot = Shot.objects.select_for_update().get(pk=row.shot_id)
    before = shot.circled_take_id
    shot.circled_take_id = None if before == row.pk else row.pk
    shot.save(update_fields=["circled_take"])
    _log(row, by, "circle", {"circled_take": before}, {"circled_take": shot.circled_take_id})


@transaction.atomic
def _throw_away(row: Take, by) -> None:
    Shot.objects.filter(pk=row.shot_id, circled_take=row).update(circled_take=None)
    Take.objects.filter(pk=row.pk).update(deleted_at=timezone.now())
    _log(row, by, "delete", {"take": row.pk, "number": row.number}, {})


def _log(row: Take, by, verb: str, before: dict, after: dict) -> None:
    board = row.shot.scene.storyboard
    Edit.objects.create(storyboard=board, by=by, verb=verb, noun="take", noun_pk=row.pk, before=before, after=after)
    live.announce(board.pk, "shot", row.shot_id, row.shot.version)


def _back(request: Request, shot: Shot) -> HttpResponse:
    if request.htmx:
        return compare_takes_fragment(request, shot)
    return redirect("compare_takes", pk=shot.pk)


def compare_takes_fragment(request: Request, shot: Shot) -> HttpResponse:
    """Return the strip of takes as it is now."""
    shot.refresh_from_db(fields=["circled_take"])
    takes = shot.takes.live().select_related("asset", "poster").prefetch_related("jobs")
    return render(request, "generation/shot_takes.html", {"takes": takes, **_around(shot)})
