"""Who: people, their teams, and their part in each."""

from typing import Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.billing.tiers import Tier
from accounts.roles import Action, Role, allows
from accounts.tenancy import TeamQuerySet


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        """Return a new person with a team of one."""
        with transaction.atomic():
            user = self.model(email=self.normalize_email(email).lower(), **fields)
            user.set_password(password)
            user.save(using=self._db)
            Team.objects.found(user)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        """Return a new operator, who may enter the admin."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=100, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.name or self.email.partition("@")[0]

    @cached_property
    def _parts(self) -> dict[int, "Membership"]:
        return {}

    def part_in(self, team: "Team") -> "Membership | None":
        """Return this person's part in `team`, or None; read once, for a page asks at every door and every verb."""
        if team.pk not in self._parts:
            self._parts.update({part.team_id: part for part in self.memberships.all()})
        return self._parts.get(team.pk)

    def remember_role(self, team: "Team", role: str) -> None:
        """Keep the role that a query found on its way, so that nobody asks for it again."""
        self._parts[team.pk] = Membership(user=self, team=team, role=role)

    def membership(self, team: "Team") -> "Membership":
        """Return this person's part in `team`; raise PermissionDenied for a stranger."""
        part = self.part_in(team)
        if part is None:
            raise PermissionDenied
        return part

    def can(self, team: "Team", action: Action) -> bool:
        """Return whether this person may do `action` in `team`; a stranger may do nothing."""
        part = self.part_in(team)
        return part is not None and part.can(action)

    def require(self, team: "Team", action: Action) -> None:
        """Raise PermissionDenied unless this person may do `action` in `team`."""
        if not self.membership(team).can(action):
            raise PermissionDenied(_("Your role in this team does not allow you to %s.") % action.label)


class TeamSet(TeamQuerySet["Team"]):
    def owned_by(self, email: str) -> Self:
        """Return the teams that the person with this address owns."""
        return self.filter(memberships__user__email=email.lower(), memberships__role=Role.OWNER)

    def found(self, owner: User, *, name: str = "") -> "Team":
        """Return a new team with `owner` in it."""
        team = self.create(name=name or _("%s’s studio") % owner)
        team.memberships.create(user=owner, role=Role.OWNER)
        return team

    def lock(self, pk: int) -> "Team":
        """Return the team with its row locked until the transaction ends: one deed on its credits at a time."""
        return self.select_for_update().get(pk=pk)


class Team(models.Model):
    """The tenant: storyboards and credits belong to a team, never to a person."""

    TEAM_PATH = ""

    name = models.CharField(_("name"), max_length=100)
    tier = models.CharField(_("tier"), max_length=20, choices=Tier.choices, default=Tier.FREE)
    created_at = models.DateTimeField(default=timezone.now)
    members = models.ManyToManyField(User, through="Membership", related_name="teams")

    objects = TeamSet.as_manager()

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    TEAM_PATH = "team"

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    team = models.ForeignKey(Team, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.VIEWER)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = TeamQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "team"], name="one_membership_per_team")]

    def __str__(self) -> str:
        return f"{self.user} in {self.team}: {self.role}"

    def can(self, action: Action) -> bool:
        """Return whether this member may do `action`."""
        return allows(self.role, action)
