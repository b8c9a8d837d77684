"""A server reached by SFTP, with paramiko."""

import errno
import hashlib
import logging
import posixpath
import queue
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

from caridulu.knowledge.model import Target
from caridulu.knowledge.model.target import SSH_PORT
from caridulu.publishing.failure import PublishingError
from caridulu.publishing.hosts.host import Host
from caridulu.publishing.records import STATE
from caridulu.publishing.secret_store import from_environment, library, secret, variable

LANES = 4  # sessions over one connection; OpenSSH allows ten
PATIENCE = 60  # seconds for an answer
PIECE = 32_768  # bytes; what every server takes at once
# Without a handler paramiko's tracebacks go to the officer's window; its errors are told anyway.
logging.getLogger("paramiko").addHandler(logging.NullHandler())


@contextmanager
def open_sftp(target: Target) -> Iterator["SftpHost"]:
    """Opens the folder of a target on its server; it is made if only its last part is missing."""
    paramiko = library("paramiko")
    client = paramiko.SSHClient()
    try:
        _connect(paramiko, client, target)
        with _errors_told(paramiko, target):
            sessions = [client.open_sftp() for _ in range(LANES)]
            for session in sessions:
                session.get_channel().settimeout(PATIENCE)
        host = SftpHost(paramiko, target, sessions)
        host.enter()
        try:
            yield host
        finally:
            host.tidy()
    finally:
        client.close()


