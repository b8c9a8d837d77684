"""Files that officers hand over -> consultations.

Where the numbers come from: the weights of ``chats/links.py`` and ``chats/worth.py`` are fitted by
``tests/benchmarks/fit_links.py`` and ``fit_worth.py``. Limits of size keep memory and time bounded
for hostile files (``tests/curation/exports/test_bad_exports.py``). The other thresholds are set by
hand on invented exports, and guarded by the tests of their module.
"""
