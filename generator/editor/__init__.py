"""Forms for officers in the browser, on their own computer, over the same YAML files.

Forms of our own, from the model's JSON Schema, instead of Decap CMS 3.16 over its proxy protocol,
which was tried first: Decap asks every officer to load 5 MB of script, has seven kinds of barrier
for keyboard and screen reader that we cannot repair, cuts its toolbar on a narrow screen, cannot
put a message at the field it belongs to, and previews Markdown with another renderer. Plain forms
have none of this, work before any script runs, and need nothing that Python does not bring.
"""
