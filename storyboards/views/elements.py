"""The bible: all elements of a storyboard, and the page of one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import trigger_client_event

from accounts.models import User
from accounts.requests import Request
from accounts.roles import Action
from storyboards import editing
from storyboards.editing import Clash, Conflict, Refused
from storyboards.editing import elements as deeds
from storyboards.editing.uniting import keep_apart, merge_elements
from storyboards.elements.forms import JOINED, ElementForm, NewElementForm, seen_values
from storyboards.elements.reading import others_like, read_bible, where_used
from storyboards.models import Element
from storyboards.uploads import ACCEPTED
from storyboards.views.answers import SeeOther, number_or_none
from storyboards.views.doors import find_element, find_storyboard, signed_in


def bible_url(storyboard_pk: int) -> str:
    """Return the address of a storyboard's bible."""
    return reverse("bible", args=[storyboard_pk])


def element_url(element: Element) -> str:
    """Return the address of an element's page."""
    return reverse("element", args=[element.pk])


# --- all of them ----------------------------------------------------------------------------------------------------


@require_safe
@signed_in
def bible(request: Request, pk: int) -> HttpResponse:
    """Show characters, places, props and looks as cards; with `q`, those that match. A fragment is the cards alone."""
    board, may_edit = find_storyboard(request, pk, Action.VIEW)
    words = request.GET.get("q", "")[:200]
    context = {"storyboard": board, "may_edit": may_edit, "bible": read_bible(board, words), "q": words}
    if request.htmx:
        return render(request, "storyboards/elements.html#cards", context)
    return render(request, "storyboards/elements.html", {**context, "form": NewElementForm()})


@require_POST
@signed_in
def add_element(request: Request, pk: int) -> HttpResponse:
    """Put somebody or something new into the bible, and go to its page."""
    board = find_storyboard(request, pk, Action.EDIT).row
    form = NewElementForm(request.POST)
    try:
        if form.is_valid():
            return SeeOther(element_url(deeds.add_element(pk, by=request.user, **form.cleaned_data)))
    except Refused as refused:
        form.add_error("name", str(refused))
    context = {"storyboard": board, "may_edit": True, "bible": read_bible(board), "form": form}
    return render(request, "storyboards/elements.html", context, status=422)


# --- one of them ----------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def element(request: Request, pk: int) -> HttpResponse:
    """Show the element and where it is used; a POST saves it, by itself while one types, or by the button."""
    row, may_edit = find_element(request, pk, Action.EDIT if request.method == "POST" else Action.VIEW)
    if request.method != "POST":
        return _page(request, row, may_edit=may_edit)
    form = ElementForm(request.POST, instance=Element.objects.get(pk=pk))
    if not form.is_valid():
        return _not_saved(request, row, form, status=422)
    try:
        clashes = _keep(row, form, by=request.user)
    except Refused as refused:
        form.add_error("name", str(refused))
        return _not_saved(request, row, form, status=422)
    if clashes:
        return _not_saved(request, row, form, status=409, clashes=clashes)
    return _saved(request, row, form)


def _keep(row: Element, form: ElementForm, *, by: User) -> dict[str, Clash]:
    """Write what nobody else has changed meanwhile, and return the clashes of the rest; raise Refused."""
    clashes: dict[str, Clash] = {}
    wanted = form.values
    while True:
        try:
            deeds.edit_element(row, by=by, changes=wanted, seen=form.was_seen)
        except Conflict as conflict:
            clashes |= conflict.clashes
            wanted = {field: value for field, value in wanted.items() if field not in clashes}
        else:
            return clashes


def _page(request: Request, row: Element, *, status: int = 200, may_edit: bool = True, **more: Any) -> HttpResponse:
    values = deeds.values_of_element(row)
    context = {
        "element": row,
        "storyboard": row.storyboard,
        "may_edit": may_edit,
        "form": ElementForm(instance=row),
        "seen": seen_values(values),
        "pictures": row.pictures.select_related("asset"),
        "used": where_used(row),
        "others": others_like(row) if may_edit else (),
        "accepted": ACCEPTED,
    }
    return render(request, "storyboards/element.html", context | more, status=status)


