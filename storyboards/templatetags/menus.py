"""The menu of every card: rendered once per page, then filled in, because a board has hundreds of them."""

from django import template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from storyboards.models import Shot
from storyboards.templatetags.addresses import PROBE

register = template.Library()

# A private letter of Unicode: it stands in no translation and in no address.
SLATE = "\ue000"


@register.simple_tag(takes_context=True)
def shot_menu(context: template.Context, shot: Shot, slate: str) -> SafeString:
    """Return the menu of `shot`."""
    request = context["request"]
    if not hasattr(request, "shot_menu"):
        request.shot_menu = render_to_string("storyboards/shot_menu.html", {"pk": PROBE, "slate": SLATE}, request)
    filled = request.shot_menu.replace(str(PROBE), str(shot.pk)).replace(SLATE, conditional_escape(slate))
    return mark_safe(filled)  # noqa: S308 - a rendered template, a whole number and an escaped slate
