"""Forms for officers in the browser, on their own computer, over the project's own files.

A saved form goes one way, and its answer comes from where it ends:

    http       a request is let in, or refused
    app        its address -> the file that it is about, as it is now
    fields     its controls -> values
    saving     values -> the file as it would be -> remarks, or the file on the disk
    files      a file -> values; values -> the file with only those lines changed that must
    forms      values and remarks -> the page of the form

``setup_page`` stands in front of all of it while there is no project. ``month`` is the first page,
``importing`` takes exports in, ``queue`` shows what waits for an officer, ``reading`` what the
office has yet to read, ``reply`` answers a visitor's message, ``attachment_pages`` keep pictures
and PDFs, ``publishing`` builds the site and sends it, ``history_pages`` go back, ``git`` sends what
was changed. ``workspace`` is the project as all of them see it, ``jobs`` are work that outlives a
request. ``pages`` is what all pages have in common, with their buttons, ``addresses`` where they
are. Why these forms are our own is told in docs/decisions/forms.md.
"""
