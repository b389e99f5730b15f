from django.apps import AppConfig


class HallConfig(AppConfig):
    name = "soraease_web"

    def ready(self) -> None:
        """Register the checks of a deployment."""
        from soraease_web import checks  # noqa: F401 (importing it registers them)
