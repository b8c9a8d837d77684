"""Why a site was not sent: one sentence for who publishes."""

from caridulu.messages import ToldError


class PublishingError(ToldError):
    """The target was not reached, or refuses."""

    prefix = "publishing."
