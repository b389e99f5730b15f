"""The one door: what a person may see is decided in the query, so that a view cannot forget it."""

from typing import Self

from django.db import models


class TeamQuerySet(models.QuerySet):
    """Rows that belong to a team. The model says how: `TEAM_PATH` leads from the row to its team."""

    def visible_to(self, user) -> Self:
        """Return the rows of the teams that `user` is a member of; none for a visitor."""
        if not user.is_authenticated:
            return self.none()
        path = self.model.TEAM_PATH
        prefix = f"{path}__" if path else ""
        return self.filter(**{f"{prefix}pk__in": user.memberships.values("team")})