def _saved(request: Request, row: Element, form: ElementForm) -> HttpResponse:
    if not request.htmx:
        messages.success(request, _("%s is saved.") % row.name)
        return SeeOther(element_url(row))
    context = {"element": row, "seen": seen_values(form.was_seen | form.values), "saved_at": timezone.now()}
    response = render(request, "storyboards/element.html#saved", context)
    # Which takes are stale may be another number now.
    trigger_client_event(response, "element:saved", {})
    if form.decided and request.POST["settle"] != "mine":
        # What others wrote, or both texts, stands in the row now and not yet on the page.
        trigger_client_event(response, "element:decided", {})
    return response


def _not_saved(
    request: Request, row: Element, form: ElementForm, *, status: int, clashes: dict[str, Clash] | None = None
) -> HttpResponse:
    """Say why; of a conflict, what others wrote counts as seen only when this person has decided."""
    theirs = {field: clash.theirs for field, clash in (clashes or {}).items()}
    mine = {field: value for field, value in form.values.items() if field not in theirs and not form.errors}
    words = [_clash_words(form, field, clash) for field, clash in (clashes or {}).items()]
    seen = seen_values({**deeds.values_of_element(row), **form.was_seen, **mine})
    context: dict[str, Any] = {"form": form, "clashes": words, "seen": seen, "theirs": seen_values(theirs)}
    context["both"] = JOINED in theirs
    if request.htmx:
        return render(request, "storyboards/element.html#saved", {"element": row, **context}, status=status)
    return _page(request, row, status=status, **context)


def _clash_words(form: ElementForm, field: str, clash: Clash) -> dict[str, str]:
    """Return both sides of a conflict as words."""
    mine, theirs = _shown(form, field, clash.mine), _shown(form, field, clash.theirs)
    return {"label": str(form[field].label), "mine": mine, "theirs": theirs}


def _shown(form: ElementForm, field: str, value: Any) -> str:
    choices = dict(getattr(form.fields[field], "choices", ()))
    return ", ".join(value) if isinstance(value, list) else str(choices.get(value, value))


@require_POST
@signed_in
def delete_element(request: Request, pk: int) -> HttpResponse:
    """Put the element into the trash, which the bible's page shows."""
    row = deeds.delete_element(find_element(request, pk, Action.EDIT).row, by=request.user)
    messages.success(request, _("%s is in the trash. You can take it out again below.") % row.name)
    return SeeOther(bible_url(row.storyboard_id))


@require_POST
@signed_in
def restore_element(request: Request, pk: int) -> HttpResponse:
    """Take the element out of the trash."""
    row = find_element(request, pk, Action.EDIT, deleted=True).row
    editing.restore(row, by=request.user)
    return SeeOther(element_url(row))


# --- two of them ----------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def merge_element(request: Request, pk: int) -> HttpResponse:
    """Say what becomes of two elements that are the same; a POST makes one of them, and the page's stays."""
    keeper = find_element(request, pk, Action.EDIT).row
    other = _other(request, keeper)
    if request.method == "POST" and other is not None:
        merge_elements(keeper, other, by=request.user)
        words = {"one": keeper.name, "other": other.name}
        messages.success(request, _("%(other)s is %(one)s now. Undo on the board takes it back.") % words)
        return SeeOther(element_url(keeper))
    context = {
        "element": keeper,
        "storyboard": keeper.storyboard,
        "other": other,
        "others": others_like(keeper),
        "used": len(where_used(other)) if other else 0,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "storyboards/element_merge.html", context, status=status)


@require_POST
@signed_in
def not_the_same(request: Request, pk: int) -> HttpResponse:
    """Remember that two elements with nearly the same name are two."""
    row = find_element(request, pk, Action.EDIT).row
    other = _other(request, row)
    if other is not None:
        keep_apart(row, other, by=request.user)
    return SeeOther(bible_url(row.storyboard_id))


def _other(request: Request, row: Element) -> Element | None:
    """Return the element that the page named besides, of the same kind and board."""
    asked = request.POST.get("other") or request.GET.get("other")
    key = number_or_none(asked)
    return get_object_or_404(others_like(row), pk=key) if key is not None else None
