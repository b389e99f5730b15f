"""The shot list: all shots of a board in a table, found and ordered as the address says."""

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import push_url

from accounts.requests import Request
from accounts.roles import Action
from storyboards.cells import CellForm
from storyboards.columns import chosen
from storyboards.models import Element, Storyboard
from storyboards.outline import read_outline
from storyboards.reading import Board, read_board, read_together
from storyboards.shot_list import (
    SLATE,
    choices,
    columns_beside_slate,
    forget_layout,
    groups,
    heads,
    keep_layout,
    shifted,
)
from storyboards.sifting import Sieve, needs_of
from storyboards.views.answers import SeeOther, keys_asked_with
from storyboards.views.board_views import head_of, inspector_of
from storyboards.views.doors import find_shots, find_storyboard, signed_in


@require_safe
@signed_in
def shot_list(request: Request, pk: int) -> HttpResponse:
    """Show the shots as a table; with `shot` in the address, that shot in the inspector.

    A fragment is the outline: the table with a place for each row, which the page fills with what it has or fetches.
    """
    storyboard, may_edit = find_storyboard(request, pk, Action.VIEW)
    if request.htmx.target == f"storyboard-{pk}":
        return _outline(request, storyboard, may_edit=may_edit)
    board = read_board(storyboard)
    table = _table(request, board, list(Element.objects.live().filter(storyboard=storyboard)), may_edit=may_edit)
    status = 422 if table["sieve"].errors else 200
    page = {**head_of(request, board, may_edit=may_edit), **inspector_of(request, board, may_edit=may_edit)}
    forms = {"editors": CellForm(storyboard=storyboard), "choices": choices(table["columns"])}
    return render(request, "storyboards/shot_list.html", {**table, **page, **forms}, status=status)


def _outline(request: Request, storyboard: Storyboard, *, may_edit: bool) -> HttpResponse:
    board, elements = read_outline(storyboard, needs_of(request.GET))
    table = _table(request, board, elements, may_edit=may_edit)
    status = 422 if table["sieve"].errors else 200
    response = render(request, "storyboards/shot_list.html#table", {**table, "fresh": True}, status=status)
    if request.htmx.trigger != "sieve":
        return response
    return push_url(response, f"{request.path}?{_filled(request.GET, 'columns').urlencode()}".rstrip("?"))


def _table(request: Request, board: Board, elements: list[Element], *, may_edit: bool) -> dict[str, Any]:
    sieve = Sieve(request.GET, board=board, elements=elements)
    order = request.GET.get("sort", "")
    shown = columns_asked(request)
    rows = groups(board, sieve, order)
    return {
        "board": board,
        "storyboard": board.storyboard,
        "figures": board.figures,
        "may_edit": may_edit,
        "sieve": sieve,
        "sort": order,
        "query": _filled(request.GET, "shot", "columns"),
        "columns": shown,
        "column_names": ",".join(column.name for column in shown),
        "heads": heads(shown, order),
        "groups": rows,
        "span": len(shown) + 1 + may_edit,
        "count": sum(len(group.shots) for group in rows),
        "tags": _tags(request, sieve),
        "elements": elements,
    }


def _tags(request: Request, sieve: Sieve) -> list[dict[str, str]]:
    """Return what is asked, in words, each with the address where it is not asked any more."""
    return [
        {
            "label": label,
            "value": words,
            "without": f"{request.path}?{_filled(request.GET, name, 'columns').urlencode()}",
        }
        for name, label, words in sieve.told()
    ]


def _filled(query: QueryDict, *without: str) -> QueryDict:
    """Return the query without what was left empty, and without these names."""
    kept = QueryDict(mutable=True)
    for name, values in query.lists():
        if name not in without:
            kept.setlist(name, list(filter(None, values)))
    return kept


@require_safe
@signed_in
def shot_row(request: Request, pk: int) -> HttpResponse:
    """Return a shot's row, in the columns that the page has, and behind it those of `with`.

    A browser that comes by itself is led to the list.
    """
    rows, may_edit = find_shots(request, pk, keys_asked_with(request), Action.VIEW)
    board = rows[0].scene.storyboard
    if not request.htmx:
        return SeeOther(list_url(board.pk, shot=pk))
    first, *beside = read_together(rows)
    context = {"shot": first, "others": beside, "columns": columns_asked(request), "may_edit": may_edit}
    return render(request, "storyboards/shot_row.html#together", {**context, "storyboard": board})


def columns_asked(request: Request) -> list:
    """Return the columns that the page which asks shows."""
    names = (request.POST or request.GET).get("columns", "").split(",")
    shown = chosen(names) if any(names) else columns_beside_slate(request.user)
    return [column for column in shown if column.name != SLATE]


def list_url(storyboard_pk: int, *, shot: int | None = None) -> str:
    """Return the address of the shot list, at a shot if one is named."""
    url = reverse("shot_list", args=[storyboard_pk])
    return f"{url}?shot={shot}#shot-{shot}" if shot is not None else url


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def shot_list_columns(request: Request, pk: int) -> HttpResponse:
    """Choose and order the columns; they are one's own, on every board."""
    storyboard = find_storyboard(request, pk, Action.VIEW).row
    if request.method == "POST":
        return _arrange(request, pk)
    context = {"storyboard": storyboard, "choices": choices(columns_beside_slate(request.user))}
    return render(request, "storyboards/shot_list_columns.html", context)


def _arrange(request: Request, pk: int) -> HttpResponse:
    post = request.POST
    back = f"{list_url(pk)}?{QueryDict(post.get('query', '')).urlencode()}".rstrip("?")
    if "usual" in post:
        forget_layout(request.user)
        return SeeOther(back)
    wanted = set(post.getlist("shown"))
    names = [name for name in post.getlist("column") if name in wanted]
    for word, step in (("back", -1), ("on", 1)):
        names = shifted(names, post.get(word, ""), step)
    keep_layout(request.user, names)
    moved = "back" in post or "on" in post
    return SeeOther(reverse("shot_list_columns", args=[pk]) if moved else back)
