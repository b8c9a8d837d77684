"""The commands, a module each; ``publish``, ``reports`` and ``site`` hold three each."""
