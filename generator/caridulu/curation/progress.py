"""How far a long work is, for who waits for it."""

from collections.abc import Callable

Progress = Callable[[int, int], None]  # is called with how much is done, of how much
PROGRESS_STEP = 500  # consultations, phrasings or searches between two calls
