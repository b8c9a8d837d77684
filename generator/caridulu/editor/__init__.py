"""Forms for officers in the browser, on their own computer, over the same YAML and Markdown files.

Forms of our own, from the model's JSON Schema. Decap CMS 3.16.3 was tried first, in Chromium, as
the front end of a Python server that speaks its proxy protocol. Validation, one-line diffs and
refusals were the server's there as they are here; what spoke against it is the front end:

- it loads 5.17 MB of script (1.5 MB compressed); ours has 10 kB, and the forms work without it;
- axe-core finds seven rules broken on its edit page, two of them critical, in code that is not
  ours to mend; our pages have none (``tests/browser_editor/test_editor_access.py``);
- at 390 pixels its toolbar is cut off; nothing here scrolls sideways at 360;
- what the server refuses is told in a passing notice, not at the field that it is about;
- its rich text writes nested lists with two spaces and drops the alignment of tables; here the
  text stays as typed but for spaces at line ends, and the preview is the site's own renderer.

What it would have brought: writing without seeing Markdown, and upkeep by others.
"""
