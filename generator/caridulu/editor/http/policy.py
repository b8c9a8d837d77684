"""What both servers of the editor send with every reply, and how much they take."""

from caridulu.editor.addresses import ATTACHMENTS, IMPORTS, SETUP
from caridulu.knowledge.attachments import PICTURE_LIMIT

IMPORT_LIMIT = 500_000_000  # bytes of exports that are sent at once
# Bytes that may be sent to an address; who sends a little more than is taken is told so in words.
UPLOAD_LIMITS = {
    ATTACHMENTS: 4 * PICTURE_LIMIT,
    SETUP: 4 * PICTURE_LIMIT,
    IMPORTS: IMPORT_LIMIT,
}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src"
        " 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # "no-referrer" would hide the origin of our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
