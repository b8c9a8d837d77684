"""The buttons of the editor's forms: what a pressed one says."""

from http import HTTPStatus
from typing import NamedTuple

from caridulu.site.serve.local_server import Refusal, Request

ACTION = "_aksi"  # the control that every button of ours is


class Button(NamedTuple):
    """What a pressed button wants, and what of: ``hapus:peta.png``."""

    action: str
    about: str


def pressed(request: Request) -> Button:
    """Reads which button of a form was pressed."""
    action, _, about = request.first(ACTION).partition(":")
    return Button(action, about)


def unknown_button() -> Refusal:
    """Refuses a button that no page of ours has."""
    return Refusal(HTTPStatus.BAD_REQUEST, "unknown_action")
