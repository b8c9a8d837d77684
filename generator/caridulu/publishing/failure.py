"""Why a site was not sent: one sentence for who publishes."""

from caridulu.messages import Language, message


class PublishingError(Exception):
    """The target was not reached, or refuses; ``sentence`` says why and what to do."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key, self.values = key, values

    def __str__(self) -> str:
        return self.sentence()

    def sentence(self, language: Language = Language.ID) -> str:
        """Says in one language what stands in the way."""
        return message(f"publishing.{self.key}", language, **self.values)
