"""How a person likes to see the shot list."""

from django.db import models


class ShotListLayout(models.Model):
    """The columns that a person shows, in their order; without a row they are the usual ones."""

    user = models.OneToOneField("accounts.User", models.CASCADE, related_name="shot_list_layout")
    columns = models.JSONField(default=list)

    def __str__(self) -> str:
        return ", ".join(self.columns)
