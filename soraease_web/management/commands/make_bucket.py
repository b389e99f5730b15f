from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from soraease_web.objects import PrivateStorage


class Command(BaseCommand):
    help = "Creates the private bucket that S3_BUCKET names, unless it is there."

    def handle(self, **options):
        """Ask for the bucket first: whoever may use a bucket may not always create one."""
        if not settings.S3_BUCKET:
            raise CommandError("S3_BUCKET is not set, so files are kept in a folder and there is no bucket to create.")
        storage = PrivateStorage(**settings.STORAGES["default"]["OPTIONS"])
        client = storage.connection.meta.client
        try:
            self.stdout.write(make_bucket(client, settings.S3_BUCKET))
        except (BotoCoreError, ClientError) as error:
            raise CommandError(f"The bucket {settings.S3_BUCKET} cannot be used: {error}") from None


def make_bucket(client, name: str) -> str:
    """Return what was done."""
    try:
        client.head_bucket(Bucket=name)
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] != 404:
            raise
        client.create_bucket(Bucket=name)
        return f"The bucket {name} was created."
    return f"The bucket {name} is there."
