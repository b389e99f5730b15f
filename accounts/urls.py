"""The doors of this room; signing in, passwords and e-mail addresses are allauth's, under /accounts/."""

from django.urls import path

from accounts import views

urlpatterns = [
    path("account/", views.account, name="account"),
    path("account/sign-out-everywhere/", views.sign_out_everywhere, name="sign_out_everywhere"),
    path("accounts/link/<str:token>/", views.open_link, name="signin_link"),
]
