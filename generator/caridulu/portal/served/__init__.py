"""A portal's search by a program on a server, where static files would be too many.

index_folder   shared entries -> a folder: the tantivy index, and what reading a query needs
served_index   a folder and a query -> the result, by the search's own reading and scores
search_server  results over HTTP, for a proxy on the same computer
"""
