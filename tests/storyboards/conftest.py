import pytest


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """People are made for every test; how hard their passwords are to guess is tested with the accounts."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
