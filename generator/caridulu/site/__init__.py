"""Knowledge base -> safe HTML -> finished pages and files -> a folder, by MkDocs or without it.

urls        where everything lives, and what a link points to
html        text -> safe HTML; the layout, templates and icons of every page
handover    the way to a person: channels, links, the written message, the office's calendar
pages       which pages and feeds there are, in Indonesian and in English
pictures    icons and previews of shared links, drawn at build time
theme       templates, style sheet, the drawing of the mark
browser     the modules that run in the browser, in folders called as those of their Python twins
client      these modules with the office's values -> the few files that travel
offline     what a visitor's device stores, and the worker that stores it
build       everything a site consists of, as values; values -> files
serve       the live preview

Only ``build/plugin`` imports MkDocs.
"""
