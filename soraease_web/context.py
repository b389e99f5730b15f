"""What every page and every letter knows."""

from django.conf import settings
from django.http import HttpRequest

THEMES = ("auto", "light", "dark")


def page(request: HttpRequest) -> dict:
    """Return the theme that was chosen (`auto` follows the device), the studio's address, and where mail goes."""
    theme = request.COOKIES.get("theme", "auto")
    return {
        "theme": theme if theme in THEMES else "auto",
        "themes": THEMES,
        "site_url": settings.SITE_URL,
        "mail_is_printed": settings.EMAIL_BACKEND.endswith("console.EmailBackend"),
    }
