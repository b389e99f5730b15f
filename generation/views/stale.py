"""Stale takes: which, what it costs to make them again, and doing so in one step."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.billing.credits import CreditsRefused, account
from accounts.requests import Request
from accounts.roles import Action
from generation.backends.base import BackendError
from generation.forms import AgainForm
from generation.stale import Plan, circle_fresh, make_again, plan, stale_takes
from storyboards.models import Element, Storyboard
from storyboards.views.answers import SeeOther, number_or_none


@dataclass(frozen=True)
class Asked:
    """The board whose takes are meant, and the element because of which, where a page names one."""

    storyboard: Storyboard
    element: Element | None

    @property
    def plan(self) -> Plan:
        """What is stale now, and what can be done about it."""
        return plan(stale_takes(self.storyboard, self.element))

    @property
    def url(self) -> str:
        """The page about it."""
        url = reverse("stale_takes", args=[self.storyboard.pk])
        return f"{url}?element={self.element.pk}" if self.element else url


def _asked(request: Request, pk: int, action: Action) -> Asked:
    boards = Storyboard.objects.visible_to(request.user).select_related("team")
    board = get_object_or_404(boards, pk=pk)
    request.user.require(board.team, action)
    key = number_or_none(request.GET.get("element"))
    element = get_object_or_404(board.elements.live(), pk=key) if key is not None else None
    return Asked(board, element)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def stale_takes_page(request: Request, pk: int) -> HttpResponse:
    """Show the stale takes, and what making those of the cut again costs; a POST asks for them. `element` narrows."""
    asked = _asked(request, pk, Action.SPEND if request.method == "POST" else Action.VIEW)
    found = asked.plan
    if request.method != "POST":
        return _page(request, asked, found, AgainForm(initial={"credits": found.credits}))
    form = AgainForm(request.POST)
    if form.is_valid() and _made(request, found, form):
        return SeeOther(asked.url)
    return _page(request, asked, found, form.at(found.credits), status=422)


def _page(request: Request, asked: Asked, found: Plan, form: AgainForm, *, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {"storyboard": asked.storyboard, "element": asked.element, "plan": found, "form": form}
    context |= {"here": asked.url, "account": account(asked.storyboard.team)}
    template = "generation/stale_of.html" if request.htmx else "generation/stale.html"
    return render(request, template, context, status=status)


def _made(request: Request, found: Plan, form: AgainForm) -> bool:
    """Return whether there is nothing left to ask; what stands against it is said in the form."""
    if found.count and form.cleaned_data["credits"] != found.credits:
        form.add_error(None, _("The price has changed since. Look at it, then ask again. Nothing was charged."))
        return False
    try:
        takes = make_again(found, request.user, key=form.cleaned_data["key"])
    except (CreditsRefused, BackendError) as refusal:
        form.add_error(None, str(refusal))
        return False
    if takes:
        said = ngettext("%d take is in the works.", "%d takes are in the works.", len(takes)) % len(takes)
        messages.success(request, f"{said} {_('What is circled stays circled until you choose the new ones.')}")
    return True


@login_required
@require_POST
def circle_fresh_takes(request: Request, pk: int) -> HttpResponse:
    """Circle every finished take that stands ready in the place of a stale one."""
    asked = _asked(request, pk, Action.EDIT)
    count = circle_fresh(asked.storyboard, request.user, asked.element)
    if count:
        messages.success(request, ngettext("%d take is circled.", "%d takes are circled.", count) % count)
    return SeeOther(asked.url)
