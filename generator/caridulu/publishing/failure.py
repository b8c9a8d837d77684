"""The error of publishing."""

from caridulu.messages import UserError


class PublishingError(UserError):
    """The target was not reached, or refuses."""

    prefix = "publishing."
