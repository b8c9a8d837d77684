"""The zip for offices that have Windows and no Python: built here, started there by double click.

It lies beside the package, not in it: what an office installs does not need to build it. The zip
holds Python's own embeddable package, every wheel, and a small program that unpacks the wheels once
and starts the editor. ``python -m windows_zip --help`` tells how to build it, docs/windows.md who
does, and what is in it.
"""
