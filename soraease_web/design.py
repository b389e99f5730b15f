"""The look, on a page of its own: every part, in the theme that is on."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django import forms
from django.contrib.staticfiles import finders
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from accounts.requests import Visit
from storyboards.vocabulary import Colour, Size

# Each name is a token of base.css and, as `token-…`, a class of design.css.
GROUND = {
    "paper": _("what everything lies on"),
    "raised": _("bars, cards, menus: what lies on the paper"),
    "sunken": _("notes, and where a picture is still missing"),
    "hairline": _("between two things; never the only sign of a field"),
    "edge": _("around what can be filled in"),
    "ink": _("words"),
    "soft": _("second words"),
}
MEANING = {
    "key": _("the one thing to do next, and what is selected"),
    "key-deep": _("the same under the pointer"),
    "key-wash": _("behind what is selected"),
    "live": _("what is being made"),
    "chosen": _("what is circled"),
    "stale": _("what was made with older looks, and what asks for a decision"),
    "failed": _("what went wrong, and what cannot be taken back"),
}
TYPE = ("40", "28", "20", "16", "14", "13", "12")
GAPS = ("4", "8", "12", "16", "20", "24", "32", "48", "64")


class Token(NamedTuple):
    """A colour of base.css: what it is for, and its OKLCH values."""

    name: str
    purpose: str
    day: str
    night: str


@cache
def values() -> dict[str, tuple[str, str]]:
    """Return what base.css says of each colour, by day and by night."""
    text = Path(finders.find("css/base.css") or "").read_text()
    return {
        name: (day, night)
        for name, day, night in re.findall(r"--([\w-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)", text)
    }


@cache
def icons() -> list[str]:
    """Return the names of all icons."""
    return re.findall(r'<symbol[^>]* id="([\w-]+)"', Path(finders.find("img/icons.svg") or "").read_text())


class SampleForm(forms.Form):
    """One field of each kind; sent empty, so that the page shows what a refusal looks like."""

    title = forms.CharField(label=_("Title"), help_text=_("As it stands on the slate."))
    action = forms.CharField(label=_("Action"), widget=forms.Textarea(attrs={"class": "script", "rows": 3}))
    size = forms.ChoiceField(label=_("Size"), choices=Size.choices, required=False)
    sound = forms.BooleanField(label=_("With sound"), required=False)


@require_safe
def design(request: Visit) -> HttpResponse:
    """Show the visual system to the people who run the studio; nobody else learns that the page exists."""
    if not request.user.is_staff:
        raise Http404
    context = {
        "ground": GROUND,
        "meaning": MEANING,
        "tokens": [Token(name, str(purpose), *values()[name]) for name, purpose in (GROUND | MEANING).items()],
        "icons": icons(),
        "type": TYPE,
        "gaps": GAPS,
        "colours": Colour.choices,
        "form": SampleForm(auto_id="sample-%s"),
        "refused": SampleForm({"size": "WS"}, auto_id="refused-%s"),
    }
    return render(request, "design.html", context)
