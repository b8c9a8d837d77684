"""Channels as a visitor sees them: what to tap, what is written there, what to beware of."""

from dataclasses import dataclass

from caridulu.knowledge.model import Channel, ChannelKind, Office, Purpose
from caridulu.messages import Language
from caridulu.site.handover.handover_message import Draft, mailto, whatsapp
from caridulu.site.html.contact_links import tel_link, web_link, whatsapp_number
from caridulu.site.html.sentences import say

_ICONS = {
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
    ChannelKind.WHATSAPP: "number",
    ChannelKind.PHONE: "number",
    ChannelKind.EMAIL: "address",
    ChannelKind.FORM: "address",
}


@dataclass(frozen=True)
class ChannelView:
    """One channel, ready to print; ``url`` is None when it is text only."""

    id: str
    kind: ChannelKind
    label: str
    icon: str
    address: str | None
    note: str | None
    unconfirmed: str | None  # what the office has not confirmed yet: number, address
    url: str | None


def channel_views(office: Office, purpose: Purpose, draft: Draft) -> tuple[ChannelView, ...]:
    """The office's channels for ``purpose``, in the office's order, carrying ``draft``."""
    return tuple(
        ChannelView(
            id=channel.id,
            kind=channel.kind,
            label=channel_label(channel, draft.language),
            icon=icon_name(channel),
            address=channel_address(channel, draft.language),
            note=channel.note,
            unconfirmed=unconfirmed_part(channel),
            url=channel_url(channel, draft, office=office.name),
        )
        for channel in office.channels
        if purpose in channel.purposes
    )


def channel_label(channel: Channel, language: Language) -> str:
    """What the channel is called: by the office, or in English what kind of channel it is."""
    return channel.label if language is Language.ID else say(f"kind_{channel.kind}", language)


def channel_address(channel: Channel, language: Language) -> str | None:
    """Its address; in English behind the office's own name for it."""
    if language is Language.ID or channel.label == channel_label(channel, language):
        return channel.address
    return ": ".join(filter(None, (channel.label, channel.address)))


def icon_name(channel: Channel) -> str:
    """Material's icon for the channel's kind."""
    return _ICONS[channel.kind]


def is_unconfirmed(channel: Channel) -> bool:
    """Whether to warn: a number or mailbox that the office has not confirmed yet."""
    return channel.kind in _CONFIRMABLE and channel.address is not None and not channel.verified


def unconfirmed_part(channel: Channel) -> str | None:
    """What to warn of, as the message ``unconfirmed_<part>`` calls it."""
    return _CONFIRMABLE[channel.kind] if is_unconfirmed(channel) else None


def channel_url(channel: Channel, draft: Draft, *, office: str) -> str | None:
    """Where a tap on the channel leads, with the message written where the channel can carry it."""
    if not channel.link or channel.address is None:
        return None
    match channel.kind:
        case ChannelKind.WHATSAPP:
            return whatsapp(whatsapp_number(channel.address), draft, office=office)
        case ChannelKind.EMAIL:
            return mailto(channel.address, draft, office=office)
        case ChannelKind.PHONE:
            return tel_link(channel.address)
        case ChannelKind.WEB | ChannelKind.FORM | ChannelKind.NATIONAL:
            return web_link(channel.address)
        case ChannelKind.VISIT | ChannelKind.BOX:
            return None


def first_url(office: Office, kinds: tuple[ChannelKind, ...], draft: Draft) -> str | None:
    """The link that carries ``draft``: confirmed channels first, then in the order of ``kinds``."""
    channels = sorted(
        (channel for channel in office.channels if channel.kind in kinds),
        key=lambda channel: (not channel.verified, kinds.index(channel.kind)),
    )
    urls = (channel_url(channel, draft, office=office.name) for channel in channels)
    return next((url for url in urls if url is not None), None)
