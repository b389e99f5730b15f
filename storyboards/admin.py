"""What an operator reads of this room: boards, takes, films, files and the log. Deeds are done on the board."""

from django.contrib import admin

from storyboards.models import Asset, Edit, Element, Film, Scene, Shot, Storyboard, Take, Unpacking


class ReadOnly(admin.ModelAdmin):
    """Rows that only their own deeds may write."""

    show_full_result_count = False

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Storyboard)
class StoryboardAdmin(ReadOnly):
    list_display = ("pk", "title", "team", "aspect", "rate", "version", "updated_at", "archived_at")
    list_select_related = ("team",)
    list_filter = ("aspect", "rate")
    search_fields = ("title", "team__name")
    date_hierarchy = "updated_at"


@admin.register(Scene)
class SceneAdmin(ReadOnly):
    list_display = ("pk", "storyboard", "slugline", "position", "version", "deleted_at")
    list_select_related = ("storyboard",)
    search_fields = ("place", "storyboard__title")


@admin.register(Shot)
class ShotAdmin(ReadOnly):
    list_display = ("pk", "storyboard", "action", "size", "frames", "circled_take", "version", "deleted_at")
    list_select_related = ("scene__storyboard", "circled_take")
    search_fields = ("action", "scene__storyboard__title")

    @admin.display(ordering="scene__storyboard__title")
    def storyboard(self, shot: Shot) -> str:
        return shot.scene.storyboard.title


@admin.register(Element)
class ElementAdmin(ReadOnly):
    list_display = ("pk", "name", "kind", "storyboard", "colour")
    list_select_related = ("storyboard",)
    list_filter = ("kind",)
    search_fields = ("name", "storyboard__title")


@admin.register(Take)
class TakeAdmin(ReadOnly):
    list_display = ("pk", "shot", "number", "backend", "state", "estimate", "cost", "created_at", "deleted_at")
    list_select_related = ("shot",)
    list_filter = ("state", "backend")
    date_hierarchy = "created_at"


@admin.register(Film)
class FilmAdmin(ReadOnly):
    list_display = ("pk", "storyboard", "number", "state", "progress", "frames", "created_at", "deleted_at")
    list_select_related = ("storyboard",)
    list_filter = ("state",)
    date_hierarchy = "created_at"


@admin.register(Unpacking)
class UnpackingAdmin(ReadOnly):
    list_display = ("pk", "name", "team", "state", "looked_at", "files", "storyboard", "created_at", "finished_at")
    list_select_related = ("team", "storyboard")
    list_filter = ("state",)
    date_hierarchy = "created_at"


@admin.register(Asset)
class AssetAdmin(ReadOnly):
    list_display = ("pk", "kind", "file", "mime", "bytes", "team", "created_at", "missing_since")
    list_select_related = ("team",)
    list_filter = ("kind", ("missing_since", admin.EmptyFieldListFilter))
    search_fields = ("file", "sha256")


@admin.register(Edit)
class EditAdmin(ReadOnly):
    list_display = ("pk", "at", "storyboard", "by", "verb", "noun", "noun_pk", "version")
    list_select_related = ("storyboard", "by")
    list_filter = ("verb", "noun")
    search_fields = ("storyboard__title", "by__email")
