from django.apps import AppConfig


class GenerationConfig(AppConfig):
    name = "generation"

    def ready(self) -> None:
        """Register the checks of the backends."""
        from generation import checks  # noqa: F401 (importing it registers them)
