"""Gives credits to a team, or takes them, by an operator's hand."""

import uuid
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.billing import credits
from accounts.billing.models import Bucket
from accounts.models import Team


class Command(BaseCommand):
    help = "Give credits to a team (or take them, with a number below zero) as one line of its ledger."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("team", help="the number of the team, or the e-mail address of its owner")
        parser.add_argument("credits", type=int, help="one credit is one US cent at list price")
        parser.add_argument("--by", required=True, help="who does this")
        parser.add_argument("--why", required=True, help="for what reason")
        parser.add_argument("--bucket", choices=Bucket.values, default=Bucket.BOUGHT)
        parser.add_argument("--reference", help="running twice with the same reference gives once")

    def handle(self, *args: Any, **options: Any) -> None:
        team = _team(options["team"])
        reference = options["reference"] or uuid.uuid4().hex
        try:
            credits.adjust(
                team,
                options["credits"],
                reference=f"adjust:{reference}",
                note=f"{options['by']}: {options['why']}"[:200],
                bucket=options["bucket"],
            )
        except (credits.CreditsRefused, credits.ReferenceReused) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{team} now has {team.lines.balance()} credits.")


def _team(name: str) -> Team:
    teams = Team.objects.filter(pk=name) if name.isdigit() else Team.objects.owned_by(name)
    if len(teams) != 1:
        raise CommandError(f"{len(teams)} teams answer to {name!r}; name one by its number.")
    return teams[0]
