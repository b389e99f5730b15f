"""The doors of this room."""

urlpatterns: list = []
