"""Example settings for the web server, with the same content policy as the pages themselves.

``nginx.conf`` and ``Caddyfile`` are to be copied by whoever runs the server; ``_headers`` lies in
the built site, where several hosts of static sites read it.
"""

from importlib.resources import files


def server_files() -> dict[str, str]:
    """Returns the files that the built site itself carries for its server."""
    return {"_headers": files(__package__).joinpath("_headers").read_text("utf-8")}
