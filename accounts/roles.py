"""What a member of a team may do."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    OWNER = "owner", _("Owner")
    ADMIN = "admin", _("Admin")
    EDITOR = "editor", _("Editor")
    REVIEWER = "reviewer", _("Reviewer")
    VIEWER = "viewer", _("Viewer")


class Action(models.TextChoices):
    VIEW = "view", _("look at storyboards and films")
    COMMENT = "comment", _("comment and approve")
    EDIT = "edit", _("edit storyboards")
    SPEND = "spend", _("spend credits")
    MANAGE = "manage", _("manage the team")
    OWN = "own", _("close the team")


_LADDER = {
    Role.VIEWER: {Action.VIEW},
    Role.REVIEWER: {Action.VIEW, Action.COMMENT},
    Role.EDITOR: {Action.VIEW, Action.COMMENT, Action.EDIT, Action.SPEND},
    Role.ADMIN: set(Action) - {Action.OWN},
    Role.OWNER: set(Action),
}


def allows(role: str, action: Action) -> bool:
    """Return whether `role` includes `action`."""
    return action in _LADDER[Role(role)]
