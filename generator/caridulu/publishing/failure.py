"""The error of publishing."""

from caridulu.messages import ToldError


class PublishingError(ToldError):
    """The target was not reached, or refuses."""

    prefix = "publishing."
