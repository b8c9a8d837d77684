"""Knowledge base -> safe HTML -> finished pages and files -> a folder, by MkDocs or without it.

markdown, links, addresses     text -> safe HTML; where things live
reply_date, fallback, channels the hand-over: channels, the written message, the promised date
shell, views, pages            values -> one finished HTML document per page
assets, assemble               everything a site consists of, as values
write, plugin, build           values -> files

Only ``plugin`` imports MkDocs.
"""
