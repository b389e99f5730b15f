from django.apps import AppConfig


class HallConfig(AppConfig):
    name = "soraease_web"
