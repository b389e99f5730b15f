"""Whether others have changed a shot since a page showed it in the inspector."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests import Request
from accounts.roles import Action
from storyboards.models import Edit, Shot
from storyboards.shot_form import FIELDS
from storyboards.views.answers import number_or_none
from storyboards.views.doors import find_shot, signed_in

MOST_ROWS = 100


@require_safe
@signed_in
def meanwhile(request: Request, pk: int) -> HttpResponse:
    """Return a line that names who has changed the shot's fields after version `since`; an empty one for nobody."""
    row = find_shot(request, pk, Action.VIEW).row
    since = number_or_none(request.GET.get("since"))
    since = row.version if since is None else since
    context = {"shot": row, "storyboard": row.scene.storyboard, "since": since}
    return render(request, "storyboards/inspector/meanwhile.html", context | {"who": _others(request, row, since)})


def _others(request: Request, row: Shot, since: int) -> str:
    if row.version <= since:
        return ""
    edits = Edit.objects.filter(noun="shot", noun_pk=row.pk, version__gt=since).exclude(by=request.user)
    edits = edits.exclude(by=None).select_related("by").order_by("pk")[:MOST_ROWS]
    names = list(dict.fromkeys(str(edit.by) for edit in edits if edit.after.keys() & set(FIELDS)))
    if len(names) < 2:
        return "".join(names)
    return _("%(some)s and %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}
