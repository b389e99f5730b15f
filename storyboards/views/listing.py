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
from storyboards.models import Element
from storyboards.reading import Board, read_board, read_found
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
from storyboards.sifting import Sieve
from storyboards.views.answers import SeeOther
from storyboards.views.board_views import head_of, inspector_of
from storyboards.views.doors import find_shot, find_storyboard, signed_in


@require_safe
@signed_in
def shot_list(request: Request, pk: int) -> HttpResponse:
    """Show the shots as a table; with `shot` in the address, that shot in the inspector. A fragment is the table."""
    storyboard, may_edit = find_storyboard(request, pk, Action.VIEW)
    board = read_board(storyboard)
    table = _table(request, board, may_edit=may_edit)
    status = 422 if table["sieve"].errors else 200
    if request.htmx.target == f"storyboard-{pk}":
        return _fragment(request, table, status)
    page = {**head_of(request, board, may_edit=may_edit), **inspector_of(request, board, may_edit=may_edit)}
    forms = {"editors": CellForm(storyboard=storyboard), "choices": choices(table["columns"])}
    return render(request, "storyboards/shot_list.html", {**table, **page, **forms}, status=status)


def _table(request: Request, board: Board, *, may_edit: bool) -> dict[str, Any]:
    elements = list(Element.objects.live().filter(storyboard=board.storyboard))
    sieve = Sieve(request.GET, board=board, elements=elements)
    order = request.GET.get("sort", "")
    shown = columns_beside_slate(request.user)
    rows = groups(board, sieve, order)
    return {
        "board": board,
        "storyboard": board.storyboard,
        "figures": board.figures,
        "may_edit": may_edit,
        "sieve": sieve,
        "sort": order,
        "query": _filled(request.GET, "shot"),
        "columns": shown,
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
        {"label": label, "value": words, "without": f"{request.path}?{_filled(request.GET, name).urlencode()}"}
        for name, label, words in sieve.told()
    ]


def _fragment(request: Request, table: dict[str, Any], status: int) -> HttpResponse:
    response = render(request, "storyboards/shot_list.html#table", {**table, "fresh": True}, status=status)
    if request.htmx.trigger != "sieve":
        return response
    return push_url(response, f"{request.path}?{_filled(request.GET).urlencode()}".rstrip("?"))


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
    """Return a shot's row, in the columns that the page has; a browser that comes by itself is led to the list."""
    row, may_edit = find_shot(request, pk, Action.VIEW)
    if not request.htmx:
        return SeeOther(list_url(row.scene.storyboard_id, shot=pk))
    context = {"shot": read_found(row), "columns": columns_asked(request), "may_edit": may_edit}
    return render(request, "storyboards/shot_row.html#row", {**context, "storyboard": row.scene.storyboard})


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
