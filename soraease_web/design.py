"""The look, on a page of its own: every part, in the theme that is on."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from accounts.requests import Visit
from storyboards.vocabulary import Colour, Size

# Each name is a token of base.css and, as `token-…`, a class of design.css.
GROUND = ("paper", "raised", "sunken", "hairline", "edge", "ink", "soft")
MEANING = ("key", "key-deep", "key-wash", "live", "chosen", "stale", "failed")
TYPE = ("40", "28", "20", "16", "14", "13", "12")
GAPS = ("4", "8", "12", "16", "20", "24", "32", "48", "64")


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
        "type": TYPE,
        "gaps": GAPS,
        "colours": Colour.choices,
        "form": SampleForm(auto_id="sample-%s"),
        "refused": SampleForm({"size": "WS"}, auto_id="refused-%s"),
    }
    return render(request, "design.html", context)
