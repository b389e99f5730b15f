"""What the person on the page may do, for templates: `{% can "edit" team as may_edit %}`."""

from django import template

from accounts.models import Team
from accounts.roles import Action

register = template.Library()


@register.simple_tag(takes_context=True)
def can(context: template.Context, action: str, team: Team) -> bool:
    """Return whether the signed-in person may do `action` in `team`; raise ValueError for a word that is no action."""
    user = context["user"]
    wanted = Action(action)
    return user.is_authenticated and user.can(team, wanted)
