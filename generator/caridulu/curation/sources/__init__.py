"""Citations of a project -> a list by entry and host; whether their pages are still there.

citations    the knowledge base -> every citation, and what makes it hard to check
link_check   addresses -> whether each page is there, moved, gone or changed; the only network use
"""
