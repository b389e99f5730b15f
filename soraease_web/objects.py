"""The storage of a production: a private S3 bucket, read and written as streams, shown to browsers by signed URLs."""

from functools import cached_property
from typing import Any

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from storages.backends.s3 import S3Storage

MEGABYTE = 1024 * 1024


class PrivateStorage(S3Storage):
    """S3 as the studio uses it. `public_endpoint` is where browsers reach the bucket, if not where we do."""

    def __init__(self, *, public_endpoint: str | None = None, **options: Any) -> None:
        self._public = (options | {"endpoint_url": public_endpoint}) if public_endpoint else None
        super().__init__(**options)

    def get_default_settings(self) -> dict[str, Any]:
        """Return settings that keep memory bounded and an outage short."""
        return super().get_default_settings() | {
            "default_acl": None,
            "querystring_auth": True,
            "querystring_expire": 300,
            "file_overwrite": True,
            "max_memory_size": 8 * MEGABYTE,
            "transfer_config": TransferConfig(multipart_chunksize=8 * MEGABYTE, max_concurrency=2),
            "client_config": Config(
                signature_version="s3v4",
                s3={"addressing_style": "path"},
                connect_timeout=5,
                read_timeout=30,
                retries={"mode": "standard", "max_attempts": 3},
                # Servers other than Amazon's do not all know the newer checksums.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        }

    @cached_property
    def _signer(self) -> S3Storage:
        """The same bucket under its public name: the name is part of what is signed."""
        return S3Storage(**(self._settings_of_signer()))

    def _settings_of_signer(self) -> dict[str, Any]:
        return {"client_config": self.client_config, "default_acl": None, **(self._public or {})}

    def url(self, name: str, parameters: dict | None = None, expire: int | None = None, http_method: str | None = None):
        """Return an address that opens the object for a few minutes, and nothing else."""
        if self._public is None:
            return super().url(name, parameters, expire, http_method)
        return self._signer.url(name, parameters, expire or self.querystring_expire, http_method)
