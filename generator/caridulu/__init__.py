"""Cari Dulu: search first, and when there is no answer, hand over well.

consultations -> kb/*.yml  -> entries -> Whoosh index -> published index -> search -> answer
(curation/)      content/     (knowledge/) (search/)     pages (site/)                or hand-over

messages    every sentence a person reads
knowledge   YAML -> entries, service standards, lexicon; or problems with path:line:col
starter     the files of a new office's project
search      entries -> Whoosh index -> ranking; published index; evaluation; the JavaScript twin
privacy     texts -> personal data found; redaction; the gate
curation    consultation exports -> redacted draft entries; duplicates; life cycle
site        entries -> safe HTML -> pages -> a folder; the MkDocs plugin
packages    entries and services that many offices share
journal     what was changed through the product: known, undone, compared
publishing  a finished site -> a web host, and back
portal      many offices' sites -> one search over them
editor      forms for officers, in the browser, on their own computer
cli         the only command layer

Imports run one way, in this order. ``docs/architecture.md`` shows more.
"""

__version__ = "0.2.0"
