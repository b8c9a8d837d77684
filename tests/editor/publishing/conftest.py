"""What the tests of publishing share: a keyring in memory, offices with real targets."""

from tests.publishing.hosts.conftest import make_office as make_office
from tests.publishing.hosts.conftest import s3 as s3
from tests.publishing.hosts.conftest import ssh as ssh
from tests.publishing.test_secret_store import kept as kept
