"""What the tests of publishing share: a keyring in memory."""

from tests.publishing.test_secret_store import kept as kept
