from django.conf import settings
from django.core.management.base import BaseCommand

from soraease_web import demo
from soraease_web.demo_account import demo_person


class Command(BaseCommand):
    help = "Makes the demo account's storyboard and its film through the ordinary pipeline, once."

    def handle(self, **options):
        """Do what is left to do; a studio that was stopped in the middle goes on where it was."""
        if not settings.DEMO:
            return
        person = demo_person()
        storyboard = demo.demo_storyboard(person)
        demo.ask_for_takes(storyboard, person)
        demo.wait_for_takes(storyboard)
        demo.ask_for_film(storyboard, person)
