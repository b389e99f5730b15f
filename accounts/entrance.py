"""The forms of coming in, in our words: allauth's fields and checks, without placeholders that repeat the labels."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.forms import BaseForm
from django.utils.translation import gettext_lazy as _

EMAIL = _("E-mail")
LABELS = {
    "email": EMAIL,
    "login": EMAIL,
    "remember": _("Stay signed in on this device"),
    "oldpassword": _("Password until now"),
    "passwordless": _("Sign in with it alone"),
}
HINTS = {
    "password1": _("At least 8 characters; not one of the common passwords, and not like your name or address."),
    "passwordless": _(
        "No password is asked for then. The device has to check that it is you, by finger, face or its own code."
    ),
}
NEW_PASSWORD = {"password1": _("New password"), "password2": _("New password, again")}
FIRST_PASSWORD = {"password1": _("Password"), "password2": _("Password, again")}
CODE = {"code": _("Code from the app, or a recovery code")}


class InOurWords(BaseForm):
    """A form whose fields are called what we call them."""

    labels: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = {**LABELS, **self.labels}.get(name, field.label)
            field.help_text = HINTS.get(name, field.help_text)


class LoginForm(InOurWords, account.LoginForm):
    pass


class SignupForm(InOurWords, account.SignupForm):
    labels = FIRST_PASSWORD


class AddEmailForm(InOurWords, account.AddEmailForm):
    labels = {"email": _("Another address")}


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    labels = NEW_PASSWORD


class SetPasswordForm(InOurWords, account.SetPasswordForm):
    labels = FIRST_PASSWORD


class ResetPasswordForm(InOurWords, account.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(InOurWords, account.ResetPasswordKeyForm):
    labels = NEW_PASSWORD


class ReauthenticateForm(InOurWords, account.ReauthenticateForm):
    pass


class ActivateTOTPForm(InOurWords, totp.ActivateTOTPForm):
    labels = {"code": _("Code that the app shows")}


class AuthenticateForm(InOurWords, mfa.AuthenticateForm):
    labels = CODE


class ReauthenticateByCodeForm(InOurWords, mfa.ReauthenticateForm):
    labels = CODE


class AddWebAuthnForm(InOurWords, webauthn.AddWebAuthnForm):
    labels = {"name": _("What you call it")}


class EditWebAuthnForm(InOurWords, webauthn.EditWebAuthnForm):
    labels = {"name": _("What you call it")}
