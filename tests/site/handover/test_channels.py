"""Channels as visitors see them."""

import pytest

from caridulu.knowledge.model import Channel, ChannelKind, Purpose
from caridulu.messages import OF_VISITORS, Language
from caridulu.site.handover.channels import channel_view
from caridulu.site.handover.handover_message import MessageDraft, Topic
from caridulu.site.html.icons import drawing


@pytest.mark.parametrize("kind", ChannelKind)
@pytest.mark.parametrize("language", OF_VISITORS)
def test_every_kind_of_channel_has_a_name_and_an_icon(
    kind: ChannelKind, language: Language
) -> None:
    channel = Channel(id="kanal", kind=kind, label="Kanal", purposes=(Purpose.CONSULTATION,))

    draft = MessageDraft(Topic.CONSULTATION, language=language)
    view = channel_view(channel, draft, office="BPS Kabupaten Bombana")

    assert view.label
    assert drawing(view.icon)
