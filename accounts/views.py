"""The account page, and the ways in and out that allauth does not have."""

from allauth.account.utils import perform_login
from allauth.usersessions.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts import signin_link
from accounts.billing import credits
from accounts.billing.credits import Account
from accounts.forms import ProfileForm
from accounts.models import Membership, User
from accounts.requests import Request


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@never_cache
def account(request: Request) -> HttpResponse:
    """Show who one is: name, teams with role and credits, and where one is signed in. POST changes the name."""
    form = ProfileForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your name is saved."))
        return redirect("account")
    page = {
        "form": form,
        "memberships": _memberships(request.user),
        "sessions": UserSession.objects.purge_and_list(request.user),
    }
    return render(request, "account_page.html", page, status=422 if form.errors else 200)


def _memberships(user: User) -> list[tuple[Membership, Account]]:
    """Return one's memberships, oldest first, each with the account of its team."""
    memberships = user.memberships.select_related("team").order_by("joined_at", "pk")
    return [(membership, credits.account(membership.team)) for membership in memberships]


@require_POST
@login_required
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End every session of this person, this one too."""
    get_adapter().end_sessions(UserSession.objects.filter(user=request.user))
    logout(request)
    messages.success(request, _("You are signed out on every device."))
    return redirect(settings.LOGOUT_REDIRECT_URL)


@require_GET
@never_cache
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in whoever opens a one-time link; only the embedded studio has them."""
    if settings.PRODUCTION:
        raise Http404
    user = signin_link.redeem(token)
    if user is None:
        messages.error(
            request, _("This sign-in link was used already or is too old. Sign in here, or start the studio again.")
        )
        return redirect("account_login")
    return perform_login(request, user, email_verification="none")
