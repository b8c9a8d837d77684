"""An HTML file that opens without a server, scripts or other files."""

from html import escape

from caridulu.messages import Language

_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:46rem;margin:1rem auto;padding:0 1rem;"
    "overflow-wrap:anywhere}"
)


def standalone_page(title: str, body: str, *, style: str, language: Language) -> str:
    """Writes the file; ``body`` is HTML, ``style`` is CSS beside what every such file has."""
    title = escape(title)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src '
        "'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}{style}</style></head>\n<body>\n<h1>{title}</h1>\n"
        f"{body}</body>\n</html>\n"
    )
