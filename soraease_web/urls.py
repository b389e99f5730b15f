"""The doors of the house: the hall's own, and those of the rooms."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from soraease_web import design, events, health, views

# The operator's door is the same as everybody's: rate limits, second factor and passkeys hold there too.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("", views.landing, name="landing"),
    path("theme/", views.theme, name="theme"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("events", events.events, name="events"),
    path("design/", design.design, name="design"),
    path("", include("accounts.urls")),
    path("", include("storyboards.urls")),
    path("", include("generation.urls")),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]

handler400 = views.refuse
