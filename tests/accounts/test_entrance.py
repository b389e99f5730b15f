"""Coming in and looking after an account: every page, message and letter is in our words, from our templates."""

import base64
import hmac
import re
import struct
import time
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.contrib.messages import get_messages
from django.core import mail
from django.urls import reverse

from tests.make import PASSWORD

# What allauth would say where we say nothing.
NOT_OURS = (
    "Two-Factor Authentication",
    "Please reauthenticate",
    "Thank you for using",
    "receiving this",
    "example.com!",
)
PAGES = [
    "account_email",
    "account_change_password",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "usersessions_list",
    "account_logout",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
]
VISITED = [
    "account_login",
    "account_signup",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_email_verification_sent",
]
BEHIND_A_STEP = [
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_index",
    "mfa_list_webauthn",
]


def strangers_in(response) -> set[str]:
    """Return the templates of a page that are not ours; what Django draws for a single field is."""
    ours = str(Path(settings.BASE_DIR) / "templates")
    files = {str(template.origin.name) for template in response.templates if template.origin}
    return {file for file in files if not file.startswith(ours) and "/django/forms/" not in file}


def assert_ours(response) -> None:
    assert response.status_code == 200
    assert strangers_in(response) == set()
    assert not [words for words in NOT_OURS if words in response.text]
    assert re.search(r"<title>\s*\S.* · SoraEase</title>", response.text)
    assert "placeholder=" not in response.text


