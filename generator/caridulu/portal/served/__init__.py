"""Server-side search of a portal with more entries than static files can hold.

index_folder   shared entries -> a folder: the tantivy index, and what reading a query needs
build_index    a list of offices -> that folder, or what was there before
place_reading  a question -> the offices that it names
place_spelling typed words -> what it costs to read them as a name
held_by        an answer -> the version of the office to which it leads
served_index   a folder and a question -> the answers, by the search's own reading and scores
current_index  a folder -> the index that is in it now
search_server  answers over HTTP, for a proxy on the same computer
"""
