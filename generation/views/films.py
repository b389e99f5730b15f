"""Films: make one from the circled takes, watch it, keep it, throw it away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.requests import Request
from accounts.roles import Action
from generation import captions
from generation import films as cutting_room
from generation.forms import FilmForm
from storyboards.models import Film, Storyboard


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def films(request: Request, pk: int) -> HttpResponse:
    """Show the versions of the film, and make the next one."""
    board = get_object_or_404(Storyboard.objects.visible_to(request.user).select_related("team"), pk=pk)
    request.user.require(board.team, Action.EDIT if request.method == "POST" else Action.VIEW)
    form = FilmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and (made := _made(request, board, form)):
        return redirect("film", pk=made.pk)
    versions = board.films.filter(deleted_at=None).select_related("asset", "poster")
    words = {"storyboard": board, "films": versions, "form": form, "missing": cutting_room.missing_takes(board)}
    return render(request, "generation/films.html", words, status=422 if request.method == "POST" else 200)


def _made(request: Request, board: Storyboard, form: FilmForm) -> Film | None:
    try:
        stand_ins, gif = form.cleaned_data["stand_ins"], form.cleaned_data["gif"]
        return cutting_room.request_film(board, request.user, stand_ins=stand_ins, gif=gif)
    except cutting_room.FilmRefused as refusal:
        form.add_error(None, str(refusal))
        return None


@login_required
@require_GET
def film(request: Request, pk: int) -> HttpResponse:
    """Play a film; while it is made, show how far it is."""
    row = _film(request, pk, Action.VIEW)
    return render(request, "generation/film.html", _played(row))


@login_required
@require_GET
def film_progress(request: Request, pk: int) -> HttpResponse:
    """Return the part of the page that changes while the film is made."""
    row = _film(request, pk, Action.VIEW)
    return render(request, "generation/film.html#stage", _played(row))


def _played(row: Film) -> dict:
    language = captions.language_of_film(row)
    return {"film": row, "storyboard": row.storyboard, "language": language, "sketched": cutting_room.is_sketched(row)}


@login_required
@require_GET
def download_film(request: Request, pk: int) -> HttpResponse:
    """Send the film as a file."""
    row = _film(request, pk, Action.VIEW)
    if row.asset is None:
        messages.error(request, _("This film is not ready yet: wait until it is joined, then download it."))
        return redirect("film", pk=pk)
    return redirect(f"{reverse('asset', args=[row.asset_id])}?download=1")


@login_required
@require_POST
def cancel_film(request: Request, pk: int) -> HttpResponse:
    """Stop joining; the takes stay."""
    row = _film(request, pk, Action.EDIT)
    cutting_room.cancel_film(row)
    return redirect("film", pk=pk)


@login_required
@require_POST
def delete_film(request: Request, pk: int) -> HttpResponse:
    """Throw a version away; takes and storyboard stay."""
    row = _film(request, pk, Action.EDIT)
    cutting_room.delete_film(row)
    messages.success(request, _("Version %d is deleted. The takes are all still there.") % row.number)
    return redirect("films", pk=row.storyboard_id)


def _film(request: Request, pk: int, action: Action) -> Film:
    rows = Film.objects.visible_to(request.user).select_related("storyboard__team", "asset", "poster")
    row = get_object_or_404(rows, pk=pk, deleted_at=None)
    request.user.require(row.storyboard.team, action)
    return row
