from importlib.resources import files

import pytest

from generator.site.assemble import Site
from generator.site.shell import CSP

POLICY = CSP + "; frame-ancestors 'none'"  # which a meta tag cannot say


@pytest.mark.parametrize("name", ["_headers", "nginx.conf", "Caddyfile"])
def test_servers_send_the_policy_of_the_pages(name: str) -> None:
    text = files("generator.site.servers").joinpath(name).read_text("utf-8")
    assert POLICY in text
    assert "nosniff" in text
    assert "max-age=31536000, immutable" in text


def test_the_site_carries_its_headers(site: Site) -> None:
    assert site.files["_headers"].startswith("/*\n  Content-Security-Policy: default-src 'self'")
