import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import boto3
import httpx
import pytest
from botocore.config import Config

from soraease_web.objects import PrivateStorage
from soraease_web.supervisor.ports import free_port

START_SECONDS = 60
KEY = WORD = "test"


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory) -> Iterator[str]:
    """The address of an S3 that checks signatures."""
    port = free_port()
    settings = {
        "BIND_HOST": "127.0.0.1",
        "AUTH": "true",
        "GATEWAY_PORT": str(port),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(tmp_path_factory.mktemp("s3")),
    }
    command = [str(Path(sys.executable).parent / "ministack")]
    process = subprocess.Popen(command, env=os.environ | settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def wait_for(address: str) -> None:
    """Return once the server answers anything at all."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            httpx.get(address, timeout=2, trust_env=False)
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("The S3 server did not start.")


@pytest.fixture(scope="session")
def bucket(s3_server) -> SimpleNamespace:
    """A private bucket: its name, its server, and a client of its owner."""
    config = Config(signature_version="s3v4", s3={"addressing_style": "path"})
    client = boto3.client(
        "s3",
        endpoint_url=s3_server,
        region_name="us-east-1",
        aws_access_key_id=KEY,
        aws_secret_access_key=WORD,
        config=config,
    )
    client.create_bucket(Bucket="films")
    return SimpleNamespace(name="films", server=s3_server, client=client)


@pytest.fixture
def s3(bucket) -> PrivateStorage:
    """The studio's storage on the bucket."""
    return make_storage(bucket)


def make_storage(bucket: SimpleNamespace, **options) -> PrivateStorage:
    """Return the storage as the settings make it."""
    return PrivateStorage(**options_of(bucket), **options)


def options_of(bucket: SimpleNamespace) -> dict[str, str]:
    """Return what the settings say of the bucket."""
    return {
        "bucket_name": bucket.name,
        "endpoint_url": bucket.server,
        "region_name": "us-east-1",
        "access_key": KEY,
        "secret_key": WORD,
    }
