"""A bucket of S3 or of storage that speaks the same language, with boto3."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from caridulu.knowledge.model import Target
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.hosts.host import Host
from caridulu.publishing.records import STATE
from caridulu.publishing.secret_store import library, secret, variable
from caridulu.publishing.stages import is_slice
from caridulu.site.urls import FEED

LANES = 8
CONNECTING, ANSWERING = 15, 60  # seconds
REGION = "us-east-1"  # what storage without regions expects in a signature
FOR_EVER, ASK_AGAIN = "public, max-age=31536000, immutable", "no-cache"
TYPES = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ico": "image/x-icon",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "xml": "application/xml",
}
OTHER_TYPE = "application/octet-stream"
FEED_TYPE = "application/atom+xml"
GONE = frozenset({"404", "NoSuchKey", "NotFound"})
BAD_KEYS = frozenset({"InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken"})
SAID = {
    ("NoSuchBucket",): "s3_no_bucket",
    ("403", "AccessDenied", "AllAccessDisabled"): "s3_closed",
    ("QuotaExceeded", "InsufficientStorage", "XMinioStorageFull", "507"): "s3_full",
}


@contextmanager
def open_bucket(target: Target) -> Iterator["Bucket"]:
    boto3 = library("boto3")
    botocore = library("botocore.config")
    exceptions = library("botocore.exceptions")
    access, key = secret(target, "access_key"), secret(target, "secret_key")
    keys = {"aws_access_key_id": access, "aws_secret_access_key": key} if access else {}
    # Storage of others than Amazon knows neither its newer checksums nor buckets as host names.
    config = botocore.Config(
        connect_timeout=CONNECTING,
        read_timeout=ANSWERING,
        retries={"max_attempts": 4, "mode": "standard"},
        max_pool_connections=LANES,
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        s3={"addressing_style": "path" if target.endpoint else "auto"},
    )
    try:
        session = boto3.session.Session(**keys)
        region = target.region or session.region_name or REGION
        client = session.client(
            "s3", endpoint_url=target.endpoint, region_name=region, config=config
        )
    except (exceptions.BotoCoreError, ValueError) as error:
        raise PublishingError("s3_failed", bucket=target.bucket, reason=error) from error
    yield Bucket(client, exceptions, target)
    client.close()


class Bucket(Host):
    """Objects below one prefix; storage puts each there whole or not at all."""

    lanes = LANES

    def __init__(self, client: Any, exceptions: Any, target: Target) -> None:
        self._client, self._exceptions, self._target = client, exceptions, target
        prefix = (target.prefix or "").strip("/")
        self._prefix = f"{prefix}/" if prefix else ""

    def read(self, path: str) -> bytes | None:
        with self._errors_told():
            try:
                answer = self._client.get_object(**self._at(path))
                content: bytes = answer["Body"].read()
            except self._exceptions.ClientError as error:
                if _code(error) in GONE:
                    return None
                raise
            return content

    def write(self, path: str, content: bytes) -> None:
        """Puts an object there, with what browsers must know of it."""
        with self._errors_told():
            self._client.put_object(
                **self._at(path),
                Body=content,
                ContentType=content_type(path),
                CacheControl=FOR_EVER if is_slice(path) else ASK_AGAIN,
            )

    def copy(self, source: str, target: str) -> None:
        """Puts the content of one object at another path; it does not travel."""
        with self._errors_told():
            self._client.copy_object(**self._at(target), CopySource=self._at(source))

    def remove(self, path: str) -> None:
        with self._errors_told():
            self._client.delete_object(**self._at(path))

    def present(self, paths: Iterable[str]) -> frozenset[str]:
        wanted = frozenset(paths)
        return wanted & self._all_paths() if wanted else wanted

    def top_names(self) -> tuple[str, ...]:
        return tuple(sorted({path.partition("/")[0] for path in self._all_paths()}))

    def _all_paths(self) -> frozenset[str]:
        with self._errors_told():
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self._target.bucket, Prefix=self._prefix
            )
            return frozenset(
                row["Key"].removeprefix(self._prefix)
                for page in pages
                for row in page.get("Contents", ())
            )

    def _at(self, path: str) -> dict[str, str]:
        return {"Bucket": self._target.bucket or "", "Key": f"{self._prefix}{path}"}

    @contextmanager
    def _errors_told(self) -> Iterator[None]:
        """Says in a sentence what the storage refuses."""
        bucket = self._target.bucket
        try:
            yield
        except self._exceptions.ClientError as error:
            code = _code(error)
            if code in BAD_KEYS:
                raise self._refused() from error
            for codes, key in SAID.items():
                if code in codes:
                    raise PublishingError(key, bucket=bucket) from error
            raise PublishingError("s3_failed", bucket=bucket, reason=code) from error
        except (
            self._exceptions.NoCredentialsError,
            self._exceptions.PartialCredentialsError,
        ) as error:
            raise self._refused() from error
        except (self._exceptions.HTTPClientError, self._exceptions.ConnectionError) as error:
            host = urlsplit(self._target.endpoint or "").hostname or "Amazon S3"
            raise PublishingError("host_silent", host=host, reason=type(error).__name__) from error
        except self._exceptions.BotoCoreError as error:
            raise PublishingError("s3_failed", bucket=bucket, reason=error) from error

    def _refused(self) -> PublishingError:
        names = {name: variable(self._target, name) for name in ("access_key", "secret_key")}
        return PublishingError("s3_refused", bucket=self._target.bucket, **names)


def _code(error: Any) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def content_type(path: str) -> str:
    """Returns the type with which browsers are to read a file."""
    if path == FEED:
        return FEED_TYPE
    if path.startswith(STATE):
        return TYPES["json"] if path.endswith(".json") else OTHER_TYPE
    name = path.rpartition("/")[2]
    ending = name.rpartition(".")[2] if "." in name else "txt"  # _headers
    return TYPES.get(ending, OTHER_TYPE)
