"""Many offices' published sites -> one static search over all of them.

listing        offices.yml -> the offices to read
kept_parts     parts that were fetched before -> the same without fetching them
reading        an office's site, in a folder or at an address -> its part, verified
neutral_terms  an office's terms -> a mark in the place of its region's name
families       wordings -> those of one answer together
merging        parts -> one index: equal entries once, with who has them
numbering      shared entries -> numbers that stay when others come or go
holdings       shared entries -> what each office has and says itself
places         offices -> the names by which a question chooses one
short_names    names of regions -> the acronyms by which people call them
office_rows    offices -> the table of them that the browser reads, by column
pages          index and offices -> pages and files
build          all of that, in this order
publishing     pages and files -> the targets of the list
served         parts -> an index that a program answers from, in the place of pages and files
"""
