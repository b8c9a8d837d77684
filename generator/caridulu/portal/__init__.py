"""Many offices' published sites -> one static search over all of them.

listing    offices.yml -> the offices to read
reading    an office's site, in a folder or at an address -> its part, verified
merging    parts -> one index: equal entries once, with who has them
places     offices -> the names by which a question chooses one
pages      index and offices -> pages and files
"""
