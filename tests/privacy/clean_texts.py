"""What the gate remembers from build to build, in memory."""


class CleanTexts(set[str]):
    """Keys of files in which nothing was found."""

    def knows(self, key: str) -> bool:
        return key in self

    def mark(self, key: str) -> None:
        self.add(key)
