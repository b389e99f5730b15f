"""What an operator reads of this room: jobs with every step, backends that rest, leaks, and when each was last seen."""

from django.contrib import admin

from generation.models import Breaker, Job, Leak, Pulse, Step
from storyboards.admin import ReadOnly


class StepInline(admin.TabularInline):
    model = Step
    fields = ("at", "state", "note")
    extra = 0
    can_delete = False

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Job)
class JobAdmin(ReadOnly):
    list_display = ("pk", "take", "ordinal", "backend", "state", "credits", "remote_id", "error_code", "created_at")
    list_select_related = ("take__shot",)
    list_filter = ("state", "backend", "error_code")
    search_fields = ("key", "remote_id", "take__shot__scene__storyboard__team__name")
    date_hierarchy = "created_at"
    inlines = (StepInline,)


@admin.register(Breaker)
class BreakerAdmin(ReadOnly):
    list_display = ("backend", "outcomes", "shut_until", "reason", "probe")


@admin.register(Leak)
class LeakAdmin(ReadOnly):
    list_display = ("pk", "found_at", "backend", "remote_id", "reason", "credits", "job")
    list_filter = ("reason", "backend")
    search_fields = ("remote_id",)
    date_hierarchy = "found_at"


@admin.register(Pulse)
class PulseAdmin(ReadOnly):
    list_display = ("name", "at")
