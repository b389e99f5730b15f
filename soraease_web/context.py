"""What every page knows."""

from django.http import HttpRequest

THEMES = ("auto", "light", "dark")


def page(request: HttpRequest) -> dict:
    """Return the theme that the visitor chose (`auto` follows the device)."""
    theme = request.COOKIES.get("theme", "auto")
    return {"theme": theme if theme in THEMES else "auto", "themes": THEMES}
