"""One's storyboards: find, put away, take out again."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import Request
from accounts.roles import Action
from storyboards import editing, examples
from storyboards.covers import covers, search
from storyboards.models import Storyboard, Unpacking
from storyboards.views.answers import SeeOther
from storyboards.views.creating import templates_of
from storyboards.views.doors import find_storyboard, signed_in

PER_PAGE = 24


@require_safe
@signed_in
def storyboards(request: Request) -> HttpResponse:
    """Show one's storyboards, newest first: all, those that hold the words of `q`, or those put away."""
    query, archived = request.GET.get("q", "").strip()[:200], request.GET.get("archived") == "1"
    boards = Storyboard.objects.visible_to(request.user).filter(archived_at__isnull=not archived)
    apart = [] if query or archived else templates_of(request.user)
    if not (query or archived):
        boards = boards.filter(is_template=False)
    page = Paginator(search(boards.select_related("team").defer("script"), query), PER_PAGE).get_page(
        request.GET.get("page")
    )
    parts = list(request.user.memberships.all())
    context = {
        "page": page,
        "covers": covers(list(page)),
        "templates": apart,
        "unpackings": [] if query or archived else Unpacking.objects.open().visible_to(request.user),
        "q": query,
        "archived": archived,
        "editable": {part.team_id for part in parts if part.can(Action.EDIT)},
        "several_teams": len(parts) > 1,
        "examples": examples.all_examples(),
    }
    template = "storyboards/home.html#list" if request.htmx.target == "covers" else "storyboards/home.html"
    return render(request, template, context)


@require_POST
@signed_in
def archive_storyboard(request: Request, pk: int) -> HttpResponse:
    """Put a storyboard away."""
    board = find_storyboard(request, pk, Action.EDIT).row
    editing.archive_storyboard(board, by=request.user)
    messages.success(request, _("“%s” is in the archive. Nothing of it is lost.") % board.title)
    return SeeOther(reverse("storyboards"))


@require_POST
@signed_in
def restore_storyboard(request: Request, pk: int) -> HttpResponse:
    """Take a storyboard out of the archive."""
    board = find_storyboard(request, pk, Action.EDIT).row
    editing.restore_storyboard(board, by=request.user)
    messages.success(request, _("“%s” is back among your storyboards.") % board.title)
    return SeeOther(reverse("storyboards"))
