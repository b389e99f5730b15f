"""The doors of this room."""

from django.urls import path

from storyboards.views import assets, boards, creating, exporting, home, listing, pictures, printing, scenes, shots, timelines

urlpatterns = [
    path("storyboards/", home.storyboards, name="storyboards"),
    path("storyboards/new/", creating.new_storyboard, name="new_storyboard"),
    path("storyboards/<int:pk>/", boards.storyboard, name="storyboard"),
    path("storyboards/<int:pk>/head/", boards.board_head, name="board_head"),
    path("storyboards/<int:pk>/list/", listing.shot_list, name="shot_list"),
    path("storyboards/<int:pk>/timeline/", timelines.timeline, name="timeline"),
    path("storyboards/<int:pk>/history/", boards.history, name="history"),
    path("storyboards/<int:pk>/settings/", boards.storyboard_settings, name="storyboard_settings"),
    path("storyboards/<int:pk>/print/", printing.print_storyboard, name="print"),
    path("storyboards/<int:pk>/shots.csv", exporting.shot_list_csv, name="shot_list_csv"),
    path("storyboards/<int:pk>/shots.xlsx", exporting.shot_list_xlsx, name="shot_list_xlsx"),
    path("storyboards/<int:pk>/archive/", home.archive_storyboard, name="archive_storyboard"),
    path("storyboards/<int:pk>/restore/", home.restore_storyboard, name="restore_storyboard"),
    path("storyboards/<int:pk>/scenes/add/", scenes.add_scene, name="add_scene"),
    path("scenes/<int:pk>/", scenes.scene, name="scene"),
    path("scenes/<int:pk>/edit/", scenes.edit_scene, name="edit_scene"),
    path("scenes/<int:pk>/move/", scenes.move_scene, name="move_scene"),
    path("scenes/<int:pk>/duplicate/", scenes.duplicate_scene, name="duplicate_scene"),
    path("scenes/<int:pk>/delete/", scenes.delete_scene, name="delete_scene"),
    path("scenes/<int:pk>/shots/add/", shots.add_shot, name="add_shot"),
    path("shots/<int:pk>/", shots.shot, name="shot"),
    path("shots/<int:pk>/inspector/", shots.inspector, name="inspector"),
    path("shots/<int:pk>/edit/", shots.edit_shot, name="edit_shot"),
    path("shots/<int:pk>/picture/", pictures.picture, name="picture"),
    path("shots/<int:pk>/panel/upload/", pictures.upload_panel, name="upload_panel"),
    path("shots/<int:pk>/panel/remove/", pictures.remove_panel, name="remove_panel"),
    path("shots/<int:pk>/panel/draw/", pictures.draw_panel, name="draw_panel"),
    path("shots/<int:pk>/move/", shots.move_shot, name="move_shot"),
    path("shots/<int:pk>/duplicate/", shots.duplicate_shot, name="duplicate_shot"),
    path("shots/<int:pk>/delete/", shots.delete_shot, name="delete_shot"),
    path("assets/<int:pk>/", assets.asset, name="asset"),
]
