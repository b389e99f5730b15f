"""The board on paper: what to print, and how it will look."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import Request
from accounts.roles import Action
from storyboards.printing.form import PrintForm
from storyboards.printing.layout import lay_out
from storyboards.reading import read_board
from storyboards.views.doors import find_storyboard, signed_in

# So many pages are shown at first: more would only be scrolled past, and each asks for its pictures.
FIRST_PAGES = 4


@require_safe
@signed_in
def print_storyboard(request: Request, pk: int) -> HttpResponse:
    """Show the choices and the first pages; with `all` in the address every page, ready for the browser to print."""
    board = read_board(find_storyboard(request, pk, Action.VIEW).row)
    form = PrintForm(request.GET, board)
    context = {"storyboard": board.storyboard, "form": form, "everything": "all" in request.GET}
    if form.is_valid():
        book = lay_out(board, form.setup)
        context |= {"book": book, "pages": book.pages if context["everything"] else book.pages[:FIRST_PAGES]}
    part = "#preview" if request.htmx.target == "preview" else ""
    return render(request, f"storyboards/print.html{part}", context, status=422 if form.errors else 200)
