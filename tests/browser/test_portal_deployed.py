"""A portal in object storage behind nginx: only changes travel, and who is searching goes on."""

import hashlib
import json
import os
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from caridulu.portal.listing import read_listing
from caridulu.portal.publishing import PortalPublisher
from tests import TODAY
from tests.browser.visiting import Open
from tests.portal.conftest import offices as offices
from tests.publishing.hosts.conftest import make_bucket
from tests.publishing.hosts.conftest import s3 as s3
from tests.publishing.hosts.servers import free_port, running
from tests.requirements import program

pytestmark = [pytest.mark.browser, pytest.mark.host, pytest.mark.slow]

FIRST = ".hits li:first-child a"
SETTINGS = """{user}daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}
http {{
{paths}
access_log {folder}/access.log;
server {{
  listen 127.0.0.1:{port};
  rewrite ^(.*)/$ $1/index.html;
  # moto minds this before If-None-Match, and so finds nothing new within a second.
  proxy_set_header If-Modified-Since "";
  location / {{ proxy_pass {bucket}/; }}
}}
}}
"""


@pytest.fixture
def publisher(offices: Path, s3: str, monkeypatch: pytest.MonkeyPatch) -> PortalPublisher:
    bucket = make_bucket(s3, offices.parent.parent.name, monkeypatch)
    _let_everybody_read(s3, str(bucket["bucket"]))
    lines = ["deploy:", "  - id: situs", "    kind: s3"]
    lines += [f"    {name}: {value}" for name, value in bucket.items() if name != "prefix"]
    with offices.open("a", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    portal = read_listing(offices)
    return PortalPublisher(
        root=offices.parent, today=TODAY, portal=portal, strict=True, on_left_out=pytest.fail
    )


@pytest.fixture
def address(s3: str, publisher: PortalPublisher, tmp_path: Path) -> Iterator[str]:
    """Where nginx shows what is in the bucket."""
    program("nginx")
    port, folder = free_port(), tmp_path / "nginx"
    folder.mkdir()
    parts = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    settings = SETTINGS.format(
        user="user root; " if os.geteuid() == 0 else "",
        folder=folder,
        port=port,
        paths="".join(f"{name}_temp_path {folder}/{name};" for name in parts),
        bucket=f"{s3}/{publisher.target().bucket}",
    )
    (folder / "nginx.conf").write_text(settings, "utf-8")
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with running(command, port, folder / "nginx.log"):
        yield f"http://127.0.0.1:{port}/"


def _let_everybody_read(address: str, bucket: str) -> None:
    import boto3

    keys = {"aws_access_key_id": "kunci", "aws_secret_access_key": "rahasia-sekali"}
    client = boto3.client("s3", endpoint_url=address, region_name="us-east-1", **keys)
    rule = {
        "Effect": "Allow",
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": f"arn:aws:s3:::{bucket}/*",
    }
    policy = {"Version": "2012-10-17", "Statement": [rule]}
    client.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy))
    client.close()


def _change(office: Path) -> None:
    """Lets an office say its answer about inflation otherwise."""
    search = office / "situs" / "search"
    [path] = (search / "hashed").glob("part.*.json")
    part = json.loads(path.read_text("utf-8"))
    [entry] = [one for one in part["index"]["entries"] if one["id"] == "apa-itu-inflasi"]
    entry |= {"title": "Apa arti inflasi?", "sha256": "0" * 64}
    text = json.dumps(part)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (search / "hashed" / f"part.{sha256}.json").write_text(text, "utf-8")
    pointer = json.dumps({"version": part["version"], "sha256": sha256})
    (search / "part.json").write_text(pointer, "utf-8")


def test_only_changes_travel_and_who_searches_meanwhile_goes_on(
    publisher: PortalPublisher, address: str, open_page: Open
) -> None:
    target = publisher.target()
    before_change = publisher.finished_site()
    publisher.send(before_change, target)
    page = open_page("cari/#q=apa+itu+sampel", base=address)
    page.wait_for_selector(FIRST)

    _change(publisher.root / "wakatobi")
    after_change = publisher.finished_site()
    sent = publisher.send(after_change, target)
    page.fill("#q", "apa itu inflasi wakatobi")
    page.press("#q", "Enter")
    page.wait_for_selector(f"{FIRST}:has-text('inflasi')")
    before = page.inner_text(FIRST)
    page.reload()
    page.wait_for_selector(FIRST)

    changed = {path for path, text in after_change.items() if before_change.get(path) != text}
    assert (sent.sent, sent.removed) == (len(changed), 0)
    assert "assets" not in {path.partition("/")[0] for path in changed}
    assert (before, page.inner_text(FIRST)) == ("Apa itu inflasi?", "Apa arti inflasi?")
    assert publisher.back(target).is_new


def test_slices_are_kept_for_ever_and_their_list_is_asked_for_again(
    publisher: PortalPublisher, address: str
) -> None:
    site = publisher.finished_site()
    publisher.send(site, publisher.target())
    kept = {
        path: urllib.request.urlopen(address + path).headers["Cache-Control"]
        for path in site
        if path.startswith("search/")
    }

    assert kept.pop("search/manifest.json") == "no-cache"
    assert set(kept.values()) == {"public, max-age=31536000, immutable"}
