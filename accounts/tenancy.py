"""The one door: what a person may see is decided in the query, so that a view cannot forget it."""

from typing import TYPE_CHECKING, ClassVar, Protocol, Self, TypeVar, cast

from django.db import models

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

Row = TypeVar("Row", bound=models.Model, covariant=True)


class Owned(Protocol):
    """A model whose rows belong to a team."""

    TEAM_PATH: ClassVar[str]


class TeamQuerySet(models.QuerySet[Row]):
    """Rows that belong to a team. The model says how: `TEAM_PATH` leads from the row to its team."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Return the rows of the teams that `user` is a member of; none for a visitor."""
        if not user.is_authenticated:
            return self.none()
        path = cast(type[Owned], self.model).TEAM_PATH
        prefix = f"{path}__" if path else ""
        return self.filter(**{f"{prefix}pk__in": user.memberships.values("team")})

    def with_role_of(self, user: "User") -> Self:
        """Return the rows, each with `role`: that of `user` in the row's team."""
        path = cast(type[Owned], self.model).TEAM_PATH or "pk"
        part = user.memberships.filter(team=models.OuterRef(path))
        return self.annotate(role=models.Subquery(part.values("role")[:1]))