def _connect(paramiko: Any, client: Any, target: Target) -> None:
    if target.host_key is None:
        with suppress(OSError, paramiko.SSHException):  # unreadable: then the key is unknown
            client.load_system_host_keys()
    client.set_missing_host_key_policy(_key_policy(paramiko, target))
    password = secret(target, "password")
    try:
        client.connect(
            target.host,
            port=target.port or SSH_PORT,
            username=target.user,
            password=password,
            passphrase=password,
            key_filename=from_environment(target, "key"),
            timeout=PATIENCE,
            banner_timeout=PATIENCE,
            auth_timeout=PATIENCE,
        )
        client.get_transport().set_keepalive(PATIENCE // 2)
    except (paramiko.SSHException, OSError, EOFError) as error:
        raise _connection_failure(paramiko, target, error) from error


def _connection_failure(paramiko: Any, target: Target, error: Exception) -> PublishingError:
    """Says why a server has not let anybody in."""
    host = target.host
    if isinstance(error, paramiko.BadHostKeyException):
        return PublishingError("host_key_changed", host=host)
    if not isinstance(error, paramiko.SSHException):
        return PublishingError("host_silent", host=host, reason=_reason(error))
    has_nothing_to_try = "authentication methods" in str(error)
    if isinstance(error, paramiko.AuthenticationException) or has_nothing_to_try:
        names = {"password": variable(target, "password"), "key_file": variable(target, "key")}
        return PublishingError("sftp_refused", host=host, user=target.user, **names)
    key = "host_silent" if "banner" in str(error) else "sftp_failed"  # it hung up, or is none
    return PublishingError(key, host=host, reason=error)


def _key_policy(paramiko: Any, target: Target) -> Any:
    """Trusts the one key whose fingerprint the office has written down."""

    class Pinned(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]  # paramiko has no types
        def missing_host_key(self, client: Any, hostname: str, key: Any) -> None:
            shown = fingerprint(key.asbytes())
            if target.host_key is None:
                raise PublishingError("host_key_unknown", host=target.host, shown=shown)
            if target.host_key != shown:
                raise PublishingError("host_key_changed", host=target.host)

    return Pinned()


def fingerprint(key: bytes) -> str:
    """Returns the fingerprint of a public key as OpenSSH shows it."""
    return "SHA256:" + b64encode(hashlib.sha256(key).digest()).decode().rstrip("=")


class SftpHost(Host):
    """Files below one folder of a server; each is written beside and moved into its place."""

    lanes = LANES

    def __init__(self, paramiko: Any, target: Target, sessions: list[Any]) -> None:
        self._paramiko, self._target = paramiko, target
        self._base = (target.path or "").rstrip("/") or "/"
        self._sessions: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
        for numbered in enumerate(sessions):
            self._sessions.put(numbered)
        self._made: set[str] = {self._base}

    def enter(self) -> None:
        """Makes sure that the folder is there."""
        with self._session() as (_, session):
            if _exists(session, self._base):
                return
            parent = posixpath.dirname(self._base) or "."
            if not _exists(session, parent):
                raise PublishingError("sftp_missing", path=self._base, host=self._target.host)
            session.mkdir(self._base)
            self.is_made = True

    def read(self, path: str) -> bytes | None:
        with self._session() as (_, session), suppress(FileNotFoundError):
            return _content(session, self._at(path))
        return None

    def write(self, path: str, content: bytes) -> None:
        with self._session() as (lane, session):
            self._make_folders(session, path)
            self._write(session, lane, path, content)

    def copy(self, source: str, target: str) -> None:
        """Puts the content of one file at another path, by a link where the server makes links."""
        with self._session() as (lane, session):
            self._make_folders(session, target)
            if not self._linked(session, lane, source, target):
                self._write(session, lane, target, _content(session, self._at(source)))

    def remove(self, path: str) -> None:
        with self._session() as (_, session):
            with suppress(FileNotFoundError):
                session.remove(self._at(path))
            parent = posixpath.dirname(path)
            with suppress(OSError):  # not empty: of others, or of ours
                while parent:
                    session.rmdir(self._at(parent))
                    self._made.discard(self._at(parent))
                    parent = posixpath.dirname(parent)

    def present(self, paths: Iterable[str]) -> frozenset[str]:
        with self._session() as (_, session):

            @cache
            def names(folder: str) -> frozenset[str]:
                parent, name = posixpath.split(folder)
                is_there = not folder or name in names(parent)
                return self._names(session, folder) if is_there else frozenset()

            return frozenset(
                path for path in paths if posixpath.basename(path) in names(posixpath.dirname(path))
            )

    def top_names(self) -> tuple[str, ...]:
        with self._session() as (_, session):
            return tuple(sorted(self._names(session, "")))

    def tidy(self) -> None:
        """Takes away what killed or failed writing has left."""
        with suppress(PublishingError), self._session() as (_, session):
            for name in self._names(session, STATE.rstrip("/")):
                if name.startswith("new-"):
                    session.remove(self._at(f"{STATE}{name}"))
            session.rmdir(self._at(STATE.rstrip("/")))  # only if nothing was ever sent
        if self.is_made:
            with suppress(PublishingError), self._session() as (_, session):
                session.rmdir(self._base)  # likewise

    def _names(self, session: Any, folder: str) -> frozenset[str]:
        try:
            return frozenset(session.listdir(self._at(folder)))
        except FileNotFoundError:
            return frozenset()

    def _write(self, session: Any, lane: int, path: str, content: bytes) -> None:
        fresh = self._fresh(session, lane)
        with session.open(fresh, "wb") as stream:
            stream.set_pipelined(True)
            for start in range(0, len(content), PIECE):
                stream.write(content[start : start + PIECE])
        if session.stat(fresh).st_size != len(content):  # pipelined writing fails in silence
            raise PublishingError("sftp_full", path=path, host=self._target.host)
        self._move(session, fresh, path)

    def _linked(self, session: Any, lane: int, source: str, target: str) -> bool:
        """Asks the server for a hard link, and tells whether it made one; OpenSSH does."""
        # Never a name that is written to: killed between the two steps, it is the public file.
        fresh = self._fresh(session, lane, name="link")
        with suppress(OSError):
            session.remove(fresh)
        try:
            session._request(
                self._paramiko.sftp.CMD_EXTENDED,
                "hardlink@openssh.com",
                self._at(source),
                fresh,
            )
        except FileNotFoundError:
            raise
        except OSError:
            return False
        self._move(session, fresh, target)
        return True

    def _fresh(self, session: Any, lane: int, *, name: str = "file") -> str:
        self._make_folders(session, STATE)
        return self._at(f"{STATE}new-{name}-{lane}")

    def _move(self, session: Any, fresh: str, path: str) -> None:
        try:
            session.posix_rename(fresh, self._at(path))
        except FileNotFoundError:
            raise
        except OSError:  # a server that cannot put a file in the place of another
            with suppress(FileNotFoundError):
                session.remove(self._at(path))
            session.rename(fresh, self._at(path))

    def _make_folders(self, session: Any, path: str) -> None:
        folder = self._base
        for part in path.split("/")[:-1]:
            folder = posixpath.join(folder, part)
            if folder in self._made:
                continue
            try:
                session.mkdir(folder)
            except OSError:  # made by another lane, or there already
                if not _exists(session, folder):
                    raise
            self._made.add(folder)

    def _at(self, path: str) -> str:
        return posixpath.join(self._base, path) if path else self._base

    @contextmanager
    def _session(self) -> Iterator[tuple[int, Any]]:
        """Lends a lane with its session, which nobody else uses meanwhile."""
        lane, session = self._sessions.get()
        try:
            with _errors_told(self._paramiko, self._target):
                yield lane, session
        finally:
            self._sessions.put((lane, session))


def _exists(session: Any, path: str) -> bool:
    try:
        session.stat(path)
    except FileNotFoundError:
        return False
    return True


def _content(session: Any, path: str) -> bytes:
    with session.open(path, "rb") as stream:
        stream.prefetch()
        content: bytes = stream.read()
        return content


@contextmanager
def _errors_told(paramiko: Any, target: Target) -> Iterator[None]:
    """Says in a sentence what a server refuses."""
    try:
        yield
    except (TimeoutError, EOFError, ConnectionError) as error:
        raise PublishingError("host_silent", host=target.host, reason=_reason(error)) from error
    except PermissionError as error:
        raise PublishingError("sftp_closed", path=target.path, host=target.host) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, None):  # SFTP has no word for a full disk but "Failure"
            raise PublishingError("sftp_full", path=target.path, host=target.host) from error
        reason = _reason(error)
        raise PublishingError("sftp_failed", host=target.host, reason=reason) from error
    except paramiko.SSHException as error:
        raise PublishingError("sftp_failed", host=target.host, reason=error) from error


def _reason(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
