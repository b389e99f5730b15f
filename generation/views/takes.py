"""The takes of a shot: play, compare, circle, cancel, throw away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.requests import Request
from accounts.roles import Action
from generation import cancelling, captions
from generation.backends import draws_here
from storyboards import editing
from storyboards.models import Shot, Take
from storyboards.views.doors import signed_in


@login_required
@require_GET
def take(request: Request, pk: int) -> HttpResponse:
    """Show one take: the picture, what was asked, what it cost, and every step on its way."""
    row = _take(request, pk, Action.VIEW)
    jobs = row.jobs.prefetch_related("steps")
    words = {"take": row, "jobs": jobs, "said": captions.of_take(row), "sketched": draws_here(row.backend)}
    return render(request, "generation/take.html", {**words, **_around(row.shot)})


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


@require_POST
@signed_in
def circle_take(request: Request, pk: int) -> HttpResponse:
    """Choose this take for the cut; circling the circled one takes the circle away."""
    row = _take(request, pk, Action.EDIT)
    if row.state != Take.State.DONE:
        messages.error(request, _("Only a finished take can be circled. Nothing was changed."))
    else:
        editing.circle_take(row, by=request.user)
    return _back(request, row.shot)


@login_required
@require_POST
def cancel_take(request: Request, pk: int) -> HttpResponse:
    """Stop a take that is in the works; its credits come back as soon as the backend has let go."""
    row = _take(request, pk, Action.SPEND)
    cancelling.cancel_take(row)
    return _back(request, row.shot)


@require_POST
@signed_in
def delete_take(request: Request, pk: int) -> HttpResponse:
    """Throw a take away; one that is still in the works is cancelled first."""
    row = _take(request, pk, Action.EDIT)
    if row.state == Take.State.WORKING:
        cancelling.cancel_take(row)
    editing.throw_away_take(row, by=request.user)
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


def _back(request: Request, shot: Shot) -> HttpResponse:
    if request.htmx:
        return compare_takes_fragment(request, shot)
    return redirect("compare_takes", pk=shot.pk)


def compare_takes_fragment(request: Request, shot: Shot) -> HttpResponse:
    """Return the strip of takes as it is now."""
    shot.refresh_from_db(fields=["circled_take"])
    takes = shot.takes.live().select_related("asset", "poster").prefetch_related("jobs")
    return render(request, "generation/shot_takes.html", {"takes": takes, **_around(shot)})
