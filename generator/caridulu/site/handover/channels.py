"""Channels as a visitor sees them: link with a prepared message, address, warning.

``channel_url`` and ``newer_url`` have twins in ``browser/handover/channels.js``.
"""

from dataclasses import dataclass

from caridulu.knowledge.model import NUMBERED, Channel, ChannelKind, Entry, Office, Purpose
from caridulu.messages import Language, message
from caridulu.site.handover.contact_links import (
    mailto_link,
    tel_link,
    web_link,
    whatsapp_link,
    whatsapp_number,
)
from caridulu.site.handover.handover_message import (
    MessageDraft,
    ReadEntry,
    Topic,
    message_text,
    subject_text,
)

ICONS = {  # of Material
    ChannelKind.WEB: "material/web",
    ChannelKind.FORM: "material/form-select",
    ChannelKind.WHATSAPP: "simple/whatsapp",
    ChannelKind.EMAIL: "material/email-outline",
    ChannelKind.PHONE: "material/phone-outline",
    ChannelKind.VISIT: "material/map-marker-outline",
    ChannelKind.BOX: "material/inbox-arrow-down-outline",
    ChannelKind.NATIONAL: "material/bullhorn-outline",
}

_CONFIRMABLE = {
    **dict.fromkeys(NUMBERED, "number"),
    ChannelKind.EMAIL: "address",
    ChannelKind.FORM: "address",
}
_CHAT_FIRST = (ChannelKind.WHATSAPP, ChannelKind.EMAIL)
_MAIL_FIRST = (ChannelKind.EMAIL, ChannelKind.WHATSAPP)


@dataclass(frozen=True)
class ChannelView:
    """One channel, ready to print; ``url`` is None when it is text only."""

    id: str
    kind: ChannelKind
    label: str
    icon: str
    address: str | None
    note: str | None
    note_language: Language
    unconfirmed: str | None  # what the office has not confirmed yet: number, address
    url: str | None  # never of a number that is not confirmed


def channel_views(office: Office, purpose: Purpose, draft: MessageDraft) -> tuple[ChannelView, ...]:
    """Lists the channels for ``purpose``, confirmed ones first, carrying ``draft``."""
    return tuple(
        channel_view(channel, draft, office=office.name) for channel in office.channels_for(purpose)
    )


def channel_view(channel: Channel, draft: MessageDraft, *, office: str) -> ChannelView:
    """Describes one channel in the language of ``draft``."""
    in_english = draft.language is Language.EN and channel.note_en is not None
    return ChannelView(
        id=channel.id,
        kind=channel.kind,
        label=channel_label(channel, draft.language),
        icon=ICONS[channel.kind],
        address=_address(channel, draft.language),
        note=channel.note_en if in_english else channel.note,
        note_language=Language.EN if in_english else Language.ID,
        unconfirmed=_CONFIRMABLE[channel.kind] if is_unconfirmed(channel) else None,
        url=channel_url(channel, draft, office=office),
    )


def channel_label(channel: Channel, language: Language) -> str:
    """Returns the office's name of a channel, or in English what kind of channel it is."""
    if language is Language.ID:
        return channel.label
    return message(f"site.kind_{channel.kind}", language)


def _address(channel: Channel, language: Language) -> str | None:
    """Writes the channel's address; in English behind the office's own name for it."""
    if language is Language.ID or channel.label == channel_label(channel, language):
        return channel.address
    return ": ".join(filter(None, (channel.label, channel.address)))


def is_unconfirmed(channel: Channel) -> bool:
    """Tells whether to warn: a number or mailbox that the office has not confirmed yet."""
    return channel.kind in _CONFIRMABLE and channel.address is not None and not channel.verified


def channel_url(channel: Channel, draft: MessageDraft, *, office: str) -> str | None:
    """Returns the target of a channel, with the message written where the channel can carry it."""
    if not channel.link or channel.address is None or channel.is_unconfirmed_number:
        return None
    match channel.kind:
        case ChannelKind.WHATSAPP:
            text = message_text(draft, office=office)
            return whatsapp_link(whatsapp_number(channel.address), text)
        case ChannelKind.EMAIL:
            text = message_text(draft, office=office)
            return mailto_link(channel.address, subject_text(draft), text)
        case ChannelKind.PHONE:
            return tel_link(channel.address)
        case ChannelKind.WEB | ChannelKind.FORM | ChannelKind.NATIONAL:
            return web_link(channel.address)
        case ChannelKind.VISIT | ChannelKind.BOX:
            return None


def first_url(office: Office, kinds: tuple[ChannelKind, ...], draft: MessageDraft) -> str | None:
    """Returns the link that carries ``draft``: confirmed channels first, then as ``kinds`` go."""
    channels = sorted(
        (channel for channel in office.channels if channel.kind in kinds),
        key=lambda channel: (not channel.verified, kinds.index(channel.kind)),
    )
    urls = (channel_url(channel, draft, office=office.name) for channel in channels)
    return next((url for url in urls if url is not None), None)


def newer_url(office: Office, title: str, path: str) -> str | None:
    """Returns the link of a message that asks for the newer version of a page."""
    return first_url(office, _CHAT_FIRST, MessageDraft(Topic.NEWER, question=f"{title} ({path})"))


def ask_url(office: Office, entry: Entry) -> str | None:
    """Returns the link of a message that asks what an entry does not answer."""
    read = (ReadEntry(entry.id, entry.question),)
    consultation = MessageDraft(Topic.CONSULTATION, read_entries=read, short=True)
    return first_url(office, _MAIL_FIRST, consultation)


def mistake_url(office: Office, entry_id: str, title: str) -> str | None:
    """Returns the link of a message that reports a mistake on a page."""
    read = (ReadEntry(entry_id, title),)
    mistake = MessageDraft(Topic.MISTAKE, question=entry_id, read_entries=read, short=True)
    return first_url(office, _MAIL_FIRST, mistake)
