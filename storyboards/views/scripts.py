"""The script of a storyboard, with the places that its shots came from."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import Request
from accounts.roles import Action
from storyboards.models import Shot
from storyboards.reading import read_numbers
from storyboards.sheets import sheet
from storyboards.views.answers import number_or_none
from storyboards.views.doors import find_storyboard, signed_in


@require_safe
@signed_in
def script(request: Request, pk: int) -> HttpResponse:
    """Show the script as it was read; each shot is named where it begins, and `shot` in the address is marked."""
    board, may_edit = find_storyboard(request, pk, Action.VIEW)
    slates = read_numbers(board).slates
    shots = list(Shot.objects.filter(pk__in=slates).only("pk", "source_start", "source_end", "omitted"))
    for shot in shots:
        shot.slate = slates[shot.pk]
    wanted = number_or_none(request.GET.get("shot"))
    marked = next((shot for shot in shots if shot.pk == wanted), None)
    lines = sheet(board.script, board.script_format, shots)
    context = {"storyboard": board, "lines": lines, "marked": marked, "may_edit": may_edit}
    return render(request, "storyboards/script.html", context)
