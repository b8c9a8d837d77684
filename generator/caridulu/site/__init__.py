"""Knowledge base -> safe HTML -> finished pages and files -> a folder, by MkDocs or without it.

markdown, links, addresses     text -> safe HTML; where things live
reply_date, fallback, channels the hand-over: channels, the written message, the promised date
shell, views, texts            values -> one finished HTML document per page
general_pages, pages           which pages there are, in Indonesian and in English
english                        what surrounds an Indonesian text, for the browser to say in English
assets, assemble               everything a site consists of, as values
write, plugin, build           values -> files

Only ``plugin`` imports MkDocs.
"""
