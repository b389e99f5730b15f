"""The ledger, to be read."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.billing.models import Line


@admin.register(Line)
class LineAdmin(admin.ModelAdmin):
    list_display = ("at", "team", "kind", "bucket", "credits", "reference", "note")
    list_filter = ("kind", "bucket")
    list_select_related = ("team",)
    search_fields = ("reference", "note", "team__name", "team__members__email")
    ordering = ("-pk",)
    date_hierarchy = "at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