def signed_in(client, person):
    """Return the browser in which `person` signed in and has just said the password again, as some pages ask for."""
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def code_of(secret: str) -> str:
    """Return what an authenticator app shows now (RFC 6238)."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), "sha1")
    offset = digest[-1] & 15
    return f"{(struct.unpack_from('>I', digest, offset)[0] & 0x7FFF_FFFF) % 1_000_000:06}"


def add_app(client) -> None:
    page = client.get(reverse("mfa_activate_totp"))
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(page.context["form"].secret)})
    assert answer.status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("name", VISITED)
def test_pages_for_a_visitor_are_ours(client, name):
    assert_ours(client.get(reverse(name)))


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_an_account_are_ours(client, alice, name):
    assert_ours(signed_in(client, alice).get(reverse(name), follow=name.startswith("mfa_reauth")))


@pytest.mark.parametrize("name", BEHIND_A_STEP)
def test_pages_of_an_account_with_a_second_step_are_ours(client, alice, name):
    add_app(signed_in(client, alice))
    Authenticator.objects.create(
        user=alice, type=Authenticator.Type.WEBAUTHN, data={"name": "Laptop", "credential": {}}
    )

    assert_ours(client.get(reverse(name)))


@pytest.mark.parametrize("name", ["mfa_edit_webauthn", "mfa_remove_webauthn"])
def test_pages_of_a_passkey_are_ours(client, alice, name):
    signed_in(client, alice)
    key = Authenticator.objects.create(
        user=alice, type=Authenticator.Type.WEBAUTHN, data={"name": "Laptop", "credential": {}}
    )

    page = client.get(reverse(name, kwargs={"pk": key.pk}))

    assert_ours(page)
    assert "Laptop" in page.text


def test_links_that_are_too_old_are_told_in_our_words(client, db):
    for path in (
        reverse("account_confirm_email", args=["old"]),
        reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": "old"}),
    ):
        page = client.get(path)
        assert_ours(page)
        assert "This link is no longer good" in page.text


def test_the_second_step_is_asked_for_in_our_words(client, alice):
    add_app(signed_in(client, alice))
    client.post(reverse("account_logout"))

    answer = client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    page = client.get(answer.url)

    assert answer.url == reverse("mfa_authenticate")
    assert_ours(page)
    assert page.context["form"].fields["code"].label == "Code from the app, or a recovery code"


def test_a_recovery_code_signs_in_once(client, alice):
    add_app(signed_in(client, alice))
    codes = RecoveryCodes.activate(alice).get_unused_codes()
    client.post(reverse("account_logout"))

    def sign_in() -> int:
        client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
        return client.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code

    assert sign_in() == 302
    client.post(reverse("account_logout"))
    assert sign_in() == 200


def test_a_letter_does_not_show_that_it_is_you(client, alice):
    add_app(signed_in(client, alice))

    ways = client.get(reverse("account_reauthenticate")).context["reauthentication_alternatives"]
    answer = client.post(reverse("account_request_reauthentication_code"), {"email": alice.email})

    assert [way["url"].partition("?")[0] for way in ways] == [reverse("mfa_reauthenticate")]
    assert answer.status_code == 403


@pytest.mark.django_db
def test_a_passkey_is_offered_only_where_there_are_scripts(client):
    page = client.get(reverse("account_login")).text

    assert re.search(r'<button class="button block scripted"[^>]*id="passkey_login"', page)
    assert "<noscript>" in page


def test_signing_in_needs_no_message(client, alice):
    answer = client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})

    assert said(answer) == []


def test_the_main_address_alone_offers_nothing_to_do(client, alice):
    page = signed_in(client, alice).get(reverse("account_email"))

    assert 'name="action_primary"' not in page.text
    assert 'name="action_remove"' not in page.text
    assert 'name="action_send"' not in page.text


def test_a_second_address_is_added_confirmed_and_made_the_main_one(client, alice):
    signed_in(client, alice).post(reverse("account_email"), {"email": "two@example.com", "action_add": ""})
    assert 'name="action_send"' in client.get(reverse("account_email")).text
    link = re.search(r"https?://\S+(/accounts/confirm-email/\S+)", mail.outbox[0].body)[1]
    client.post(link)

    page = client.get(reverse("account_email"))
    answer = client.post(reverse("account_email"), {"email": "two@example.com", "action_primary": ""})

    alice.refresh_from_db()
    assert 'name="action_primary"' in page.text
    assert said(answer)[-1] == "Letters go to this address from now on."
    assert alice.email == "two@example.com"


def test_a_changed_password_is_told_by_letter(client, alice):
    new = {"oldpassword": PASSWORD, "password1": "a-brighter-lamp", "password2": "a-brighter-lamp"}

    answer = signed_in(client, alice).post(reverse("account_change_password"), new)

    [letter] = mail.outbox
    assert said(answer) == ["Your password is changed."]
    assert (letter.to, letter.subject) == ([alice.email], "SoraEase: Your password was changed")
    assert f"{settings.SITE_URL}{reverse('account_reset_password')}" in letter.body
    assert not [words for words in NOT_OURS if words in letter.body]


def test_every_letter_of_coming_in_is_in_our_words(client, alice):
    form = {"email": alice.email, "password1": PASSWORD, "password2": PASSWORD, "name": "Alice"}
    client.post(reverse("account_signup"), form)
    client.post(reverse("account_signup"), form | {"email": "new@example.com"})
    client.post(reverse("account_reset_password"), {"email": alice.email})
    client.post(reverse("account_reset_password"), {"email": "nobody@example.com"})

    assert [letter.subject for letter in mail.outbox] == [
        "SoraEase: You have an account already",
        "SoraEase: Confirm your e-mail address",
        "SoraEase: Set a new password",
        "SoraEase: No account with this address",
    ]
    for letter in mail.outbox:
        assert re.search(r"https?://\S+/accounts/\S+", letter.body)
        assert letter.body.endswith(f"SoraEase, the open studio for AI film\n{settings.SITE_URL}")
        assert not [words for words in NOT_OURS if words in letter.body]
        assert "&" not in letter.body


def test_a_studio_that_prints_its_letters_says_where(client, db, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    pages = [reverse("account_email_verification_sent"), reverse("account_reset_password_done")]

    assert all("terminal" in client.get(page).text for page in pages)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert not any("terminal" in client.get(page).text for page in pages)
