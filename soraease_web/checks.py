"""What `manage.py check --deploy` says about a production that would fail, or leak, later."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

LOCAL_HOSTS = {"127.0.0.1", "localhost", "::1", None}


@register(Tags.security, deploy=True)
def check_mode(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Say when the studio thinks that it runs for one person on one machine."""
    if settings.PRODUCTION:
        return []
    return [
        Error(
            "SORAEASE_MODE is embedded: keys, mail and demo account are those of one machine.",
            hint="Set SORAEASE_MODE=production and SECRET_KEY (or SECRET_KEY_FILE).",
            id="soraease.E001",
        )
    ]


@register(Tags.security, deploy=True)
def check_debug(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Say when error pages show the insides."""
    if not settings.DEBUG:
        return []
    return [Error("DEBUG is on: error pages show secrets.", hint="Unset DEBUG.", id="soraease.E002")]


@register(Tags.security, deploy=True)
def check_hosts(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Say when any Host header is believed, or links lead to this machine."""
    found: list[CheckMessage] = []
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        hint = "List the names that visitors use: ALLOWED_HOSTS=studio.example.com"
        found.append(Error("ALLOWED_HOSTS believes every Host header.", hint=hint, id="soraease.E003"))
    if urlsplit(settings.SITE_URL).hostname in LOCAL_HOSTS:
        hint = "Set SITE_URL to the address that visitors type, such as https://studio.example.com"
        found.append(Error(f"SITE_URL is {settings.SITE_URL}: mails would link there.", hint=hint, id="soraease.E004"))
    elif not settings.HTTPS:
        hint = "Serve the studio over https, and say so in SITE_URL."
        found.append(Error("SITE_URL is not https: cookies travel in the open.", hint=hint, id="soraease.E005"))
    return found


@register(Tags.database, deploy=True)
def check_database(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Say when production would run on one file."""
    if not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        return []
    hint = "Set DATABASE_URL=postgres://user:password@host:5432/name"
    return [Error("The database is SQLite: several machines cannot share it.", hint=hint, id="soraease.E006")]


@register(deploy=True)
def check_broker(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Say when nobody named the broker."""
    if urlsplit(settings.REDIS_URL).hostname not in LOCAL_HOSTS:
        return []
    hint = "Set REDIS_URL=redis://host:6379/0"
    return [Warning("The broker is looked for on this machine.", hint=hint, id="soraease.W007")]


@register(deploy=True)
def check_storage(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Say when films would be kept on this machine's disk, or S3 is configured by half."""
    options = settings.STORAGES["default"]["OPTIONS"]
    if settings.S3_BUCKET:
        if bool(options["access_key"]) == bool(options["secret_key"]):
            return []
        hint = "Set both S3_ACCESS_KEY and S3_SECRET_KEY, or neither where the machine has a role of its own."
        return [Error("Half of the S3 credentials is missing.", hint=hint, id="soraease.E008")]
    if settings.S3_ENDPOINT:
        return [Error("S3_ENDPOINT is set but S3_BUCKET is not.", hint="Set S3_BUCKET.", id="soraease.E008")]
    hint = "Set S3_BUCKET (and S3_ENDPOINT for a server of your own)."
    return [Warning("Films are kept on this machine's disk.", hint=hint, id="soraease.W009")]


@register(deploy=True)
def check_mail(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Say when nobody would get the mail that confirms an address."""
    if not settings.EMAIL_BACKEND.endswith(("console.EmailBackend", "dummy.EmailBackend")):
        return []
    hint = "Set EMAIL_URL=smtp+tls://user:password@host:587"
    return [Error("Mail is printed, not sent: nobody can confirm an address.", hint=hint, id="soraease.E010")]
