"""Files that officers hand over -> consultations.

Where the numbers come from: ``tests/benchmarks/fit_links.py`` and ``fit_small_talk.py`` fit the
weights of ``chats/turn_links.py`` and ``chats/small_talk.py``. Limits of size keep memory and time
bounded for hostile files (``tests/curation/exports/test_bad_exports.py``). The other thresholds are
set by hand on invented exports, and guarded by the tests of their module.
"""
