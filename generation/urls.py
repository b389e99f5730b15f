"""The doors of this room."""

from django.urls import path

from generation.views import (
    animatic,
    asking,
    captions,
    choosing,
    films,
    frames,
    panels,
    printing,
    stale,
    takes,
    understood,
    unpacking,
)

urlpatterns = [
    path("shots/<int:pk>/panel/<slug:key>.webp", panels.panel, name="panel"),
    path("shots/<int:pk>/generate/", asking.generate_shot, name="generate_shot"),
    path("shots/<int:pk>/backend/", choosing.choose_backend, name="choose_backend"),
    path("shots/<int:pk>/sent/", choosing.sent, name="sent"),
    path("shots/<int:pk>/understood/", understood.understood, name="understood"),
    path("shots/<int:pk>/takes/", takes.compare_takes, name="compare_takes"),
    path("scenes/<int:pk>/generate/", asking.generate_scene, name="generate_scene"),
    path("storyboards/<int:pk>/generate/", asking.generate_storyboard, name="generate_storyboard"),
    path("storyboards/<int:pk>/next/", asking.board_actions, name="board_actions"),
    path("storyboards/<int:pk>/print.pdf", printing.print_pdf, name="print_pdf"),
    path("storyboards/<int:pk>/shots-with-pictures.xlsx", printing.shot_list_pictures, name="shot_list_pictures"),
    path("storyboards/<int:pk>/stale/", stale.stale_takes_page, name="stale_takes"),
    path("storyboards/<int:pk>/stale/circle/", stale.circle_fresh_takes, name="circle_fresh_takes"),
    path("storyboards/<int:pk>/animatic/captions.json", animatic.animatic_captions, name="animatic_captions"),
    path("storyboards/<int:pk>/films/", films.films, name="films"),
    path("takes/<int:pk>/", takes.take, name="take"),
    path("takes/<int:pk>/frame/", frames.take_frame, name="take_frame"),
    path("takes/<int:pk>/circle/", takes.circle_take, name="circle_take"),
    path("takes/<int:pk>/cancel/", takes.cancel_take, name="cancel_take"),
    path("takes/<int:pk>/delete/", takes.delete_take, name="delete_take"),
    path("storyboards/import/", unpacking.import_storyboard, name="import_storyboard"),
    path("takes/<int:pk>/captions.<slug:form>", captions.take_captions, name="take_captions"),
    path("films/<int:pk>/captions.<slug:form>", captions.film_captions, name="film_captions"),
    path("films/<int:pk>/", films.film, name="film"),
    path("films/<int:pk>/progress/", films.film_progress, name="film_progress"),
    path("films/<int:pk>/download/", films.download_film, name="download_film"),
    path("films/<int:pk>/cancel/", films.cancel_film, name="cancel_film"),
    path("films/<int:pk>/delete/", films.delete_film, name="delete_film"),
]
