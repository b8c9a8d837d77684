"""Cari Dulu: search first, and when there is no answer, hand over well.

consultations -> kb/*.yml  -> entries -> Whoosh index -> published index -> search -> answer
(curation/)      content/     (knowledge/) (search/)     pages (site/)                or hand-over

knowledge   YAML -> entries, service standards, lexicon; or problems with path:line:col
search      entries -> Whoosh index -> ranking; published index; evaluation; the JavaScript twin
curation    consultation exports -> redacted draft entries; duplicates; life cycle
site        entries -> safe HTML -> pages; MkDocs plugin
editor      forms for officers, in the browser, on their own computer

Imports run one way, in this order; ``cli`` only connects.
"""

__version__ = "0.1.0"
